"""The graph as rows of typed scalars: what GraphML, GEXF, CSV and JSON have in common."""

import colorsys
import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.export.text import distinct, plain
from graph.model import Analysis

if TYPE_CHECKING:
    import networkx as nx

Scalar = str | int | float | bool
Attributes = dict[str, Scalar]

GOLDEN_ANGLE = 0.381966
"""Of a full turn: hues this far apart stay distinct however many there are."""
SMALLEST, LARGEST = 8.0, 40.0
"""Diameters of a node, in the units of its position."""


class NodeRow(NamedTuple):
    """A node and what is known of it."""

    id: str
    """`kind:key`."""
    attributes: Attributes
    """The first is the id, by the name that the format has for it."""


class EdgeRow(NamedTuple):
    """An edge and what is known of it."""

    source: str
    target: str
    key: str
    """The edge's kind in a multigraph, else empty."""
    attributes: Attributes

    @property
    def name(self) -> str:
        """What tells it from all other edges: its ends and its kind."""
        # NUL stands in no node id, which makes the join unambiguous.
        return "\0".join((self.source, self.target, self.key))


class Rows(NamedTuple):
    """A graph in a fixed order, whatever the order in which it was built."""

    directed: bool
    nodes: list[NodeRow]
    """By id."""
    edges: list[EdgeRow]
    """By source, target and key."""


def rows(graph: "nx.Graph[str]", analysis: Analysis, id_name: str) -> Rows:
    """The rows of a graph, with what the analysis adds.

    Nodes gain `theme`, `x`, `y`, `size`, `r`, `g` and `b`, edges `weight`: names that Gephi reads.

    Args:
        graph: A multigraph or none, directed or not.
        analysis: What is known of its nodes.
        id_name: The attribute that holds a node's id.
    """
    nodes = node_rows(dict(iter(graph.nodes(data=True))), analysis, id_name)
    return Rows(graph.is_directed(), nodes, edge_rows(graph))


def edge_rows(graph: "nx.Graph[str]") -> list[EdgeRow]:
    """The rows of edges with their attributes; see `rows`."""
    return [
        EdgeRow(source, target, key, _with(_weight(data), data))
        for source, target, key, data in _ends(graph)
    ]


def node_rows(
    nodes: Mapping[str, dict[str, Any]], analysis: Analysis, id_name: str
) -> list[NodeRow]:
    """The rows of nodes with their attributes, by id; see `rows`."""
    return [
        NodeRow(node, _with(_with({id_name: plain(node)}, data), _look(node, analysis)))
        for node, data in sorted(nodes.items())
    ]


def _look(node: str, analysis: Analysis) -> dict[str, object]:
    look: dict[str, object] = {}
    if node in analysis.theme_of:
        look["theme"] = analysis.theme_of[node]
    if node in analysis.positions:
        look["x"], look["y"] = analysis.positions[node]
    if node in analysis.importance:
        look["size"] = SMALLEST + (LARGEST - SMALLEST) * analysis.importance[node]
    if node in analysis.communities:
        look["r"], look["g"], look["b"] = colour(analysis.communities[node])
    return look


@cache
def colour(community: int) -> tuple[int, int, int]:
    """The colour of a community as red, green and blue, 0 to 255 each."""
    red, green, blue = colorsys.hls_to_rgb(community * GOLDEN_ANGLE % 1, 0.55, 0.6)
    return round(red * 255), round(green * 255), round(blue * 255)


def _ends(graph: "nx.Graph[str]") -> Iterator[tuple[str, str, str, dict[str, object]]]:
    """Both ends, the key and the data of each edge, in that order."""
    multi, directed = graph.is_multigraph(), graph.is_directed()
    for source, neighbours in sorted(graph.adjacency()):
        for target, data in sorted(neighbours.items()):
            if multi:
                yield from ((source, target, key, data[key]) for key in sorted(data))
            elif directed or source <= target:
                yield source, target, "", data


def _weight(data: dict[str, object]) -> Attributes:
    count = data.get("count")
    return {"weight": float(count)} if isinstance(count, int) else {}


def _with(row: Attributes, attributes: dict[str, object]) -> Attributes:
    """Add to a row what a typed column can hold: nothing empty, no list, no NaN."""
    for name, value in attributes.items():
        # What most are goes first: a graph has a million of them.
        if type(value) is int or (type(value) is str and value and value.isprintable()):
            row[name] = value
        elif (scalar := _scalar(value)) not in (None, ""):
            row[name] = scalar
    return row


def _scalar(value: object) -> Scalar | None:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) or value is None:
        return value
    if isinstance(value, list | tuple):
        return " ; ".join(plain(str(item)) for item in value)
    return plain(str(value))


def opaque_ids(names: Sequence[str], prefix: str) -> list[str]:
    """For each name an id that XML takes as NMTOKEN, the same in every build of every vault.

    Args:
        names: Distinct texts. Two that hash alike are told apart by a number, in sorted order.
        prefix: A letter, since an id must not start with a digit.
    """
    ids = [prefix + _digest(name) for name in names]
    if len(set(ids)) < len(ids):
        told_apart = distinct(dict(sorted(zip(names, ids, strict=True))), ".{}")
        return [told_apart[name] for name in names]
    return ids


def _digest(name: str) -> str:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
