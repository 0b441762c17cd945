"""All texts of a vault that may be names, in columns: they are many, and few are people."""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from graph.model import Entry, NameCandidate, NameForm, NameSign
from graph.resolve.columns import Ints, Numbers

FORMS = tuple(NameForm)


class Sighting(NamedTuple):
    """A candidate in its entry."""

    path: str
    candidate: NameCandidate
    key: str
    """The form in which names are compared."""
    row: int
    """Where it stands in the columns."""


class Sightings:
    """Columns with a row for every candidate of a vault, in the order of the entries.

    The candidates themselves are unpacked anew when they are asked for.

    Attributes:
        entries: How many entries there are.
        keys: The different names, in the form in which they are compared.
        shapes: The different forms with the signs seen.
        entry: The number of the entry of each row.
        key: Which of `keys` it is.
        shape: Which of `shapes`.
        form: Which of `FORMS`.
        count: How often it stands in the entry.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        keys: Numbers[str] = Numbers()
        shapes: Numbers[tuple[NameForm, tuple[NameSign, ...]]] = Numbers()
        sizes, key, shape, count = array("i"), array("i"), array("i"), array("q")
        for entry in entries:
            candidates = entry.candidates
            sizes.append(len(candidates))
            key.extend([keys[key_of(one.name)] for one in candidates])
            shape.extend([shapes[one.form, one.signs] for one in candidates])
            count.extend([one.count for one in candidates])
        self._all = entries
        self._starts = [0, *accumulate(sizes)]
        self.entries, self.keys, self.shapes = len(entries), list(keys), list(shapes)
        self.entry: Ints = np.repeat(np.arange(len(entries), dtype=np.int32), sizes)
        self.key: Ints = np.asarray(key)
        self.shape: Ints = np.asarray(shape)
        self.form: Ints = np.array([FORMS.index(form) for form, _ in shapes], np.int8)[shape]
        self.count: Ints = np.asarray(count)

    def rows_of(self, entry: int) -> range:
        """The rows of an entry, by its number."""
        return range(self._starts[entry], self._starts[entry + 1])

    def at(self, rows: Sequence[int]) -> Iterator[Sighting]:
        """The candidates in some rows, in their order; those of one entry had best be together."""
        chosen, last, candidates = np.array(rows, int), -1, ()
        numbers, keys = self.entry[chosen].tolist(), self.key[chosen].tolist()
        for row, number, key in zip(rows, numbers, keys, strict=True):
            entry = self._all[number]
            if number != last:
                last, candidates = number, entry.candidates
            yield Sighting(entry.path, candidates[row - self._starts[number]], self.keys[key], row)


@lru_cache(maxsize=1 << 16)
def key_of(name: str) -> str:
    """The form in which names are compared: case-folded, without stops."""
    return " ".join(name.casefold().replace(".", " ").replace("’", "'").split())
