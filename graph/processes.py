"""Other processes: how many pay, when one may be forked, and work done side by side in them."""

import os
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")


def cores() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a copy of this process can go on by itself.

    Only Linux forks safely, and only where no other thread may hold a lock.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def side_by_side(tasks: Sequence[Callable[[], T]], kind: type[T], shared: bool = True) -> list[T]:
    """Do tasks that do not depend on one another, in forked processes where that can be.

    A fork sees all that this process holds, and is ready within some milliseconds. What it did not
    do, because it was killed or something was raised, is done here: a second try must do no harm.

    Args:
        tasks: What to do, dealt out in turn: the first to this process, the second to a fork ...
        kind: The type of what each gives, for msgspec.
        shared: Whether other processes pay; else all is done here.

    Returns:
        What each gave, in their order.
    """
    count = max(1, min(cores(), len(tasks))) if shared and may_fork() else 1
    shares = [tasks[n::count] for n in range(count)]
    helpers = [_Helper(share) for share in shares[1:]]
    try:
        done = [[task() for task in shares[0]]]
        for helper, share in zip(helpers, shares[1:], strict=True):
            done.append(helper.found(kind) or [task() for task in share])
    finally:
        for helper in helpers:
            helper.end()
    return [done[n % count][n // count] for n in range(len(tasks))]


class _Helper:
    """A forked process that does tasks and ends."""

    def __init__(self, tasks: Sequence[Callable[[], object]]) -> None:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        self._results, results = context.Pipe(duplex=False)
        self._process = context.Process(target=_help, args=(tasks, results), daemon=True)
        # where there is no memory for it, nothing is found; numpy's threads know how to be forked
        with warnings.catch_warnings(), suppress(OSError):
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        results.close()

    def found(self, kind: type[T]) -> list[T] | None:
        """What it sent; `None` where it failed."""
        try:
            sent = self._results.recv_bytes()
        except EOFError:
            return None
        return msgspec.msgpack.decode(sent, type=list[kind])  # type: ignore[valid-type]

    def end(self) -> None:
        """End it, whether or not it is done."""
        self._results.close()
        if self._process.pid:
            self._process.kill()
            self._process.join()


def _help(tasks: Sequence[Callable[[], object]], results: "Connection") -> None:
    try:
        results.send_bytes(msgspec.msgpack.encode([task() for task in tasks]))
    except BaseException:  # noqa: BLE001 - whoever asked does it again, and is told why it failed
        os._exit(1)
