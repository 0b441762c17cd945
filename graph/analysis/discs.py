"""Discs in a disc: nodes within an island, and islands within the map."""

import math
import random
from collections.abc import Iterator
from contextlib import contextmanager

import igraph
import numpy as np

from graph.analysis.anchors import Pairs, Points, Values, smoothed
from graph.analysis.spread import spread

EXACT_LIMIT = 1000
"""Up to so many nodes every pair repels; above, igraph uses its grid."""
ROUNDS = 100
"""Of the force method; with 500 edges grow no shorter."""
TURNS = 4
"""Of stretching and spreading; with more the box hardly changes."""
HEAT = 0.02
"""How far a node may move in the first round, as a share of its island: it starts in its place."""


def drawn(start: Points, pairs: Pairs, weights: Values, pull: float) -> Points:
    """Points near where they start, with neighbours side by side.

    Fruchterman and Reingold's method (1991) as igraph has it, after smoothing.

    Args:
        start: One row of x and y for each node, around (0, 0).
        pairs: One row of two node numbers for each edge.
        weights: Weight of each edge.
        pull: How much neighbours count against the start, 0 to 1.
    """
    count = len(start)
    if count == 1:
        return np.zeros((1, 2))
    size = math.sqrt(count)
    begun = smoothed(start, pairs, weights, pull) * size / 2
    with _seeded():
        places = igraph.Graph(count, pairs.tolist()).layout_fruchterman_reingold(
            weights=weights.tolist() or None,
            niter=ROUNDS,
            start_temp=HEAT * size,
            seed=begun.tolist(),
            grid="nogrid" if count <= EXACT_LIMIT else "grid",
        )
    points = np.array(places.coords)
    return np.asarray(points - points.mean(axis=0))


@contextmanager
def _seeded() -> Iterator[None]:
    """Let igraph draw its random numbers from a fixed seed, and from its own again after."""
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311 - a layout, no secret
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def packed(points: Points, radii: Values, mass: Values) -> Points:
    """Discs that fill an even disc without overlap, each near its direction from the middle.

    Args:
        points: One row of x and y for each disc.
        radii: Radius of each disc.
        mass: Of two discs that want one place, the heavier moves less; 0 to 1.
    """
    return spread(_even_disc(points, radii), radii, mass)


def widened(points: Points, radii: Values, mass: Values, shapes: tuple[float, float]) -> Points:
    """Discs without overlap in a box whose width by height lies between two shapes, or about so.

    Few discs seldom fill an even disc, so the box is measured, stretched and spread again. The
    stretch grows with what is missing, so that a small change of the discs moves little.
    """
    for _ in range(TURNS):
        low = (points - radii[:, None]).min(axis=0)
        width, height = (points + radii[:, None]).max(axis=0) - low
        shape = width / height
        stretch = math.sqrt(np.clip(shape, *shapes) / shape)
        points = spread(points * [stretch, 1 / stretch], radii, mass)
    return points


def _even_disc(points: Points, radii: Values) -> Points:
    """Fill a disc evenly: keep each angle and order from the centre, even out the distances.

    The force method leaves long tails and a dense core; both waste the map.
    """
    distance = np.hypot(points[:, 0], points[:, 1])
    order = np.argsort(distance, kind="stable")
    within = np.empty(len(points))
    within[order] = np.cumsum(radii[order] ** 2) - radii[order] ** 2 / 2
    area = float(np.sum(radii**2))
    outer = 1.24 * math.sqrt(area)
    even = outer * np.sqrt(within / area)
    kept = distance / max(distance.max(), 1e-9) * outer
    wanted = 0.65 * even + 0.35 * kept
    return np.asarray(points / np.maximum(distance, 1e-9)[:, None] * wanted[:, None])
