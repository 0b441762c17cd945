"""What each command prints about the tiny vault: `commands.md`, whole; and the same as JSON."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main
from graph.pipeline import Build, build

SAMPLE = Path(__file__).parents[2] / "vault"
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


@pytest.fixture(scope="module")
def built() -> Build:
    return build(SAMPLE)


@pytest.fixture
def ask(built: Build, monkeypatch) -> Callable[..., Result]:
    """Ask the sample vault, which is built once."""
    monkeypatch.setattr("graph.cli.answers.open_vault", lambda *_: built)
    return lambda *words: CliRunner().invoke(main, list(words))


def test_themes_lists_what_the_build_found(ask, built: Build) -> None:
    labels = [theme["label"] for theme in json.loads(ask("themes", "--json").stdout)]
    assert labels == [theme.label for theme in built.themes] != []
    assert all(label in ask("themes").stdout for label in labels)


def test_each_theme_is_shown_with_its_entries(ask, built: Build) -> None:
    for theme in built.themes:
        shown = ask("themes", theme.id).stdout
        full = json.loads(ask("themes", theme.id, "--json").stdout)
        assert full["theme"]["id"] == theme.id
        assert tuple(entry["path"] for entry in full["entries"]) == theme.entries
        assert all(entry["title"] in shown for entry in full["entries"])


def test_themes_of_a_stretch_hold_only_its_entries(ask, built: Build) -> None:
    found = json.loads(ask("themes", "--since", "2025-06", "--json").stdout)
    days = [data["date"] for _, data in built.graph.nodes(data=True) if "date" in data]
    assert found
    assert all("2025-06" <= month <= max(days)[:7] for one in found for month in one["by_month"])
    assert all(one["first"] >= "2025-06" for one in found)


def test_what_lies_between_themes_is_named_by_their_labels(ask, built: Build) -> None:
    found = json.loads(ask("themes", "--between", "--json").stdout)
    shown = ask("themes", "--between").stdout
    assert all(label in shown for label in found["labels"].values())
    assert set(found["labels"]) <= {theme.id for theme in built.themes}


def test_two_stretches_are_compared_theme_by_theme(ask, built: Build) -> None:
    found = json.loads(ask("compare", "..2025-02", "2025-03..", "--json").stdout)
    shown = ask("compare", "..2025-02", "2025-03..", "-n", "0").stdout
    dated = sum("date" in data for _, data in built.graph.nodes(data=True))
    assert found["first"]["entries"] + found["second"]["entries"] == dated
    assert {one["id"] for one in found["themes"]} <= {theme.id for theme in built.themes}
    assert all(one["label"] in shown for one in (*found["themes"], *found["people"]))


@pytest.mark.parametrize("words", ["compare 2024", "compare 2024 soon", "themes --since then"])
def test_what_is_no_date_is_answered_with_what_is(run, words: str) -> None:
    result = run(*shlex.split(words))
    assert result.exit_code == 2


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


def test_check_counts_what_was_left_out_on_purpose(run, vault: Path) -> None:
    (vault / "boat.png").write_bytes(b"")
    assert "1 file left out on purpose: see diagnostics.json" in run("check").stdout
