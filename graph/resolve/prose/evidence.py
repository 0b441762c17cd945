"""What the vault as a whole says of a text that may be a name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import exp, inf, log1p
from typing import NamedTuple

from graph.model import Entry, NameCandidate, NameForm, NameSign
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
CAPITALISED = (NameForm.FULL, NameForm.SINGLE)


class Sighting(NamedTuple):
    """A candidate in its entry, with how it looks there."""

    path: str
    candidate: NameCandidate
    key: str
    """The form in which names are compared."""
    look: float
    """Log-odds by the signs alone."""
    best: float
    """The best look of a candidate with the same key in this entry."""
    peers: int
    """How many other names of this form look sure in this entry."""


class _Sum:
    """What the entries that hold a name add up to."""

    __slots__ = ("best", "chances", "entries", "looks", "second", "ways")

    def __init__(self) -> None:
        self.entries = 0
        self.ways: frozenset[NameSign] = frozenset()
        self.looks = self.chances = 0.0
        self.best = self.second = -100.0

    def add(self, look: float) -> None:
        self.entries += 1
        self.looks += look
        self.chances += chance(look)
        self.best, self.second, _ = sorted((self.best, self.second, look), reverse=True)


def chance(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


@lru_cache(maxsize=1 << 16)
def key_of(name: str) -> str:
    """The form in which names are compared: case-folded, without stops."""
    return " ".join(name.casefold().replace(".", " ").replace("’", "'").split())


class Looks(dict[tuple[NameForm, tuple[NameSign, ...]], float]):
    """Form and signs → log-odds by the signs alone; worked out once, for few of them differ.

    Args:
        signs: The weights of the signs.
    """

    def __init__(self, signs: Table) -> None:
        super().__init__()
        self._signs = signs

    def __missing__(self, seen: tuple[NameForm, tuple[NameSign, ...]]) -> float:
        form, signs = seen
        table = self._signs[form]
        look = self[seen] = table[BIAS] + sum(table.get(sign, 0.0) for sign in signs)
        return look


def sightings(entry: Entry, looks: Looks) -> list[Sighting]:
    """Every candidate of an entry, with its look."""
    seen = [
        (candidate, key_of(candidate.name), looks[candidate.form, candidate.signs])
        for candidate in entry.candidates
    ]
    best: dict[str, float] = {}
    sure: Counter[NameForm] = Counter()
    for candidate, key, look in seen:
        if look > best.get(key, -inf):
            best[key] = look
        if look > SURE:
            sure[candidate.form] += 1
    return [
        Sighting(entry.path, candidate, key, look, best[key], sure[candidate.form] - (look > SURE))
        for candidate, key, look in seen
    ]


class Vault:
    """The sums over all sightings that the evidence is drawn from; linear in their number.

    Args:
        seen: The sightings of each entry, once.
        entries: All entries.
    """

    def __init__(self, seen: Iterable[Sequence[Sighting]], entries: Sequence[Entry]) -> None:
        self._breadth = min(1.0, log1p(len(entries)) / log1p(BROAD))
        self._sums: defaultdict[str, _Sum] = defaultdict(_Sum)
        self._full: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._last: set[str] = set()
        self._capitals: Counter[str] = Counter()
        for group in seen:
            for key, look in {sighting.key: sighting.best for sighting in group}.items():
                self._sums[key].add(look)
            for sighting in group:
                self._sums[sighting.key].ways |= PERSONAL.intersection(sighting.candidate.signs)
                self._take_in(sighting)
        self._totals = _totals(entries, self._capitals)

    def _take_in(self, sighting: Sighting) -> None:
        words = sighting.key.split()
        if sighting.candidate.form in CAPITALISED:
            for word in set(words):
                self._capitals[word] += sighting.candidate.count
        if len(words) > 1:
            self._last.add(words[-1])
            for word in {words[0], words[-1]}:
                looks = self._full[word]
                looks[sighting.path] = max(sighting.look, looks.get(sighting.path, sighting.look))

    def evidence(self, sighting: Sighting) -> dict[str, float]:
        """Kind of evidence → how much of it there is."""
        found = {"look": sighting.look, **self._elsewhere(sighting)}
        found["peers"] = log1p(sighting.peers)
        words = sighting.key.split()
        found.update(self._as_part(sighting) if len(words) == 1 else self._parts(words))
        if sighting.candidate.form in CAPITALISED:
            total = self._totals[words[-1]]
            lower = max(0, total - self._capitals[words[-1]])
            found["lower-share"] = lower / total if total else 0.0
            found["lower-count"] = log1p(lower)
        return found

    def _elsewhere(self, sighting: Sighting) -> dict[str, float]:
        """The same name in other entries, and in how many ways it is met in all."""
        total = self._sums[sighting.key]
        others = total.entries - 1
        ways = {"ways": float(len(total.ways)), "ways-each": len(total.ways) / total.entries}
        if not others:
            return {"alone": self._breadth, **ways}
        return {
            **ways,
            "others": log1p(others),
            "others-mean": (total.looks - sighting.best) / others,
            "others-best": total.second if sighting.best == total.best else total.best,
            "others-share": (total.chances - chance(sighting.best)) / (others + 1),
        }

    def _as_part(self, sighting: Sighting) -> Iterator[tuple[str, float]]:
        """Full names that hold this word first or last."""
        holders = self._full.get(sighting.key)
        if not holders:
            return
        best = max(holders.values())
        yield "full", 1.0
        yield "full-best", best
        if best > SURE:
            yield "full-sure-last" if sighting.key in self._last else "full-sure-first", 1.0
        if sighting.path in holders:
            yield "full-here", 1.0
            yield "full-here-best", holders[sighting.path]

    def _parts(self, words: Sequence[str]) -> Iterator[tuple[str, float]]:
        """The first and the last word of a full name, met alone."""
        for part, word in (("first-alone", words[0]), ("last-alone", words[-1])):
            if word in self._sums:
                yield part, self._sums[word].best


def _totals(entries: Iterable[Entry], words: Iterable[str]) -> Counter[str]:
    """How often each word stands in the vault, in whatever case."""
    totals = Counter(dict.fromkeys(words, 0))
    for entry in entries:
        for term, count in entry.terms:
            if term in totals:
                totals[term] += count
    return totals
