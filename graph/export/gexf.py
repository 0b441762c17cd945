"""GEXF 1.3 with time, streamed: https://gexf.net/schema.html.

Time is told by intervals alone, since Gephi reads a file as either intervals or stamps: an entry
and its edges live on the day of the entry, all else from its first entry to its last, and what has
no date lives always.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.export.columns import Columns, Type, written
from graph.export.rows import Attributes, EdgeRow, NodeRow, Rows, opaque_ids, rows
from graph.export.text import plain
from graph.export.xml import DECLARATION, attributes, quoted
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

_TYPES = {Type.INT: "integer"}
"""Where GEXF's name of a type differs from GraphML's."""
_OWN_PLACE = frozenset({"label", "x", "y", "size", "r", "g", "b", "weight"})
"""Attributes that GEXF has a place of its own for."""


def export_gexf(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`graph.gexf`: every node and edge, with its place, its colour and its time."""
    return write_gexf(rows(graph, analysis, "key"))


def write_gexf(table: Rows) -> Iterator[bytes]:
    """Write rows as GEXF, in time linear in their number.

    Colour, position and size stand in GEXF's own namespace, as the schema of 1.3 has them; Gephi
    reads them in any.
    """
    for line in _lines(table):
        yield (line + "\n").encode()


def _lines(table: Rows) -> Iterator[str]:
    of_nodes = Columns("node", [_others(row.attributes) for row in table.nodes])
    of_edges = Columns("edge", [_others(row.attributes) for row in table.edges])
    graph = {
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
        "defaultedgetype": "directed" if table.directed else "undirected",
    }
    yield f'{DECLARATION}<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield f"<graph{attributes(graph)}>"
    yield from _declarations(of_nodes)
    yield from _declarations(of_edges)
    yield "<nodes>"
    names = [row.id for row in table.nodes]
    ids = dict(zip(names, opaque_ids(names, "n"), strict=True))
    for row in table.nodes:
        yield _node(row, ids[row.id], of_nodes)
    yield "</nodes>\n<edges>"
    edge_ids = opaque_ids([row.name for row in table.edges], "e")
    days = {row.id: str(row.attributes.get("date", "")) for row in table.nodes}
    for edge, name in zip(table.edges, edge_ids, strict=True):
        ends = {"id": name, "source": ids[edge.source], "target": ids[edge.target]}
        yield _edge(edge, ends, days[edge.source], of_edges)
    yield "</edges>\n</graph>\n</gexf>"


def _declarations(columns: Columns) -> Iterator[str]:
    yield f'<attributes class="{columns.domain}">'
    for name, kind in columns.types.items():
        declared = {
            "id": columns.ids[name],
            "title": columns.titles[name],
            "type": _TYPES.get(kind, kind.value),
        }
        yield f"<attribute{attributes(declared)}/>"
    yield "</attributes>"


def _node(row: NodeRow, identifier: str, columns: Columns) -> str:
    values = row.attributes
    first, last = (str(values.get("date") or values.get(end, "")) for end in ("first", "last"))
    label = str(values.get("label", values["key"]))
    tag = attributes({"id": identifier, "label": label, **_interval(first, last)})
    return f"<node{tag}>{_look(values)}{_values(columns, values)}</node>"


def _edge(row: EdgeRow, ends: dict[str, str], day: str, columns: Columns) -> str:
    weight = written(row.attributes.get("weight", 1.0))
    tag = attributes({**ends, "kind": plain(row.key), "weight": weight, **_interval(day, day)})
    return f"<edge{tag}>{_values(columns, row.attributes)}</edge>"


def _interval(start: str, end: str) -> dict[str, str]:
    return {"start": start, "end": end} if start and end else {}


def _look(values: Attributes) -> str:
    parts = {
        "color": {name: written(values[name]) for name in "rgb" if name in values},
        "position": {name: written(values[name]) for name in "xy" if name in values},
        "size": {"value": written(values["size"])} if "size" in values else {},
    }
    return "".join([f"<{name}{attributes(part)}/>" for name, part in parts.items() if part])


def _others(values: Attributes) -> Attributes:
    return {name: value for name, value in values.items() if name not in _OWN_PLACE}


def _values(columns: Columns, values: Attributes) -> str:
    row = _others(values)
    each = [
        f'<attvalue for="{columns.ids[name]}" value={quoted(str(value))}/>'
        for name, value in zip(row, columns.cells(row), strict=True)
    ]
    return f"<attvalues>{''.join(each)}</attvalues>"
