"""Which files of a folder are entries, and what is said of the others."""

import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import vault as vault_module
from graph.config import VaultConfig
from graph.errors import VaultError
from graph.model import Diagnostic, SourceFile
from graph.vault import FileRef, Scan, read, scan

LIMIT = VaultConfig().max_file_bytes


def fill(root: Path, *paths: str) -> Path:
    for path in paths:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("a line\n", encoding="utf-8")
    return root


def paths(found: Scan) -> list[str]:
    return [ref.path for ref in found.entries]


def codes(found: Scan) -> dict[str, str]:
    return {each.path: each.code for each in found.diagnostics}


def test_entries_are_markdown_files_in_every_folder_sorted_by_path(tmp_path: Path) -> None:
    fill(tmp_path, "b.md", "a/z.MD", "a/y.markdown", "a/b/c.md")
    assert paths(scan(tmp_path, VaultConfig())) == ["a/b/c.md", "a/y.markdown", "a/z.MD", "b.md"]


def test_other_files_are_listed_as_attachments(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "img/pic.png", "notes.txt")
    assert scan(tmp_path, VaultConfig()).others == ("img/pic.png", "notes.txt")


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", ".obsidian/x.md", ".trash/y.md", "sub/.hidden.md")
    assert paths(scan(tmp_path, VaultConfig())) == ["a.md"]


def test_what_the_settings_exclude_is_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "templates/daily.md", "templates/deep/weekly.md")
    assert paths(scan(tmp_path, VaultConfig(exclude=("templates/*",)))) == ["a.md"]


@pytest.mark.parametrize("target", ["a.md", "../outside.md", "nowhere.md", "link.md", "/dev/zero"])
def test_a_link_is_named_and_never_followed(tmp_path: Path, target: str) -> None:
    vault = fill(tmp_path / "vault", "a.md")
    fill(tmp_path, "outside.md")
    (vault / "link.md").symlink_to(target)
    found = scan(vault, VaultConfig())
    assert paths(found) == ["a.md"]
    assert codes(found) == {"link.md": "symlink-skipped"}


def test_a_linked_folder_is_named_and_never_entered(tmp_path: Path) -> None:
    vault = fill(tmp_path / "vault", "a.md")
    (vault / "loop").symlink_to(".")
    assert codes(scan(vault, VaultConfig())) == {"loop": "symlink-skipped"}


class Junction:
    """A folder as Windows lists one that stands for another."""

    def __init__(self, item: os.DirEntry[str]) -> None:
        self.name = item.name
        self.path = Path(item.path)
        self.is_dir = item.is_dir

    def stat(self, *, follow_symlinks: bool) -> SimpleNamespace:
        assert not follow_symlinks
        return SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=0xA0000003)


class Vanishing(Junction):
    def stat(self, *, follow_symlinks: bool) -> SimpleNamespace:
        self.path.rename(self.path.with_name(".hidden"))
        raise FileNotFoundError(follow_symlinks)


def scanned_with_away_as(
    kind: type[Junction], vault: Path, monkeypatch: pytest.MonkeyPatch
) -> Scan:
    scandir = os.scandir

    @contextmanager
    def listed(folder: Path) -> Iterator[list[object]]:
        with scandir(folder) as items:
            yield [kind(item) if item.name == "away" else item for item in items]

    with monkeypatch.context() as patch:
        patch.setattr(vault_module, "_require_folder", lambda _: None)
        patch.setattr(os, "scandir", listed)
        return scan(vault, VaultConfig())


def test_a_junction_of_windows_is_named_and_never_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = fill(tmp_path, "a.md", "away/b.md")
    found = scanned_with_away_as(Junction, vault, monkeypatch)
    assert paths(found) == ["a.md"]
    assert codes(found) == {"away": "symlink-skipped"}


def test_a_folder_that_vanishes_before_it_is_known_for_no_junction_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = fill(tmp_path, "a.md", "away/b.md")
    found = scanned_with_away_as(Vanishing, vault, monkeypatch)
    assert paths(found) == ["a.md"]
    assert codes(found) == {"away": "file-vanished"}


def test_pipes_and_sockets_are_named_and_never_opened(tmp_path: Path) -> None:
    fill(tmp_path, "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.md"))
        found = scan(tmp_path, VaultConfig())
    assert codes(found) == {"pipe.md": "file-special", "socket.md": "file-special"}


def test_a_file_over_the_limit_is_named_and_not_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "long.md")
    os.truncate(tmp_path / "long.md", 2 * 1024**3)
    found = scan(tmp_path, VaultConfig())
    assert paths(found) == ["a.md"]
    assert codes(found) == {"long.md": "file-too-large"}


def test_a_name_that_is_no_utf8_becomes_text(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.md", "wb") as file:  # noqa: PTH123 - bytes path
        file.write(b"words")
    found = scan(tmp_path, VaultConfig())
    assert paths(found) == [r"caf\xe9.md"]
    source = read(tmp_path, found.entries[0], LIMIT)
    assert isinstance(source, SourceFile)
    assert source.data == b"words"


def test_a_folder_with_an_entry_suffix_is_a_folder(tmp_path: Path) -> None:
    fill(tmp_path, "folder.md/inner.md")
    assert paths(scan(tmp_path, VaultConfig())) == ["folder.md/inner.md"]


@pytest.mark.parametrize("make", ["nothing", "file"])
def test_what_is_no_folder_is_an_error_with_a_hint(tmp_path: Path, make: str) -> None:
    root = tmp_path / "vault"
    if make == "file":
        root.write_text("no folder", encoding="utf-8")
    with pytest.raises(VaultError) as caught:
        scan(root, VaultConfig())
    assert caught.value.hint


def test_a_file_that_vanished_after_the_scan_is_named(tmp_path: Path) -> None:
    gone = read(tmp_path, FileRef("gone.md", "gone.md", 1, 0), LIMIT)
    assert isinstance(gone, Diagnostic)
    assert gone.code == "file-vanished"


def test_a_file_swapped_for_a_link_after_the_scan_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("/etc/passwd")
    swapped = read(tmp_path, FileRef("a.md", "a.md", 1, 0), LIMIT)
    assert isinstance(swapped, Diagnostic)
    assert swapped.code == "symlink-skipped"


def test_a_file_swapped_for_a_folder_after_the_scan_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    swapped = read(tmp_path, FileRef("a.md", "a.md", 1, 0), LIMIT)
    assert isinstance(swapped, Diagnostic)
    assert swapped.code == "file-unreadable"


def test_a_file_that_grew_over_the_limit_after_the_scan_is_not_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.md")
    grown = read(tmp_path, FileRef("a.md", "a.md", 1, 0), max_bytes=3)
    assert isinstance(grown, Diagnostic)
    assert grown.code == "file-too-large"


def test_a_folder_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "a.md", "closed/b.md")
    real = os.scandir

    def guarded(path: object) -> object:
        if str(path).rstrip("/").endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", guarded)
    assert codes(scan(tmp_path, VaultConfig())) == {"closed": "file-unreadable"}


def test_every_file_is_an_entry_or_is_named(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "img/pic.png", ".obsidian/app.json", ".hidden.md", "old/b.md", "c/.d/e")
    found = scan(tmp_path, VaultConfig(exclude=("old",)))
    assert paths(found) == ["a.md"]
    assert codes(found) == {
        "img/pic.png": "file-not-entry",
        ".obsidian": "file-hidden",
        ".hidden.md": "file-hidden",
        "c/.d": "file-hidden",
        "old": "file-excluded",
    }


NAMES = st.text("ab.", min_size=1, max_size=4).filter(lambda name: name.strip("."))


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=12), st.sampled_from(["", ".md"]))
def test_no_file_of_any_tree_goes_unsaid(trees: list[list[str]], suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for parts in trees:
            with suppress(OSError):  # one name cannot be both a file and a folder
                fill(root, "/".join(parts) + suffix)
        found = scan(root, VaultConfig())
        said = [*paths(found), *codes(found)]
        files = [str(file.relative_to(root)) for file in root.rglob("*") if file.is_file()]
        assert all(any(f"{file}/".startswith(f"{one}/") for one in said) for file in files)
