"""`nodes.csv` and `edges.csv`: RFC 4180, and safe to open in a spreadsheet."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.export.columns import column_types, written
from graph.export.rows import Attributes, rows
from graph.export.text import plain
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet compute a cell (OWASP, CSV injection)."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
MAX_META = 200
"""Front-matter keys with a column of their own: a table costs rows times columns."""
_META = "meta."


def export_nodes_csv(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """One node on each row: `id` (`kind:key`), then every attribute that some node has.

    The 200 commonest keys of front matter have a column each; the rest share the column `meta`, as
    `key: value ; key: value`.
    """
    table = rows(graph, analysis, "id")
    common = _common_meta(row.attributes for row in table.nodes)
    yield from _table(_folded(row.attributes, common) for row in table.nodes)


def export_edges_csv(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """One edge on each row: `source` and `target`, then every attribute that some edge has."""
    table = rows(graph, analysis, "id")
    yield from _table(
        {"source": row.source, "target": row.target, **row.attributes} for row in table.edges
    )


def _common_meta(attributes: Iterable[Attributes]) -> set[str]:
    counts = Counter(name for each in attributes for name in each if name.startswith(_META))
    return set(sorted(counts, key=lambda name: (-counts[name], name))[:MAX_META])


def _folded(attributes: Attributes, common: set[str]) -> Attributes:
    """Attributes with the uncommon front matter gathered in one."""
    rest = {name for name in attributes if name.startswith(_META) and name not in common}
    if not rest:
        return attributes
    kept = {name: value for name, value in attributes.items() if name not in rest}
    parts = (f"{name.removeprefix(_META)}: {attributes[name]}" for name in sorted(rest))
    return {**kept, "meta": " ; ".join(parts)}


def _table(records: Iterable[Attributes]) -> Iterator[bytes]:
    kept = list(records)
    place = {name: at for at, name in enumerate(column_types(kept))}
    yield _line([defused(name) for name in place])
    for record in kept:
        cells = [""] * len(place)
        for name, value in record.items():
            cells[place[name]] = defused(written(value))
        yield _line(cells)


def _line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def defused(cell: str) -> str:
    """Put `'` before a text that a spreadsheet would run as a formula; numbers stay numbers."""
    cell = plain(cell)
    return "'" + cell if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell
