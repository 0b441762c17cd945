"""Co-occurrence: what is written about in the same entries."""

from collections import Counter
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


def companions(graph: "nx.MultiDiGraph[str]", node: str, kind: NodeKind) -> tuple[Companion, ...]:
    """The nodes of one kind that share entries with a node, those that share most first.

    Of two that share as many, the one that occurs in fewer entries is the more telling and
    comes first. Linear in the neighbours of the entries.
    """
    shared = Counter(
        other
        for entry in entries_with(graph, node)
        for other in graph.successors(entry)
        if other != node and graph.nodes[other]["kind"] == kind
    )

    def rank(other: str) -> tuple[int, int, str]:
        return (-shared[other], graph.nodes[other]["entries"], other)

    return tuple(Companion(ref(graph, other), shared[other]) for other in sorted(shared, key=rank))


def by_month(graph: "nx.MultiDiGraph[str]", entries: list[str]) -> dict[str, int]:
    """Count dated entries by `YYYY-MM`, in order of time."""
    dates = (graph.nodes[entry].get("date", "") for entry in entries)
    return dict(sorted(Counter(date[:7] for date in dates if date).items()))
