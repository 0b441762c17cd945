"""What the vault as a whole says of a text that may be a name."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from math import exp, inf, log1p, sqrt
from typing import TypeAlias

import numpy as np

from graph.model import NameForm, NameSign
from graph.resolve.columns import Bools, Floats, Ints, Numbers
from graph.resolve.prose.sightings import FORMS, Sightings
from graph.resolve.prose.weights import BIAS, Table

SURE = 1.0
"""Log-odds above which a full name is taken to be a person's."""
BROAD = 500
"""In a vault of so many entries it means something that a name stands in one of them only."""
PERSONAL = frozenset(
    {
        NameSign.AFTER_WITH,
        NameSign.AFTER_MET,
        NameSign.AFTER_ME_AND,
        NameSign.AFTER_BY,
        NameSign.AFTER_PERSON_VERB,
        NameSign.AFTER_ROLE,
        NameSign.ATTRIBUTION,
        NameSign.POSSESSIVE,
        NameSign.BEFORE_MEETING,
        NameSign.OWNER,
        NameSign.BEFORE_SAID,
        NameSign.BEFORE_VERB,
        NameSign.BEFORE_AND_I,
        NameSign.SPEAKER,
        NameSign.IN_ROSTER,
    }
)
"""People are met in many of these ways, a thing in one or two."""
MANY_WAYS = 4
"""More ways say no more of a word: what a vault is about is met in all of them."""
BEGINNING = frozenset((NameSign.AT_START, NameSign.AFTER_STOP))
"""Where every word has a capital."""
FULL = (NameForm.FULL, NameForm.LOWER_FULL)
ORDINARY = frozenset((NameSign.COMMON, NameSign.ORDINARY))
CAPITALISED = (NameForm.FULL, NameForm.SINGLE)

Rows: TypeAlias = "slice | Ints"
"""Some rows of a column."""
Evidence: TypeAlias = Iterator[tuple[str, Floats]]
"""Kinds of evidence, each with how much of it there is in some rows; 0 where there is none."""


def chance(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def looks(seen: Sightings, signs: Table) -> Floats:
    """The log-odds of each row by its form and signs alone.

    Args:
        seen: All candidates.
        signs: The weights of the signs.
    """
    odds = [
        signs[form][BIAS] + sum(signs[form].get(sign, 0.0) for sign in shown)
        for form, shown in seen.shapes
    ]
    return np.array(odds, float)[seen.shape]


class Vault:
    """The sums over all sightings that the evidence is drawn from; linear in their number.

    Args:
        seen: All candidates.
        look: The look of each.
        totals: How often each word stands in the vault, in whatever case.
    """

    def __init__(self, seen: Sightings, look: Floats, totals: Mapping[str, int]) -> None:
        self._seen = seen
        self._look = look
        self._peers = _peers(seen, look)
        self._peopled = _peopled(seen, look)
        self._elsewhere = _Elsewhere(seen, look)
        self._parts = _Parts(seen, look, self._elsewhere.best)
        self._capitals = np.array([form in CAPITALISED for form in FORMS])[seen.form]
        self._lower_share, self._lower_count = _lower_case(seen, self._capitals, totals)
        self._cased = _cased(seen, self._capitals, self._lower_count, totals)

    def evidence(self, rows: Rows) -> Evidence:
        """All there is on the sightings in some rows."""
        yield "look", self._look[rows]
        yield from self._elsewhere.evidence(rows)
        yield "peers", _each(log1p, self._peers[rows])
        yield from self._parts.evidence(rows)
        key, capitals = self._seen.key[rows], self._capitals[rows]
        yield "lower-share", self._lower_share[key] * capitals
        yield "lower-count", self._lower_count[key] * capitals
        yield "cased", self._cased[rows]
        yield "peopled", self._peopled[rows]


class _Elsewhere:
    """The same name in other entries, and in how many ways it is met in all.

    Attributes:
        best: The best look of each name in any entry.
    """

    def __init__(self, seen: Sightings, look: Floats) -> None:
        self._seen, names = seen, len(seen.keys)
        self._breadth = min(1.0, log1p(seen.entries) / log1p(BROAD))
        places, self._place = np.unique(
            seen.entry.astype(np.int64) * names + seen.key, return_inverse=True
        )
        self._looks = _highest(look, self._place, len(places))
        self._chances = _each(chance, self._looks)
        key = places % names
        self._entries = np.bincount(key, minlength=names)
        self._sum_of_looks = np.bincount(key, self._looks, names)
        self._sum_of_chances = np.bincount(key, self._chances, names)
        ranked = self._looks[np.lexsort((self._looks, key))]
        last = np.cumsum(self._entries) - 1
        self.best, self._second = ranked[last], ranked[np.maximum(last - 1, 0)]
        self._ways = _ways(seen)

    def evidence(self, rows: Rows) -> Evidence:
        """How a name looks elsewhere and how it is met."""
        key, place = self._seen.key[rows], self._place[rows]
        entries, look = self._entries[key], self._looks[place]
        others = entries - 1
        met, some = others > 0, np.maximum(others, 1)
        yield "alone", np.where(met, 0.0, self._breadth)
        yield "ways", self._ways[key]
        yield "ways-each", self._ways[key] / entries
        yield "others", _each(log1p, others)
        yield "others-mean", np.where(met, (self._sum_of_looks[key] - look) / some, 0.0)
        best = np.where(look == self.best[key], self._second[key], self.best[key])
        yield "others-best", np.where(met, best, 0.0)
        share = (self._sum_of_chances[key] - self._chances[place]) / entries
        yield "others-share", np.where(met, share, 0.0)


class _Parts:
    """Words and the full names that hold them first or last."""

    def __init__(self, seen: Sightings, look: Floats, best: Floats) -> None:
        words: Numbers[str] = Numbers()
        self._seen = seen
        self._first = np.array([words[key.partition(" ")[0]] for key in seen.keys], np.int64)
        self._last = np.array([words[key.rpartition(" ")[2]] for key in seen.keys], np.int64)
        self._full = np.array([" " in key for key in seen.keys], bool)
        self._alone = np.zeros(len(words))
        self._alone[self._first[~self._full]] = best[~self._full]
        self._is_last = np.zeros(len(words), bool)
        self._is_last[self._last[self._full]] = True
        rows = np.flatnonzero(self._full[seen.key])
        key, entry, look = seen.key[rows], np.tile(seen.entry[rows], 2), np.tile(look[rows], 2)
        word = np.concatenate([self._first[key], self._last[key]])
        self._best = _highest(look, word, len(words))
        self._places, place = np.unique(self._place(entry, word), return_inverse=True)
        self._best_there = _highest(look, place, len(self._places))

    def evidence(self, rows: Rows) -> Evidence:
        """A word in full names, and the words of a full name alone."""
        key = self._seen.key[rows]
        full, first, last = self._full[key], self._first[key], self._last[key]
        best = np.where(full, -inf, self._best[first])
        held, sure = best > -inf, best > SURE
        yield "full", held.astype(float)
        yield "full-best", np.where(held, best, 0.0)
        yield "full-sure-first", (sure & ~self._is_last[first]).astype(float)
        yield "full-sure-last", (sure & self._is_last[first]).astype(float)
        here, look = self._here(self._seen.entry[rows], first, held)
        yield "full-here", here
        yield "full-here-best", look
        yield "first-alone", np.where(full, self._alone[first], 0.0)
        yield "last-alone", np.where(full, self._alone[last], 0.0)

    def _here(self, entry: Ints, word: Ints, held: Bools) -> tuple[Floats, Floats]:
        """Whether a full name of the same entry holds a word, and how it looks."""
        here, look = np.zeros(len(word)), np.zeros(len(word))
        rows = np.flatnonzero(held)
        wanted = self._place(entry[rows], word[rows])
        place = np.searchsorted(self._places, wanted)
        place[place == len(self._places)] = 0
        there = self._places[place] == wanted
        here[rows[there]] = 1.0
        look[rows[there]] = self._best_there[place[there]]
        return here, look

    def _place(self, entry: Ints, word: Ints) -> Ints:
        """A number for each word in each entry."""
        return entry.astype(np.int64) * len(self._best) + word


def _peers(seen: Sightings, look: Floats) -> Ints:
    """How many other names of its form look sure in its entry."""
    sure = look > SURE
    place = seen.entry.astype(np.int64) * len(FORMS) + seen.form
    peers: Ints = np.bincount(place, sure).astype(int)[place] - sure
    return peers


def _peopled(seen: Sightings, look: Floats) -> Floats:
    """The share of entries with a sure name, to which a name that is not full owes its odds.

    Of a diary it is most, of notes on things few. The root, as it is the few that tell.
    """
    share = len(np.unique(seen.entry[look > SURE])) / max(1, seen.entries)
    alone = np.array([form not in FULL for form in FORMS], float)
    return sqrt(share) * alone[seen.form]


def _ways(seen: Sightings) -> Floats:
    """In how many personal ways each name is met; words in `MANY_WAYS` at most."""
    bits = {sign: 1 << bit for bit, sign in enumerate(sorted(PERSONAL))}
    shapes = [sum(bits.get(sign, 0) for sign in shown) for _, shown in seen.shapes]
    met = np.zeros(len(seen.keys), int)
    np.bitwise_or.at(met, seen.key, np.array(shapes, int)[seen.shape])
    ways = np.array([number.bit_count() for number in met.tolist()], float)
    letters = np.array([len(key) == 1 for key in seen.keys], bool)
    return np.where(letters, ways, np.minimum(ways, MANY_WAYS))


def _lower_case(
    seen: Sightings, capitals: Bools, totals: Mapping[str, int]
) -> tuple[Floats, Floats]:
    """How often the last word of each name stands in lower case: as a share, as a logarithm."""
    upper: Counter[str] = Counter()
    counts = np.bincount(seen.key, seen.count * capitals, len(seen.keys))
    for key, count in zip(seen.keys, counts.astype(int).tolist(), strict=True):
        for word in set(key.split(" ")) if count else ():
            upper[word] += count
    last = [key.rpartition(" ")[2] for key in seen.keys]
    total = np.array([totals.get(word, 0) for word in last], int)
    lower = np.maximum(0, total - np.array([upper[word] for word in last], int))
    return lower / np.maximum(1, total), _each(log1p, lower)


def _cased(
    seen: Sightings, capitals: Bools, lower_count: Floats, totals: Mapping[str, int]
) -> Floats:
    """In how many entries, as a logarithm, a given name that is an English word has its capital.

    Within a sentence, and nowhere in lower case. Words that only join others are not counted in
    `totals`, and say nothing.
    """
    word = [NameSign.GIVEN in shown and not ORDINARY.isdisjoint(shown) for _, shown in seen.shapes]
    within = [BEGINNING.isdisjoint(shown) for _, shown in seen.shapes]
    met = np.bincount(seen.key, capitals * np.array(within, bool)[seen.shape], len(seen.keys))
    counted = np.array([key in totals for key in seen.keys], bool)
    often: Floats = np.where(counted & (lower_count == 0), _each(log1p, met), 0.0)
    rows: Floats = often[seen.key] * capitals * np.array(word, bool)[seen.shape]
    return rows


def _highest(values: Floats, place: Ints, places: int) -> Floats:
    """The highest value of each place."""
    found = np.full(places, -inf)
    np.maximum.at(found, place, values)
    return found


def _each(function: Callable[[float], float], values: Floats | Ints) -> Floats:
    """A function of each value, worked out once for equal ones.

    By Python: the last digits of numpy's own functions depend on the processor.
    """
    found, place = np.unique(values, return_inverse=True)
    return np.array([function(value) for value in found.tolist()], float)[place]
