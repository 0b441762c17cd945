"""Positions: communities as islands on one wide map.

One force layout over a whole graph is a hairball. Here each community is laid out by itself by
Fruchterman and Reingold's method (igraph), spread until no two nodes overlap, and packed with the
others, large ones first and near those that they share edges with. What is not connected to
anything stands in a tidy margin below.
"""

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import igraph
import numpy as np

from graph.analysis.packing import pack_circles

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

SPACING = 30.0
"""Smallest distance between two nodes of an island, in page units (a node is about 10 wide)."""
GAP = 46.0
"""Water between two islands."""
WIDTH_TO_HEIGHT = 1.6
MARGIN_COLUMNS_SPACING = 24.0
EXACT_LIMIT = 1000
"""Up to so many nodes every pair repels; above, igraph uses its grid."""


def layout(
    graph: "nx.MultiDiGraph[str]", communities: Mapping[str, int], importance: Mapping[str, float]
) -> dict[str, tuple[float, float]]:
    """Place every node of the graph.

    Args:
        graph: The typed graph; the weight of a pair is the sum of its edges' `count`.
        communities: Node id → number of its community. A node without one stands alone.
        importance: Node id → 0 to 1; of two nodes that want one place, the more important stays.

    Returns:
        Node id → x, y in page units, y downwards, the map's middle near (0, 0). The same graph
        gives the same positions, in whatever order its nodes and edges were added.

    Near linear in nodes and edges for communities of bounded size.
    """
    weights = _pair_weights(graph)
    linked = {node for pair in weights for node in pair}
    islands = _islands(communities, linked)
    inner, bridges = _split(weights, communities)
    shapes = [
        _island(members, inner.get(number, {}), importance) for number, members in islands.items()
    ]
    centres = _place(shapes, list(islands), bridges)
    positions: dict[str, tuple[float, float]] = {}
    for members, shape, centre in zip(islands.values(), shapes, centres, strict=True):
        positions.update(_rounded(members, shape + centre))
    alone = sorted(set(graph) - linked)
    positions.update(_rounded(alone, _margin(len(alone), positions)))
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


def _islands(communities: Mapping[str, int], linked: set[str]) -> dict[int, list[str]]:
    """Community → its linked nodes, sorted; the largest community first."""
    islands: dict[int, list[str]] = {}
    for node in sorted(linked):
        islands.setdefault(communities.get(node, -1), []).append(node)
    return dict(sorted(islands.items(), key=lambda item: (-len(item[1]), item[1][0])))


def _split(
    weights: Mapping[Pair, float], communities: Mapping[str, int]
) -> tuple[dict[int, dict[Pair, float]], dict[tuple[int, int], float]]:
    """Edges within each community, and the weight between each pair of communities."""
    inner: dict[int, dict[Pair, float]] = {}
    bridges: dict[tuple[int, int], float] = {}
    for (a, b), weight in weights.items():
        left, right = communities.get(a, -1), communities.get(b, -1)
        if left == right:
            inner.setdefault(left, {})[a, b] = weight
        else:
            pair = (min(left, right), max(left, right))
            bridges[pair] = bridges.get(pair, 0.0) + weight
    return inner, bridges


def _island(
    members: Sequence[str], edges: Mapping[Pair, float], importance: Mapping[str, float]
) -> "Points":
    """Coordinates of one community around (0, 0), no two nearer than `SPACING`."""
    index = {node: number for number, node in enumerate(members)}
    count = len(members)
    if count == 1:
        return np.zeros((1, 2))
    with _seeded():
        drawn = igraph.Graph(count, [(index[a], index[b]) for a, b in edges])
        points = np.array(
            drawn.layout_fruchterman_reingold(
                weights=[1.0 + np.log(weight) for weight in edges.values()] or None,
                niter=500 if count <= EXACT_LIMIT else 150,
                seed=_start(members).tolist(),
                grid="nogrid" if count <= EXACT_LIMIT else "grid",
            ).coords
        )
    points = _even_disc(points - points.mean(axis=0))
    mass = np.array([importance.get(node, 0.0) for node in members])
    return _spread(points, mass)


@contextmanager
def _seeded() -> Iterator[None]:
    """Let igraph draw its random numbers from a fixed seed, and from its own again after."""
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311 - a layout, no secret
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _start(members: Sequence[str]) -> "Points":
    """Start positions from the names themselves, so that a node keeps its side between builds."""
    digests = b"".join(
        hashlib.blake2b(node.encode(errors="replace"), digest_size=8).digest() for node in members
    )
    unit = np.frombuffer(digests, dtype="<u4").reshape(-1, 2) / 2**32
    return np.asarray((unit - 0.5) * np.sqrt(len(members)))


def _even_disc(points: "Points") -> "Points":
    """Fill a disc evenly: keep each angle and order from the centre, even out the distances.

    The force method leaves long tails and a dense core; both waste the map.
    """
    distance = np.hypot(points[:, 0], points[:, 1])
    rank = np.empty(len(points))
    rank[np.argsort(distance, kind="stable")] = np.arange(len(points)) + 0.5
    outer = SPACING * 0.62 * np.sqrt(len(points))
    even = outer * np.sqrt(rank / len(points))
    drawn = distance / max(distance.max(), 1e-9) * outer
    wanted = 0.65 * even + 0.35 * drawn
    return np.asarray(points / np.maximum(distance, 1e-9)[:, None] * wanted[:, None])


def _spread(points: "Points", mass: "NDArray[np.float64]") -> "Points":
    """Push nodes apart until none is nearer than `SPACING`; heavy ones move less."""
    share = 1.0 / (0.2 + mass)
    for _ in range(80):
        left, right = _close_pairs(points)
        if len(left) == 0:
            return points
        delta = points[left] - points[right]
        distance = np.hypot(delta[:, 0], delta[:, 1])
        same = distance < 1e-6
        delta[same] = np.stack([np.cos(left[same]), np.sin(left[same])], axis=1)
        unit = delta / np.hypot(delta[:, 0], delta[:, 1])[:, None]
        push = unit * ((SPACING * 1.02 - distance) * 0.8)[:, None]
        part = (share[left] / (share[left] + share[right]))[:, None]
        move = np.zeros_like(points)
        np.add.at(move, left, push * part)
        np.add.at(move, right, -push * (1 - part))
        points = points + move
    left, right = _close_pairs(points)
    if len(left):
        nearest = np.hypot(*(points[left] - points[right]).T).min()
        points = points * (SPACING / max(nearest, SPACING / 3))
    return points


def _close_pairs(points: "Points") -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
    """Pairs nearer than `SPACING`, found in a grid of that cell size; linear in their number."""
    cells = np.floor((points - points.min(axis=0)) / SPACING).astype(np.int64)
    stride = int(cells[:, 1].max()) + 3
    keys = (cells[:, 0] + 1) * stride + cells[:, 1] + 1
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    lefts, rights = [], []
    for offset in (0, 1, stride - 1, stride, stride + 1):
        low = np.searchsorted(ordered, ordered + offset, side="left")
        high = np.searchsorted(ordered, ordered + offset, side="right")
        if offset == 0:
            low = np.arange(len(points)) + 1
        counts = np.maximum(high - low, 0)
        left = np.repeat(np.arange(len(points)), counts)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        right = np.arange(counts.sum()) - first + np.repeat(low, counts)
        lefts.append(order[left])
        rights.append(order[right])
    left, right = np.concatenate(lefts), np.concatenate(rights)
    delta = points[left] - points[right]
    near = np.hypot(delta[:, 0], delta[:, 1]) < SPACING
    return left[near], right[near]


def _place(
    shapes: "Sequence[Points]", numbers: Sequence[int], bridges: Mapping[tuple[int, int], float]
) -> "Points":
    """Centre of each island."""
    radii = [float(np.hypot(*shape.T).max()) + GAP / 2 + SPACING / 2 for shape in shapes]
    at = {number: position for position, number in enumerate(numbers)}
    ties: list[dict[int, float]] = [{} for _ in numbers]
    for (left, right), weight in bridges.items():
        ties[at[left]][at[right]] = weight
        ties[at[right]][at[left]] = weight
    return pack_circles(radii, ties, WIDTH_TO_HEIGHT)


def _margin(count: int, placed: Mapping[str, tuple[float, float]]) -> "Points":
    """Rows under the map for `count` nodes without any edge."""
    step = MARGIN_COLUMNS_SPACING
    if placed:
        x, y = np.array(list(placed.values())).T
        left, width, top = x.min(), x.max() - x.min(), y.max() + 2 * GAP
    else:
        left, width, top = 0.0, 0.0, 0.0
    columns = max(int(width // step) + 1, int(np.sqrt(count * WIDTH_TO_HEIGHT)), 1)
    number = np.arange(count)
    return np.stack([left + number % columns * step, top + number // columns * step], axis=1)


def _rounded(members: Sequence[str], points: "Points") -> dict[str, tuple[float, float]]:
    return {
        node: (round(float(x), 1), round(float(y), 1))
        for node, (x, y) in zip(members, points, strict=True)
    }
