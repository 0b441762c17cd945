"""Building again: when, and what is said of it."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph
from graph.errors import VaultError
from graph.serve import Built, Failed, Listening, serve
from graph.serve.watch import Watch


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "inkthread.toml"


@pytest.fixture
def events(vault: Path, settings: Path) -> Iterator:
    """What happens while the vault is served."""
    happening = serve(lambda: graph.build(vault), vault, settings, 0)
    yield happening
    happening.close()


def test_the_page_stands_before_its_address_is_told(events) -> None:
    first, second = next(events), next(events)
    assert isinstance(first, Built)
    assert isinstance(second, Listening)
    with urllib.request.urlopen(second.address) as answer:
        assert b"First frost" in answer.read()


def test_a_changed_entry_changes_the_page(events, vault: Path) -> None:
    _, listening = next(events), next(events)
    (vault / "2024-07-01.md").write_text("---\ntitle: Plum jam\n---\nNine jars.\n")
    built = next(events)
    assert built.page_changed
    assert built.build.summary.entries == 4
    with urllib.request.urlopen(listening.address) as answer:
        assert b"Plum jam" in answer.read()


def test_a_failed_build_leaves_the_last_good_page(events, vault: Path) -> None:
    _, listening = next(events), next(events)
    texts = {file: file.read_text() for file in vault.iterdir()}
    for file in texts:
        file.unlink()
    failed = next(events)
    assert isinstance(failed, Failed)
    assert "holds no entry" in failed.error.message
    with urllib.request.urlopen(listening.address) as answer:
        assert b"First frost" in answer.read()
    for file, text in texts.items():
        file.write_text(text)
    while isinstance(built := next(events), Failed):
        pass  # a build may see the files come one by one
    assert isinstance(built, Built)


def test_a_first_build_that_fails_serves_nothing(tmp_path: Path, settings: Path) -> None:
    (tmp_path / "empty").mkdir()
    events = serve(lambda: graph.build(tmp_path / "empty"), tmp_path / "empty", settings, 0)
    with pytest.raises(VaultError, match="holds no entry"):
        next(events)


def change_an_entry(vault: Path, settings: Path) -> None:
    (vault / "2024-03-01.md").write_text("Another text.\n")


def add_a_folder_with_an_entry(vault: Path, settings: Path) -> None:
    (vault / "new" / "deep").mkdir(parents=True)
    (vault / "new" / "deep" / "leaf.md").write_text("A leaf.\n")


def remove_an_entry(vault: Path, settings: Path) -> None:
    (vault / "2024-03-01.md").unlink()


def replace_an_entry_as_editors_do(vault: Path, settings: Path) -> None:
    (vault / ".saving").write_text("A longer text than before, put in its place.\n")
    (vault / ".saving").replace(vault / "2024-03-01.md")


def write_settings(vault: Path, settings: Path) -> None:
    settings.write_text("[people]\nignore = ['Oda Lind']\n")


@pytest.mark.parametrize(
    "change",
    [change_an_entry, add_a_folder_with_an_entry, remove_an_entry, replace_an_entry_as_editors_do,
     write_settings],
)  # fmt: skip
def test_what_a_build_would_read_is_a_change(vault: Path, settings: Path, change) -> None:
    watch = Watch(vault, settings)
    change(vault, settings)
    next(watch.changes())


def test_what_a_build_would_not_read_is_no_change(vault: Path, settings: Path) -> None:
    changes = Watch(vault, settings).changes()
    (vault / "first.md").write_text("So that the watch begins.\n")
    next(changes)
    (vault / ".obsidian").mkdir()
    (vault / ".obsidian" / "workspace.json").write_text("{}")
    os.utime(vault / "first.md", ns=(0, (vault / "first.md").stat().st_mtime_ns))
    (vault / "last.md").write_text("So that it ends.\n")
    next(changes)
    assert (vault / "last.md").exists()


def test_a_folder_that_cannot_be_watched_is_an_error_with_a_way_out(
    vault: Path, settings: Path, monkeypatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")
        yield

    monkeypatch.setattr("watchfiles.watch", refuse)
    with pytest.raises(VaultError, match="cannot be watched") as caught:
        next(Watch(vault, settings).changes())
    assert "WATCHFILES_FORCE_POLLING" in caught.value.hint


ABANDONED = """
from pathlib import Path
import graph
from graph.serve import serve

events = serve(lambda: graph.build("vault"), Path("vault"), Path("none.toml"), 0)
next(events), next(events)
"""


def test_a_program_that_leaves_it_open_ends_all_the_same(vault: Path) -> None:
    subprocess.run([sys.executable, "-c", ABANDONED], cwd=vault.parent, check=True, timeout=30)


def inkthread(*words: str, folder: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "graph", *words], cwd=folder, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # a shell lets what it starts in the background ignore interrupts, and us with it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def test_interrupting_it_ends_it_well(vault: Path) -> None:
    served = inkthread("serve", "vault", "--port", "0", "--no-cache", folder=vault.parent)
    said = [served.stdout.readline() for _ in range(3)]
    assert said[0].startswith("3 entries, 2024-03-01 to 2024-06-10")
    assert said[2].startswith("open http://127.0.0.1:")
    served.send_signal(signal.SIGINT)
    rest, complaints = served.communicate(timeout=20)
    assert served.returncode == 0
    assert rest + complaints == ""


def test_an_error_and_what_mends_it_are_said_on_the_terminal(vault: Path) -> None:
    served = inkthread("serve", "vault", "--port", "0", "--no-cache", "-q", folder=vault.parent)
    served.stdout.readline()
    shutil.rmtree(vault)
    assert served.stderr.readline() == "error: vault: no such folder\n"
    assert served.stderr.readline().startswith("hint: ")
    assert served.stderr.readline() == "note: the page stays as it was\n"
    served.send_signal(signal.SIGINT)
    served.communicate(timeout=20)
    assert served.returncode == 0
