"""GraphML, streamed: http://graphml.graphdrawing.org/specification.html.

networkx's own writer numbers its keys d0, d1 ..., two of which Gephi takes for labels, raises on
values it has no type for, and is several times slower.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.export.columns import Columns
from graph.export.rows import Attributes, Rows, opaque_ids, rows
from graph.export.xml import DECLARATION, attributes, content
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

BATCH = 64
"""Elements escaped together."""
_OPEN, _CLOSE = "\1", "\2"
"""Stand for `<` and `>` of markup until all else is escaped; no text of XML can hold them."""


def export_graphml(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`graph.graphml`: every node and edge with all its attributes, typed."""
    return write_graphml(rows(graph, analysis, "key"))


def write_graphml(table: Rows, description: str = "") -> Iterator[bytes]:
    """Write rows as GraphML, in time linear in their number.

    XML ids are opaque and stable; the attribute `key` of a node holds `kind:key`. Names of
    attributes are NMTOKENs, as the schema wants; where one had to change, its `desc` is exact.

    Args:
        table: The graph.
        description: A word to the reader, kept in the graph's `desc`.
    """
    of_nodes = Columns("node", [row.attributes for row in table.nodes])
    of_edges = Columns("edge", [row.attributes for row in table.edges])
    yield _head(table, (of_nodes, of_edges), description).encode()
    names = [row.id for row in table.nodes]
    ids = dict(zip(names, opaque_ids(names, "n"), strict=True))
    yield from _elements(
        '<node id="%s">{}</node>\n',
        of_nodes,
        (((ids[row.id],), row.attributes) for row in table.nodes),
    )
    edge_ids = opaque_ids([row.name for row in table.edges], "e")
    yield from _elements(
        '<edge id="%s" source="%s" target="%s">{}</edge>\n',
        of_edges,
        (
            ((name, ids[row.source], ids[row.target]), row.attributes)
            for name, row in zip(edge_ids, table.edges, strict=True)
        ),
    )
    yield b"</graph>\n</graphml>\n"


def _head(table: Rows, columns: Iterable[Columns], description: str) -> str:
    lines = [DECLARATION + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for each in columns:
        lines += _keys(each)
    lines.append(f'<graph edgedefault="{"directed" if table.directed else "undirected"}">')
    if description:
        lines.append(f"<desc>{content(description)}</desc>")
    return "\n".join(lines) + "\n"


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
