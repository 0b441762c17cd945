"""Packing discs on a wide map."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

CELLS = 40_000
"""Places that are tried for each disc: the cost is this times the number of discs."""
ROOM = 2.4
"""Area of the map that is searched, as a multiple of the discs' own area."""
PULL = 0.6
"""How much nearness to related discs counts against nearness to the middle."""


def pack_circles(
    radii: Sequence[float], ties: Sequence[Mapping[int, float]], aspect: float
) -> NDArray[np.float64]:
    """Place discs without overlap.

    In the order given, each as near as it can be to the middle and to the discs it is tied to.

    Args:
        radii: Radius of each disc, largest first.
        ties: For each disc, other disc → weight of the tie between them.
        aspect: Width of the map divided by its height.

    Returns:
        Centres, one row of x and y for each disc, around (0, 0).
    """
    centres = np.zeros((len(radii), 2))
    if not radii:
        return centres
    grid = _grid(radii, aspect)
    clearance = np.full(len(grid), np.inf)
    middle = np.hypot(grid[:, 0] / aspect, grid[:, 1])
    for disc, radius in enumerate(radii):
        cost = middle + PULL * _distance_to_ties(grid, centres, ties[disc], disc)
        free = clearance >= radius
        if free.any():
            centres[disc] = grid[np.where(free, cost, np.inf).argmin()]
        else:
            centres[disc] = (0.0, grid[:, 1].max() + 2 * radius)
            grid = np.vstack([grid, centres[disc]])
            clearance = np.append(clearance, np.inf)
            middle = np.append(middle, grid[-1, 1])
        away = np.hypot(grid[:, 0] - centres[disc, 0], grid[:, 1] - centres[disc, 1])
        clearance = np.minimum(clearance, away - radius)
    return centres


def _grid(radii: Sequence[float], aspect: float) -> NDArray[np.float64]:
    """Candidate places on a wide rectangle that surely holds all discs."""
    area = ROOM * float(np.sum((2 * np.array(radii)) ** 2))
    height = max(np.sqrt(area / aspect), 4 * radii[0])
    rows = int(np.sqrt(CELLS / aspect))
    y = np.linspace(-height / 2, height / 2, rows | 1)
    x = np.linspace(-height * aspect / 2, height * aspect / 2, int(rows * aspect) | 1)
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)


def _distance_to_ties(
    grid: NDArray[np.float64], centres: NDArray[np.float64], ties: Mapping[int, float], disc: int
) -> NDArray[np.float64] | float:
    """Distance of each place to the weighted middle of the tied discs that stand already."""
    placed = sorted((other, weight) for other, weight in ties.items() if other < disc)
    if not placed:
        return 0.0
    weights = np.array([weight for _, weight in placed])
    target = weights @ centres[[other for other, _ in placed]] / weights.sum()
    return np.asarray(np.hypot(grid[:, 0] - target[0], grid[:, 1] - target[1]))
