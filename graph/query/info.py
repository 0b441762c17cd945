"""What is known of one node: what it is, when it occurs, and with whom and what."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from graph.model import NodeKind
from graph.query.evidence import Evidence, Ref, edges_into, edges_out_of, in_time, ref
from graph.query.together import Companion, by_month, companions, entries_with

if TYPE_CHECKING:
    import networkx as nx

COMPANY = (NodeKind.PERSON, NodeKind.IDEA, NodeKind.TAG, NodeKind.URL)
SHOWN_ELSEWHERE = frozenset({"kind", "label", "entries", "first", "last", "theme"})


class Group(msgspec.Struct, frozen=True):
    """The neighbours of one kind, along one kind of edge, in one direction."""

    edge: str
    outgoing: bool
    """Whether the node is where the edges start."""
    kind: str
    """The kind of the neighbours."""
    evidence: tuple[Evidence, ...]
    """One for each neighbour, in order of time."""


class Info(msgspec.Struct, frozen=True):
    """A node as the whole vault shows it."""

    node: Ref
    attributes: dict[str, str | int | float]
    """What its kind has besides: aliases, url, site, date, words, `meta.KEY` ..."""
    entries: int
    """In how many entries it occurs."""
    first: str
    """ISO date; empty where unknown. So too `last`."""
    last: str
    theme: str
    """The id of its strongest theme, else empty."""
    by_month: dict[str, int]
    """`YYYY-MM` → entries it occurs in."""
    together: dict[str, tuple[Companion, ...]]
    """Kind → the nodes that share entries with it, most first; empty for an entry, whose
    neighbours say it."""
    neighbours: tuple[Group, ...]


def node_info(graph: "nx.MultiDiGraph[str]", node: str) -> Info:
    """Say what a node is, when it occurs and what with.

    Linear in the neighbours of its neighbours.
    """
    attributes = graph.nodes[node]
    own = {key: value for key, value in attributes.items() if key not in SHOWN_ELSEWHERE}
    is_entry = attributes["kind"] == NodeKind.ENTRY
    together = {} if is_entry else companions(graph, node, COMPANY)
    return Info(
        ref(graph, node),
        own,
        attributes["entries"],
        attributes.get("first", ""),
        attributes.get("last", ""),
        attributes.get("theme", ""),
        by_month(graph, [node] if is_entry else entries_with(graph, node)),
        {kind: nodes for kind, nodes in together.items() if nodes},
        (
            *_groups(edges_out_of(graph, node), outgoing=True),
            *_groups(edges_into(graph, node), outgoing=False),
        ),
    )


def _groups(facts: Iterable[Evidence], *, outgoing: bool) -> Iterable[Group]:
    def place(fact: Evidence) -> tuple[str, str]:
        return (fact.edge, (fact.target if outgoing else fact.source).kind)

    ordered = sorted(sorted(facts, key=in_time), key=place)
    for (edge, kind), same in groupby(ordered, key=place):
        yield Group(edge, outgoing, kind, tuple(same))
