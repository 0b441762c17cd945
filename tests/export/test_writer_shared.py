"""Files written by several processes: the same promises as by one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import OutputError
from graph.export.writer import write_all

BEGIN = {
    "graph.html": b"<!doctype html>\n<title>Inkthread</title>\n",
    "graph.json": b'{"generator": "inkthread"}',
    "themes.md": b"# Themes\n\n2 themes in 3 entries.\n",
    "nodes.csv": b"id,kind,label,path,title,\n",
    "edges.csv": b"source,target,weight,kind,count,\n",
}
"""What tells a file of ours."""
NAMES = list(BEGIN)
pytestmark = [
    pytest.mark.usefixtures("three_cores"),
    pytest.mark.skipif(sys.platform != "linux", reason="this system does not fork safely"),
]


def text(name: str, which: str) -> list[bytes]:
    return [BEGIN[name], which.encode()]


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*")}


def whole(which: str) -> dict[str, bytes]:
    return {name: b"".join(text(name, which)) for name in NAMES}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_all(tmp_path, [(name, text(name, "old")) for name in NAMES])
    return tmp_path


def test_all_files_are_written_in_their_order(out: Path) -> None:
    files = [(name, text(name, "new")) for name in NAMES]
    assert write_all(out, files, shared=True) == [out / name for name in NAMES]
    assert held(out) == whole("new")


@pytest.mark.parametrize("place", range(5))
def test_a_process_that_is_killed_while_it_writes_costs_nothing(out: Path, place: int) -> None:
    here = os.getpid()

    def deadly(name: str) -> Iterator[bytes]:
        yield text(name, "new")[0]
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        yield b"new"

    contents = [(name, text(name, "new")) for name in NAMES]
    contents[place] = (NAMES[place], deadly(NAMES[place]))
    write_all(out, contents, shared=True)
    assert held(out) == whole("new")


@pytest.mark.parametrize("place", range(5))
def test_what_fails_in_any_process_leaves_the_old_set(out: Path, place: int) -> None:
    def full(name: str) -> Iterator[bytes]:
        yield text(name, "new")[0]
        raise OSError(28, "No space left on device")

    contents = [(name, text(name, "new")) for name in NAMES]
    contents[place] = (NAMES[place], full(NAMES[place]))
    with pytest.raises(OutputError, match="No space left on device"):
        write_all(out, contents, shared=True)
    assert held(out) == whole("old")


KILLED = """
import os, signal, sys, time
from pathlib import Path
from graph import processes
from graph.export.writer import write_all

def killed():
    os.kill(os.getpid(), signal.SIGKILL)
    yield b""

def slow(name):
    yield f"half of {name}".encode()
    time.sleep(1)
    Path(sys.argv[2]).touch()
    yield b"the rest"

processes.cores = lambda: 2
names = sys.argv[3:]
files = [(names[0], killed()), *((name, slow(name)) for name in names[1:])]
write_all(Path(sys.argv[1]), files, shared=True)
"""


def test_what_a_killed_build_leaves_running_reaches_no_file(
    out: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    went_on = tmp_path_factory.mktemp("other") / "went on"
    command = [sys.executable, "-c", KILLED, out, went_on, *NAMES]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    write_all(out, [(name, text(name, "new")) for name in NAMES])
    deadline = time.monotonic() + 30
    while not went_on.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert went_on.exists()
    time.sleep(0.2)
    assert held(out) == whole("new")
