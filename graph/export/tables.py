"""`nodes.csv` and `edges.csv`: RFC 4180, and safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.export.columns import column_types, written
from graph.export.rows import Attributes, Scalar, rows
from graph.export.text import plain
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet compute a cell (OWASP, CSV injection)."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def export_nodes_csv(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """One node on each row: `id` (`kind:key`), then every attribute that some node has."""
    table = rows(graph, analysis)
    columns = column_types(row.attributes for row in table.nodes)
    yield from _table(["id"], columns, (([row.id], row.attributes) for row in table.nodes))


def export_edges_csv(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """One edge on each row: `source` and `target`, then every attribute that some edge has."""
    table = rows(graph, analysis)
    columns = column_types(row.attributes for row in table.edges)
    ends = (([row.source, row.target], row.attributes) for row in table.edges)
    yield from _table(["source", "target"], columns, ends)


def _table(
    first: list[str], columns: Iterable[str], records: Iterable[tuple[list[str], Attributes]]
) -> Iterator[bytes]:
    names = list(columns)
    yield _line([*first, *names])
    for ids, attributes in records:
        yield _line([*ids, *(attributes.get(name, "") for name in names)])


def _line(cells: Iterable[Scalar]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow([defused(written(cell)) for cell in cells])
    return line.getvalue().encode()


def defused(cell: str) -> str:
    """Put `'` before a text that a spreadsheet would run as a formula; numbers stay numbers."""
    cell = plain(cell)
    return "'" + cell if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell
