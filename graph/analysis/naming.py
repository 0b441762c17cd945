"""Names: what is frequent inside a set of entries and rare outside it."""

import numpy as np

from graph.analysis.features import TERM, Features
from graph.model import NodeKind

PRIOR = 0.5
"""Strength of the prior: how many entries' worth of the vault's habits each side is lent."""
FEWEST_INSIDE = 2
LEAST_COVER = 0.15
"""A name must occur in this share of the entries that it names."""
KIND_BONUS = {NodeKind.TAG.value: 1.5, NodeKind.IDEA.value: 1.2, TERM: 1.0}
"""Which kinds name a theme, and how much a name that the writer chose is preferred."""
MOST_TERMS = 10


def rank_names(features: Features, rows: list[int]) -> list[tuple[str, float]]:
    """The features that set these entries apart, best first, with their z-scores.

    Log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008) on the number
    of entries that hold a feature: frequent words are not favoured, nor are rare ones.
    """
    held = features.matrix.copy()
    held.data = np.ones_like(held.data)
    total = np.asarray(held.sum(axis=0)).ravel()
    inside = np.asarray(held[rows].sum(axis=0)).ravel()
    outside = total - inside
    prior = PRIOR * total / features.matrix.shape[0] + 0.01
    n_in, n_out = len(rows), features.matrix.shape[0] - len(rows)
    odds = np.log((inside + prior) / (n_in - inside + PRIOR)) - np.log(
        (outside + prior) / (n_out - outside + PRIOR)
    )
    z = odds / np.sqrt(1 / (inside + prior) + 1 / (outside + prior))
    enough = max(FEWEST_INSIDE, LEAST_COVER * len(rows))
    columns = [j for j in np.flatnonzero(inside >= enough) if z[j] > 0]
    columns.sort(key=lambda j: (-round(z[j], 6), features.names[j]))
    return [(features.names[j], float(z[j])) for j in columns]


def pick_names(ranked: list[tuple[str, float]], taken: set[str]) -> list[str]:
    """The features that may name the theme, the label first, none of those taken."""
    scored = [
        (z * KIND_BONUS[kind], name)
        for name, z in ranked
        if (kind := name.split(":", 1)[0]) in KIND_BONUS and name not in taken
    ]
    scored.sort(key=lambda item: (-round(item[0], 6), item[1]))
    return [name for _, name in scored[:MOST_TERMS]]
