"""Positions: communities as islands on one wide map.

One force layout over a whole graph is a hairball. Here each community is laid out by itself by
Fruchterman and Reingold's method (igraph), spread until no two nodes overlap, and set on the map
near those that it shares edges with. A link that one entry alone cites hangs around that entry
like a petal, and so does all that crowds around one hub. What is not connected to anything stands
in a tidy margin below. Both the nodes of an island and the islands start from their names
(`anchors`), so that the map stays where it was when an entry comes in.
"""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from graph.analysis.anchors import anchors, smoothed
from graph.analysis.discs import packed, widened
from graph.analysis.islands import Islands, Shape
from graph.analysis.petals import flowers

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

GAP = 46.0
"""Water between two islands."""
SHAPES = (1.4, 1.8)
"""Width by height of the map: windows, less what panels take of them, are no taller nor wider."""
MARGIN_SPACING = 24.0
"""Between nodes without any edge."""
MARGIN_WIDTH = 0.35
"""How wide their rows are, as a share of the map's width."""
MOST_ISLANDS = 1500
"""The smallest islands beyond these stand in the margin."""
PULL = 0.8
"""How much neighbours count against the name for where an island starts."""


def layout(
    graph: "nx.MultiDiGraph[str]", communities: Mapping[str, int], drawer: Islands | None = None
) -> dict[str, tuple[float, float]]:
    """Place every node of the graph.

    Args:
        graph: The typed graph; the weight of a pair is the sum of its edges' `count`.
        communities: Node id → number of its community. A node without one stands alone.
        drawer: Draws the islands; one that knows islands of an earlier map changes but the time.

    Returns:
        Node id → x, y in page units, y downwards, the map's middle near (0, 0). The same graph
        gives the same positions, in whatever order its nodes and edges were added.

    Near linear in nodes and edges for communities of bounded size.
    """
    weights = _pair_weights(graph)
    degrees = Counter(node for pair in weights for node in pair)
    linked = set(degrees)
    petals = flowers(graph, weights)
    hung = {petal for flower in petals.values() for petal in flower.petals}
    islands, strays = _islands(communities, linked - hung)
    inner, bridges = _split(weights, communities, hung, islands)
    drawer = drawer or Islands()
    shapes = [
        drawer.draw(members, inner.get(number, {}), petals) for number, members in islands.items()
    ]
    centres = _place(shapes, islands, bridges, degrees)
    positions: dict[str, tuple[float, float]] = {}
    for members, shape, centre in zip(islands.values(), shapes, centres, strict=True):
        positions.update(_rounded(members, shape.points + centre))
    rows = [*strays, *sorted(set(graph) - linked)]
    positions.update(_rounded(rows, _margin(len(rows), positions)))
    for node, flower in petals.items():
        positions.update(_rounded(flower.petals, flower.places() + positions[node]))
    return positions


Pair = tuple[str, str]


def _pair_weights(graph: "nx.MultiDiGraph[str]") -> dict[Pair, float]:
    """Unordered pair of nodes → summed count of the edges between them, in sorted order."""
    weights: dict[Pair, float] = {}
    for source, target, count in graph.edges(data="count", default=1):
        if source != target:
            pair = (source, target) if source < target else (target, source)
            weights[pair] = weights.get(pair, 0.0) + count
    return dict(sorted(weights.items()))


def _islands(
    communities: Mapping[str, int], linked: set[str]
) -> tuple[dict[int, list[str]], list[str]]:
    """Community → its linked nodes, sorted, the largest community first; and nodes left over."""
    islands: dict[int, list[str]] = {}
    for node in sorted(linked):
        islands.setdefault(communities.get(node, -1), []).append(node)
    ranked = sorted(islands.items(), key=lambda item: (-len(item[1]), item[1][0]))
    strays = [node for _, members in ranked[MOST_ISLANDS:] for node in members]
    return dict(ranked[:MOST_ISLANDS]), strays


def _split(
    weights: Mapping[Pair, float],
    communities: Mapping[str, int],
    hung: set[str],
    placed: Container[int],
) -> tuple[dict[int, dict[Pair, float]], dict[tuple[int, int], float]]:
    """Edges within each community, and the weight between each pair of communities."""
    inner: dict[int, dict[Pair, float]] = {}
    bridges: dict[tuple[int, int], float] = {}
    for (a, b), weight in weights.items():
        left, right = communities.get(a, -1), communities.get(b, -1)
        if a in hung or b in hung or left not in placed or right not in placed:
            continue
        if left == right:
            inner.setdefault(left, {})[a, b] = weight
        else:
            pair = (min(left, right), max(left, right))
            bridges[pair] = bridges.get(pair, 0.0) + weight
    return inner, bridges


def _place(
    shapes: Sequence[Shape],
    islands: Mapping[int, Sequence[str]],
    bridges: Mapping[tuple[int, int], float],
    degrees: Mapping[str, int],
) -> "Points":
    """Centre of each island, near those that it shares edges with for its size."""
    if not shapes:
        return np.zeros((0, 2))
    radii = np.array([shape.radius + GAP / 2 for shape in shapes])
    at = {number: position for position, number in enumerate(islands)}
    pairs = np.array([(at[a], at[b]) for a, b in bridges], dtype=np.int64).reshape(-1, 2)
    ties = np.array(list(bridges.values())) / np.sqrt(radii[pairs].prod(axis=1))
    starts = np.array([_anchor(members, degrees) for members in islands.values()])
    points = smoothed(starts, pairs, ties, PULL)
    mass = radii / radii.max()
    return widened(packed(points, radii, mass), radii, mass, SHAPES)


def _anchor(members: Sequence[str], degrees: Mapping[str, int]) -> "Points":
    """Where an island starts: at its hubs, which change least."""
    weights = np.array([degrees[node] for node in members], dtype=np.float64) ** 2
    return np.asarray(weights @ anchors(members) / np.sqrt((weights**2).sum()))


def _margin(count: int, placed: Mapping[str, tuple[float, float]]) -> "Points":
    """Rows for `count` nodes without any edge, under the middle of the map."""
    step = MARGIN_SPACING
    middle, width, top = 0.0, 0.0, 0.0
    if placed:
        x, y = np.array(list(placed.values())).T
        middle, width, top = (x.min() + x.max()) / 2, np.ptp(x), y.max() + 2 * GAP
    columns = max(int(width * MARGIN_WIDTH / step), math.ceil(math.sqrt(count * SHAPES[0])), 1)
    number = np.arange(count)
    left = middle - (min(count, columns) - 1) * step / 2
    return np.stack([left + number % columns * step, top + number // columns * step], axis=1)


def _rounded(members: Sequence[str], points: "Points") -> dict[str, tuple[float, float]]:
    return {
        node: (round(float(x), 1), round(float(y), 1))
        for node, (x, y) in zip(members, points, strict=True)
    }
