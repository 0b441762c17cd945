"""GEXF 1.3 with time, streamed: https://gexf.net/schema.html.

Time is told by intervals alone, since Gephi reads a file as either intervals or stamps: an entry
and its edges live on the day of the entry, all else from its first entry to its last, and what has
no date lives always.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from graph.export.columns import Columns, Type, written
from graph.export.rows import Attributes, Rows, opaque_ids, rows
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
    """Write rows as GEXF, in time linear in their number.

    Colour, position and size stand in GEXF's own namespace, as the schema of 1.3 has them; Gephi
    reads them in any.
    """
    writer = _Writer(table)
    options = {
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
        "defaultedgetype": "directed" if table.directed else "undirected",
    }
    groups = (("nodes", writer.nodes()), ("edges", writer.edges()))
    sink = Sink()
    with etree.xmlfile(sink, encoding="utf-8") as xml:
        xml.write_declaration()
        with (
            xml.element("gexf", version="1.3", nsmap={None: NAMESPACE}),
            xml.element("graph", options),
        ):
            xml.write("\n", _declared(writer.of_nodes), "\n", _declared(writer.of_edges), "\n")
            for group, elements in groups:
                with xml.element(group):
                    for element in elements:
                        xml.write("\n", element)
                        yield from sink.full()
    sink.write(b"\n")
    yield from sink.rest()


class _Writer:
    """Makes the elements of one graph."""

    def __init__(self, table: Rows) -> None:
        self._table = table
        self._node_ids = opaque_ids((row.id for row in table.nodes()), "n")
        self._edge_ids = opaque_ids((row.name for row in table.edges()), "e")
        self._dates = {row.id: str(row.attributes.get("date", "")) for row in table.nodes()}
        self.of_nodes = Columns("node", (_others(row.with_key) for row in table.nodes()))
        self.of_edges = Columns("edge", (_others(row.attributes) for row in table.edges()))

    def nodes(self) -> Iterator["etree._Element"]:
        for row in self._table.nodes():
            values = row.with_key
            element = etree.Element("node", id=self._node_ids[row.id])
            element.set("label", str(values.get("label", values["key"])))
            _set_time(element, *_lifetime(values))
            _add_look(element, values)
            _add_values(element, self.of_nodes, values)
            yield element

    def edges(self) -> Iterator["etree._Element"]:
        for row in self._table.edges():
            element = etree.Element("edge", id=self._edge_ids[row.name])
            element.set("source", self._node_ids[row.source])
            element.set("target", self._node_ids[row.target])
            element.set("kind", plain(row.key))
            element.set("weight", written(row.attributes.get("weight", 1.0)))
            _set_time(element, self._dates[row.source], self._dates[row.source])
            _add_values(element, self.of_edges, row.attributes)
            yield element


def _declared(columns: Columns) -> "etree._Element":
    group = etree.Element("attributes", {"class": columns.domain})
    for name, kind in columns.types.items():
        declaration = etree.SubElement(group, "attribute", id=columns.ids[name])
        declaration.set("title", columns.names[name])
        declaration.set("type", _TYPES.get(kind, kind.value))
    return group


def _others(attributes: Attributes) -> Attributes:
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
        etree.SubElement(element, "color", {name: written(values[name]) for name in "rgb"})
    if "x" in values:
        etree.SubElement(element, "position", {name: written(values[name]) for name in "xy"})
    if "size" in values:
        etree.SubElement(element, "size", value=written(values["size"]))


def _add_values(element: "etree._Element", columns: Columns, values: Attributes) -> None:
    group = etree.SubElement(element, "attvalues")
    for key, text in columns.written(_others(values)):
        etree.SubElement(group, "attvalue", {"for": key, "value": text})
