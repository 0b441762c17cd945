"""Themes: what the writer comes back to, since when, with whom, and how it moves."""

import re
from collections import Counter
from collections.abc import Sequence

import networkx as nx

from graph.analysis.covers import Cover, find_covers
from graph.analysis.features import Features, Terms, describe_entries
from graph.analysis.naming import Names, fold, pick_names
from graph.analysis.trends import call_trend, count_months
from graph.model import NodeKind, Theme, Trend

MOST_THEMES = 40
MOST_COMPANY = 12
"""People, tags and URLs listed for each theme."""


def find_themes(graph: "nx.MultiDiGraph[str]", terms: Terms) -> tuple[Theme, ...]:
    """Find, name and date the themes of a vault, best first.

    An entry may belong to several themes or to none.
    """
    features = describe_entries(graph, terms)
    dates = [graph.nodes[entry].get("date", "") for entry in features.entries]
    vault_days = sorted(filter(None, dates))
    naming = Names(features)
    covers = find_covers(features)[:MOST_THEMES]
    labels = {name: str(graph.nodes[name]["label"]) for name in features.names if name in graph}
    taken = {fold(labels[cover.name]) for cover in covers if cover.name}
    themes: list[Theme] = []
    for cover in covers:
        names = pick_names(naming.rank(list(cover.weights)), labels, taken, cover.name)
        if names:
            taken.add(fold(names[0]))
            days = sorted(filter(None, (dates[row] for row in cover.weights)))
            core = sorted(filter(None, (dates[row] for row in cover.core)))
            trend = call_trend(core, vault_days)
            themes.append(_tell(graph, features, cover, names, days, trend))
    return tuple(themes)


def strongest_themes(graph: "nx.MultiDiGraph[str]", themes: Sequence[Theme]) -> dict[str, str]:
    """Node id → id of the theme most of whose entries hold it, relative to the theme's size.

    For an entry itself, the first theme that lists it.
    """
    of_entry: dict[str, str] = {}
    for theme in themes:
        for path in theme.entries:
            of_entry.setdefault(f"{NodeKind.ENTRY.value}:{path}", theme.id)
    votes: dict[str, Counter[str]] = {}
    for source, target in graph.edges():
        if source in of_entry and target not in of_entry:
            votes.setdefault(target, Counter())[of_entry[source]] += 1
    sizes = Counter(of_entry.values())
    of_other = {
        node: min(count, key=lambda theme: (-count[theme] / sizes[theme] ** 0.5, theme))
        for node, count in votes.items()
    }
    return dict(sorted((of_entry | of_other).items()))


def _tell(
    graph: "nx.MultiDiGraph[str]",
    features: Features,
    cover: Cover,
    labels: list[str],
    days: list[str],
    trend: Trend,
) -> Theme:
    entries = [features.entries[row] for row in cover.weights]
    return Theme(
        id=_slug(labels[0]),
        label=labels[0],
        terms=tuple(labels),
        entries=tuple(graph.nodes[entry]["path"] for entry in entries),
        people=_company(graph, entries, NodeKind.PERSON),
        tags=_company(graph, entries, NodeKind.TAG),
        urls=_company(graph, entries, NodeKind.URL),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        by_month=count_months(days),
        trend=trend,
        score=cover.score,
    )


def _company(
    graph: "nx.MultiDiGraph[str]", entries: Sequence[str], kind: NodeKind
) -> tuple[str, ...]:
    """Labels, or addresses, of the nodes of a kind that the entries hold, the commonest first."""
    counts = Counter(
        target
        for entry in entries
        for target in sorted(set(graph.successors(entry)))
        if graph.nodes[target].get("kind") == kind
    )
    ranked = sorted(counts, key=lambda node: (-counts[node], node))[:MOST_COMPANY]
    name = "url" if kind is NodeKind.URL else "label"
    return tuple(graph.nodes[node][name] for node in ranked)


def _slug(label: str) -> str:
    return re.sub(r"[\W_]+", "-", label.casefold()).strip("-") or "theme"
