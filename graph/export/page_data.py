"""What the page holds: the graph as columns of numbers, rows of text, islands, themes.

Nodes are numbered by importance, so that whoever draws or lists them can take the first ones.
Ids never become property names in the page: there they are numbers, or keys of a Map.
"""

import base64
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, compress
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import ArrayLike, NDArray

from graph.model import Analysis, Diagnostic, EdgeKind, NodeKind, Severity, Theme, in_words

if TYPE_CHECKING:
    import networkx as nx

    Integers = NDArray[np.int64]

KINDS = {kind.value: number for number, kind in enumerate(NodeKind)}
EDGE_KINDS = {kind.value: number for number, kind in enumerate(EdgeKind)}
NO_DAY = -(2**31)
NO_NUMBER = 2**16 - 1
ISLAND_SIZE = 4
"""A smaller community has no name on the map."""
LAND_SIZE = 2
"""A smaller community has no land of its own."""
TITLE_KINDS = frozenset({NodeKind.IDEA.value, NodeKind.TAG.value, NodeKind.PERSON.value})
EPOCH = date(1970, 1, 1).toordinal()
TYPES = {"u1": "<u1", "u2": "<u2", "u4": "<u4", "i4": "<i4", "f4": "<f4"}

Attributes = Mapping[str, Any]


class PageData(msgspec.Struct, frozen=True):
    """Everything that the page's scripts read, as plain values."""

    columns: dict[str, tuple[str, str]]
    """Name → type and base64 of its little-endian bytes; one value for each node or edge."""
    nodes: list[dict[str, Any]]
    edges: list[list[Any]]
    """`[line, context]` or `[line, context, relation]`, in the order of the edge columns."""
    islands: list[dict[str, Any]]
    themes: list[dict[str, Any]]
    facts: dict[str, Any]


def page_data(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, diagnostics: Sequence[Diagnostic]
) -> PageData:
    """Arrange a graph and its analysis for the page. Linear in nodes and edges, but for sorting."""
    nodes = dict(iter(graph.nodes(data=True)))
    order = sorted(nodes, key=lambda node: (-analysis.importance.get(node, 0.0), node))
    index = {node: number for number, node in enumerate(order)}
    edges = _edges(graph, index)
    themes = _themes(analysis.themes, index)
    columns = _node_columns(nodes, order, analysis) | _edge_columns(edges)
    linked = np.bincount(np.append(edges.source, edges.target), minlength=len(order)).tolist()
    return PageData(
        columns={name: _packed(*column) for name, column in columns.items()},
        nodes=[_node(number, node, nodes[node]) for number, node in enumerate(order)],
        edges=[_evidence(data) for data in edges.attributes],
        islands=_islands(nodes, [*compress(order, linked)], analysis),
        themes=themes,
        facts=_facts(graph, diagnostics),
    )


class _Edges(NamedTuple):
    """The edges as columns, by source, target and kind, each a number."""

    source: "Integers"
    target: "Integers"
    kind: "Integers"
    attributes: list[Attributes]


def _edges(graph: "nx.MultiDiGraph[str]", index: Mapping[str, int]) -> _Edges:
    kinds, count = len(EDGE_KINDS), max(len(index), 1)
    found = [
        ((index[source] * count + index[target]) * kinds + EDGE_KINDS[data["kind"]], data)
        for source, targets in graph.adjacency()
        for target, parallel in targets.items()
        for data in parallel.values()
    ]
    found.sort(key=itemgetter(0))
    pair, kind = np.divmod(np.array([code for code, _ in found], dtype=np.int64), kinds)
    source, target = np.divmod(pair, count)
    return _Edges(source, target, kind, [data for _, data in found])


def _packed(kind: str, values: ArrayLike) -> tuple[str, str]:
    return kind, base64.b64encode(np.asarray(values, dtype=TYPES[kind]).tobytes()).decode("ascii")


def _node_columns(
    nodes: Mapping[str, Attributes], order: Sequence[str], analysis: Analysis
) -> dict[str, tuple[str, ArrayLike]]:
    themes = {theme.id: number for number, theme in enumerate(analysis.themes)}
    rows = [nodes[node] for node in order]
    places = [analysis.positions.get(node, (0.0, 0.0)) for node in order]
    sizes = [min(max(analysis.importance.get(node, 0.0), 0.0), 1.0) * 255 for node in order]
    return {
        "x": ("f4", [x for x, _ in places]),
        "y": ("f4", [y for _, y in places]),
        "kind": ("u1", [KINDS[row["kind"]] for row in rows]),
        "size": ("u1", np.round(sizes)),
        "island": ("u2", _clipped(analysis.communities.get(node, NO_NUMBER) for node in order)),
        "theme": ("u2", _clipped(themes.get(analysis.theme_of.get(node, ""), NO_NUMBER)
                                 for node in order)),
        "entries": ("u4", [row.get("entries", 0) for row in rows]),
        "first": ("i4", [_day(row.get("first", row.get("date", ""))) for row in rows]),
        "last": ("i4", [_day(row.get("last", row.get("date", ""))) for row in rows]),
    }  # fmt: skip


def _edge_columns(edges: _Edges) -> dict[str, tuple[str, ArrayLike]]:
    highest = max(edges.source.max(initial=0), edges.target.max(initial=0))
    wide = "u2" if highest < NO_NUMBER else "u4"
    return {
        "source": (wide, edges.source),
        "target": (wide, edges.target),
        "relation": ("u1", edges.kind),
        "count": ("u1", [min(data.get("count", 1), 255) for data in edges.attributes]),
    }


def _clipped(values: Any) -> NDArray[np.int64]:
    return np.minimum(np.fromiter(values, dtype=np.int64), NO_NUMBER)


@cache
def _day(iso: str) -> int:
    """Days since 1970-01-01."""
    return date.fromisoformat(iso).toordinal() - EPOCH if iso else NO_DAY


def _node(number: int, node: str, data: Attributes) -> dict[str, Any]:
    """The text of one node, as pyvis keeps nodes: a dict with an `id`."""
    row: dict[str, Any] = {
        "id": number, "key": node.partition(":")[2], "label": str(data.get("label", "")),
    }  # fmt: skip
    if data.get("aliases"):
        row["aliases"] = data["aliases"].split(" ; ")
    for name in ("url", "site", "words"):
        if data.get(name):
            row[name] = data[name]
    if data["kind"] == NodeKind.PERSON and data.get("confidence", 1) < 1:
        row["sure"] = data["confidence"]
        if data.get("evidence"):
            row["reasons"] = in_words(data["evidence"])
    return row


def _evidence(data: Attributes) -> list[Any]:
    row = [data.get("line", 0), data.get("context", "")]
    return [*row, data["relation"]] if data.get("relation") else row


def _islands(
    nodes: Mapping[str, Attributes], linked: Sequence[str], analysis: Analysis
) -> list[dict[str, Any]]:
    """Where each community lies, how far it reaches, and what it is called.

    The list is indexed by community number, and ends with the last one that has land: at least
    `LAND_SIZE` nodes. No two islands bear one name; with fewer than `ISLAND_SIZE` nodes, none.
    """
    groups: dict[int, list[str]] = {}
    for node in linked:
        if node in analysis.positions:
            groups.setdefault(analysis.communities.get(node, NO_NUMBER), []).append(node)
    groups.pop(NO_NUMBER, None)
    groups = {number: those for number, those in groups.items() if len(those) >= LAND_SIZE}
    titles = _titles(nodes, groups, analysis)
    return [
        _island([analysis.positions[node] for node in groups.get(number, [])], titles.get(number))
        for number in range(max(groups, default=-1) + 1)
    ]


def _island(places: Sequence[tuple[float, float]], title: str | None) -> dict[str, Any]:
    """Middle and reach of some places; a reach of 0 where there are none."""
    if not places:
        return {"x": 0, "y": 0, "r": 0, "text": ""}
    points = np.array(places)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    reach = float(np.hypot(*(points - middle).T).max())
    x, y = (round(float(value), 1) for value in middle)
    return {"x": x, "y": y, "r": round(reach + 20, 1), "text": title or ""}


def _titles(
    nodes: Mapping[str, Attributes], groups: Mapping[int, Sequence[str]], analysis: Analysis
) -> dict[int, str]:
    """The theme that most members share, else the most important idea, tag or person."""
    labels = {theme.id: theme.label for theme in analysis.themes}
    titles: dict[int, str] = {}
    for number, members in sorted(groups.items()):
        if len(members) < ISLAND_SIZE:
            continue
        shared = Counter(analysis.theme_of[node] for node in members if node in analysis.theme_of)
        themes = (labels[theme] for theme, count in shared.items() if 2 * count > len(members))
        things = (node for node in members if nodes[node]["kind"] in TITLE_KINDS)
        names = chain(themes, (str(nodes[node].get("label", "")) for node in things))
        taken = set(titles.values())
        titles[number] = next((name for name in names if name and name not in taken), "")
    return titles


def _themes(themes: Sequence[Theme], index: Mapping[str, int]) -> list[dict[str, Any]]:
    numbers = {theme.id: number for number, theme in enumerate(themes)}
    return [
        _theme(theme, index)
        | {"touches": [[numbers[touch.theme], touch.shared] for touch in theme.touches]}
        for theme in themes
    ]


def _theme(theme: Theme, index: Mapping[str, int]) -> dict[str, Any]:
    entries = [index.get(f"entry:{path}", -1) for path in theme.entries]
    quotes = [(index.get(f"entry:{one.path}", -1), one.line, one.context) for one in theme.evidence]
    return {
        "id": theme.id,
        "label": theme.label,
        "terms": list(theme.terms[:8]),
        "entries": [entry for entry in entries if entry >= 0],
        "first": theme.first,
        "last": theme.last,
        "by_month": [list(item) for item in theme.by_month.items()],
        "trend": theme.trend.value,
        "quotes": [list(quote) for quote in quotes if quote[0] >= 0],
    }


def _facts(graph: "nx.MultiDiGraph[str]", diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    kinds = Counter(str(kind) for _, kind in graph.nodes(data="kind"))
    days = sorted(str(day) for _, day in graph.nodes(data="date") if day)
    worth = [item for item in diagnostics if item.severity is not Severity.INFO]
    return {
        "kinds": {kind: kinds[kind] for kind in KINDS if kinds[kind]},
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "remarks": len(worth),
        "obsidian": str(graph.graph.get("obsidian_vault", "")),
    }
