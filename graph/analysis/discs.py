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
RINGS = 64
SOFT = 0.5
"""Width of the border of a ring, as a share of how far the discs lie from the middle."""
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
    """Fill a disc evenly: keep each angle, even out the distances from the middle.

    The force method leaves long tails and a dense core; both waste the map. How much lies further
    in is counted with soft borders, so that two discs that change places move little.
    """
    distance = np.hypot(points[:, 0], points[:, 1])
    furthest = max(float(distance.max()), 1e-9)
    area = radii**2
    rings = np.linspace(0, furthest, RINGS)
    border = SOFT * max(math.sqrt(float((distance**2).mean())), 1e-9)
    further_in = (1 + np.tanh((rings[:, None] - distance) / border)) / 2
    within = np.interp(distance, rings, further_in @ area) / float(area.sum())
    outer = 1.24 * math.sqrt(float(area.sum()))
    wanted = outer * (0.65 * np.sqrt(within) + 0.35 * distance / furthest)
    return np.asarray(points * (wanted / np.maximum(distance, 1e-9))[:, None])
