"""Importance: how much a reader should see of a node at first glance."""

import math

import igraph
import networkx as nx


def rank_nodes(graph: "nx.MultiDiGraph[str]") -> dict[str, float]:
    """Rate every node from 0 to 1 by who points at it, in how many entries it occurs, its degree.

    PageRank finds what other entries lead to; entries and degree keep a hub in view that
    points outwards. Each is put on a logarithmic scale, for all three are heavy-tailed.
    """
    nodes = sorted(graph)
    if not nodes:
        return {}
    index = {node: i for i, node in enumerate(nodes)}
    edges = sorted({(index[source], index[target]) for source, target in graph.edges()})
    pagerank = igraph.Graph(n=len(nodes), edges=edges, directed=True).pagerank()
    floor = min(pagerank)
    measures = (
        _log_scaled([rank / floor - 1 for rank in pagerank]),
        _log_scaled([float(graph.nodes[node].get("entries", 0)) for node in nodes]),
        _log_scaled([float(graph.degree(node)) for node in nodes]),
    )
    return {
        node: round(sum(values) / len(measures), 4)
        for node, values in zip(nodes, zip(*measures, strict=True), strict=True)
    }


def _log_scaled(values: list[float]) -> list[float]:
    """The values on a logarithmic scale from 0 to 1."""
    top = math.log1p(max(values))
    return [math.log1p(value) / top if top else 0.0 for value in values]
