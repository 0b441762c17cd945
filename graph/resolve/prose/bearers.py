"""Whose name it is: `Graham`, `PG` and `Paul` are Paul Graham where nobody else could be meant."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.model import NameForm, NameSign
from graph.resolve.nicknames import also_called
from graph.resolve.prose.sightings import Sighting, key_of
from graph.resolve.prose.spellings import spellings

FULL = (NameForm.FULL, NameForm.LOWER_FULL)
SHORTEST = 2


class Bearers:
    """The full names of a vault, and which of them a shorter name stands for.

    A shorter name stands for the one full name in its entry that it may be short for: by its first
    or last word or its initials, else by a nickname. Where its entry has none it stands for the
    only such name of the vault, if it is a surname or some entry uses both. Two that could be
    meant are never chosen from, and a letter alone is somebody of its own: `T` among friends is
    no sign of T. V. Moore.

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
        self._here: defaultdict[str, set[str]] = defaultdict(set)
        self._known = {key_of(name) for name in known}
        for name in sorted(known):
            self._labels.setdefault(key_of(name), name)
        met = Counter(sighting.key for sighting in named)
        for sighting in named:
            if _is_whole(sighting, met):
                self._labels.setdefault(sighting.key, sighting.candidate.name)
                self._here[sighting.path].add(sighting.key)
        for path, name in marked:
            self._labels.setdefault(key_of(name), name)
            self._here[path].add(key_of(name))
        self._spellings = spellings(self._labels)
        self._here = defaultdict(
            set, {path: {self._spellings[key] for key in keys} for path, keys in self._here.items()}
        )
        self._may_be = _ShortFor(set(self._spellings.values()))
        self._shared = self._met_together(named)

    def bearer(self, sighting: Sighting) -> str:
        """The full name of whom a name stands for; the name itself where that is open."""
        given = NameSign.GIVEN in sighting.candidate.signs
        return self.full_name(sighting.path, sighting.candidate.name, given=given)

    def full_name(self, path: str, name: str, *, given: bool = True) -> str:
        """The full name that a name stands for in an entry, else the name itself.

        Args:
            path: The entry.
            name: As it stands there.
            given: Whether it is a given name, which is seldom said of one who is met elsewhere.
        """
        key = key_of(name)
        if " " in key:
            return self._labels.get(self._spellings.get(key, key), name)
        if len(key) < SHORTEST:
            return name
        found = self._in_entry(path, key) or self._elsewhere(key, given=given)
        return self._labels[found] if found else name

    def _in_entry(self, path: str, key: str) -> str:
        """The one full name of an entry that a name may be short for."""
        here = self._here.get(path, set())
        return next(filter(None, (_only(here & group) for group in self._may_be[key])), "")

    def _elsewhere(self, key: str, *, given: bool) -> str:
        """The one full name of the vault that a name may be short for, on evidence."""
        full = next((_only(group) for group in self._may_be[key] if group), "")
        surname = full.endswith(f" {key}") and not given
        familiar = full in self._known and full.startswith(f"{key} ")
        return full if surname or familiar or (key, full) in self._shared else ""

    def _met_together(self, named: Iterable[Sighting]) -> set[tuple[str, str]]:
        """Short names that some entry uses beside the full one."""
        return {
            (one.key, full)
            for one in named
            if " " not in one.key and (full := self._in_entry(one.path, one.key))
        }


def _is_whole(sighting: Sighting, met: Mapping[str, int]) -> bool:
    """Whether a name is surely a full one; in lower case a verb of another language may end it.

    Args:
        sighting: The name in its entry.
        met: In how many entries each name stands.
    """
    candidate, key = sighting.candidate, sighting.key
    if candidate.form is not NameForm.LOWER_FULL:
        return candidate.form is NameForm.FULL
    surname = NameSign.LAST_UNKNOWN not in candidate.signs or key.rpartition(" ")[2] in met
    return surname or max(met[key], candidate.count) > 1


def _only(names: Collection[str]) -> str:
    """The one name there is, else nothing."""
    return next(iter(names)) if len(names) == 1 else ""


class _ShortFor(dict[str, tuple[set[str], set[str]]]):
    """Word → the full names that it is plainly a part of, and those of which it is a nickname."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._parts: defaultdict[str, set[str]] = defaultdict(set)
        for name in names:
            words = name.split()
            for short in (words[0], words[-1], "".join(word[0] for word in words)):
                self._parts[short].add(name)

    def __missing__(self, word: str) -> tuple[set[str], set[str]]:
        nicknames = (
            {full for full in self._parts.get(given, ()) if full.startswith(f"{given} ")}
            for given in also_called(word)
        )
        found = self[word] = self._parts.get(word, set()), set().union(*nicknames)
        return found
