"""What goes wrong around a build: a failing disk, files that vanish, killed processes."""

import errno
import multiprocessing
import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from types import SimpleNamespace

import pytest

import graph
from graph import gather
from graph.cache import Cache, cache_for
from graph.config import Config, VaultConfig, load_config
from graph.errors import ConfigError, OutputError, VaultError
from graph.export import EXPORTERS
from graph.model import Diagnostic
from graph.vault import FileRef, read, scan


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    root.mkdir()
    for number in range(8):
        text = f"---\ndate: 2024-01-0{number + 1}\n---\nMet [[{number + 1}]] on a *slow walk*.\n"
        (root / f"{number}.md").write_text(text, encoding="utf-8")
        os.utime(root / f"{number}.md", (1_700_000_000, 1_700_000_000))
    return root


def outputs(vault: Path, folder: Path, cache: Cache | None = None) -> dict[str, bytes]:
    graph.build(vault, cache=cache).write(folder)
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def fail(number: int) -> Callable[..., object]:
    def failing(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return failing


# The vault


def test_a_disk_that_fails_in_the_middle_of_an_entry_is_named(vault: Path, monkeypatch) -> None:
    class Failing(FileIO):
        read = staticmethod(fail(errno.EIO))

    monkeypatch.setattr("graph.vault.open", Failing, raising=False)
    said = read(vault, FileRef("0.md", "0.md", 1, 0), 100)
    assert isinstance(said, Diagnostic)
    assert (said.code, said.path) == ("file-unreadable", "0.md")
    assert "Input/output error" in said.message


def test_a_file_swapped_for_a_pipe_after_the_scan_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    said = read(tmp_path, FileRef("a.md", "a.md", 1, 0), 100)
    assert isinstance(said, Diagnostic)
    assert said.code == "file-special"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOENT, "file-vanished"), (errno.EACCES, "file-unreadable")]
)
def test_a_file_that_cannot_be_looked_at_is_named(vault: Path, monkeypatch, number, code) -> None:
    real = os.scandir

    class Listing(list):
        def __enter__(self) -> "Listing":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def close(self) -> None:
            pass

    def listed(folder: str) -> Listing:
        with real(folder) as items:
            return Listing(shy(item) if item.name == "3.md" else item for item in items)

    def shy(item: os.DirEntry[str]) -> SimpleNamespace:
        return SimpleNamespace(name=item.name, is_dir=item.is_dir, stat=fail(number))

    monkeypatch.setattr("graph.vault.os.scandir", listed)
    found = scan(vault, VaultConfig())
    assert len(found.entries) == 7
    assert [(one.code, one.path) for one in found.diagnostics] == [(code, "3.md")]


def test_a_vault_that_may_not_be_listed_is_an_error_with_a_hint(vault: Path, monkeypatch) -> None:
    monkeypatch.setattr("graph.vault.os.scandir", fail(errno.EACCES))
    with pytest.raises(VaultError, match="cannot be read: Permission denied") as caught:
        scan(vault, VaultConfig())
    assert caught.value.hint == "check its rights"


def test_an_entry_that_vanishes_between_listing_and_reading_is_named(
    vault: Path, monkeypatch
) -> None:
    def scan_then_lose(root: Path, config: VaultConfig) -> object:
        found = scan(root, config)
        (root / "3.md").unlink()
        return found

    monkeypatch.setattr(gather, "scan", scan_then_lose)
    built = graph.build(vault)
    assert built.summary.entries == 7
    assert ("file-vanished", "3.md") in [(one.code, one.path) for one in built.diagnostics]


def test_where_no_entry_can_be_read_the_first_reason_is_the_error(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("far too long", encoding="utf-8")
    with pytest.raises(VaultError, match=r"no entry could be read; long\.md") as caught:
        graph.build(tmp_path, Config(vault=VaultConfig(max_file_bytes=3)))
    assert caught.value.hint


def test_settings_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


# The output


@pytest.mark.parametrize("text", ["", "Met [[Una]] and #frost on a *slow walk*.\n"])
def test_a_build_replaces_what_a_build_wrote_in_every_format(tmp_path: Path, text: str) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a, b.md").write_text(text, encoding="utf-8")
    built = graph.build(tmp_path / "vault")
    first = built.write(tmp_path / "out", list(EXPORTERS))
    states = [file.stat().st_mtime_ns for file in first]
    assert built.write(tmp_path / "out", list(EXPORTERS)) == first
    assert [file.stat().st_mtime_ns for file in first] != states


def test_what_others_keep_under_a_name_of_ours_outlives_a_build(
    vault: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "themes.md").write_text("# Themes\n\nMy own.\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"themes\.md: not written by inkthread"):
        outputs(vault, tmp_path / "out")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["themes.md"]
    assert (tmp_path / "out" / "themes.md").read_text(encoding="utf-8").endswith("My own.\n")


# The cache


@pytest.mark.parametrize("name", ["index", "entries", "report", "findings", "chart"])
def test_a_forged_value_of_another_kind_is_not_believed(
    vault: Path, tmp_path: Path, name: str
) -> None:
    cache = cache_for(vault, Config())
    first = outputs(vault, tmp_path / "out", cache)
    cache.store(name, ["whatever", {"a": [1]}])
    for file in (tmp_path / "out").iterdir():
        file.unlink()
    assert outputs(vault, tmp_path / "out", cache) == first


def test_entries_that_the_cache_lost_are_read_again(vault: Path, tmp_path: Path) -> None:
    cache = cache_for(vault, Config())
    outputs(vault, tmp_path / "out", cache)
    assert cache.folder
    (cache.folder / "entries").unlink()
    (vault / "3.md").write_text("Another *slow walk*.\n", encoding="utf-8")
    through = outputs(vault, tmp_path / "out", cache)
    assert through == outputs(vault, tmp_path / "without")


@pytest.mark.parametrize("call", ["tempfile.mkstemp", "os.fdopen", "Path.replace", "Path.mkdir"])
def test_a_full_disk_leaves_no_cache_and_no_litter(vault: Path, tmp_path: Path, call: str) -> None:
    cache = Cache(tmp_path / "cache")
    without = outputs(vault, tmp_path / "without")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(f"graph.cache.{call}", fail(errno.ENOSPC))
        cache.store("report", "value")
    assert not [file for file in tmp_path.glob("cache/*") if file.is_file()]
    assert outputs(vault, tmp_path / "out", cache) == without


# Other processes


def die_elsewhere(*_: object) -> bytes:
    """Take the place of reading, and be killed in any process but the first."""
    if multiprocessing.parent_process():
        os._exit(9)
    raise AssertionError("the first process reads file by file")


def test_what_a_killed_process_had_to_read_is_read_all_the_same(
    vault: Path, tmp_path: Path, monkeypatch
) -> None:
    alone = outputs(vault, tmp_path / "alone")
    monkeypatch.setattr(gather, "POOL_BYTES", 1)
    monkeypatch.setattr(gather, "cores", lambda: 2)
    monkeypatch.setattr(gather, "_read_chunk", die_elsewhere)
    assert outputs(vault, tmp_path / "left") == alone


def test_a_system_that_does_not_tell_its_cores_is_asked_otherwise(
    vault: Path, tmp_path: Path, monkeypatch
) -> None:
    alone = outputs(vault, tmp_path / "alone")
    monkeypatch.setattr(gather, "POOL_BYTES", 1)
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert outputs(vault, tmp_path / "out") == alone
