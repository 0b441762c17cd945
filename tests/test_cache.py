"""What a cache may change: the time, and nothing else."""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

import graph
from graph import gather
from graph.cache import Cache, cache_for, clear
from graph.config import Config, VaultConfig
from graph.model import Entry
from graph.vault import read

SAMPLE = Path(__file__).parent.parent / "vault"
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda content: b"",
    "cut short": lambda content: content[: len(content) // 2],
    "one bit off": lambda content: content[:-1] + bytes([content[-1] ^ 1]),
    "another's": lambda content: b"[" * 200_000,
    "zeroed": lambda content: b"\0" * len(content),
}


EDITS = int(os.environ.get("INKTHREAD_EDITS", "12"))
"""More of them than a test run has time for: `INKTHREAD_EDITS=1000`."""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    root.mkdir()
    for number in range(12):
        (root / f"{number}.md").write_text(
            f"---\ntags: 'walks, t{number % 3}'\ndate: 2024-0{number % 9 + 1}-01\n---\n"
            f"Met [[{number + 1}]] about *slow travel* and *river {number}*.\n",
            encoding="utf-8",
        )
        os.utime(root / f"{number}.md", (1_700_000_000, 1_700_000_000))
    return root


def outputs(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.iterdir())
        if file.is_file()
    }


def build(vault: Path, output: Path, cache: Cache | None = None) -> dict[str, str]:
    graph.build(vault, cache=cache).write(output)
    return outputs(output)


def parsed_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are parsed from here on."""
    seen: list[str] = []
    real = gather._read_one  # noqa: SLF001 - the one place where a file is read

    def watched(root: Path, ref: object, before: bytes, config: Config) -> gather.Outcome:
        outcome = real(root, ref, before, config)  # type: ignore[arg-type]
        if outcome.entry:
            seen.append(outcome.entry.path)
        return outcome

    monkeypatch.setattr(gather, "_read_one", watched)
    return seen


def test_nothing_is_parsed_or_written_where_nothing_changed(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    page = tmp_path / "out" / "graph.html"
    before = page.stat()
    parsed = parsed_by(monkeypatch)
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    assert parsed == []
    assert page.stat() == before


def test_only_the_entry_that_changed_is_parsed(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    (vault / "3.md").write_text("Something else about *slow travel*.", encoding="utf-8")
    parsed = parsed_by(monkeypatch)
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    assert parsed == ["3.md"]


class Written(NamedTuple):
    """Which file it is, when it was written, and how much."""

    number: int
    time: int
    size: int


def written(file: Path) -> Written:
    found = file.stat()
    return Written(found.st_ino, found.st_mtime_ns, found.st_size)


def test_a_save_leaves_the_large_file_of_the_cache_alone(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "LATEST", 0.2)
    cache = cache_for(vault, Config())
    build(vault, tmp_path / "out", cache)
    assert cache.folder
    large, parsed = written(cache.folder / "entries"), parsed_by(monkeypatch)
    for text in ("Something else.", "And something more."):
        (vault / "3.md").write_text(text, encoding="utf-8")
        through = build(vault, tmp_path / "out", cache)
        assert through == build(vault, tmp_path / "without")
        assert written(cache.folder / "entries") == large
    (vault / "4.md").unlink()
    (vault / "5.md").unlink()
    parsed.clear()
    build(vault, tmp_path / "out", cache)
    assert parsed == []
    assert written(cache.folder / "entries").size < large.size
    assert cache.load("latest", dict[bytes, Entry]) == {}


def test_an_entry_that_changes_while_a_build_runs_is_not_taken_for_what_it_was(
    vault: Path, tmp_path: Path
) -> None:
    cache = cache_for(vault, Config())
    first = build(vault, tmp_path / "first", cache)
    assert cache.folder
    (cache.folder / "entries").unlink()
    (vault / "0.md").touch()
    state = gather.survey(vault, Config(), cache, lambda *_: None)
    before = (vault / "3.md").read_bytes()
    (vault / "3.md").write_text("Something else about *slow travel*.", encoding="utf-8")
    state.gather(lambda *_: None)
    (vault / "3.md").write_bytes(before)
    (cache.folder / "report").unlink()
    assert build(vault, tmp_path / "again", cache) == first


def test_an_entry_that_is_gone_before_it_is_read_again_is_named(
    vault: Path, tmp_path: Path
) -> None:
    cache = cache_for(vault, Config())
    build(vault, tmp_path / "out", cache)
    assert cache.folder
    (cache.folder / "entries").unlink()
    state = gather.survey(vault, Config(), cache, lambda *_: None)
    (vault / "3.md").unlink()
    gathered = state.gather(lambda *_: None)
    assert len(gathered.entries) == 11
    assert [problem.path for problem in gathered.diagnostics] == ["3.md"]


def test_an_entry_that_was_touched_but_not_changed_is_not_parsed(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    (vault / "3.md").touch()
    parsed = parsed_by(monkeypatch)
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    assert parsed == []


def test_a_word_more_leaves_the_map_as_it_was_drawn(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    with (vault / "3.md").open("a", encoding="utf-8") as entry:
        entry.write("It rained.\n")
    without = build(vault, tmp_path / "without")
    monkeypatch.setattr("graph.analysis.layout.layout", None)
    assert build(vault, tmp_path / "out", cache_for(vault, Config())) == without


def test_a_change_within_one_tick_of_the_clock_is_seen(vault: Path, tmp_path: Path) -> None:
    entry = vault / "3.md"
    entry.write_text("one *slow walk* of mine", encoding="utf-8")
    first = build(vault, tmp_path / "out", cache_for(vault, Config()))
    status = entry.stat()
    entry.write_text("two *slow walk* of mine", encoding="utf-8")
    os.utime(entry, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert build(vault, tmp_path / "out", cache_for(vault, Config())) != first


def test_a_file_that_was_young_is_read_once_more_and_then_left_alone(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (vault / f"{number}.md").touch()
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    later = time.time_ns() + 10 * gather.RACY_NS
    monkeypatch.setattr(time, "time_ns", lambda: later)
    reads = []
    monkeypatch.setattr(gather, "read", lambda *file: reads.append(file) or read(*file))
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    assert len(reads) == 3
    build(vault, tmp_path / "out", cache_for(vault, Config()))
    assert len(reads) == 3


def test_an_output_that_was_edited_or_removed_is_written_again(vault: Path, tmp_path: Path) -> None:
    first = build(vault, tmp_path / "out", cache_for(vault, Config()))
    with (tmp_path / "out" / "themes.md").open("a", encoding="utf-8") as note:
        note.write("and one more")
    (tmp_path / "out" / "graph.html").unlink()
    assert build(vault, tmp_path / "out", cache_for(vault, Config())) == first


@pytest.mark.parametrize("how", DAMAGE)
@pytest.mark.parametrize(
    "which", ["chart", "entries", "latest", "index", "findings", "report", "written-"]
)
def test_a_damaged_cache_changes_nothing(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str, how: str
) -> None:
    monkeypatch.setattr(gather, "LATEST", 0.5)
    cache = cache_for(vault, Config())
    build(vault, tmp_path / "out", cache)
    (vault / "3.md").write_text("Something else about *slow travel*.", encoding="utf-8")
    first = build(vault, tmp_path / "out", cache)
    assert cache.folder
    (stored,) = (file for file in cache.folder.iterdir() if file.name.startswith(which))
    stored.write_bytes(DAMAGE[how](stored.read_bytes()))
    shutil.rmtree(tmp_path / "out")
    assert build(vault, tmp_path / "out", cache) == first


def test_a_cache_that_cannot_be_written_is_no_error(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    without = build(vault, tmp_path / "one")
    assert build(vault, tmp_path / "two", Cache(tmp_path / "taken")) == without


def test_other_settings_have_another_cache(vault: Path) -> None:
    other = Config(vault=VaultConfig(exclude=("1*",)))
    assert cache_for(vault, Config()).folder != cache_for(vault, other).folder


def test_any_edits_through_the_cache_give_the_bytes_of_a_build_without(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "LATEST", 0.3)
    rng = random.Random(5)
    for _ in range(EDITS):
        entry = vault / f"{rng.randrange(14)}.md"
        if entry.exists() and rng.random() < 0.3:
            entry.unlink()
        else:
            entry.write_text(f"About *river {rng.randrange(9)}* and [[{rng.randrange(9)}]].\n")
        through = build(vault, tmp_path / "through", cache_for(vault, Config()))
        assert through == build(vault, tmp_path / "without")


def test_clearing_removes_caches_and_nothing_else(tmp_path: Path, vault: Path) -> None:
    base = tmp_path / "caches"
    build(vault, tmp_path / "out", cache_for(vault, Config(), base))
    (base / "a letter.txt").write_text("keep me", encoding="utf-8")
    assert clear(base) > 0
    assert [each.name for each in base.iterdir()] == ["a letter.txt"]


@pytest.mark.parametrize("name", ["e" * 32, "letters to a friend in the hills"])
@pytest.mark.parametrize("file", ["letter.txt", "2024/letter.txt"])
def test_a_folder_of_another_kind_is_not_cleared_whatever_its_name(
    tmp_path: Path, name: str, file: str
) -> None:
    letter = tmp_path / name / file
    letter.parent.mkdir(parents=True)
    letter.write_text("keep me", encoding="utf-8")
    assert clear(tmp_path) == 0
    assert letter.exists()


SHARED_PARSING = """
import sys
import graph
from graph import gather, processes

gather.POOL_BYTES, gather.cores = 1, lambda: 2
in_processes, used = gather._in_processes, []
gather._in_processes = lambda *given: used.append(given[-1]) or in_processes(*given)
if sys.argv[1] == "spawn":
    processes.may_fork = lambda: False
graph.build(sys.argv[2]).write(sys.argv[3])
print(*used)
"""


@pytest.mark.parametrize(
    "method",
    [
        pytest.param("fork", marks=pytest.mark.skipif(sys.platform != "linux", reason="forks")),
        "spawn",
    ],
)
def test_processes_that_share_the_parsing_change_nothing(
    method: str, vault: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", SHARED_PARSING, method, vault, tmp_path / "shared"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    assert run.stdout.split() == [method]
    assert outputs(tmp_path / "shared") == build(vault, tmp_path / "alone")


def test_a_script_without_a_guard_runs_once_where_nothing_can_be_forked(
    vault: Path, tmp_path: Path
) -> None:
    script = tmp_path / "script.py"
    script.write_text(f"print('begun')\n{SHARED_PARSING}", encoding="utf-8")
    command = [sys.executable, script, "spawn", vault, tmp_path / "shared"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    assert (run.stdout.split(), run.stderr) == (["begun"], "")
    assert outputs(tmp_path / "shared") == build(vault, tmp_path / "alone")


SIDE_BY_SIDE = """
import sys
import graph
from graph import pipeline, processes
from graph.analysis import covers

processes.cores = lambda: 3
pipeline.SHARED_EDGES = covers.SHARED_CELLS = range(1_000_000)
graph.build(sys.argv[1]).write(sys.argv[2])
"""


def test_processes_that_find_and_write_side_by_side_change_nothing(tmp_path: Path) -> None:
    # In a process of its own: only one without other threads is forked.
    command = [sys.executable, "-c", SIDE_BY_SIDE, SAMPLE, tmp_path / "shared"]
    subprocess.run(command, check=True)
    assert outputs(tmp_path / "shared") == build(SAMPLE, tmp_path / "alone")


def test_an_entry_forged_with_a_right_checksum_changes_no_byte(vault: Path, tmp_path: Path) -> None:
    cache = cache_for(vault, Config(), tmp_path / "cache")
    fresh = build(vault, tmp_path / "fresh", cache)
    entries = cache.load("entries", dict[bytes, Entry])
    assert entries
    forged = {key: msgspec.structs.replace(e, packed_candidates=b"[") for key, e in entries.items()}
    cache.store("entries", forged)
    for name in ("report", "findings"):
        (cache.folder or tmp_path).joinpath(name).unlink()
    assert build(vault, tmp_path / "forged", cache) == fresh
