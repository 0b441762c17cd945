"""Pushing nodes apart until none overlap."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Values = NDArray[np.float64]
    Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]

ROUNDS = 80
LARGE = 4.0
"""A disc so many times as large as the median is compared with all others; few are."""
REFRESH = 6
"""Rounds for which the discs that stand near each other are taken to be the same ones: to find them
is most of the work, and a round moves nothing far (Verlet 1967)."""
REACH = 1.0
"""Discs that are further apart than this, in median diameters, do not meet until then."""
STEP = 0.8
"""Share of an overlap that one round undoes; less than all keeps crowds from shaking."""


def spread(points: "Points", radii: "Values", mass: "Values") -> "Points":
    """Move discs until none overlap; the heavier of two moves less.

    Args:
        points: One row of x and y for each disc.
        radii: Radius of each disc.
        mass: Weight of each disc, 0 to 1.

    Returns:
        Moved points, near where they were. What still overlaps after `ROUNDS` rounds, which only
        the densest crowds do, is undone by scaling all of them up, at most threefold.
    """
    share = 1.0 / (0.2 + mass)
    fresh = 0
    for number in range(ROUNDS):
        if number == fresh:
            near = _neighbours(points, radii)
            fresh = number + REFRESH
        left, right = _overlapping(points, radii, near)
        if len(left):
            points = points + _pushes(points, radii, share, left, right)
        elif fresh == number + REFRESH:
            return points
        else:
            fresh = number + 1
    left, right = _overlapping(points, radii, _neighbours(points, radii))
    if len(left):
        ratio = np.hypot(*(points[left] - points[right]).T) / (radii[left] + radii[right])
        points = points / max(float(ratio.min()), 1 / 3)
    return points


def _pushes(
    points: "Points",
    radii: "Values",
    share: "Values",
    left: "NDArray[np.int64]",
    right: "NDArray[np.int64]",
) -> "Points":
    """How far each disc moves in one round."""
    delta = points[left] - points[right]
    distance = np.hypot(delta[:, 0], delta[:, 1])
    same = distance < 1e-6
    delta[same] = np.stack([np.cos(left[same]), np.sin(left[same])], axis=1)
    unit = delta / np.hypot(delta[:, 0], delta[:, 1])[:, None]
    push = unit * (((radii[left] + radii[right]) * 1.02 - distance) * STEP)[:, None]
    part = (share[left] / (share[left] + share[right]))[:, None]
    ends = np.concatenate([left, right])
    moves = np.concatenate([push * part, -push * (1 - part)])
    return np.stack([np.bincount(ends, moves[:, axis], len(points)) for axis in (0, 1)], axis=1)


def _overlapping(points: "Points", radii: "Values", near: "Pairs") -> "Pairs":
    """Those of some pairs of discs that overlap."""
    return _closer(points, radii, near, 0.0)


def _closer(points: "Points", radii: "Values", pairs: "Pairs", gap: float) -> "Pairs":
    """Those of some pairs of discs between which there is less than a gap."""
    left, right = pairs
    x, y = points[:, 0], points[:, 1]
    reach = radii[left] + radii[right] + gap
    close = (x[left] - x[right]) ** 2 + (y[left] - y[right]) ** 2 < reach**2
    return left[close], right[close]


def _neighbours(points: "Points", radii: "Values") -> "Pairs":
    """Pairs of discs that may soon overlap: few large ones with all, the others in a grid."""
    usual = float(np.median(radii))
    is_large = radii > LARGE * usual
    small = np.flatnonzero(~is_large)
    lefts, rights = [], []
    if len(small):
        left, right = _near(points[small], 2 * float(radii[small].max()))
        lefts.append(small[left])
        rights.append(small[right])
    everyone = np.arange(len(points))
    for disc in np.flatnonzero(is_large):
        others = everyone[~is_large | (everyone < disc)]
        lefts.append(np.full(len(others), disc))
        rights.append(others)
    pairs = np.concatenate(lefts), np.concatenate(rights)
    return _closer(points, radii, pairs, 2 * usual * REACH)


def _near(points: "Points", cell: float) -> "Pairs":
    """Pairs that stand in one cell of a grid or in cells side by side."""
    cells = np.floor((points - points.min(axis=0)) / cell).astype(np.int64)
    stride = int(cells[:, 1].max()) + 3
    keys = (cells[:, 0] + 1) * stride + cells[:, 1] + 1
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    own = np.arange(len(points))
    lefts, rights = [], []
    for offset in (0, 1, stride - 1, stride, stride + 1):
        low = own + 1 if offset == 0 else np.searchsorted(ordered, ordered + offset, side="left")
        high = np.searchsorted(ordered, ordered + offset, side="right")
        counts = np.maximum(high - low, 0)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        lefts.append(order[np.repeat(own, counts)])
        rights.append(order[np.arange(counts.sum()) - first + np.repeat(low, counts)])
    return np.concatenate(lefts), np.concatenate(rights)
