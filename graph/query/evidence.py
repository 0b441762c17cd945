"""Where a fact stands in the vault: what every other answer is made of."""

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import networkx as nx


class Ref(msgspec.Struct, frozen=True):
    """A node, named for people and for scripts."""

    id: str
    """`kind:key`."""
    kind: str
    label: str


class Evidence(msgspec.Struct, frozen=True):
    """One edge, with the place in the vault that states it."""

    edge: str
    """The kind of edge."""
    source: Ref
    target: Ref
    path: str
    """The entry that says so; empty for `broader`, which two tags' names say."""
    line: int
    """1-based line of the first occurrence; 0 for `broader`."""
    date: str
    """The entry's ISO date; empty where unknown."""
    context: str
    count: int
    """How often the entry says so."""
    relation: str
    """The key or field of a typed link, else empty."""


class Why(msgspec.Struct, frozen=True):
    """All that the vault says about a node."""

    node: Ref
    evidence: tuple[Evidence, ...]
    """In order of time, then of path and line; what is undated comes last."""
    rests_on: str = ""
    """Of a person inferred from prose: what speaks for and against, the weightiest first."""


def why(graph: "nx.MultiDiGraph[str]", node: str) -> Why:
    """Collect every statement that a node rests on, linear in its degree."""
    found = [*edges_into(graph, node), *edges_out_of(graph, node)]
    rests_on = graph.nodes[node].get("evidence", "")
    return Why(ref(graph, node), tuple(sorted(dict.fromkeys(found), key=in_time)), rests_on)


def ref(graph: "nx.MultiDiGraph[str]", node: str) -> Ref:
    """Name a node."""
    attributes = graph.nodes[node]
    return Ref(node, attributes["kind"], attributes["label"])


def edges_into(graph: "nx.MultiDiGraph[str]", node: str) -> list[Evidence]:
    """The edges that end at a node."""
    return [evidence(graph, *edge) for edge in graph.in_edges(node, keys=True)]


def edges_out_of(graph: "nx.MultiDiGraph[str]", node: str) -> list[Evidence]:
    """The edges that start at a node."""
    return [evidence(graph, *edge) for edge in graph.out_edges(node, keys=True)]


def evidence(graph: "nx.MultiDiGraph[str]", source: str, target: str, kind: str) -> Evidence:
    """Describe one edge."""
    edge = graph.edges[source, target, kind]
    entry = graph.nodes[source]
    return Evidence(
        kind,
        ref(graph, source),
        ref(graph, target),
        entry.get("path", ""),
        edge["line"],
        entry.get("date", ""),
        edge["context"],
        edge["count"],
        edge.get("relation", ""),
    )


def in_time(fact: Evidence) -> tuple[bool, str, str, int, str, str]:
    """Sort key: dated facts first, in order of time; then by place."""
    return (not fact.date, fact.date, fact.path, fact.line, fact.edge, fact.target.id)
