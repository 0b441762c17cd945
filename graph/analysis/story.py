"""The story of a theme: when it ran, what goes with it, and the sentences that show it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import networkx as nx

from graph.analysis.covers import Cover
from graph.analysis.evidence import Lines, find_quotes
from graph.analysis.trends import call_trend, count_months, find_burst_months
from graph.model import NodeKind, Theme

MOST_COMPANY = 12
"""People, tags, ideas, sites and URLs listed for each theme."""


class Stories:
    """Tells themes; holds what all of them need of the vault."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", entries: Sequence[str]) -> None:
        self._graph = graph
        self._entries = entries
        self._dates = [graph.nodes[entry].get("date", "") for entry in entries]
        self._days = tuple(sorted(filter(None, self._dates)))
        self._lines = Lines(graph)

    def tell(self, cover: Cover, names: Sequence[str], words: Mapping[str, float]) -> Theme:
        """Write the theme of a set of entries down.

        Args:
            cover: The set; its rows are those of the entries.
            names: What it is called, the best first; not empty.
            words: The terms that set it apart, with their weights.
        """
        graph, entries = self._graph, [self._entries[row] for row in cover.weights]
        days = self._days_of(cover.weights)
        company = _Company(graph, entries)
        return Theme(
            id=slug(names[0]),
            label=names[0],
            terms=tuple(names),
            entries=tuple(graph.nodes[entry]["path"] for entry in entries),
            people=company.most(NodeKind.PERSON, "label"),
            tags=company.most(NodeKind.TAG, "label"),
            urls=company.most(NodeKind.URL, "url"),
            first=days[0] if days else "",
            last=days[-1] if days else "",
            by_month=count_months(days),
            trend=call_trend(days, self._days),
            score=cover.score,
            weights=tuple(cover.weights.values()),
            ideas=company.most(NodeKind.IDEA, "label"),
            sites=company.most(NodeKind.URL, "site"),
            undated=len(entries) - len(days),
            bursts=find_burst_months(days, self._days),
            evidence=find_quotes(self._lines, entries, words),
        )

    def _days_of(self, rows: Iterable[int]) -> list[str]:
        return sorted(filter(None, (self._dates[row] for row in rows)))


def slug(label: str) -> str:
    """A label as an id: lower case, words joined by `-`."""
    return re.sub(r"[\W_]+", "-", label.casefold()).strip("-") or "theme"


class _Company:
    """What the entries of a theme hold; these are in order, the most typical first."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", entries: Sequence[str]) -> None:
        self._graph = graph
        self._entries = frozenset(entries)
        self._held = Counter(chain.from_iterable(map(graph.successors, entries)))
        self._of_kind: defaultdict[str, list[str]] = defaultdict(list)
        for node in self._held:
            self._of_kind[graph.nodes[node]["kind"]].append(node)
        self._place: dict[str, int] = {}
        """Node → place of the most typical entry that holds it."""
        for place in reversed(range(len(entries))):
            self._place.update(dict.fromkeys(graph[entries[place]], place))

    def most(self, kind: NodeKind, name: str) -> tuple[str, ...]:
        """An attribute of the nodes of a kind: the values that most entries hold, these first.

        Of those that as many hold, first what stands in the most typical entry.
        """
        nodes: defaultdict[str, list[str]] = defaultdict(list)
        for node in self._of_kind[kind]:
            nodes[self._graph.nodes[node][name]].append(node)
        ranks = {
            value: (-self._holders(same), min(map(self._place.__getitem__, same)), value)
            for value, same in nodes.items()
            if value
        }
        return tuple(sorted(ranks, key=ranks.__getitem__)[:MOST_COMPANY])

    def _holders(self, nodes: Sequence[str]) -> int:
        """How many of the entries hold one of some nodes."""
        if len(nodes) == 1:
            return self._held[nodes[0]]
        return len(
            self._entries.intersection(chain.from_iterable(map(self._graph.predecessors, nodes)))
        )
