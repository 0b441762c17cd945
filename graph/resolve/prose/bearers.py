"""Whose name it is: `Graham` and `PG` are Paul Graham where nobody else could be meant."""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.model import NameForm, NameSign
from graph.resolve.prose.evidence import Sighting, key_of

FULL = (NameForm.FULL, NameForm.LOWER_FULL)
SHORTEST = 2


class Bearers:
    """The full names of a vault, and which of them a shorter name stands for.

    A shorter name stands for the one full name in its entry that holds it. Where its entry has
    none it stands for the vault's only full name with that surname, or with that first name if
    some entry uses both. Two that could be meant are never chosen from, and a letter alone is
    somebody of its own: `T` among friends is no sign of T. V. Moore.

    Args:
        named: Names taken for people's in prose.
        known: Full names of people known otherwise.
        marked: Entries with the full names that are marked up in them.
    """

    def __init__(
        self,
        named: Sequence[Sighting],
        known: Collection[str],
        marked: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._labels: dict[str, str] = {}
        self._here: defaultdict[str, list[str]] = defaultdict(list)
        self._known = {key_of(name) for name in known}
        for name in sorted(known):
            self._labels.setdefault(key_of(name), name)
        for sighting in named:
            if sighting.candidate.form in FULL:
                self._labels.setdefault(sighting.key, sighting.candidate.name)
                self._here[sighting.path].append(sighting.key)
        for path, name in marked:
            self._here[path].append(key_of(name))
        self._spellings = _spellings(self._labels)
        names = set(self._spellings.values())
        self._first, self._last = _by_word(names, 0), _by_word(names, -1)
        self._shared = self._met_together(named)

    def bearer(self, sighting: Sighting) -> str:
        """The full name of whom a name stands for; the name itself where that is open."""
        key = sighting.key
        if " " in key:
            return self._labels.get(self._spellings.get(key, key), sighting.candidate.name)
        if len(key) < SHORTEST:
            return sighting.candidate.name
        here = {self._spellings[full] for full in self._here.get(sighting.path, ())}
        found = _only(full for full in here if _stands_for(key, full))
        found = found or self._elsewhere(sighting)
        return self._labels[found] if found else sighting.candidate.name

    def _elsewhere(self, sighting: Sighting) -> str:
        key, signs = sighting.key, sighting.candidate.signs
        first, last = _only(self._first[key]), _only(self._last[key])
        if last and not self._first[key] and NameSign.GIVEN not in signs:
            return last
        if first and not self._last[key] and (first in self._known or key in self._shared):
            return first
        return ""

    def _met_together(self, named: Iterable[Sighting]) -> set[str]:
        """First names that some entry uses beside the full name."""
        return {
            sighting.key
            for sighting in named
            for full in self._here.get(sighting.path, ())
            if " " not in sighting.key and full.startswith(f"{sighting.key} ")
        }


def _only(names: Iterable[str]) -> str:
    """The one name there is, else nothing."""
    distinct = set(names)
    return distinct.pop() if len(distinct) == 1 else ""


def _stands_for(key: str, full: str) -> bool:
    words = full.split()
    return key in words or key == "".join(word[0] for word in words)


def _spellings(labels: Mapping[str, str]) -> dict[str, str]:
    """Key → the key that stands for all spellings of one name: C.S. Lewis, c. s. lewis."""
    first: dict[str, str] = {}
    return {key: first.setdefault(_letters(key), key) for key in sorted(labels)}


def _letters(key: str) -> str:
    plain = unicodedata.normalize("NFKD", key)
    return "".join(char for char in plain if char.isalnum())


def _by_word(full: Iterable[str], position: int) -> defaultdict[str, set[str]]:
    """A word at a position → the full names that have it there."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in full:
        found[name.split()[position]].add(name)
    return found
