"""GraphML, streamed: http://graphml.graphdrawing.org/specification.html.

networkx's own writer numbers its keys d0, d1 ..., two of which Gephi takes for labels, raises on
values it has no type for, and needs nine times as long.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from graph.export.columns import Columns
from graph.export.rows import Attributes, Rows, opaque_ids, rows
from graph.export.xml import Sink
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def export_graphml(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`graph.graphml`: every node and edge with all its attributes, typed."""
    return write_graphml(rows(graph, analysis))


def write_graphml(table: Rows, description: str = "") -> Iterator[bytes]:
    """Write rows as GraphML, in time linear in their number.

    XML ids are opaque and stable; the attribute `key` of a node holds `kind:key`.

    Args:
        table: The graph.
        description: A word to the reader, kept in the graph's `desc`.
    """
    of_nodes = Columns("node", (row.with_key for row in table.nodes()))
    of_edges = Columns("edge", (row.attributes for row in table.edges()))
    direction = "directed" if table.directed else "undirected"
    sink = Sink()
    with etree.xmlfile(sink, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            for key in (*_keys(of_nodes), *_keys(of_edges)):
                xml.write("\n", key)
            with xml.element("graph", edgedefault=direction):
                if description:
                    xml.write("\n", _with_text(etree.Element("desc"), description))
                for element in _elements(table, of_nodes, of_edges):
                    xml.write("\n", element)
                    yield from sink.full()
    sink.write(b"\n")
    yield from sink.rest()


def _keys(columns: Columns) -> Iterator["etree._Element"]:
    for name, kind in columns.types.items():
        yield etree.Element(
            "key",
            {
                "id": columns.ids[name],
                "for": columns.domain,
                "attr.name": columns.names[name],
                "attr.type": kind.value,
            },
        )


def _elements(table: Rows, of_nodes: Columns, of_edges: Columns) -> Iterator["etree._Element"]:
    node_ids = opaque_ids((row.id for row in table.nodes()), "n")
    edge_ids = opaque_ids((row.name for row in table.edges()), "e")
    for row in table.nodes():
        yield _filled(etree.Element("node", id=node_ids[row.id]), of_nodes, row.with_key)
    for edge in table.edges():
        element = etree.Element("edge", id=edge_ids[edge.name])
        element.set("source", node_ids[edge.source])
        element.set("target", node_ids[edge.target])
        yield _filled(element, of_edges, edge.attributes)


def _filled(
    element: "etree._Element", columns: Columns, attributes: Attributes
) -> "etree._Element":
    for key, text in columns.written(attributes):
        _with_text(etree.SubElement(element, "data", key=key), text)
    return element


def _with_text(element: "etree._Element", text: str) -> "etree._Element":
    element.text = text
    return element
