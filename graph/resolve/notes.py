"""Look-up tables over every file of the vault, built once, each answer one dictionary access."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from graph.model import Entry
from graph.resolve.paths import name_of, without_suffix
from graph.resolve.text import fold

Candidates = tuple[str, ...]
"""Paths of entries, the nearest first: shortest path, then code point order."""


class Notes:
    """Where entries and attachments are found by path, end of path, name or alias.

    Time and memory are linear in the total length of all paths.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        attachments: Collection[str],
        other_names: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Build the tables.

        Args:
            entries: All entries.
            attachments: Paths of the files that are no entries.
            other_names: (name, path) of names that a dialect gives to entries.
        """
        stems = [(without_suffix(entry.path), entry.path) for entry in entries]
        self._by_path = _table(stems)
        self._by_ending = _table((end, path) for stem, path in stems for end in _endings(stem))
        self._by_other_name = _table(other_names)
        self._by_alias = _table((alias, entry.path) for entry in entries for alias in entry.aliases)
        self._attachments = {fold(end) for path in attachments for end in _endings(path)}

    def at(self, path: str) -> str:
        """The entry at a vault path, `.md` or not; empty where there is none.

        Where the names of two entries differ in case alone, the one spelled like `path` wins.
        """
        return _nearest(self._by_path.get(fold(without_suffix(path)), ()), path)

    def ending_in(self, path: str) -> Candidates:
        """The entries whose path ends in these parts."""
        return _spelled_first(self._by_ending.get(fold(without_suffix(path)), ()), path)

    def called(self, name: str) -> Candidates:
        """The entries that the dialect knows by this name."""
        return self._by_other_name.get(fold(name), ())

    def alias(self, name: str) -> Candidates:
        """The entries that bear this alias."""
        return self._by_alias.get(fold(name), ())

    def knows_name(self, name: str) -> bool:
        """Whether an entry goes by this name, whatever its folder."""
        key = fold(without_suffix(name))
        return key in self._by_ending or key in self._by_other_name

    def attached(self, path: str) -> bool:
        """Whether a file that is no entry has a path that ends in these parts."""
        return fold(path) in self._attachments


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, Candidates]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, path in pairs:
        found[fold(name)].add(path)
    return {name: tuple(sorted(paths, key=_distance)) for name, paths in found.items()}


def _distance(path: str) -> tuple[int, str]:
    return len(path), path


def _endings(path: str) -> Iterable[str]:
    """`a/b/c`, `b/c` and `c`."""
    yield path
    start = path.find("/") + 1
    while start:
        yield path[start:]
        start = path.find("/", start) + 1


def _spelled_first(candidates: Candidates, path: str) -> Candidates:
    """The candidates whose name is spelled exactly so, if there are any."""
    if len(candidates) < 2:
        return candidates
    name = name_of(path)
    return tuple(c for c in candidates if name_of(c) == name) or candidates


def _nearest(candidates: Candidates, path: str) -> str:
    return next(iter(_spelled_first(candidates, path)), "")
