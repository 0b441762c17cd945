"""Tasks side by side: as if done one after the other, whatever happens to the processes."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from graph import processes
from graph.processes import Beside, may_fork, side_by_side

pytestmark = pytest.mark.usefixtures("three_cores")
forked = pytest.mark.skipif(sys.platform != "linux", reason="this system does not fork safely")


def only_in(process: int, work: Callable[[], object]) -> int:
    """Do something unless in this process; the number of the process that gets here."""
    if os.getpid() != process:
        work()
    return os.getpid()


def be_interrupted() -> None:
    """As Ctrl-C does; what was started in the background would pass over it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 7])
def test_results_come_in_the_order_of_the_tasks(count: int) -> None:
    assert side_by_side([partial(str, n) for n in range(count)], str) == [
        str(n) for n in range(count)
    ]


@forked
def test_a_task_is_done_beside_this_process() -> None:
    with Beside(os.getpid, int) as other:
        assert other.result() != os.getpid()


@pytest.mark.parametrize("reason", ["it does not pay", "there is one core", "no fork is safe"])
def test_without_another_process_a_task_is_done_when_it_is_asked_for(
    reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reason == "there is one core":
        monkeypatch.setattr(processes, "cores", lambda: 1)
    elif reason == "no fork is safe":
        monkeypatch.setattr(processes, "may_fork", lambda: False)
    with Beside(os.getpid, int, shared=reason != "it does not pay") as other:
        assert other.result() == os.getpid()


@forked
def test_a_process_beside_may_have_others_beside_itself() -> None:
    with Beside(lambda: side_by_side([os.getpid] * 3, int), list[int]) as other:
        assert len({*other.result(), os.getpid()}) == 4


@forked
def test_as_many_processes_work_as_there_are_cores_and_one_is_this() -> None:
    found = side_by_side([os.getpid] * 7, int)
    assert len(set(found)) == 3
    assert found[::3] == [os.getpid()] * 3


def test_beside_another_thread_nothing_is_forked() -> None:
    leave = threading.Event()
    thread = threading.Thread(target=leave.wait)
    thread.start()
    try:
        assert not may_fork()
    finally:
        leave.set()
        thread.join()


@forked
@pytest.mark.parametrize(
    "end",
    [
        partial(os._exit, 0),
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        be_interrupted,
        lambda: 1 / 0,
    ],
    ids=["it ends", "it is killed", "it is interrupted", "it raises"],
)
def test_what_a_process_does_not_do_is_done_here(
    end: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()
    assert side_by_side([partial(only_in, here, end)] * 5, int) == [here] * 5
    assert capfd.readouterr() == ("", "")


@forked
def test_what_a_process_sent_in_part_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def send_in_part(_: object, found: Connection) -> None:
        os.write(found.fileno(), (9).to_bytes(4, "big") + b"half")
        os._exit(0)

    monkeypatch.setattr(processes, "_send", send_in_part)
    assert side_by_side([os.getpid] * 3, int) == [os.getpid()] * 3


@forked
def test_without_memory_for_a_process_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory() -> int:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(os, "fork", no_memory)
    assert side_by_side([os.getpid] * 3, int) == [os.getpid()] * 3


def test_what_a_task_raises_is_raised_here(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gone"):
        side_by_side([os.getpid, lambda: len(tmp_path.joinpath("gone").read_bytes())], int)


@forked
def test_no_process_is_left_when_this_one_is_interrupted() -> None:
    here, started = os.getpid(), time.monotonic()

    def interrupt() -> int:
        if os.getpid() == here:
            raise KeyboardInterrupt
        time.sleep(60)
        return 0

    with pytest.raises(KeyboardInterrupt):
        side_by_side([interrupt] * 3, int)
    assert time.monotonic() - started < 30
    assert multiprocessing.active_children() == []
