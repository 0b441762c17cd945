"""`graph.json`: what `networkx.node_link_graph(data, edges="edges")` reads."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.export.json_text import lines
from graph.export.rows import rows
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx


def export_node_link(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """The graph as node-link data; a node's `id` is `kind:key`, one node or edge on each line."""
    table = rows(graph, analysis, "id")
    yield b'{"generator":"inkthread","directed":true,"multigraph":true,"graph":{},"nodes":'
    yield from lines(row.attributes for row in table.nodes)
    yield b',\n"edges":'
    yield from lines(
        {"source": row.source, "target": row.target, "key": row.key, **row.attributes}
        for row in table.edges
    )
    yield b"}\n"
