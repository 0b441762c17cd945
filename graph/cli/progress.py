"""Progress on stderr, only for people: never in a pipe, and gone when the work is done."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 0.5
"""Seconds before anything is shown: quick work needs no progress."""
INTERVAL = 0.1
ERASE = "\r\x1b[K"


@contextmanager
def progress_line(quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """Give a function that shows a stage's name and how much is done, on one line."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    due = time.monotonic() + PATIENCE

    def show(stage: str, done: int, total: int) -> None:
        nonlocal due
        if total and time.monotonic() < due:
            return
        due = time.monotonic() + INTERVAL
        sys.stderr.write(f"{ERASE}{stage} {done:,} of {total:,}" if total else f"{ERASE}{stage}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write(ERASE)
        sys.stderr.flush()
