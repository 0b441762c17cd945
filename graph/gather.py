"""Gather the entries of a vault: read what changed, parse it, take the rest from the cache.

The fingerprint that comes with them stands for all that a build depends on: two builds with the
same fingerprint give the same bytes.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

from graph.cache import Cache, code_stamp, digest
from graph.config import Config
from graph.model import Diagnostic, Entry, Record
from graph.processes import cores, start_method
from graph.vault import FileRef, Scan, read, scan

Tell: TypeAlias = Callable[[int, int], None]
"""Told how many entries are parsed, of how many."""

POOL_BYTES = 500_000
"""Less text than this is parsed sooner than other processes are ready. On two cores 0.6 MB take a
seventh less of the whole build, 1.2 MB the same, for 4% more CPU time."""
CHUNKS_PER_PROCESS = 6
"""So many that processes finish together, so few that sending costs nothing."""
LATEST = 0.05
"""When more than this share of the entries is not what the cache's large file holds, it is written
anew: 40 MB for 10,000 notes."""
RACY_NS = 2_000_000_000
"""A file changed this short before it was read may change again within one tick of its clock."""


class Row(Record, frozen=True):
    """A file as an earlier build met it."""

    path: str
    size: int
    mtime_ns: int
    """0 where the file was too young to be told from a later one of the same size."""
    digest: bytes
    """Of its path and its content."""


class Outcome(Record, frozen=True):
    """What came of reading a file."""

    row: Row | None
    """Missing where it could not be read."""
    entry: Entry | None
    """Missing also where the content is what it was."""
    problem: Diagnostic | None


class Gathered(NamedTuple):
    """What the folder holds now."""

    entries: list[Entry]
    """By path."""
    others: tuple[str, ...]
    """Paths of files that are no entries."""
    diagnostics: tuple[Diagnostic, ...]
    """What could not be read, and why."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a folder holds, and what of it is new since the last build."""

    root: Path
    config: Config
    cache: Cache
    found: Scan
    rows: dict[str, Row]
    """Path → file, of all that could be read."""
    fresh: dict[str, Entry]
    """Path → entry, of those that were parsed just now."""
    unread: tuple[Diagnostic, ...]
    fingerprint: bytes
    """Of all that a build depends on."""

    def gather(self, tell: Tell) -> Gathered:
        """All entries, from the cache where they are known; kept there for the next build."""
        kept, problems = _Kept(self.cache), [*self.found.diagnostics, *self.unread]
        entries = dict(self.fresh)
        self.fresh.clear()  # whoever asked keeps the entries, or lets them go
        for path, row in self.rows.items():
            if path not in entries and (known := kept.entry(row.digest)):
                entries[path] = known
        lost = [
            (ref, b"")
            for ref in self.found.entries
            if ref.path in self.rows and ref.path not in entries
        ]
        for outcome in _read_all(self.root, lost, self.config, tell):
            if outcome.row and outcome.entry:
                # it may have changed since the survey, and is kept under what it is now
                self.rows[outcome.row.path] = outcome.row
                entries[outcome.row.path] = outcome.entry
            if outcome.problem:
                problems.append(outcome.problem)
        kept.renew({self.rows[path].digest: entry for path, entry in entries.items()})
        in_order = [entries[path] for path in sorted(entries)]
        return Gathered(in_order, self.found.others, tuple(problems))


class _Kept:
    """The entries that the cache holds, by the digest of path and content.

    Most lie in one large file; those of later builds beside it, so that a save writes little.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._most = cache.load("entries", dict[bytes, Entry]) or {}
        self._latest = cache.load("latest", dict[bytes, Entry]) or {}

    def entry(self, key: bytes) -> Entry | None:
        return self._latest.get(key) or self._most.get(key)

    def renew(self, entries: dict[bytes, Entry]) -> None:
        """Keep these and no others, but for a few."""
        if len(entries.keys() ^ self._most.keys()) > LATEST * len(entries):
            self._most = entries
            self._cache.store("entries", entries)
        latest = {key: entry for key, entry in entries.items() if key not in self._most}
        if latest.keys() != self._latest.keys():
            self._cache.store("latest", latest)


def survey(root: Path, config: Config, cache: Cache, tell: Tell) -> Survey:
    """Find out what changed, reading only files whose size or time differ from the last build.

    Raises:
        VaultError: The folder cannot be read.
    """
    young = time.time_ns() - RACY_NS
    found = scan(root, config.vault)
    known = {row.path: row for row in cache.load("index", list[Row]) or ()}
    rows: dict[str, Row] = {}
    pending: list[tuple[FileRef, bytes]] = []
    for ref in found.entries:
        row = known.get(ref.path)
        if row and (row.size, row.mtime_ns) == (ref.size, ref.mtime_ns):
            rows[ref.path] = row
        else:
            pending.append((ref, row.digest if row else b""))
    fresh: dict[str, Entry] = {}
    unread: list[Diagnostic] = []
    for outcome in _read_all(root, pending, config, tell):
        if outcome.problem:
            unread.append(outcome.problem)
        if outcome.row:
            rows[outcome.row.path] = _unless_young(outcome.row, young)
            if outcome.entry:
                fresh[outcome.row.path] = outcome.entry
    if pending or len(rows) != len(known):
        cache.store("index", list(rows.values()))
    fingerprint = _fingerprint(config, found, rows, unread)
    return Survey(root, config, cache, found, rows, fresh, tuple(unread), fingerprint)


def _unless_young(row: Row, young: int) -> Row:
    return Row(row.path, row.size, 0, row.digest) if row.mtime_ns > young else row


def _fingerprint(
    config: Config, found: Scan, rows: dict[str, Row], unread: Sequence[Diagnostic]
) -> bytes:
    contents = sorted((row.path, row.digest) for row in rows.values())
    facts = (config, contents, found.others, found.diagnostics, unread)
    return digest(code_stamp() + msgspec.msgpack.encode(facts))


def _read_all(
    root: Path, pending: Sequence[tuple[FileRef, bytes]], config: Config, tell: Tell
) -> Iterator[Outcome]:
    """Read and parse files in the order given, in several processes where that pays.

    Args:
        root: The vault.
        pending: Each file with the digest that an earlier build gave it, else nothing.
        config: Settings.
        tell: Told of progress.
    """
    done = 0
    shared = sum(ref.size for ref, _ in pending) >= POOL_BYTES and cores() > 1
    if shared and (method := start_method()):
        for outcomes in _in_processes(root, pending, config, method):
            yield from outcomes
            done += len(outcomes)
            tell(done, len(pending))
    for ref, before in pending[done:]:
        yield _read_one(root, ref, before, config)
        done += 1
        tell(done, len(pending))


def _in_processes(
    root: Path, pending: Sequence[tuple[FileRef, bytes]], config: Config, method: str
) -> Iterator[list[Outcome]]:
    """What came of the files, some at a time; ends early where a process was killed."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    if method == "fork":
        import graph.parse.marked_blocks  # noqa: F401 - here once, and not in every process
    context = multiprocessing.get_context(method)
    size = max(1, len(pending) // (cores() * CHUNKS_PER_PROCESS))
    chunks = [pending[start : start + size] for start in range(0, len(pending), size)]
    with ProcessPoolExecutor(cores(), mp_context=context) as pool:
        work = deque(pool.submit(_read_chunk, root, chunk, config) for chunk in chunks)
        try:
            while work:  # a result that was taken is let go
                yield msgspec.msgpack.decode(work.popleft().result(), type=list[Outcome])
        except BrokenProcessPool:
            return


def _read_chunk(root: Path, chunk: Sequence[tuple[FileRef, bytes]], config: Config) -> bytes:
    # bytes of msgpack reach the other process many times faster than pickled objects
    return msgspec.msgpack.encode([_read_one(root, ref, before, config) for ref, before in chunk])


def _read_one(root: Path, ref: FileRef, before: bytes, config: Config) -> Outcome:
    source = read(root, ref, config.vault.max_file_bytes)
    if isinstance(source, Diagnostic):
        return Outcome(None, None, source)
    now = digest(source.path.encode() + b"\0" + source.data)
    row = Row(source.path, len(source.data), source.mtime_ns, now)
    if now == before:
        return Outcome(row, None, None)
    from graph.parse import parse

    return Outcome(row, parse(source, config), None)
