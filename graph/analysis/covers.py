"""Covers: which entries belong together, as sets with a weight for every member."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.features import Features
from graph.analysis.nmf import count_factors, factorise
from graph.model import NodeKind

SMALLEST = 4
"""Fewer entries are no recurring theme."""
LARGEST = 0.3
"""Parts of more than this share of the entries are the writer's manner, not a theme."""
MOST_PARTS = 40
ENTRIES_PER_PART = 6
"""A vault of n entries is taken apart into n / 6 parts, broad and narrow together, 40 at most."""
LEAST_LOAD = 0.12
"""From this load on, on a scale where an entry that is nothing but the part has 1, it belongs."""
CORE = 0.6
"""From this share of the median weight on, a member is no doubtful one."""
SAME = 0.5
"""Of two covers that share more than this of their union, the better one stands for both."""
TAG_BONUS = 2.0
"""What the writer marked up is a fact; what is inferred has to explain more to come before it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """One set of entries and how much each belongs to it."""

    weights: dict[int, float]
    """Row of `Features` → 0 to 1, the most typical first."""
    score: float
    """Share of the vault that lies along what sets these entries apart."""
    name: str = ""
    """The feature that all of them were chosen by, if there is one: a tag."""

    @property
    def core(self) -> list[int]:
        """The rows that clearly belong, the most typical first: what a trend may be read from."""
        weights = list(self.weights.values())
        limit = CORE * weights[len(weights) // 2]
        return [row for row, weight in self.weights.items() if weight >= limit]


def find_covers(features: Features) -> list[Cover]:
    """Find the sets of entries that share what the rest of the vault does not, best first.

    Two sources: the writer's tags, and the parts of the table by non-negative factors
    (Lee & Seung 1999), once the broad ones that stand out from chance and once narrow ones.
    All let an entry belong to several covers or none.
    """
    if not features.names:
        return []
    average = np.asarray(features.matrix.mean(axis=0)).ravel()
    found = [_measure(features, average, rows, name) for rows, name in _candidates(features)]
    found.sort(key=lambda cover: (-cover.score, tuple(cover.weights)))
    return _distinct(found)


def _candidates(features: Features) -> Iterator[tuple[NDArray[np.intp], str]]:
    """Rows of each set that may be a theme, with the tag that it is made of, if it is."""
    table = features.matrix.tocsc()
    for j, name in enumerate(features.names):
        rows = table.indices[table.indptr[j] : table.indptr[j + 1]]
        if name.startswith(f"{NodeKind.TAG.value}:") and len(rows) >= SMALLEST:
            yield np.sort(rows), name
    narrow = min(MOST_PARTS, len(features.entries) // ENTRIES_PER_PART, len(features.names) // 2)
    broad = count_factors(features.matrix, narrow)
    for rank in sorted({broad, narrow} - {0}):
        loads, _ = factorise(features.matrix, rank)
        for load in loads.T:
            rows = np.flatnonzero(load >= LEAST_LOAD)
            if SMALLEST <= len(rows) <= LARGEST * len(load):
                yield rows, ""


def _measure(
    features: Features, average: NDArray[np.float64], rows: NDArray[np.intp], name: str
) -> Cover:
    """Weigh the members by their cosine to what the set has beyond the vault's average."""
    own = np.asarray(features.matrix[rows].mean(axis=0)).ravel()
    apart = np.maximum(own - average, 0)
    cosines = features.matrix[rows] @ (apart / (np.linalg.norm(apart) or 1.0))
    order = np.lexsort((rows, -np.round(cosines, 6)))
    weights = {int(rows[i]): round(float(cosines[i]), 4) for i in order}
    share = float((cosines**2).sum()) / len(features.entries)
    return Cover(weights, round(share * (TAG_BONUS if name else 1), 6), name)


def _distinct(covers: Iterable[Cover]) -> list[Cover]:
    """The covers without those that repeat a better one."""
    kept: list[Cover] = []
    for cover in covers:
        if all(_overlap(cover, other) <= SAME for other in kept):
            kept.append(cover)
    return kept


def _overlap(one: Cover, other: Cover) -> float:
    """Jaccard's index: what both hold, as a share of what either holds."""
    shared = len(one.weights.keys() & other.weights.keys())
    return shared / (len(one.weights) + len(other.weights) - shared)
