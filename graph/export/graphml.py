"""GraphML, streamed: http://graphml.graphdrawing.org/specification.html.

networkx's own writer numbers its keys d0, d1 ..., two of which Gephi takes for labels, raises on
values it has no type for, and needs nine times as long.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from graph.export.rows import (
    Attributes,
    EdgeRow,
    Rows,
    Type,
    column_types,
    opaque_ids,
    rows,
    written,
)
from graph.export.text import distinct, plain
from graph.export.xml import Sink
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NOT_IN_TOKEN = re.compile(r"[^A-Za-z0-9_.-]")


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
    node_keys = _Keys("node", (_with_key(row.id, row.attributes) for row in table.nodes()))
    edge_keys = _Keys("edge", (row.attributes for row in table.edges()))
    node_ids = opaque_ids((row.id for row in table.nodes()), "n")
    edge_ids = opaque_ids((edge_name(row) for row in table.edges()), "e")
    sink = Sink()
    with etree.xmlfile(sink, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            for key in (*node_keys.declarations(), *edge_keys.declarations()):
                xml.write(key, "\n")
            default = "directed" if table.directed else "undirected"
            with xml.element("graph", edgedefault=default):
                if description:
                    xml.write(_element("desc", description))
                xml.write("\n")
                for row in table.nodes():
                    node = etree.Element("node", id=node_ids[row.id])
                    node_keys.fill(node, _with_key(row.id, row.attributes))
                    xml.write(node, "\n")
                    yield from sink.full()
                for edge in table.edges():
                    element = etree.Element(
                        "edge",
                        id=edge_ids[edge_name(edge)],
                        source=node_ids[edge.source],
                        target=node_ids[edge.target],
                    )
                    edge_keys.fill(element, edge.attributes)
                    xml.write(element, "\n")
                    yield from sink.full()
    yield from sink.rest()


def edge_name(edge: EdgeRow) -> str:
    """What tells an edge from all others: its ends and its kind."""
    # NUL stands in no node id, which makes the join unambiguous.
    return "\0".join((edge.source, edge.target, edge.key))


def _with_key(identifier: str, attributes: Attributes) -> Attributes:
    return {"key": plain(identifier), **attributes}


def _element(tag: str, text: str) -> "etree._Element":
    element = etree.Element(tag)
    element.text = text
    return element


class _Keys:
    """The `<key>` declarations of nodes or of edges, and the `<data>` that point at them."""

    def __init__(self, domain: str, attributes: Iterable[Attributes]) -> None:
        self._domain = domain
        self._types = column_types(attributes)
        self._names = distinct({name: plain(name) for name in self._types}, " ({})")
        self._ids = token_ids(domain, self._types)

    def declarations(self) -> Iterator["etree._Element"]:
        for name, kind in self._types.items():
            yield etree.Element(
                "key",
                {
                    "id": self._ids[name],
                    "for": self._domain,
                    "attr.name": self._names[name],
                    "attr.type": kind.value,
                },
            )

    def fill(self, element: "etree._Element", attributes: Attributes) -> None:
        for name, value in attributes.items():
            data = etree.SubElement(element, "data", key=self._ids[name])
            data.text = written(float(value) if self._types[name] is Type.DOUBLE else value)


def token_ids(domain: str, names: Iterable[str]) -> dict[str, str]:
    """Attribute → key id, such as `node_label`.

    Named after the attribute because Gephi shows them as column ids and takes `d3` and `d7` for
    labels; distinct without regard to case because Gephi lowers it.
    """
    stems = {name: f"{domain}_{_NOT_IN_TOKEN.sub('_', name)}" for name in names}
    return distinct(stems, fold=str.lower)
