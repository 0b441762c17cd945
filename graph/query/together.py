"""Co-occurrence: what is written about in the same entries."""

import heapq
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from graph.model import NodeKind
from graph.query.evidence import Ref, ref

if TYPE_CHECKING:
    import networkx as nx


class Companion(msgspec.Struct, frozen=True):
    """A node that occurs in the same entries as another."""

    node: Ref
    shared: int
    """In how many entries both occur."""


def entries_with(graph: "nx.MultiDiGraph[str]", node: str) -> list[str]:
    """The entries that state something about a node, sorted by date and id, undated last."""
    kinds = graph.nodes
    found = {one for one in graph.predecessors(node) if kinds[one]["kind"] == NodeKind.ENTRY}
    return sorted(found, key=lambda one: (not kinds[one].get("date"), kinds[one].get("date"), one))


def companions(
    graph: "nx.MultiDiGraph[str]", node: str, kinds: Iterable[NodeKind], limit: int | None = None
) -> dict[str, tuple[Companion, ...]]:
    """The nodes of some kinds that share entries with a node, those that share most first.

    Of two that share as many, the one that occurs in fewer entries is the more telling and
    comes first. Linear in the neighbours of the entries.

    Args:
        graph: The graph.
        node: Whose companions.
        kinds: Which kinds to look at.
        limit: How many of each kind at most.

    Returns:
        Kind → companions, for every kind asked for.
    """
    nodes = graph.nodes
    shared = Counter(
        other for entry in entries_with(graph, node) for other in graph.successors(entry)
    )
    found: dict[str, list[tuple[int, int, str]]] = {kind.value: [] for kind in kinds}
    for other, count in shared.items():
        has = nodes[other]
        if has["kind"] in found and other != node:
            found[has["kind"]].append((-count, has["entries"], other))
    return {
        kind: tuple(
            Companion(ref(graph, other), -count)
            for count, _, other in heapq.nsmallest(limit or len(ranked), ranked)
        )
        for kind, ranked in found.items()
    }


def by_month(graph: "nx.MultiDiGraph[str]", entries: list[str]) -> dict[str, int]:
    """Count dated entries by `YYYY-MM`, in order of time."""
    dates = (graph.nodes[entry].get("date", "") for entry in entries)
    return dict(sorted(Counter(date[:7] for date in dates if date).items()))
