"""A whole build: the same bytes from the same vault, and an error where nothing can be built."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import graph
from graph import pipeline
from graph.errors import OutputError, UsageError, VaultError
from graph.export import EXPORTERS

SAMPLE = Path(__file__).parent.parent / "vault"
ALL_FORMATS = list(EXPORTERS)
BUILD_ALL = """
import sys
import graph
from graph.export import EXPORTERS
graph.build(sys.argv[1]).write(sys.argv[2], list(EXPORTERS))
"""


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.is_file()
    }


def build_elsewhere(vault: Path, output: Path, **environment: str) -> dict[str, str]:
    """Build in a fresh process, as another machine would."""
    subprocess.run(
        [sys.executable, "-c", BUILD_ALL, str(vault), str(output)],
        env={**os.environ, **environment},
        check=True,
    )
    return digests(output)


def copy_in_reverse(vault: Path, target: Path) -> Path:
    """The same entries, created last first and with other times, so that folders list otherwise."""
    for source in sorted(vault.rglob("*"), reverse=True):
        if source.is_file():
            copied = target / source.relative_to(vault)
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copied)
            os.utime(copied, (1_000_000_000, 1_000_000_000))
    return target


def test_the_same_vault_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    here = build_elsewhere(SAMPLE, tmp_path / "one", PYTHONHASHSEED="1", TZ="Pacific/Auckland")
    moved = copy_in_reverse(SAMPLE, tmp_path / "copy")
    there = build_elsewhere(moved, tmp_path / "two", PYTHONHASHSEED="2", TZ="America/Los_Angeles")
    assert len(here) >= len(ALL_FORMATS)
    assert here == there


@pytest.mark.usefixtures("three_cores")
def test_what_is_begun_beside_other_work_is_written_once_and_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.build(SAMPLE).write(tmp_path / "alone", ALL_FORMATS)
    monkeypatch.setattr(pipeline, "SHARED_EDGES", range(1_000_000))
    built = graph.build(SAMPLE, formats=ALL_FORMATS)
    for name in ("first", "again"):
        built.write(tmp_path / name, ALL_FORMATS)
        assert digests(tmp_path / name) == digests(tmp_path / "alone")


def test_a_build_leaves_the_vault_as_it_was(tmp_path: Path) -> None:
    vault = Path(shutil.copytree(SAMPLE, tmp_path / "vault"))
    before = {path: path.stat().st_mtime_ns for path in vault.rglob("*")}
    graph.build(vault).write(tmp_path / "out")
    assert {path: path.stat().st_mtime_ns for path in vault.rglob("*")} == before


def test_a_bad_entry_never_stops_a_build(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("A line about [[good]].", encoding="utf-8")
    (tmp_path / "bad.md").write_bytes(b"---\ntitle: [open\n---\n\xff\xfe\x00")
    built = graph.build(tmp_path)
    assert "entry:good.md" in built.graph
    assert [each.path for each in built.diagnostics if each.severity == "warning"] == ["bad.md"]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_vault_without_entries_is_an_error_with_a_hint(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(VaultError) as caught:
        graph.build(tmp_path / name)
    assert caught.value.hint


def test_output_inside_the_vault_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("words", encoding="utf-8")
    with pytest.raises(OutputError, match="inside the vault"):
        graph.build(tmp_path).write(tmp_path / "output")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_an_unknown_format_is_an_error_that_lists_the_known(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_text("words", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        graph.build(tmp_path / "vault").write(tmp_path / "out", ["gefx"])
    assert "gexf" in caught.value.hint
    with pytest.raises(UsageError, match="gefx"):
        graph.build(tmp_path / "nowhere", formats=["gefx"])
    assert not (tmp_path / "out").exists()


def test_a_graph_opened_again_has_the_nodes_and_facts_that_were_written(tmp_path: Path) -> None:
    built = graph.build(SAMPLE)
    built.write(tmp_path / "out", ["graphml"])
    reopened = graph.open(tmp_path / "out")
    assert set(reopened) == set(built.graph)
    assert set(reopened.edges(keys=True)) == set(built.graph.edges(keys=True))
    for node, facts in built.graph.nodes(data=True):
        assert {key: reopened.nodes[node][key] for key in facts} == facts


@pytest.mark.parametrize("content", ["no XML", "<graphml/>", None])
def test_what_is_no_graph_of_ours_is_an_error_with_a_hint(
    tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "graph.graphml").write_text(content, encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        graph.open(tmp_path)
    assert caught.value.hint
