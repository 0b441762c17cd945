"""The story of a theme: when it ran, what goes with it, and the sentences that show it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from graph.analysis.covers import Cover
from graph.analysis.evidence import find_quotes
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
        self._days = sorted(filter(None, self._dates))

    def tell(self, cover: Cover, names: Sequence[str], words: Mapping[str, float]) -> Theme:
        """Write the theme of a set of entries down.

        Args:
            cover: The set; its rows are those of the entries.
            names: What it is called, the best first; not empty.
            words: The terms that set it apart, with their weights.
        """
        graph, entries = self._graph, [self._entries[row] for row in cover.weights]
        days = self._days_of(cover.weights)
        return Theme(
            id=slug(names[0]),
            label=names[0],
            terms=tuple(names),
            entries=tuple(graph.nodes[entry]["path"] for entry in entries),
            people=_company(graph, entries, NodeKind.PERSON, "label"),
            tags=_company(graph, entries, NodeKind.TAG, "label"),
            urls=_company(graph, entries, NodeKind.URL, "url"),
            first=days[0] if days else "",
            last=days[-1] if days else "",
            by_month=count_months(days),
            trend=call_trend(days, self._days),
            score=cover.score,
            weights=tuple(cover.weights.values()),
            ideas=_company(graph, entries, NodeKind.IDEA, "label"),
            sites=_company(graph, entries, NodeKind.URL, "site"),
            undated=len(entries) - len(days),
            bursts=find_burst_months(days, self._days),
            evidence=find_quotes(graph, entries, words),
        )

    def _days_of(self, rows: Iterable[int]) -> list[str]:
        return sorted(filter(None, (self._dates[row] for row in rows)))


def slug(label: str) -> str:
    """A label as an id: lower case, words joined by `-`."""
    return re.sub(r"[\W_]+", "-", label.casefold()).strip("-") or "theme"


def _company(
    graph: "nx.MultiDiGraph[str]",
    entries: Sequence[str],
    kind: NodeKind,
    name: str,
) -> tuple[str, ...]:
    """An attribute of the nodes of a kind that the entries hold, its commonest values first."""
    counts: Counter[str] = Counter()
    for entry in entries:
        nodes = (graph.nodes[node] for node in graph.successors(entry))
        counts.update({has[name] for has in nodes if has["kind"] == kind})
    ranked = sorted(filter(None, counts), key=lambda one: (-counts[one], one))
    return tuple(ranked[:MOST_COMPANY])
