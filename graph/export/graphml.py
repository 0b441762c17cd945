"""GraphML, streamed: http://graphml.graphdrawing.org/specification.html.

networkx's own writer numbers its keys d0, d1 ..., two of which Gephi takes for labels, raises on
values it has no type for, and is several times slower.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.export.columns import Columns
from graph.export.rows import (
    Attributes,
    EdgeRow,
    NodeRow,
    Rows,
    edge_rows,
    node_rows,
    opaque_ids,
    rows,
)
from graph.export.xml import DECLARATION, attributes, content
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

    from graph.export import Exporter

BATCH = 64
"""Elements escaped together."""
_HEAD = DECLARATION + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
_OPEN, _CLOSE = "\1", "\2"
"""Stand for `<` and `>` of markup until all else is escaped; no text of XML can hold them."""


def export_graphml(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`graph.graphml`: every node and edge with all its attributes, typed."""
    return write_graphml(rows(graph, analysis, "key"))


def begin_graphml(graph: "nx.MultiDiGraph[str]") -> "Exporter":
    """The same, its edges written at once and kept: most of the file, and no analysis is in it."""
    document = Document(graph.is_directed(), sorted(graph), edge_rows(graph))
    document.keep()
    nodes = dict(iter(graph.nodes(data=True)))
    return lambda _graph, analysis, _: document.with_nodes(node_rows(nodes, analysis, "key"))


def write_graphml(table: Rows, description: str = "") -> Iterator[bytes]:
    """Write rows as GraphML, in time linear in their number.

    Args:
        table: The graph.
        description: A word to the reader, kept in the graph's `desc`.
    """
    names = [row.id for row in table.nodes]
    return Document(table.directed, names, table.edges, description).with_nodes(table.nodes)


class Document:
    """A GraphML file; what its nodes bear may become known after all else.

    XML ids are opaque and stable; the attribute `key` of a node holds `kind:key`. Names of
    attributes are NMTOKENs, as the schema wants; where one had to change, its `desc` is exact.

    Args:
        directed: Whether the graph is.
        nodes: The ids of the nodes, in the order in which they will come.
        edges: The edges.
        description: A word to the reader, kept in the graph's `desc`.
    """

    def __init__(
        self, directed: bool, nodes: Sequence[str], edges: Sequence[EdgeRow], description: str = ""
    ) -> None:
        self._frame = f'<graph edgedefault="{"directed" if directed else "undirected"}">\n'
        if description:
            self._frame += f"<desc>{content(description)}</desc>\n"
        self._ids = dict(zip(nodes, opaque_ids(nodes, "n"), strict=True))
        self._of_edges = Columns("edge", [row.attributes for row in edges])
        self._edges: Iterable[bytes] = _edges(edges, self._of_edges, self._ids)

    def keep(self) -> None:
        """Write the edges now, and keep what is written until the nodes are known."""
        self._edges = tuple(self._edges)

    def with_nodes(self, nodes: Sequence[NodeRow]) -> Iterator[bytes]:
        """All of it, piece by piece, once."""
        of_nodes = Columns("node", [row.attributes for row in nodes])
        keys = [*_keys(of_nodes), *_keys(self._of_edges)]
        yield "\n".join([_HEAD, *keys, self._frame]).encode()
        yield from _elements(
            '<node id="%s">{}</node>\n',
            of_nodes,
            (((self._ids[row.id],), row.attributes) for row in nodes),
        )
        yield from self._edges
        yield b"</graph>\n</graphml>\n"


def _edges(edges: Sequence[EdgeRow], columns: Columns, ids: Mapping[str, str]) -> Iterator[bytes]:
    edge_ids = opaque_ids([row.name for row in edges], "e")
    return _elements(
        '<edge id="%s" source="%s" target="%s">{}</edge>\n',
        columns,
        (
            ((name, ids[row.source], ids[row.target]), row.attributes)
            for name, row in zip(edge_ids, edges, strict=True)
        ),
    )


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


def _elements(
    frame: str, columns: Columns, rows: Iterator[tuple[tuple[str, ...], Attributes]]
) -> Iterator[bytes]:
    """Elements of one kind, each from its ids and its attributes.

    Texts are escaped when they stand in their elements, many at once: one by one took as long as
    all else.
    """

    @lru_cache(maxsize=1024)
    def template(names: tuple[str, ...]) -> str:
        data = [f'<data key="{columns.ids[name]}">%s</data>' for name in names]
        return frame.format("".join(data)).replace("<", _OPEN).replace(">", _CLOSE)

    while batch := [*islice(rows, BATCH)]:
        filled = [template(tuple(row)) % (*ids, *columns.cells(row)) for ids, row in batch]
        yield content("".join(filled)).replace(_OPEN, "<").replace(_CLOSE, ">").encode()
