"""Look-up tables over every file of the vault, built once, each answer one dictionary access."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from graph.model import Entry
from graph.resolve.paths import without_suffix
from graph.resolve.text import fold

Candidates = tuple[str, ...]
"""Paths of entries, the nearest first: shortest path, then code point order."""


class Notes:
    """Where entries and attachments are found by path, end of path, name, alias, title or block.

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
        self._entries = {entry.path: entry for entry in entries}
        self._headings: dict[str, set[str]] = {}
        self._by_path = _Table(stems)
        self._by_ending = _Table((end, path) for stem, path in stems for end in _endings(stem))
        self._by_other_name = _Table(other_names)
        self._by_alias = _Table((alias, entry.path) for entry in entries for alias in entry.aliases)
        self._by_title = _Table((entry.title, entry.path) for entry in entries)
        self._by_block = {block: entry.path for entry in entries for block in entry.blocks}
        self._attachments = {fold(end) for path in attachments for end in _endings(path)}

    def at(self, stem: str) -> str:
        """The entry at a vault path without its ending; empty where there is none."""
        return next(iter(self._by_path.find(stem)), "")

    def ending_in(self, stem: str) -> Candidates:
        """The entries whose path without its ending ends in these parts."""
        return self._by_ending.find(stem)

    def called(self, name: str) -> Candidates:
        """The entries that the dialect knows by this name."""
        return self._by_other_name.find(name)

    def alias(self, name: str) -> Candidates:
        """The entries that bear this alias."""
        return self._by_alias.find(name)

    def titled(self, title: str) -> Candidates:
        """The entry that alone bears this title."""
        candidates = self._by_title.find(title)
        return candidates if len(candidates) == 1 else ()

    def has_heading(self, path: str, text: str) -> bool:
        """Whether the entry at a path has a heading of this text."""
        if path not in self._headings:
            self._headings[path] = {fold(each.text) for each in self._entries[path].headings}
        return fold(text) in self._headings[path]

    def holding(self, block: str) -> str:
        """The entry that holds the block of this id; empty where there is none."""
        return self._by_block.get(block, "")

    def attached(self, path: str) -> bool:
        """Whether a file that is no entry has a path that ends in these parts."""
        return fold(path) in self._attachments


class _Table:
    """Paths by name. Case and composition do not matter, unless two names differ in them alone."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        spelled: defaultdict[str, set[str]] = defaultdict(set)
        folded: defaultdict[str, set[str]] = defaultdict(set)
        spellings: defaultdict[str, set[str]] = defaultdict(set)
        for name, path in pairs:
            key = fold(name)
            spelled[name].add(path)
            folded[key].add(path)
            spellings[key].add(name)
        variants = (name for names in spellings.values() if len(names) > 1 for name in names)
        self._folded = {key: _nearest_first(paths) for key, paths in folded.items()}
        self._spelled = {name: _nearest_first(spelled[name]) for name in variants}

    def find(self, name: str) -> Candidates:
        """The paths of a name, those alone that are spelled like it if there are any."""
        return self._spelled.get(name) or self._folded.get(fold(name), ())


def _nearest_first(paths: Iterable[str]) -> Candidates:
    return tuple(sorted(paths, key=_distance))


def _distance(path: str) -> tuple[int, str]:
    return len(path), path


def _endings(path: str) -> Iterable[str]:
    """`a/b/c`, `b/c` and `c`."""
    yield path
    start = path.find("/") + 1
    while start:
        yield path[start:]
        start = path.find("/", start) + 1
