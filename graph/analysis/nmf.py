"""Non-negative factors of a sparse table: parts that add up, so an entry may have several."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import svds
from threadpoolctl import threadpool_limits

Matrix = NDArray[np.float64]

ROUNDS = 40
SEED = 1
TINY = 1e-12


def factorise(table: sparse.csr_matrix, rank: int) -> tuple[Matrix, Matrix]:
    """Approximate a non-negative table of shape (n, m) by `loads @ parts`, both non-negative.

    Starts from the singular vectors (NNDSVDa, Boutsidis & Gallopoulos 2008), so that no chance
    is in it, and improves one part at a time (HALS, Cichocki & Phan 2009). Each round costs
    O(rank · cells + rank² · (n + m)).

    Args:
        table: Rows are entries, columns are features.
        rank: Number of parts; less than both n and m.

    Returns:
        `loads` of shape (n, rank) and `parts` of shape (rank, m); each part has length 1.
    """
    turned = sparse.csr_matrix(table.T)
    # Many small products: threads cost more than they give, and would change the last digits.
    with threadpool_limits(limits=1, user_api="blas"):
        loads, parts = _start(table, rank)
        for _ in range(ROUNDS):
            _improve(loads, table @ parts, parts.T @ parts)
            _improve(parts, turned @ loads, loads.T @ loads)
    lengths = np.sqrt((parts * parts).sum(axis=0))
    return loads * lengths, (parts / np.maximum(lengths, TINY)).T


def count_factors(table: sparse.csr_matrix, most: int) -> int:
    """How many singular values stand out from chance: Horn's parallel analysis (1965).

    Chance is the same table with every row's cells dealt out anew among the rows; its first
    value is the average that all tables have, its second the largest that means nothing.
    """
    if most < 2:
        return most
    turned = sparse.csc_matrix(table)
    rows = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    dealt = np.random.default_rng(SEED).permutation(rows)
    chance = sparse.csc_matrix((turned.data, dealt, turned.indptr), shape=table.shape).tocsr()
    lengths = np.sqrt(np.asarray(chance.multiply(chance).sum(axis=1)).ravel())
    chance = sparse.diags(1 / np.maximum(lengths, TINY)) @ chance
    limit = sorted(_values(chance, 2))[0]
    return int((_values(table, most) > limit).sum())


def _values(table: sparse.csr_matrix, most: int) -> Matrix:
    """The largest singular values."""
    with threadpool_limits(limits=1, user_api="blas"):
        values = svds(table, k=most, v0=np.ones(min(table.shape)), return_singular_vectors=False)
    return np.asarray(values, dtype=np.float64)


def _start(table: sparse.csr_matrix, rank: int) -> tuple[Matrix, Matrix]:
    """The positive or the negative sides of the singular vectors, whichever weigh more."""
    left, values, right = svds(table, k=rank, v0=np.ones(min(table.shape)))
    order = np.argsort(-values, kind="stable")
    left, values, right = left[:, order], values[order], right[order].T
    sides = [(np.maximum(s * left, 0), np.maximum(s * right, 0)) for s in (1, -1)]
    sizes = [np.linalg.norm(u, axis=0) * np.linalg.norm(v, axis=0) for u, v in sides]
    chosen = sizes[0] >= sizes[1]
    loads = np.where(chosen, sides[0][0], sides[1][0])
    parts = np.where(chosen, sides[0][1], sides[1][1])
    size = np.sqrt(values * np.where(chosen, *sizes))
    loads *= size / np.maximum(np.linalg.norm(loads, axis=0), TINY)
    parts *= size / np.maximum(np.linalg.norm(parts, axis=0), TINY)
    mean = table.sum() / (table.shape[0] * table.shape[1])
    return np.where(loads > 0, loads, mean), np.where(parts > 0, parts, mean)


def _improve(side: Matrix, target: Matrix, gram: Matrix) -> None:
    """One pass of coordinate descent over the columns of one side, in place."""
    for j in range(side.shape[1]):
        if gram[j, j] > TINY:
            step = (target[:, j] - side @ gram[:, j]) / gram[j, j]
            np.maximum(side[:, j] + step, 0, out=side[:, j])
