"""How two nodes are connected, and which entries say so."""

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from graph.query.evidence import Evidence, Ref, evidence, ref

if TYPE_CHECKING:
    import networkx as nx


class Step(msgspec.Struct, frozen=True):
    """One hop: two neighbours and the entry that joins them."""

    start: Ref
    end: Ref
    evidence: Evidence


class Connection(msgspec.Struct, frozen=True):
    """The most telling way from one node to another."""

    start: Ref
    end: Ref
    connected: bool
    steps: tuple[Step, ...]
    """Empty where the two are not connected, or are one."""


def connection(graph: "nx.MultiDiGraph[str]", start: str, end: str) -> Connection:
    """Find the shortest way that prefers the specific to the common.

    Edges are walked both ways. To pass a node costs the logarithm of its degree, so that a tag
    that half of the vault bears explains less than a book that two entries name. Dijkstra from
    both ends: O(edges + nodes log nodes).
    """
    import networkx as nx

    try:
        _, path = nx.bidirectional_dijkstra(_by_cost(graph), start, end)
    except nx.NetworkXNoPath:
        return Connection(ref(graph, start), ref(graph, end), False, ())
    steps = tuple(_step(graph, one, other) for one, other in pairwise(path))
    return Connection(ref(graph, start), ref(graph, end), True, steps)


def _by_cost(graph: "nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    import networkx as nx

    cost = {node: math.log2(1 + degree) for node, degree in graph.degree()}
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    plain.add_weighted_edges_from(
        (one, other, cost[one] + cost[other]) for one, other in graph.edges()
    )
    return plain


def _step(graph: "nx.MultiDiGraph[str]", one: str, other: str) -> Step:
    edges = [
        (source, target, kind)
        for source, target in ((one, other), (other, one))
        if graph.has_edge(source, target)
        for kind in sorted(graph[source][target])
    ]
    return Step(ref(graph, one), ref(graph, other), evidence(graph, *edges[0]))
