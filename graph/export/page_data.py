"""What the page holds: the graph as columns of numbers, rows of text, islands, themes.

Nodes are numbered by importance, so that whoever draws or lists them can take the first ones.
Ids never become property names in the page: there they are numbers, or keys of a Map.
"""

import base64
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from numpy.typing import ArrayLike, NDArray

from graph.model import Analysis, Diagnostic, EdgeKind, NodeKind, Severity, Theme

if TYPE_CHECKING:
    import networkx as nx

KINDS = list(NodeKind)
EDGE_KINDS = list(EdgeKind)
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
    order = sorted(graph, key=lambda node: (-analysis.importance.get(node, 0.0), node))
    index = {node: number for number, node in enumerate(order)}
    edges = sorted(
        ((index[source], index[target], EDGE_KINDS.index(EdgeKind(data["kind"])), data)
         for source, target, data in graph.edges(data=True)),
        key=lambda edge: edge[:3],
    )  # fmt: skip
    themes = [_theme(theme, index) for theme in analysis.themes]
    columns = _node_columns(graph, order, analysis) | _edge_columns(edges)
    return PageData(
        columns={name: _packed(*column) for name, column in columns.items()},
        nodes=[_node(number, node, graph.nodes[node]) for number, node in enumerate(order)],
        edges=[_evidence(data) for *_, data in edges],
        islands=_islands(graph, order, analysis),
        themes=themes,
        facts=_facts(graph, diagnostics),
    )


def _packed(kind: str, values: ArrayLike) -> tuple[str, str]:
    return kind, base64.b64encode(np.asarray(values, dtype=TYPES[kind]).tobytes()).decode("ascii")


def _node_columns(
    graph: "nx.MultiDiGraph[str]", order: Sequence[str], analysis: Analysis
) -> dict[str, tuple[str, ArrayLike]]:
    themes = {theme.id: number for number, theme in enumerate(analysis.themes)}
    rows = [graph.nodes[node] for node in order]
    places = [analysis.positions.get(node, (0.0, 0.0)) for node in order]
    sizes = [min(max(analysis.importance.get(node, 0.0), 0.0), 1.0) * 255 for node in order]
    return {
        "x": ("f4", [x for x, _ in places]),
        "y": ("f4", [y for _, y in places]),
        "kind": ("u1", [KINDS.index(NodeKind(row["kind"])) for row in rows]),
        "size": ("u1", np.round(sizes)),
        "island": ("u2", _clipped(analysis.communities.get(node, NO_NUMBER) for node in order)),
        "theme": ("u2", _clipped(themes.get(analysis.theme_of.get(node, ""), NO_NUMBER)
                                 for node in order)),
        "entries": ("u4", [row.get("entries", 0) for row in rows]),
        "first": ("i4", [_day(row.get("first", row.get("date", ""))) for row in rows]),
        "last": ("i4", [_day(row.get("last", row.get("date", ""))) for row in rows]),
    }  # fmt: skip


def _edge_columns(
    edges: Sequence[tuple[int, int, int, Attributes]],
) -> dict[str, tuple[str, ArrayLike]]:
    wide = "u2" if all(max(edge[:2]) < NO_NUMBER for edge in edges) else "u4"
    return {
        "source": (wide, [source for source, *_ in edges]),
        "target": (wide, [target for _, target, *_ in edges]),
        "relation": ("u1", [kind for _, _, kind, _ in edges]),
        "count": ("u1", [min(data.get("count", 1), 255) for *_, data in edges]),
    }


def _clipped(values: Any) -> NDArray[np.int64]:
    return np.minimum(np.fromiter(values, dtype=np.int64), NO_NUMBER)


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
    return row


def _evidence(data: Attributes) -> list[Any]:
    row = [data.get("line", 0), data.get("context", "")]
    return [*row, data["relation"]] if data.get("relation") else row


def _islands(
    graph: "nx.MultiDiGraph[str]", order: Sequence[str], analysis: Analysis
) -> list[dict[str, Any]]:
    """Where each community lies, how far it reaches, and what it is called.

    The list is indexed by community number, and ends with the last one that has land: at least
    `LAND_SIZE` nodes. No two islands bear one name; with fewer than `ISLAND_SIZE` nodes, none.
    """
    groups: dict[int, list[str]] = {}
    for node in order:
        if graph.degree(node) and node in analysis.positions:
            groups.setdefault(analysis.communities.get(node, NO_NUMBER), []).append(node)
    groups.pop(NO_NUMBER, None)
    groups = {number: nodes for number, nodes in groups.items() if len(nodes) >= LAND_SIZE}
    titles = _titles(graph, groups, analysis)
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
    graph: "nx.MultiDiGraph[str]", groups: Mapping[int, Sequence[str]], analysis: Analysis
) -> dict[int, str]:
    """The theme that most members share, else the most important idea, tag or person."""
    labels = {theme.id: theme.label for theme in analysis.themes}
    titles: dict[int, str] = {}
    for number, members in sorted(groups.items()):
        if len(members) < ISLAND_SIZE:
            continue
        shared = Counter(analysis.theme_of[node] for node in members if node in analysis.theme_of)
        themes = [labels[theme] for theme, count in shared.items() if 2 * count > len(members)]
        things = [node for node in members if graph.nodes[node]["kind"] in TITLE_KINDS]
        names = [*themes, *(str(graph.nodes[node].get("label", "")) for node in things)]
        taken = set(titles.values())
        titles[number] = next((name for name in names if name and name not in taken), "")
    return titles


def _theme(theme: Theme, index: Mapping[str, int]) -> dict[str, Any]:
    entries = [index.get(f"entry:{path}", -1) for path in theme.entries]
    return {
        "id": theme.id,
        "label": theme.label,
        "terms": list(theme.terms[:8]),
        "entries": [entry for entry in entries if entry >= 0],
        "first": theme.first,
        "last": theme.last,
        "by_month": [list(item) for item in theme.by_month.items()],
        "trend": theme.trend.value,
    }


def _facts(graph: "nx.MultiDiGraph[str]", diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    kinds = Counter(str(kind) for _, kind in graph.nodes(data="kind"))
    days = sorted(str(day) for _, day in graph.nodes(data="date") if day)
    worth = [item for item in diagnostics if item.severity is not Severity.INFO]
    return {
        "kinds": {kind.value: kinds[kind.value] for kind in KINDS if kinds[kind.value]},
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "remarks": len(worth),
        "obsidian": str(graph.graph.get("obsidian_vault", "")),
    }
