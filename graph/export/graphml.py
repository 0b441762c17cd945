"""GraphML, streamed: http://graphml.graphdrawing.org/specification.html.

networkx's own writer numbers its keys d0, d1 ..., two of which Gephi takes for labels, raises on
values it has no type for, and is several times slower.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.export.columns import Columns
from graph.export.rows import Rows, opaque_ids, rows
from graph.export.xml import DECLARATION, attributes, content
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx


def export_graphml(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`graph.graphml`: every node and edge with all its attributes, typed."""
    return write_graphml(rows(graph, analysis))


def write_graphml(table: Rows, description: str = "") -> Iterator[bytes]:
    """Write rows as GraphML, in time linear in their number.

    XML ids are opaque and stable; the attribute `key` of a node holds `kind:key`. Names of
    attributes are NMTOKENs, as the schema wants; where one had to change, its `desc` is exact.

    Args:
        table: The graph.
        description: A word to the reader, kept in the graph's `desc`.
    """
    for line in _lines(table, description):
        yield (line + "\n").encode()


def _lines(table: Rows, description: str) -> Iterator[str]:
    of_nodes = Columns("node", (row.with_key for row in table.nodes))
    of_edges = Columns("edge", (row.attributes for row in table.edges))
    yield DECLARATION + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield from _keys(of_nodes)
    yield from _keys(of_edges)
    yield f'<graph edgedefault="{"directed" if table.directed else "undirected"}">'
    if description:
        yield f"<desc>{content(description)}</desc>"
    node_ids = opaque_ids((row.id for row in table.nodes), "n")
    for row in table.nodes:
        yield f'<node id="{node_ids[row.id]}">{_data(of_nodes.written(row.with_key))}</node>'
    edge_ids = opaque_ids((row.name for row in table.edges), "e")
    for edge in table.edges:
        ends = f'source="{node_ids[edge.source]}" target="{node_ids[edge.target]}"'
        data = _data(of_edges.written(edge.attributes))
        yield f'<edge id="{edge_ids[edge.name]}" {ends}>{data}</edge>'
    yield "</graph>\n</graphml>"


def _keys(columns: Columns) -> Iterator[str]:
    for name, kind in columns.types.items():
        declared = {
            "id": columns.ids[name],
            "for": columns.domain,
            "attr.name": columns.names[name],
            "attr.type": kind.value,
        }
        # The schema allows no space and few signs in attr.name.
        exact = columns.titles[name] if columns.titles[name] != columns.names[name] else ""
        described = f"><desc>{content(exact)}</desc></key>" if exact else "/>"
        yield f"<key{attributes(declared)}{described}"


def _data(values: Sequence[tuple[str, str]]) -> str:
    return "".join([f'<data key="{key}">{content(text)}</data>' for key, text in values])
