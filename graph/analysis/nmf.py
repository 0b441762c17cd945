"""Non-negative factors of a sparse table: parts that add up, so an entry may have several."""

from dataclasses import dataclass

import numpy as np

from graph.analysis.sparse import Numbers, Table, approximate

ROUNDS = 25
TINY = 1e-12
FEWEST = 4
"""A feature of fewer entries is no part of what they share: no theme has fewer."""
OWN = 0.8
"""How much of what the vault does not share counts for an entry's length: an entry that is mostly
that belongs to no part with all its weight."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What the entries of a table share: its best approximation of low rank, `left @ right`.

    What a single entry says and no other is not in it. So words meet here that stand in no
    entry together but in the same company (latent semantic analysis, Deerwester et al. 1990).
    """

    left: Numbers
    """Of shape (entries, rank); rows such that an entry like all that it shares has length 1."""
    right: Numbers
    """Of shape (features of `FEWEST` entries, rank), orthonormal columns."""


def find_gist(table: Table, rank: int) -> Gist:
    """Approximate a table whose rows have length 1."""
    left, right = approximate(table.common(FEWEST), rank)
    shared = (left * left).sum(axis=1)
    own = (table.lengths() ** 2) * OWN
    left /= np.sqrt(np.maximum(shared + own, TINY))[:, None]
    return Gist(left, right)


def factorise(gist: Gist, rank: int) -> Numbers:
    """Approximate what entries share by `loads.T @ parts`, both non-negative.

    Starts from the singular vectors (NNDSVDa, Boutsidis & Gallopoulos 2008), so that no chance
    is in it, and improves one part at a time (HALS, Cichocki & Phan 2009). Each round costs
    O(rank² · (n + m)).

    Args:
        gist: Of a table of n entries and m features; of at least this rank.
        rank: Number of parts.

    Returns:
        The loads, of shape (rank, n), for parts of length 1: an entry that is nothing but a part
        has 1 there. None where the gist is empty.
    """
    if not gist.left.size:
        return np.zeros((0, len(gist.left)))
    loads, parts = _start(gist, rank)
    for _ in range(ROUNDS):
        _improve(loads, (parts @ gist.right) @ gist.left.T, parts @ parts.T)
        _improve(parts, (loads @ gist.left) @ gist.right.T, loads @ loads.T)
    loads *= np.linalg.norm(parts, axis=1)[:, None]
    return loads


def _start(gist: Gist, rank: int) -> tuple[Numbers, Numbers]:
    """The positive or the negative sides of the singular vectors, whichever weigh more."""
    left, right = gist.left.T[:rank], gist.right.T[:rank]
    values = np.linalg.norm(left, axis=1)
    left = left / np.maximum(values, TINY)[:, None]
    sides = [(np.maximum(s * left, 0), np.maximum(s * right, 0)) for s in (1, -1)]
    sizes = [np.linalg.norm(u, axis=1) * np.linalg.norm(v, axis=1) for u, v in sides]
    chosen = (sizes[0] >= sizes[1])[:, None]
    size = np.sqrt(values * np.maximum(*sizes))[:, None]
    loads, parts = (_scaled(np.where(chosen, a, b), size) for a, b in zip(*sides, strict=True))
    mean = max(float(loads.mean() * parts.mean()) * rank, TINY)
    return np.where(loads > 0, loads, mean), np.where(parts > 0, parts, mean)


def _scaled(rows: Numbers, lengths: Numbers) -> Numbers:
    scaled: Numbers = rows / np.maximum(np.linalg.norm(rows, axis=1), TINY)[:, None] * lengths
    return scaled


def _improve(side: Numbers, target: Numbers, gram: Numbers) -> None:
    """One pass of coordinate descent over the rows of one side, in place."""
    own = np.where(gram.diagonal() > TINY, gram.diagonal(), 1)[:, None]
    # By what each row is drawn down; one that nothing depends on (own 0) stays as it is.
    others = gram / own - np.eye(len(gram), dtype=gram.dtype)
    target /= own
    for j in range(len(side)):
        np.maximum(target[j] - others[j] @ side, 0, out=side[j])
