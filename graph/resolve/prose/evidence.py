"""What the vault as a whole says of a text that may be a name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, log1p
from typing import NamedTuple

from graph.model import Entry, NameCandidate, NameForm
from graph.resolve.prose.weights import BIAS, Table

CAPITALISED = (NameForm.FULL, NameForm.SINGLE)


class Sighting(NamedTuple):
    """A candidate in its entry, with how it looks there."""

    path: str
    candidate: NameCandidate
    key: str
    look: float
    """Log-odds by the signs alone."""


class _Sum(NamedTuple):
    looks: float
    chances: float
    entries: int
    best: float
    second: float


def look(candidate: NameCandidate, signs: Table) -> float:
    """Log-odds that a candidate names a person, by the signs in its entry."""
    table = signs[candidate.form]
    return table[BIAS] + sum(table.get(sign, 0.0) for sign in candidate.signs)


def key_of(name: str) -> str:
    """The form in which names are compared: case-folded, without stops."""
    return " ".join(name.casefold().replace(".", " ").replace("’", "'").split())


def sightings(entries: Iterable[Entry], signs: Table) -> list[Sighting]:
    """Every candidate of every entry."""
    return [
        Sighting(entry.path, candidate, key_of(candidate.name), look(candidate, signs))
        for entry in entries
        for candidate in entry.candidates
    ]


class Vault:
    """The sums over all sightings that the evidence is drawn from; linear in their number."""

    def __init__(self, seen: Sequence[Sighting], entries: Iterable[Entry]) -> None:
        self._names = _best_by_entry(seen)
        self._sums = {key: _sum(looks.values()) for key, looks in self._names.items()}
        self._full = _full_names(seen)
        self._lower = _lower_case(entries, seen)

    def evidence(self, sighting: Sighting) -> dict[str, float]:
        """Kind of evidence → how much of it there is."""
        found = {"look": sighting.look, **self._elsewhere(sighting)}
        words = sighting.key.split()
        if len(words) == 1:
            found.update(self._as_part(sighting))
        else:
            found.update(self._parts(words))
        if sighting.candidate.form in CAPITALISED:
            lower, total = self._lower.get(words[-1], (0, 0))
            found["lower-share"] = lower / total if total else 0.0
            found["lower-count"] = log1p(lower)
        return found

    def _elsewhere(self, sighting: Sighting) -> dict[str, float]:
        """The same name in other entries."""
        total = self._sums[sighting.key]
        mine = self._names[sighting.key][sighting.path]
        others = total.entries - 1
        if not others:
            return {"alone": 1.0}
        return {
            "others": log1p(others),
            "others-mean": (total.looks - mine) / others,
            "others-best": total.second if mine == total.best else total.best,
            "others-share": (total.chances - _chance(mine)) / (others + 1),
        }

    def _as_part(self, sighting: Sighting) -> Iterator[tuple[str, float]]:
        """Full names that hold this word first or last."""
        holders = self._full.get(sighting.key)
        if not holders:
            return
        yield "full", 1.0
        yield "full-best", max(holders.values())
        if sighting.path in holders:
            yield "full-here", 1.0
            yield "full-here-best", holders[sighting.path]

    def _parts(self, words: Sequence[str]) -> Iterator[tuple[str, float]]:
        """The first and the last word of a full name, met alone."""
        for part, word in (("first-alone", words[0]), ("last-alone", words[-1])):
            if word in self._sums:
                yield part, self._sums[word].best


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def _best_by_entry(seen: Iterable[Sighting]) -> dict[str, dict[str, float]]:
    """Name → entry → its best look there."""
    names: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for sighting in seen:
        looks = names[sighting.key]
        looks[sighting.path] = max(sighting.look, looks.get(sighting.path, sighting.look))
    return dict(names)


def _sum(looks: Iterable[float]) -> _Sum:
    ordered = sorted(looks, reverse=True)
    second = ordered[1] if len(ordered) > 1 else ordered[0]
    return _Sum(sum(ordered), sum(map(_chance, ordered)), len(ordered), ordered[0], second)


def _full_names(seen: Iterable[Sighting]) -> dict[str, dict[str, float]]:
    """First or last word of a full name → entry → the best look of such a name there."""
    full: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for sighting in seen:
        words = sighting.key.split()
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                looks = full[word]
                looks[sighting.path] = max(sighting.look, looks.get(sighting.path, sighting.look))
    return dict(full)


def _lower_case(
    entries: Iterable[Entry], seen: Iterable[Sighting]
) -> Mapping[str, tuple[int, int]]:
    """Word of a capitalised name → how often it stands in lower case, and how often at all."""
    capitals: Counter[str] = Counter()
    for sighting in seen:
        if sighting.candidate.form in CAPITALISED:
            for word in set(sighting.key.split()):
                capitals[word] += sighting.candidate.count
    totals: Counter[str] = Counter()
    for entry in entries:
        for term, count in entry.terms:
            if term in capitals:
                totals[term] += count
    return {word: (max(0, totals[word] - capitals[word]), totals[word]) for word in totals}
