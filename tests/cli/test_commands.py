"""What each command prints about the tiny vault: `commands.md`, whole; and the same as JSON."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = Path(__file__).with_name("commands.md")
BLOCK = re.compile(r"^```console\n\$ inkthread (.+)\n((?:.*\n)*?)```$", re.MULTILINE)
CASES = dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
ANSWERS = [words for words in CASES if not words.startswith("build")]


@pytest.mark.parametrize("words", CASES)
def test_a_command_prints_what_the_page_says(run, words: str) -> None:
    result = run(*shlex.split(words))
    assert result.output == CASES[words]
    assert result.exit_code == 0


def named(answer: object) -> Iterator[str]:
    """Every name, place and date that an answer holds."""
    if isinstance(answer, dict):
        yield from (answer[key] for key in ("label", "path", "date", "context") if key in answer)
        for part in answer.values():
            yield from named(part)
    elif isinstance(answer, list):
        for part in answer:
            yield from named(part)


@pytest.mark.parametrize("words", ANSWERS)
def test_text_and_json_hold_the_same_facts(run, words: str) -> None:
    answer = json.loads(run(*shlex.split(words), "--json").stdout)
    assert [text for text in named(answer) if text not in CASES[words]] == []


def test_themes_list_what_the_build_found_and_each_can_be_shown(run) -> None:
    themes = json.loads(run("themes", "--json").stdout)
    listed = run("themes").stdout
    for theme in themes:
        assert theme["label"] in listed
        shown = run("themes", theme["id"]).stdout
        assert all(path in shown for path in theme["entries"])


def test_a_build_says_where_the_page_is_and_json_says_the_same(run, vault: Path) -> None:
    summary = json.loads(run("build", "--json").stdout)
    assert summary["entries"] == 4
    assert summary["undated"] == 1
    assert "output/graph.html" in summary["files"]
    assert all((vault.parent / file).is_file() for file in summary["files"])


def test_formats_asked_for_are_written_and_no_other(run, vault: Path) -> None:
    run("build", "--format", "csv", "--format", "json", "-o", "out")
    assert {file.suffix for file in (vault.parent / "out").iterdir() if file.is_file()} == {
        ".csv",
        ".json",
    }


def test_the_help_names_every_format(run) -> None:
    from graph.export import EXPORTERS

    listed = " ".join(run("build", "--help").stdout.split())
    assert all(name in listed for name in EXPORTERS)


def test_a_name_of_two_things_is_settled_and_said(run, vault: Path) -> None:
    (vault / "garden.md").write_text("---\ntitle: Garden\n---\nA page.\n")
    shown = run("info", "garden")
    assert "tag:garden" in shown.stdout
    assert "note: showing tag:garden; 'garden' is also entry:garden.md" in shown.stderr
