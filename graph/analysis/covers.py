"""Covers: which entries belong together, as sets with a weight for every member."""

from dataclasses import dataclass

import igraph
import numpy as np

from graph.analysis.communities import leiden
from graph.analysis.features import Features

SMALLEST = 4
"""Fewer entries are no recurring theme."""
RESOLUTION = 2.0
"""Above 1, so that themes come out narrower than the communities of the page."""


LIFT = 2.0
"""What a group says less than this many times as often as the vault does not define it."""
NEAR = 0.6
"""Who comes within this share of the members' mean cosine belongs to the theme too."""


@dataclass(frozen=True, slots=True)
class Cover:
    """One set of entries and how much each belongs to it."""

    weights: dict[int, float]
    """Row of `Features` → cosine to the set's mean, the most typical first."""
    score: float
    """Share of the vault's TF-IDF mass that lies along the set's mean."""


def find_covers(features: Features) -> list[Cover]:
    """Group entries by what they share: Leiden on the two-sided graph of entries and features.

    Linear in the table's cells. Best first.
    """
    rows, columns = features.matrix.shape
    table = features.matrix.tocoo()
    pairs = list(zip(table.row.tolist(), (table.col + rows).tolist(), strict=True))
    graph = igraph.Graph(n=rows + columns, edges=pairs)
    graph.es["weight"] = table.data
    groups = [[v for v in group if v < rows] for group in leiden(graph, RESOLUTION)]
    covers = [_measure(features, group) for group in groups if len(group) >= SMALLEST]
    return sorted(covers, key=lambda cover: (-cover.score, tuple(cover.weights)))


def _measure(features: Features, group: list[int]) -> Cover:
    """The cover around a group: all entries nearer to its mean than to the vault's."""
    table = features.matrix
    own = np.asarray(table[group].mean(axis=0)).ravel()
    lift = np.maximum(own - LIFT * np.asarray(table.mean(axis=0)).ravel(), 0)
    length = np.sqrt(lift @ lift) or 1.0
    cosines = np.round(table @ lift / length, 6)
    members = np.flatnonzero(cosines >= NEAR * cosines[group].mean())
    order = members[np.lexsort((members, -cosines[members]))]
    weights = {int(row): float(cosines[row]) for row in order}
    return Cover(weights, round(float((cosines[order] ** 2).sum()) / table.shape[0], 6))
