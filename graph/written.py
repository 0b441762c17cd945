"""What builds wrote into a folder: where all stands as it was left, nothing need be written."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from graph.cache import Cache, digest


class Written(msgspec.Struct, frozen=True):
    """Files that a build wrote, as they were left."""

    fingerprint: bytes
    files: dict[str, tuple[int, int]]
    """Name → size and time."""


class Ledger:
    """Which files of a folder are those that one build, told by its fingerprint, left there."""

    def __init__(self, cache: Cache, folder: Path, fingerprint: bytes) -> None:
        self._cache = cache
        self._folder = folder
        self._fingerprint = fingerprint
        self._place = "written-" + digest(os.fsencode(folder.resolve())).hex()
        written = cache.load(self._place, Written)
        self._kept = written.files if written and written.fingerprint == fingerprint else {}

    def holds(self, names: Iterable[str]) -> bool:
        """Whether all these files stand as they were left."""
        return all((now := _state(self._folder / n)) and now == self._kept.get(n) for n in names)

    def note(self, names: Iterable[str]) -> None:
        """Remember these files as they are now."""
        left = {name: state for name in names if (state := _state(self._folder / name))}
        self._cache.store(self._place, Written(self._fingerprint, {**self._kept, **left}))


def _state(file: Path) -> tuple[int, int] | None:
    """Size and time; `None` where there is no file."""
    try:
        status = file.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
