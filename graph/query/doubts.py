"""The people who were inferred from prose and are not sure, with all that helps to decide."""

from typing import TYPE_CHECKING

import msgspec

from graph.model import EdgeKind, NodeKind
from graph.query.evidence import Evidence, Ref, edges_into, in_time, ref
from graph.query.listing import aliases_of

if TYPE_CHECKING:
    import networkx as nx

SURE = 0.8
"""People of more confidence are not doubted."""


class Doubt(msgspec.Struct, frozen=True):
    """Somebody who may be nobody."""

    node: Ref
    confidence: float
    """0 to 1."""
    aliases: tuple[str, ...]
    entries: int
    rests_on: str
    """What speaks for and against in the surest place, the weightiest first."""
    example: Evidence
    """The first place that names the person."""


def doubtful_people(graph: "nx.MultiDiGraph[str]") -> tuple[Doubt, ...]:
    """The people of less confidence than `SURE`, the least sure first."""
    doubts = [
        _doubt(graph, node)
        for node, attributes in graph.nodes(data=True)
        if attributes["kind"] == NodeKind.PERSON and attributes["confidence"] < SURE
    ]
    return tuple(sorted(doubts, key=lambda doubt: (doubt.confidence, doubt.node.id)))


def _doubt(graph: "nx.MultiDiGraph[str]", node: str) -> Doubt:
    attributes = graph.nodes[node]
    named = (fact for fact in edges_into(graph, node) if fact.edge == EdgeKind.MENTIONS)
    return Doubt(
        ref(graph, node),
        attributes["confidence"],
        aliases_of(attributes),
        attributes["entries"],
        attributes.get("evidence", ""),
        min(named, key=in_time),
    )
