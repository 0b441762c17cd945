"""Each file of a small graph, compared whole."""

from pathlib import Path

import networkx as nx
import pytest

from graph.export import DEFAULT_FORMATS, EXPORTERS
from graph.export.ours import BEGINNINGS, HEAD, require_ours
from graph.model import Analysis, Diagnostic

GOLDEN = Path(__file__).parent / "golden"
FORMATS = [name for name in EXPORTERS if name != "html"]
NOTHING = nx.MultiDiGraph(), Analysis({}, {}, {}, (), {}), ()


@pytest.mark.parametrize("name", FORMATS)
def test_each_file_is_as_it_was_approved(name, graph, analysis, diagnostics):
    for file, content in EXPORTERS[name].files(graph, analysis, diagnostics):
        assert b"".join(content).decode() == (GOLDEN / file).read_bytes().decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if EXPORTERS[name].beginning])
def test_a_file_begun_before_the_analysis_is_there_is_the_same(name, graph, analysis, diagnostics):
    begun = EXPORTERS[name].begun(graph)
    for data in graph.nodes.values():
        data["theme"] = "garden"  # as the pipeline adds it
    for file, content in begun.files(graph, analysis, diagnostics):
        whole = EXPORTERS[name].exporters[file](graph, analysis, diagnostics)
        assert b"".join(content) == b"".join(whole)


def test_no_approved_file_is_left_over():
    files = {file for name in FORMATS for file in EXPORTERS[name].exporters}
    assert {path.name for path in GOLDEN.iterdir()} == files


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_of_nothing_can_be_written(name):
    for _, content in EXPORTERS[name].files(*NOTHING):
        assert b"".join(content).endswith(b"\n")


@pytest.mark.parametrize("name", EXPORTERS)
@pytest.mark.parametrize("full", [True, False])
def test_every_file_is_known_again_as_ours(name, full, graph, analysis, diagnostics, tmp_path):
    known = (graph, analysis, diagnostics) if full else NOTHING
    for file, content in EXPORTERS[name].files(*known):
        (tmp_path / file).write_bytes(b"".join(content)[:HEAD])
        require_ours([tmp_path / file])


def test_it_is_said_of_each_file_how_it_begins():
    assert list(BEGINNINGS) == [file for each in EXPORTERS.values() for file in each.exporters]


@pytest.mark.parametrize("name", FORMATS)
def test_every_file_is_utf8_and_ends_with_a_line(name, graph, analysis):
    graph.nodes["idea:no-dig"]["label"] = "\ud800 \0 \uffff"
    odd = Diagnostic("odd", "info", "\udcff.md", 1, "\ud800", "\0")
    for _, content in EXPORTERS[name].files(graph, analysis, [odd]):
        assert b"".join(content).decode().endswith("\n")


def test_six_files_are_written_by_default():
    assert [file for name in DEFAULT_FORMATS for file in EXPORTERS[name].exporters] == [
        "graph.html",
        "graph.graphml",
        "people-ideas.graphml",
        "themes.json",
        "themes.md",
        "diagnostics.json",
    ]


def test_every_format_has_a_line_for_help():
    assert all(each.summary for each in EXPORTERS.values())
