"""How the command starts: light, and ready to help. benchmarks/start.py measures how light."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.cli.app import COMMANDS

STAGES = ("networkx", "markdown_it", "pyvis", "igraph", "numpy", "lxml", "yaml", "nicknames")
"""Libraries of single stages."""
HEAVY = (*STAGES, "msgspec")
FULL = Path("/dev/full")
LIST_HEAVY = f"""
import sys
from graph.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("HEAVY", *sorted(set({HEAVY!r}) & set(sys.modules)))
"""


PLAIN = "---\ndate: 2025-05-18\ntags:\n  - river\n---\n# Low water\n\n- [[bend]], *mud*’s past\n"


def heavy_in(*words: str) -> set[str]:
    """The libraries that a command has loaded when it ends."""
    run = subprocess.run(
        [sys.executable, "-c", LIST_HEAVY, *words], capture_output=True, text=True, check=True
    )
    return set(run.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "words", [[], ["--help"], ["--version"], *([name, "-h"] for name in COMMANDS)]
)
def test_help_loads_nothing_heavy(words) -> None:
    assert heavy_in(*words) == set()


def test_a_build_with_nothing_to_do_loads_no_stage(tmp_path) -> None:
    vault, output = tmp_path / "vault", tmp_path / "output"
    vault.mkdir()
    (vault / "2025-05-18.md").write_text(PLAIN)
    build = ("build", str(vault), "-o", str(output))
    assert heavy_in(*build) >= {"networkx", "pyvis"}
    assert heavy_in(*build) == {"msgspec"}


@pytest.mark.parametrize("command", ["people", "ideas", "themes", "check", "why", "compare"])
def test_an_answer_about_what_is_known_loads_nothing_but_the_graph(command, tmp_path) -> None:
    (tmp_path / "2025-05-18.md").write_text(PLAIN)
    more = {"why": ["bend"], "compare": ["2024", "2025"]}.get(command, [])
    words = (command, *more, "--vault", str(tmp_path))
    heavy_in(*words)
    assert heavy_in(*words) <= {"msgspec", "networkx"}


def test_every_command_has_a_help_page_with_examples() -> None:
    for name in COMMANDS:
        page = CliRunner().invoke(main, [name, "--help"]).output
        assert "Examples:" in page, name
        assert f"inkthread {name}" in page, name


def test_every_command_is_summed_up_in_a_line_that_is_not_cut() -> None:
    with click.Context(main) as context:
        for name in COMMANDS:
            command = main.get_command(context, name)
            assert command is not None
            assert not command.get_short_help_str(60).endswith("...")


def test_without_words_the_help_is_shown_and_the_usage_is_wrong() -> None:
    run = CliRunner().invoke(main, [])
    assert run.exit_code == 2
    assert run.stderr.startswith("Usage: ")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["biuld"], "did you mean build?"),
        (["poeple"], "did you mean people?"),
        (["xyz"], "build, serve, info"),
        (["./vault"], "see inkthread --help"),
        (["build", "--fromat", "csv"], "--format"),
        (["build", "--format", "grafml"], "graphml"),
        (["info"], "see inkthread info --help"),
        (["people", "-n", "many"], "see inkthread people --help"),
    ],
)
def test_wrong_usage_is_one_error_with_a_hint(words, hint) -> None:
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 2
    assert run.stdout == ""
    assert run.stderr.startswith("error: ")
    assert hint in run.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(shell) -> None:
    run = CliRunner().invoke(main, ["completion", shell])
    assert run.exit_code == 0
    assert "_INKTHREAD_COMPLETE" in run.stdout


@pytest.mark.parametrize(
    ("words", "completed"),
    [("inkthread pe", "people"), ("inkthread build --format gr", "graphml")],
)
def test_a_shell_can_complete_commands_and_formats(words: str, completed: str) -> None:
    environment = {
        "_INKTHREAD_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    run = subprocess.run(
        [sys.executable, "-m", "graph"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == f"plain,{completed}\n"


@pytest.mark.parametrize(
    ("words", "code"), [(["--help"], 0), (["--version"], 0), ([], 2), (["info"], 2)]
)
def test_the_process_says_all_and_gives_the_code_of_the_command(words, code, tmp_path) -> None:
    expected = CliRunner().invoke(main, words)
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        run = subprocess.run([sys.executable, "-m", "graph", *words], stdout=out, stderr=err)
    assert run.returncode == expected.exit_code == code
    assert (tmp_path / "out").read_text() == expected.stdout
    assert (tmp_path / "err").read_text() == expected.stderr


@pytest.mark.skipif(not FULL.exists(), reason="a file that is always full")
def test_what_cannot_be_printed_at_the_end_is_told() -> None:
    code = "import sys; from graph.__main__ import _end; sys.stdout.write('x'); _end(0)"
    command = [sys.executable, "-E", "-c", code]  # -E: buffered, whatever the environment says
    with FULL.open("wb") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
    assert run.returncode == 120
    assert b"No space left" in run.stderr
