"""A sparse table with the few operations that themes need.

numpy alone: loading scipy.sparse takes longer than analysing a diary does.
"""

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
BLOCK = 48
"""Vectors that are multiplied at a time ..."""
PASSES = 5
"""... and how often: with fewer, themes move more when an entry comes in."""
TINY = 1e-6
"""Of two lengths, when the smaller is nothing but rounding."""


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

    def turned(self) -> "Table":
        """The same with rows and columns exchanged."""
        order = in_order(self.columns)
        counts = np.bincount(self.columns, minlength=self.width)
        starts = np.concatenate([[0], np.cumsum(counts)])
        return Table(starts, self.rows[order], self.cells[order], self.height)

    def total(self) -> Numbers:
        """The sum of all rows, of shape (width,)."""
        return _sums(self.columns, self.cells, self.width)

    def some(self, rows: Indices) -> "Table":
        """Some of the rows."""
        counts = np.diff(self.starts)[rows]
        ends = np.cumsum(counts)
        cells = np.arange(counts.sum()) + np.repeat(self.starts[rows] - ends + counts, counts)
        starts = np.concatenate([[0], ends])
        return Table(starts, self.columns[cells], self.cells[cells], self.width)

    def along(self, direction: Numbers) -> Numbers:
        """The scalar product of every row with a direction of shape (width,)."""
        return _sums(self.rows, self.cells * direction[self.columns], self.height)

    def lengths(self) -> Numbers:
        """The Euclidean length of every row."""
        return np.sqrt(_sums(self.rows, self.cells**2, self.height))

    def only(self, kept: NDArray[np.bool_]) -> "Table":
        """The same with all rows empty but those marked."""
        return self._with(kept[self.rows])

    def common(self, fewest: int) -> "Table":
        """The columns that have so many cells."""
        kept = np.bincount(self.columns, minlength=self.width) >= fewest
        place = np.cumsum(kept) - 1
        held = self._with(kept[self.columns])
        return Table(held.starts, place[held.columns], held.cells, int(kept.sum()))

    def _with(self, kept: NDArray[np.bool_]) -> "Table":
        """Only some cells."""
        counts = np.bincount(self.rows[kept], minlength=self.height)
        starts = np.concatenate([[0], np.cumsum(counts)])
        return Table(starts, self.columns[kept], self.cells[kept], self.width)

    def with_cells(self, cells: Numbers) -> "Table":
        """The same with other values."""
        return Table(self.starts, self.columns, cells, self.width)


class Stacked:
    """A table laid out for many products: rows of equally many cells lie in one block.

    In single precision: half the memory, which is what the time goes into.
    """

    def __init__(self, table: Table) -> None:
        """Lay the cells out; O(cells)."""
        self._height = table.height
        self._blocks: list[tuple[Indices, Indices, Numbers]] = []
        counts = np.diff(table.starts)
        order = in_order(counts)
        for rows in np.split(order, np.flatnonzero(np.diff(counts[order])) + 1):
            count = int(counts[rows].max(initial=0))
            for some in np.array_split(rows, max(1, len(rows) * count // CHUNK)):
                cells = table.starts[some, None] + np.arange(count)
                values = table.cells[cells].astype(np.float32)[:, None]
                self._blocks.append((some, table.columns[cells], values))

    def times(self, dense: Numbers) -> Numbers:
        """Multiply by a dense table of shape (width, k), of single numbers; O(cells · k)."""
        product = np.zeros((self._height, dense.shape[1]), np.float32)
        for rows, columns, cells in self._blocks:
            product[rows] = (cells @ dense.take(columns, axis=0))[:, 0]
        return product


def _sums(places: Indices, values: Numbers, size: int) -> Numbers:
    """The sum of the values of each place; numpy's annotation says counts, which are whole."""
    return np.bincount(places, values, size).astype(np.float64, copy=False)


def in_order(keys: Indices) -> Indices:
    """The places of some keys, the least first, of equal ones the first.

    As `np.argsort(keys, kind="stable")`, in a quarter of the time: numbers are sorted faster than
    the places of numbers.
    """
    count = len(keys)
    if int(keys.max(initial=0)) >= np.iinfo(np.intp).max // max(1, count):
        return np.argsort(keys, kind="stable")
    numbered = keys * count + np.arange(count)
    numbered.sort()
    places: Indices = numbered % max(1, count)
    return places


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
        some = np.flatnonzero(np.bincount(some))
        rows[some] = draw.permutation(rows[some])
    twice = _repeated(table.columns * table.height + rows)
    kept = np.delete(np.arange(len(rows)), twice)
    kept = kept[in_order(rows[kept] * table.width + table.columns[kept])]
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows[kept], minlength=table.height))])
    return unit_rows(Table(starts, table.columns[kept], table.cells[kept], table.width))


def _repeated(keys: Indices) -> Indices:
    """Where a key stands that stood before."""
    order = in_order(keys)
    again: Indices = order[1:][np.diff(keys[order]) == 0]
    return again


def approximate(table: Table, rank: int) -> tuple[Numbers, Numbers]:
    """The best approximation of a table by a product `left @ right.T` of low rank, or nearly.

    Its largest singular values, by block Lanczos from a seeded start with full orthogonalisation
    (Golub & Underwood 1977; Musco & Musco 2015): each block is what the table makes of the last
    one, less what all before it hold, and the best is taken of what they span together.
    O(cells · k + (rows + columns) · k²) for k = `BLOCK` · `PASSES`.

    Returns:
        `left` of shape (height, r), the strongest column first, and `right` of shape (width, r)
        with orthonormal columns, with r at most `rank`.
    """
    straight, turned = Stacked(table), Stacked(table.turned())
    basis, image = (np.empty((n, BLOCK * PASSES), np.float32) for n in (table.width, table.height))
    last: Numbers = np.random.default_rng(SEED).standard_normal((table.height, BLOCK), np.float32)
    done = 0
    for _ in range(PASSES):
        fresh = _beyond(basis[:, :done], turned.times(last))
        last = straight.times(fresh)
        some = slice(done, done + fresh.shape[1])
        basis[:, some], image[:, some] = fresh, last
        done = some.stop
    basis, image = basis[:, :done], image[:, :done]
    mix = np.linalg.eigh(image.T @ image)[1][:, ::-1][:, :rank]
    return image @ mix, basis @ mix


def _beyond(basis: Numbers, vectors: Numbers) -> Numbers:
    """An orthonormal basis of what vectors hold beyond another one; twice, against rounding."""
    for _ in range(2):
        vectors = vectors - basis @ (basis.T @ vectors)
        squares, mix = np.linalg.eigh(vectors.T @ vectors)
        kept = squares > TINY * squares.max(initial=1.0)
        vectors = vectors @ (mix[:, kept] / np.sqrt(squares[kept]))
    return vectors
