"""Assemble: knowledge as a `networkx.MultiDiGraph` with scalar attributes only."""

from collections import defaultdict
from collections.abc import Iterable

import networkx as nx

from graph.model import Edge, EdgeKind, Knowledge, Node, NodeKind

ALIAS_SEPARATOR = " ; "


def build_graph(knowledge: Knowledge) -> "nx.MultiDiGraph[str]":
    """Fill a graph with typed nodes and edges (docs/nodes-and-edges.md lists every attribute).

    Every node also says in how many `entries` it occurs, and when `first` and `last`. An entry
    occurs in itself alone; a tag in the entries of its nested tags too, as a search for it in
    Obsidian would find them.

    Returns:
        A graph whose node ids are `kind:key`, whose edge keys are the edge's kind, and whose
        attributes are text and numbers; what is unknown has no attribute.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    occurrences = _occurrences(knowledge)
    days = {node.id: node.date for node in knowledge.nodes if node.kind is NodeKind.ENTRY}
    for node in knowledge.nodes:
        graph.add_node(node.id, **_attributes(node), **_span(occurrences.get(node.id, set()), days))
    for edge in knowledge.edges:
        graph.add_edge(edge.source, edge.target, key=edge.kind.value, **_edge_attributes(edge))
    return graph


def _occurrences(knowledge: Knowledge) -> dict[str, set[str]]:
    """Node id → ids of the entries that it occurs in."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    entries = {node.id for node in knowledge.nodes if node.kind is NodeKind.ENTRY}
    for edge in knowledge.edges:
        if edge.kind is not EdgeKind.BROADER and edge.target not in entries:
            found[edge.target].add(edge.source)
    for entry in entries:
        found[entry] = {entry}
    for edge in sorted(_broader(knowledge.edges), key=lambda edge: -edge.source.count("/")):
        found[edge.target] |= found[edge.source]
    return found


def _broader(edges: Iterable[Edge]) -> Iterable[Edge]:
    """From nested tags to broader ones."""
    return (edge for edge in edges if edge.kind is EdgeKind.BROADER)


def _span(entries: set[str], days: dict[str, str]) -> dict[str, str | int]:
    known = [days[entry] for entry in entries if days[entry]]
    span: dict[str, str | int] = {"entries": len(entries)}
    return span | {"first": min(known), "last": max(known)} if known else span


def _attributes(node: Node) -> dict[str, str | int | float]:
    """What the kind of a node has, without what is unknown."""
    common: dict[str, str | int | float] = {"kind": node.kind.value, "label": node.label}
    if node.kind is NodeKind.ENTRY:
        date: dict[str, str] = {"date": node.date} if node.date else {}
        meta = {f"meta.{key}": value for key, value in node.meta}
        return (
            common | {"path": node.path, "title": node.title} | date | {"words": node.words} | meta
        )
    if node.kind is NodeKind.PERSON:
        aliases = {"aliases": ALIAS_SEPARATOR.join(node.aliases)} if node.aliases else {}
        evidence = {"evidence": node.evidence} if node.evidence else {}
        return common | aliases | {"confidence": node.confidence} | evidence
    if node.kind is NodeKind.URL:
        return common | {"url": node.url, "site": node.site}
    return common


def _edge_attributes(edge: Edge) -> dict[str, str | int]:
    attributes: dict[str, str | int] = {
        "kind": edge.kind.value,
        "count": edge.count,
        "line": edge.line,
        "context": edge.context,
    }
    return attributes | {"relation": edge.relation} if edge.relation else attributes
