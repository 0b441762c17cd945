"""Other processes: how many pay, when one may be forked, and work done side by side in them."""

import os
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Generic, Literal, Self, TypeVar

import msgspec

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")


MOST = 61
"""Processes that Windows can wait for."""


def cores() -> int:
    """How many processors this process may use, 61 at most."""
    affinity = getattr(os, "sched_getaffinity", None)  # of Linux alone
    return min(MOST, len(affinity(0)) if affinity else os.cpu_count() or 1)


def may_fork() -> bool:
    """Whether a copy of this process can go on by itself.

    Only Linux forks safely, and only where no other thread may hold a lock.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def can_fork() -> bool:
    """Whether a fork may be had, and a core for it."""
    return cores() > 1 and may_fork()


def start_method() -> Literal["fork", "spawn", ""]:
    """How a process can be started that is sent its work; empty where none should be.

    A forked one is ready 30 times sooner. One that is spawned first imports the program's main
    module again: a script that does not ask for `__name__` would run twice. The command asks.
    """
    if may_fork():
        return "fork"
    main = vars(sys.modules["__main__"])
    spec = main.get("__spec__")
    is_command = "graph.__main__" in sys.modules or (spec and spec.name == "graph.__main__")
    return "spawn" if is_command or "__file__" not in main else ""


class Beside(Generic[T]):
    """A task that a forked process does while this one goes on, where that can be.

    A fork sees all that this process holds, and is ready within some milliseconds. What it did not
    do, because it was killed or something was raised, is done here when it is asked for: a second
    try must do no harm.

        with Beside(task, int) as other:
            ...
            found = other.result()

    Args:
        task: What to do.
        kind: The type of what it gives, for msgspec.
        shared: Whether another process pays; else the task waits until it is asked for.
    """

    _found: "Connection"
    _process: "BaseProcess"

    def __init__(self, task: Callable[[], T], kind: type[T], shared: bool = True) -> None:
        self._task = task
        self._kind = kind
        self._shared = shared and can_fork()

    def __enter__(self) -> Self:
        if self._shared and sys.platform == "linux":
            import multiprocessing

            context = multiprocessing.get_context("fork")
            self._found, found = context.Pipe(duplex=False)
            self._process = context.Process(target=_send, args=(self._task, found))
            # without memory for it nothing is found; numpy's threads know how to be forked
            with warnings.catch_warnings(), suppress(OSError):
                warnings.simplefilter("ignore", DeprecationWarning)
                self._process.start()
            found.close()
        return self

    def result(self) -> T:
        """What the task gives. To be asked for once, before the block ends."""
        if not self._shared:
            return self._task()
        try:
            found = self._found.recv_bytes()
        except (EOFError, OSError):  # it sent nothing, or not all
            return self._task()
        return msgspec.msgpack.decode(found, type=self._kind)

    def __exit__(self, *_: object) -> None:
        if self._shared:
            self._found.close()
            if self._process.pid:
                self._process.kill()
                self._process.join()


def side_by_side(tasks: Sequence[Callable[[], T]], kind: type[T], shared: bool = True) -> list[T]:
    """Do tasks that do not depend on one another, on as many cores as there are.

    Args:
        tasks: What to do, dealt out in turn: the first to this process, the second to a fork ...
        kind: The type of what each gives.
        shared: Whether other processes pay; else all is done here.

    Returns:
        What each gave, in their order.
    """
    count = max(1, min(cores(), len(tasks))) if shared else 1
    first, *rest = (partial(_do, tasks[n::count]) for n in range(count))
    with ExitStack() as stack:
        kinds = list[kind]  # type: ignore[valid-type]
        others = [stack.enter_context(Beside(share, kinds)) for share in rest]
        done = [first(), *(other.result() for other in others)]
    return [done[n % count][n // count] for n in range(len(tasks))]


def _do(tasks: Sequence[Callable[[], T]]) -> list[T]:
    return [task() for task in tasks]


def _send(task: Callable[[], object], found: "Connection") -> None:
    try:
        found.send_bytes(msgspec.msgpack.encode(task()))
    except BaseException:  # noqa: BLE001 - whoever asked does it again, and is told why it failed
        os._exit(1)
