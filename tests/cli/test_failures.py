"""What can go wrong, and the one line and the exit code that say so."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli import main

BROKEN = "---\ntitle: [never closed\n---\nStill an entry.\n"


def inkthread(*words: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "graph", *words],
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["build", "nowhere"], 3, "nowhere: no such folder"),
        (["build", "empty"], 3, "empty: holds no entry"),
        (["build", "vault/2024-03-01.md"], 3, "is not a folder"),
        (["people", "--vault", "nowhere"], 3, "nowhere: no such folder"),
        (["build", "-o", "vault/output"], 3, "lies inside the vault"),
        (["build", "-o", "taken"], 3, "taken"),
        (["build", "--config", "nowhere.toml"], 2, "nowhere.toml: cannot be read"),
        (["build", "--config", "odd.toml"], 2, "odd.toml"),
        (["info", "Nobody"], 2, "'Nobody'"),
        (["path", "Oda Lind", "Nobody"], 2, "'Nobody'"),
        (["themes", "Nothing"], 2, "'Nothing'"),
    ],
)
def test_an_error_is_one_line_a_hint_and_a_code(run, vault: Path, words, code, said) -> None:
    (vault.parent / "empty").mkdir()
    (vault.parent / "taken").write_text("a file")
    (vault.parent / "odd.toml").write_text("[valut]\n")
    result = run(*words)
    assert result.exit_code == code
    assert result.stdout == ""
    error, *hint = result.stderr.splitlines()
    assert error.startswith("error: ")
    assert said in error
    assert len(hint) <= 1
    assert all(line.startswith("hint: ") for line in hint)


def test_a_misspelt_name_is_answered_with_the_nearest(run) -> None:
    assert "did you mean Oda Lind" in run("info", "Oda Lint").stderr


def test_strict_fails_on_a_warning_but_writes_what_it_can(run, vault: Path) -> None:
    (vault / "broken.md").write_text(BROKEN)
    assert run("build").exit_code == 0
    assert run("build", "--strict").exit_code == 1
    assert (vault.parent / "output" / "graph.html").exists()


def test_strict_passes_where_nothing_is_wrong(run, vault: Path) -> None:
    (vault / "2024-03-01.md").unlink()
    assert run("build", "--strict").exit_code == 0


def test_every_file_with_a_warning_is_named(run, vault: Path) -> None:
    (vault / "broken\x1b[31m.md").write_text(BROKEN)
    warned = [line for line in run("build").stderr.splitlines() if "broken" in line]
    assert len(warned) == 1
    assert warned[0].split(": ")[0] in ("warning", "error")
    assert "broken\\u001b[31m.md" in warned[0]


def test_many_warnings_are_counted_after_the_first_twenty(run, vault: Path) -> None:
    for number in range(30):
        (vault / f"broken{number:02}.md").write_text(BROKEN)
    said = run("build").stderr.splitlines()
    assert len(said) <= 21
    assert "more files; see output/diagnostics.json" in said[-1]


def test_quiet_prints_warnings_only(run, vault: Path) -> None:
    (vault / "broken.md").write_text(BROKEN)
    result = run("build", "--quiet")
    assert result.stdout == ""
    assert "broken.md" in result.stderr


def test_a_bug_is_one_line_unless_its_trace_is_asked_for(vault: Path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("graph.cli.answers.open_vault", fail)
    plain = CliRunner().invoke(main, ["people"])
    assert plain.exit_code == 3
    assert plain.stderr.startswith("error: ZeroDivisionError: by nought\nhint: this is a bug")
    for words, environment in ((["--debug", "people"], {}), (["people"], {"INKTHREAD_DEBUG": "1"})):
        assert isinstance(
            CliRunner(env=environment).invoke(main, words).exception, ZeroDivisionError
        )


def test_an_interrupt_ends_without_a_trace(vault: Path, monkeypatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.cli.answers.open_vault", interrupt)
    result = CliRunner().invoke(main, ["people"])
    assert (result.exit_code, result.stderr.strip()) == (130, "")


def test_settings_of_the_current_folder_are_used(run, vault: Path) -> None:
    (vault.parent / "inkthread.toml").write_text('[vault]\nexclude = ["loose/*"]\n')
    assert json.loads(run("build", "--json").stdout)["entries"] == 3


@pytest.mark.parametrize("inside", [True, False], ids=["from-inside", "from-outside"])
def test_settings_inside_the_vault_are_named_but_not_used(
    run, vault: Path, monkeypatch, inside
) -> None:
    (vault / "inkthread.toml").write_text('[vault]\nexclude = ["*"]\n')
    if inside:
        monkeypatch.chdir(vault)
    result = run("people", "--vault", "." if inside else "vault")
    assert result.exit_code == 0
    assert "inkthread.toml is not used" in result.stderr


def test_a_vault_whose_name_starts_with_a_dash_is_read(run, vault: Path) -> None:
    vault.rename(vault.parent / "-odd")
    assert run("build", "--quiet", "--", "-odd").exit_code == 0
    assert run("people", "--vault", "-odd").exit_code == 0


def test_a_vault_whose_name_is_no_text_is_read(vault: Path) -> None:
    odd = os.fsencode(vault.parent) + b"/v\xff"
    vault.rename(os.fsdecode(odd))
    built = subprocess.run(
        [sys.executable, "-m", "graph", "build", b"v\xff", "-o", b"o\xff", "--json"],
        capture_output=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert json.loads(built.stdout)["files"][0] == "o\\xff/graph.html"
    assert inkthread("build", "nowhere\udcff").stderr.startswith("error: nowhere\\udcff: no such")


def test_a_reader_that_leaves_ends_the_command_quietly(vault: Path) -> None:
    command = f'"{sys.executable}" -m graph why journal --json; echo $? >&2'
    closed = subprocess.run(
        ["bash", "-c", f"{{ {command}; }} | true"], capture_output=True, text=True, check=False
    )
    assert closed.stderr == "141\n"


def test_closed_streams_are_borne(vault: Path) -> None:
    command = f'"{sys.executable}" -m graph themes >&- 2>&-'
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_the_output_is_said(vault: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "graph", "people"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 3
    assert result.stderr.startswith(b"error: the answer cannot be printed: No space left")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(("folder", "code"), [("vault", 0), ("nowhere", 3)])
def test_where_complaints_cannot_be_written_the_work_is_done(vault: Path, folder, code) -> None:
    (vault / "broken.md").write_text(BROKEN)
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "graph", "build", folder],
            stdout=subprocess.DEVNULL,
            stderr=full,
            check=False,
        )
    assert result.returncode == code
    assert (vault.parent / "output" / "graph.html").exists() == (code == 0)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_encoding_that_cannot_say_it_gets_escapes(vault: Path, encoding) -> None:
    (vault / "zoe.md").write_text("---\npeople: [Zoë 日]\n---\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    shown = inkthread("people", env=environment, encoding=encoding)
    assert shown.returncode == 0
    assert "\\u65e5" in shown.stdout
    as_json = inkthread("people", "--json", env=environment, encoding="utf-8")
    assert "Zoë 日" in {one["node"]["label"] for one in json.loads(as_json.stdout)}


def test_nothing_is_coloured_in_a_pipe_or_against_the_users_wish(run) -> None:
    assert "\x1b" not in run("info", "Oda Lind").stdout
    shown = CliRunner(env={"NO_COLOR": "1"}).invoke(main, ["info", "Oda Lind"], color=True)
    assert "\x1b" not in shown.stdout
    assert "\x1b" in CliRunner().invoke(main, ["info", "Oda Lind"], color=True).stdout
