"""Terms: pairs of words that several entries share more often than chance explains."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import log
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from graph.model import Collocation, Entry
from graph.resolve.columns import Bools, Ints, Numbers
from graph.resolve.phrases import stem_key

ENTRIES = 3
"""In how many entries a term must stand."""
BOUND = 0.5
"""Normalised pointwise mutual information, 0 for chance and 1 for words that are never apart,
that the words of a term must reach (Bouma 2009, "Normalized (Pointwise) Mutual Information in
Collocation Extraction")."""

BITS = 32
"""A stem's number has no more."""


class Term(NamedTuple):
    """A term in an entry."""

    path: str
    collocation: Collocation


def shared_terms(entries: Sequence[Entry], totals: Mapping[str, int]) -> Iterator[Term]:
    """Every place of every term, in the order of the entries; n log n in the collocations.

    Plural endings are folded before counting. A pair counts once an entry, so that one entry
    that repeats itself proves nothing.

    Args:
        entries: All entries.
        totals: How often each word stands in them.
    """
    stems = _Stems()
    sizes, written = _pairs(entries, stems)
    entry = np.repeat(np.arange(len(entries)), sizes)
    place = np.arange(len(entry)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    pairs, pair = np.unique(written, return_inverse=True)
    once = np.sort(pair * len(entries) + entry)
    counts = np.bincount(once[np.diff(once, prepend=-1) > 0] // len(entries))
    words = sum(entry.words for entry in entries)
    rows = np.flatnonzero(_are_terms(pairs, counts, stems.counts(totals), words)[pair])
    places = zip(entry[rows].tolist(), place[rows].tolist(), strict=True)
    for number, group in groupby(places, itemgetter(0)):
        path, collocations = entries[number].path, entries[number].collocations
        yield from (Term(path, collocations[place]) for _, place in group)


class _Stems(dict[str, int]):
    """Words → the numbers of their stems, each stemmed once; 0 for `e-mail`, which is two words."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = Numbers({"": 0})

    def __missing__(self, word: str) -> int:
        stem = stem_key(word)
        number = self[word] = 0 if "-" in stem else self._numbers[stem]
        return number

    def counts(self, totals: Mapping[str, int]) -> Counter[int]:
        """How often each stem stands in the vault, given how often each word does."""
        counts: Counter[int] = Counter()
        for word, count in totals.items():
            counts[self[word]] += count
        return counts


def _pairs(entries: Iterable[Entry], stems: _Stems) -> tuple[Ints, Ints]:
    """How many collocations each entry has, and of each the two stems as one number."""
    sizes, pairs = array("q"), array("q")
    for entry in entries:
        collocations = entry.collocations
        sizes.append(len(collocations))
        for collocation in collocations:
            first, _, last = collocation.text.partition(" ")
            pairs.append(stems[first] << BITS | stems[last])
    return np.asarray(sizes), np.asarray(pairs)


def _are_terms(pairs: Ints, entries: Ints, stems: Counter[int], words: int) -> Bools:
    """Which pairs are terms.

    Args:
        pairs: The different ones.
        entries: In how many entries each stands.
        stems: How often each stem stands in the vault.
        words: How many words the vault has.
    """
    found = np.zeros(len(pairs), bool)
    for row in np.flatnonzero(entries >= ENTRIES).tolist():
        first, last = divmod(pairs.item(row), 1 << BITS)
        if first and last:
            found[row] = _npmi(entries.item(row), stems[first], stems[last], words) >= BOUND
    return found


def _npmi(together: int, first: int, last: int, total: int) -> float:
    if together >= total:
        return 0.0
    first, last = max(first, together), max(last, together)
    return log(together * total / (first * last)) / log(total / together)
