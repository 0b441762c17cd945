"""A sparse table with the few operations that themes need.

numpy alone: loading scipy.sparse takes longer than analysing a diary does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating]
Indices = NDArray[np.intp]

CHUNK = 1 << 11
"""Cells that are multiplied at a time: as many as a processor keeps at hand."""
SEED = 1
SWAPS = 8
"""Rounds in which cells that were dealt to one place twice are dealt anew; the rest is dropped."""
SPARE = 10
"""Columns beyond those asked for, which make the last ones exact."""
PASSES = 5


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, only those that are not zero (compressed sparse rows)."""

    starts: Indices
    """Where each row begins in `columns` and `cells`, and where the last one ends."""
    columns: Indices
    cells: Numbers
    width: int
    """Number of columns."""

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.starts) - 1

    @property
    def rows(self) -> Indices:
        """The row of each cell."""
        return np.repeat(np.arange(self.height), np.diff(self.starts))

    def times(self, dense: Numbers) -> Numbers:
        """Multiply by a dense table of shape (width, k); O(cells · k)."""
        product = np.zeros((self.height, dense.shape[1]), dense.dtype)
        filled = np.flatnonzero(np.diff(self.starts))
        ends = self.starts[filled + 1]
        first = 0
        while first < len(filled):
            begin = self.starts[filled[first]]
            last = max(first + 1, int(np.searchsorted(ends, begin + CHUNK, "right")))
            cells = slice(begin, ends[last - 1])
            parts = dense[self.columns[cells]]
            parts *= self.cells[cells, None]
            product[filled[first:last]] = np.add.reduceat(
                parts, self.starts[filled[first:last]] - begin, axis=0
            )
            first = last
        return product

    def turned(self) -> "Table":
        """The same with rows and columns exchanged."""
        order = np.argsort(self.columns, kind="stable")
        counts = np.bincount(self.columns, minlength=self.width)
        starts = np.concatenate([[0], np.cumsum(counts)])
        return Table(starts, self.rows[order], self.cells[order], self.height)

    def sum_of(self, rows: Sequence[int] | Indices) -> Numbers:
        """The sum of some rows, of shape (width,)."""
        total: Numbers = np.zeros(self.width)
        for row in rows:
            cells = slice(self.starts[row], self.starts[row + 1])
            total[self.columns[cells]] += self.cells[cells]
        return total

    def along(self, rows: Sequence[int] | Indices, direction: Numbers) -> Numbers:
        """The scalar products of some rows with a direction of shape (width,)."""
        spans = (slice(self.starts[row], self.starts[row + 1]) for row in rows)
        return np.array([self.cells[s] @ direction[self.columns[s]] for s in spans])

    def lengths(self) -> Numbers:
        """The Euclidean length of every row."""
        return np.sqrt(np.bincount(self.rows, self.cells**2, self.height))

    def only(self, kept: NDArray[np.bool_]) -> "Table":
        """The same with all rows empty but those marked."""
        counts = np.where(kept, np.diff(self.starts), 0)
        cells = kept[self.rows]
        starts = np.concatenate([[0], np.cumsum(counts)])
        return Table(starts, self.columns[cells], self.cells[cells], self.width)

    def with_cells(self, cells: Numbers) -> "Table":
        """The same with other values."""
        return Table(self.starts, self.columns, cells, self.width)


def unit_rows(table: Table) -> Table:
    """The table with each row, unless empty, brought to length 1."""
    lengths = table.lengths()[table.rows]
    return table.with_cells(table.cells / np.where(lengths > 0, lengths, 1))


def deal_out(table: Table, deal: int = 0) -> Table:
    """The table that chance would make: the cells of every column dealt out among the rows.

    Each column keeps its values and each row, about, how many it has; what is gone is which
    columns meet (the null model of Horn's parallel analysis, 1965).

    Args:
        table: The table; not changed.
        deal: Which of many deals.
    """
    draw = np.random.default_rng((SEED, deal))
    rows = draw.permutation(table.rows)
    for _ in range(SWAPS):
        twice = _repeated(table.columns * table.height + rows)
        some = np.concatenate([twice, draw.integers(len(rows), size=len(twice))])
        some = np.unique(some)
        rows[some] = draw.permutation(rows[some])
    twice = _repeated(table.columns * table.height + rows)
    kept = np.delete(np.arange(len(rows)), twice)
    kept = kept[np.lexsort((table.columns[kept], rows[kept]))]
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows[kept], minlength=table.height))])
    return unit_rows(Table(starts, table.columns[kept], table.cells[kept], table.width))


def _repeated(keys: Indices) -> Indices:
    """Where a key stands that stood before."""
    order: Indices = np.argsort(keys, kind="stable")
    again: Indices = order[1:][np.diff(keys[order]) == 0]
    return again


def singular_vectors(table: Table, rank: int) -> tuple[Numbers, Numbers, Numbers]:
    """The largest singular values of a table and their vectors, largest first.

    Subspace iteration from a seeded start (Halko, Martinsson & Tropp 2011, algorithm 4.4), with
    so many passes that the start hardly shows. O(cells · rank + (rows + columns) · rank²).

    Returns:
        Vectors of shape (height, r), values (r,), vectors (width, r), with r at most `rank`.
    """
    size = min(rank + SPARE, table.height, table.width)
    turned = table.turned()
    # In half the memory, which is what the time goes into.
    basis: Numbers = np.random.default_rng(SEED).standard_normal((table.width, size), np.float32)
    for _ in range(PASSES):
        basis = turned.times(np.linalg.qr(table.times(basis))[0])
    basis = np.linalg.qr(basis)[0]
    left, values, mix = np.linalg.svd(table.times(basis), full_matrices=False)
    kept = min(rank, size)
    return left[:, :kept], values[:kept], (basis @ mix.T)[:, :kept]
