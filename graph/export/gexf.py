"""GEXF 1.3 with time, streamed: https://gexf.net/schema.html.

Time is told by intervals alone, since Gephi reads a file as either intervals or stamps: an entry
and its edges live on the day of the entry, all else from its first entry to its last, and what has
no date lives always.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from graph.export.graphml import edge_name, token_ids
from graph.export.rows import (
    Attributes,
    EdgeRow,
    NodeRow,
    Rows,
    Type,
    column_types,
    opaque_ids,
    rows,
    written,
)
from graph.export.text import plain
from graph.export.xml import Sink
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE = "http://gexf.net/1.3"
_TYPES = {Type.INT: "integer"}
"""Where GEXF's name of a type differs from GraphML's."""
_OWN_PLACE = frozenset({"label", "x", "y", "size", "r", "g", "b", "weight"})
"""Attributes that GEXF has a place of its own for."""


def export_gexf(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`graph.gexf`: every node and edge, with its place, its colour and its time."""
    return write_gexf(rows(graph, analysis))


def write_gexf(table: Rows) -> Iterator[bytes]:
    """Write rows as GEXF, in time linear in their number."""
    writer = _Writer(table)
    sink = Sink()
    with etree.xmlfile(sink, encoding="utf-8") as xml:
        xml.write_declaration()
        with (
            xml.element("gexf", version="1.3", nsmap={None: NAMESPACE}),
            xml.element(
                "graph",
                mode="dynamic",
                timeformat="date",
                timerepresentation="interval",
                defaultedgetype="directed" if table.directed else "undirected",
            ),
        ):
            for declaration in writer.declarations():
                xml.write(declaration, "\n")
            for group, elements in (("nodes", writer.nodes()), ("edges", writer.edges())):
                with xml.element(group):
                    for element in elements:
                        xml.write(element, "\n")
                        yield from sink.full()
    yield from sink.rest()


class _Writer:
    """Makes the elements of one graph."""

    def __init__(self, table: Rows) -> None:
        self._table = table
        self._node_ids = opaque_ids((row.id for row in table.nodes()), "n")
        self._edge_ids = opaque_ids((edge_name(row) for row in table.edges()), "e")
        self._dates = {row.id: str(row.attributes.get("date", "")) for row in table.nodes()}
        self._node_types = column_types(_columns(_node_values(row)) for row in table.nodes())
        self._edge_types = column_types(_columns(row.attributes) for row in table.edges())
        self._node_keys = token_ids("node", self._node_types)
        self._edge_keys = token_ids("edge", self._edge_types)

    def declarations(self) -> Iterator["etree._Element"]:
        yield _declaration("node", self._node_types, self._node_keys)
        yield _declaration("edge", self._edge_types, self._edge_keys)

    def nodes(self) -> Iterator["etree._Element"]:
        for row in self._table.nodes():
            values = row.attributes
            element = etree.Element("node", id=self._node_ids[row.id])
            element.set("label", str(values.get("label", row.id)))
            _set_time(element, *_lifetime(values))
            _add_look(element, values)
            _add_values(element, _columns(_node_values(row)), self._node_keys)
            yield element

    def edges(self) -> Iterator["etree._Element"]:
        for row in self._table.edges():
            element = etree.Element("edge", id=self._edge_ids[edge_name(row)])
            element.set("source", self._node_ids[row.source])
            element.set("target", self._node_ids[row.target])
            element.set("kind", row.key)
            element.set("weight", written(row.attributes.get("weight", 1.0)))
            self._set_edge_time(element, row)
            _add_values(element, _columns(row.attributes), self._edge_keys)
            yield element

    def _set_edge_time(self, element: "etree._Element", row: EdgeRow) -> None:
        day = self._dates[row.source]
        _set_time(element, day, day)


def _node_values(row: NodeRow) -> Attributes:
    return {"key": plain(row.id), **row.attributes}


def _columns(attributes: Attributes) -> Attributes:
    return {name: value for name, value in attributes.items() if name not in _OWN_PLACE}


def _lifetime(values: Attributes) -> tuple[str, str]:
    date = values.get("date", "")
    return str(date or values.get("first", "")), str(date or values.get("last", ""))


def _set_time(element: "etree._Element", start: str, end: str) -> None:
    if start and end:
        element.set("start", start)
        element.set("end", end)


def _add_look(element: "etree._Element", values: Attributes) -> None:
    if "r" in values:
        colour = {channel: written(values[channel]) for channel in "rgb"}
        etree.SubElement(element, "color", colour)
    if "x" in values:
        position = {axis: written(values[axis]) for axis in "xy"}
        etree.SubElement(element, "position", position)
    if "size" in values:
        etree.SubElement(element, "size", value=written(values["size"]))


def _add_values(element: "etree._Element", values: Attributes, keys: dict[str, str]) -> None:
    group = etree.SubElement(element, "attvalues")
    for name, value in values.items():
        etree.SubElement(group, "attvalue", {"for": keys[name], "value": written(value)})


def _declaration(domain: str, types: dict[str, Type], keys: dict[str, str]) -> "etree._Element":
    group = etree.Element("attributes", {"class": domain})
    for name, kind in types.items():
        attributes = {"id": keys[name], "title": plain(name), "type": _TYPES.get(kind, kind.value)}
        etree.SubElement(group, "attribute", attributes)
    return group
