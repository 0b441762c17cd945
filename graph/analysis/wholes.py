"""Wholes: what a pair of Han characters is a part of, where it is no word by itself."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from graph.analysis.features import TERM
from graph.analysis.sparse import Table

PAIR = len(TERM) + 1 + 2
"""Length of the name of a pair; words of other scripts have three letters or more."""
TOGETHER = 0.9
"""In this share of the entries of a pair stands what it is a part of."""
LONGEST = 6


class Wholes:
    """Joins pairs that are never apart: `字花`, between `数字` and `花园`, to `数字花园`."""

    def __init__(self, held: Table, names: Sequence[str]) -> None:
        """Take the table of entries and features, and the names of its columns."""
        self._held = held
        self._known: dict[str, str] = {}
        self._pairs = {
            name[-2:]: column
            for column, name in enumerate(names)
            if len(name) == PAIR and name.startswith(TERM)
        }

    def whole(self, pair: str) -> str:
        """The longest word around a pair; linear in the entries of the pairs that may be next."""
        if pair not in self._known:
            self._known[pair] = self._joined(pair)
        return self._known[pair]

    def _joined(self, pair: str) -> str:
        word = pair
        for before in (False, True):
            while len(word) < LONGEST and (sign := self._next(pair, word, before)):
                word = sign + word if before else word + sign
        return word

    def _next(self, pair: str, word: str, before: bool) -> str:
        """The character that nearly always stands before a word or behind it; else none."""
        own = self._entries[pair]
        least = TOGETHER * len(own)
        edge = word[0] if before else word[-1]
        counts = {
            other: len(own & self._entries[other])
            for other in self._beside[before, edge]
            if other not in word and len(self._entries[other]) >= least
        }
        best = min(counts, key=lambda other: (-counts[other], other), default="")
        if not best or counts[best] < least:
            return ""
        return best[0] if before else best[1]

    @cached_property
    def _entries(self) -> dict[str, frozenset[int]]:
        """Pair → the rows that hold it."""
        turned = self._held.turned()
        rows, starts = turned.columns, turned.starts
        return {
            pair: frozenset(rows[starts[column] : starts[column + 1]].tolist())
            for pair, column in self._pairs.items()
        }

    @cached_property
    def _beside(self) -> dict[tuple[bool, str], list[str]]:
        """Whether before, and a character → the pairs that end with it, or begin."""
        found: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
        for pair in self._pairs:
            found[True, pair[1]].append(pair)
            found[False, pair[0]].append(pair)
        return found
