"""Anchors: where a node wants to be by its name alone, drawn towards its neighbours.

A force layout that starts anywhere ends anywhere: one edge more, and the whole map turns. Names do
not change, so each node starts from a point that its name gives, and is then smoothed over its
neighbours. That is linear, so a small change of the graph moves the points a little.
"""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Values = NDArray[np.float64]
Pairs = NDArray[np.int64]

STEPS = 30
"""After so many steps the smoothed points move no more than a node's width."""


def anchors(names: Sequence[str]) -> Points:
    """A point for each name, normally distributed around (0, 0) (Box & Muller 1958)."""
    digests = b"".join(
        hashlib.blake2b(name.encode(errors="replace"), digest_size=8).digest() for name in names
    )
    first, second = (np.frombuffer(digests, dtype="<u4").reshape(-1, 2) / 2**32).T
    # Below 2**-33 the logarithm would grow without bound.
    reach, angle = np.sqrt(-2 * np.log(np.maximum(first, 2**-33))), 2 * np.pi * second
    return np.stack([reach * np.cos(angle), reach * np.sin(angle)], axis=1)


def smoothed(points: Points, pairs: Pairs, weights: Values, pull: float) -> Points:
    """Draw points towards the weighted middle of their neighbours.

    Zhou, Bousquet, Lal, Weston & Schölkopf 2004, with points in the place of labels.

    Args:
        points: One row of x and y for each node.
        pairs: One row of two node numbers for each edge.
        weights: Weight of each edge.
        pull: 0 leaves the points, towards 1 only the neighbours count.

    Returns:
        Points around (0, 0), at a mean square distance of 1 from it. Linear in nodes and edges.
    """
    count = len(points)
    ends = np.concatenate([pairs, pairs[:, ::-1]])
    both = np.concatenate([weights, weights])
    degree = np.maximum(np.bincount(ends[:, 0], both, count), 1e-9)
    moved = points
    for _ in range(STEPS):
        drawn = [np.bincount(ends[:, 0], both * moved[ends[:, 1], axis], count) for axis in (0, 1)]
        middle = np.stack(drawn, axis=1) / degree[:, None]
        moved = (1 - pull) * points + pull * middle
    moved = moved - moved.mean(axis=0)
    return np.asarray(moved / max(float(np.sqrt((moved**2).sum(axis=1).mean())), 1e-9))
