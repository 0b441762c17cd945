"""The people and the ideas of a vault, the most frequent first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from graph.model import NodeKind
from graph.query.evidence import Ref, ref
from graph.query.together import Companion, by_month, companions, entries_with

if TYPE_CHECKING:
    import networkx as nx

COMPANY = (NodeKind.PERSON, NodeKind.IDEA)
MOST_TELLING = 3


class Listed(msgspec.Struct, frozen=True):
    """A person or an idea, as one row of a list."""

    node: Ref
    entries: int
    first: str
    """ISO date; empty where unknown. So too `last`."""
    last: str
    by_month: dict[str, int]
    aliases: tuple[str, ...]
    """The other names of a person."""
    confidence: float
    """0 to 1; below 1 only for a person who was inferred."""
    people: tuple[Companion, ...]
    """Up to three who share most entries with it."""
    ideas: tuple[Companion, ...]
    """Up to three that share most entries with it."""


def people(graph: "nx.MultiDiGraph[str]") -> tuple[Listed, ...]:
    """The people, those in most entries first."""
    return _list(graph, NodeKind.PERSON)


def ideas(graph: "nx.MultiDiGraph[str]") -> tuple[Listed, ...]:
    """The ideas, those in most entries first."""
    return _list(graph, NodeKind.IDEA)


def aliases_of(attributes: Mapping[str, str]) -> tuple[str, ...]:
    """Take the aliases of a person apart."""
    joined = attributes.get("aliases", "")
    return tuple(joined.split(" ; ")) if joined else ()


def _list(graph: "nx.MultiDiGraph[str]", kind: NodeKind) -> tuple[Listed, ...]:
    nodes = [node for node, attributes in graph.nodes(data=True) if attributes["kind"] == kind]

    def rank(node: str) -> tuple[int, str, str]:
        return (-graph.nodes[node]["entries"], graph.nodes[node]["label"].casefold(), node)

    return tuple(_row(graph, node) for node in sorted(nodes, key=rank))


def _row(graph: "nx.MultiDiGraph[str]", node: str) -> Listed:
    attributes = graph.nodes[node]
    together = companions(graph, node, COMPANY, MOST_TELLING)
    return Listed(
        ref(graph, node),
        attributes["entries"],
        attributes.get("first", ""),
        attributes.get("last", ""),
        by_month(graph, entries_with(graph, node)),
        aliases_of(attributes),
        attributes.get("confidence", 1.0),
        together[NodeKind.PERSON],
        together[NodeKind.IDEA],
    )
