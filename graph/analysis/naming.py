"""Names: what is frequent inside a set of entries and rare outside it."""

from collections.abc import Mapping, Sequence, Set

import numpy as np

from graph.analysis.features import TERM, Features
from graph.model import NodeKind

PRIOR = 10.0
"""Strength of the prior: how many entries' worth of the vault's habits each side is lent."""
FEWEST_INSIDE = 2
LEAST_COVER = 0.15
"""A name must occur in this share of the entries that it names."""
KIND_BONUS = {NodeKind.TAG.value: 1.5, NodeKind.IDEA.value: 1.2, TERM: 1.0}
"""Which kinds name a theme, and how much a name that the writer chose is preferred."""
MOST_TERMS = 10


class Names:
    """Ranks what may name a set of entries; holds what all sets need."""

    def __init__(self, features: Features) -> None:
        self._names = features.names
        self._entries = len(features.entries)
        self._held = features.matrix.astype(bool).astype(np.float64)
        self._total = np.maximum(np.asarray(self._held.sum(axis=0)).ravel(), 1)

    def rank(self, rows: list[int]) -> list[tuple[str, float]]:
        """The features that set these entries apart, best first, with their z-scores.

        Log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008) on the
        number of entries that hold a feature: frequent words are not favoured, nor rare ones.
        """
        inside = np.asarray(self._held[rows].sum(axis=0)).ravel()
        outside = self._total - inside
        n_in, n_out = len(rows), self._entries - len(rows)
        prior = PRIOR * self._total / self._entries
        odds = np.log((inside + prior) / (n_in - inside + PRIOR - prior)) - np.log(
            (outside + prior) / (n_out - outside + PRIOR - prior)
        )
        z = odds / np.sqrt(1 / (inside + prior) + 1 / (outside + prior))
        enough = max(FEWEST_INSIDE, LEAST_COVER * n_in)
        columns = [int(j) for j in np.flatnonzero((inside >= enough) & (z > 0))]
        columns.sort(key=lambda j: (-round(float(z[j]), 6), self._names[j]))
        return [(self._names[j], float(z[j])) for j in columns]


def pick_names(
    ranked: Sequence[tuple[str, float]], labels: Mapping[str, str], taken: Set[str], own: str = ""
) -> list[str]:
    """The labels that name a set of entries, its own first; none twice.

    Args:
        ranked: As `Names.rank` gives them.
        labels: Feature → how a reader sees it, for those that are nodes.
        taken: Labels of other themes, folded (`fold`): good as terms, not as the first.
        own: The feature that the set was chosen by, which then names it; empty if there is none.
    """
    scored = [
        (z * KIND_BONUS[kind], name)
        for name, z in ranked
        if (kind := name.split(":", 1)[0]) in KIND_BONUS and name != own
    ]
    scored.sort(key=lambda item: (-round(item[0], 6), item[1]))
    names = [labels.get(name, name.split(":", 1)[1]) for _, name in scored]
    first = [labels[own]] if own else [name for name in names if fold(name) not in taken][:1]
    if not first:
        return []
    distinct: dict[str, str] = {}
    for name in first + names:
        distinct.setdefault(fold(name), name)
    return list(distinct.values())[:MOST_TERMS]


def fold(label: str) -> str:
    """A label without what makes no difference to a reader: case and a plural's ending."""
    return label.casefold().removesuffix("s")
