"""Themes: what the writer comes back to, since when, with whom, and how it moves."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial

import networkx as nx

from graph.analysis.covers import find_covers
from graph.analysis.features import WORD, Terms, describe_entries
from graph.analysis.forms import Seen, count_forms
from graph.analysis.naming import Names, fold
from graph.analysis.story import Stories
from graph.model import NodeKind, Theme
from graph.processes import Beside, side_by_side

MOST_THEMES = 40
SHARED_EDGES = 15_000
"""With fewer, another process would take longer to be ready than to do its part."""


def find_themes(
    graph: "nx.MultiDiGraph[str]", terms: Terms, shared: bool = False
) -> tuple[Theme, ...]:
    """Find, name and date the themes of a vault, best first.

    An entry may belong to several themes or to none.

    Args:
        graph: The typed graph, with the sentences that its edges were read from.
        terms: Entry node id → its content words with their counts.
        shared: Let other processes help where there is much to do.
    """
    shared = shared and graph.number_of_edges() >= SHARED_EDGES
    with Beside(partial(count_forms, graph), dict[str, Seen], shared) as forms:
        features = describe_entries(graph, terms)
        covers = find_covers(features)[:MOST_THEMES]
        labels = {name: str(graph.nodes[name]["label"]) for name in features.names if name in graph}
        titles = {entry: graph.nodes[entry].get("title", "") for entry in features.entries}
        names = Names(features, labels, forms.result(), _bearers(graph), titles)
    stories = Stories(graph, features.entries)
    taken = {fold(labels[cover.name]) for cover in covers if cover.name}
    tasks: list[Callable[[], Theme]] = []
    for cover in covers:
        ranked = names.rank(list(cover.weights))
        if picked := names.pick(ranked, taken, cover.name):
            taken.add(fold(picked[0]))
            labelled = ((names.label(name), weight) for name, weight in ranked)
            words = {label: weight for label, weight in labelled if label in picked}
            tasks.append(partial(stories.tell, cover, picked, words))
    return tuple(side_by_side(tasks, Theme, shared))


def _bearers(graph: "nx.MultiDiGraph[str]") -> Counter[str]:
    """Word → how many entries name a person so, added up over all who are."""
    found: Counter[str] = Counter()
    for _, has in graph.nodes(data=True):
        if has["kind"] == NodeKind.PERSON:
            for word in set(WORD.findall(f"{has['label']} {has.get('aliases', '')}".casefold())):
                found[word] += has.get("entries", 0)
    return found


def strongest_themes(graph: "nx.MultiDiGraph[str]", themes: Sequence[Theme]) -> dict[str, str]:
    """Node id → id of the theme most of whose entries hold it, relative to the theme's size.

    For an entry itself, the first theme that lists it.
    """
    of_entry: dict[str, str] = {}
    for theme in themes:
        for path in theme.entries:
            of_entry.setdefault(f"{NodeKind.ENTRY.value}:{path}", theme.id)
    of_theme: defaultdict[str, list[str]] = defaultdict(list)
    for entry, name in of_entry.items():
        of_theme[name].append(entry)
    strongest: dict[str, tuple[float, str]] = {}
    for name, entries in of_theme.items():
        held = Counter(target for _, target in graph.edges(entries) if target not in of_entry)
        for node, count in held.items():
            vote = -count / len(entries) ** 0.5, name
            strongest[node] = min(vote, strongest.get(node, vote))
    of_other = {node: name for node, (_, name) in strongest.items()}
    return dict(sorted((of_entry | of_other).items()))
