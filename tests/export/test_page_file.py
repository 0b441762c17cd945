"""The page as a file: what it holds, before any browser reads it."""

import json
import re

import networkx as nx
import pytest
from support.graphs import analysis_of, journal_graph

from graph.export.html import embed, export_html
from graph.model import Analysis, Diagnostic, Severity

GRAPH = journal_graph(300)
ANALYSIS = analysis_of(GRAPH)
EMPTY = Analysis({}, {}, {}, (), {})


def page(graph=GRAPH, analysis=ANALYSIS, diagnostics=()):
    return b"".join(export_html(graph, analysis, diagnostics)).decode("utf-8")


def data(text, name):
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text)
    return json.loads(found[1])


def test_says_that_it_is_utf8_within_the_first_kilobyte():
    first = page().encode()[:1024]
    assert first.startswith(b"<!doctype html>")
    assert b'<meta charset="utf-8">' in first


def test_twice_the_same_bytes():
    assert page() == page()


def test_allows_no_request_and_no_script_but_its_own():
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page())[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.count("sha256-") == 4


def test_names_no_address_that_a_browser_would_fetch():
    text = re.sub(r"<script.*?</script>", "", page(), flags=re.DOTALL)
    assert re.findall(r"""(?:src|href)=["'](?!data:,)""", text) == []


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "&amp;", "a\u2028b", "a\u2029b"])
def test_text_cannot_leave_its_script_element(text):
    embedded = embed([text])
    assert not set("<>&\u2028\u2029") & set(embedded)
    assert json.loads(embedded) == [text]


def test_holds_every_node_and_every_edge():
    text = page()
    parts = re.findall(r'id="evidence-\d+">(.*?)</script>', text)
    assert len(data(text, "nodes")) == len(GRAPH)
    assert sum(len(json.loads(part)) for part in parts) == GRAPH.number_of_edges()


@pytest.mark.parametrize("number", [0, 30, 300, 3000])
def test_is_little_larger_than_its_data_and_the_library(number):
    graph = journal_graph(number) if number else nx.MultiDiGraph()
    text = page(graph, analysis_of(graph) if number else EMPTY)
    held = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text)
    library = re.search(r'id="vis-network">(.*?)</script>', text, re.DOTALL)[1]
    assert len(text) <= 1.3 * (sum(map(len, held)) + len(library))


def test_says_how_many_remarks_there_are():
    remarks = [
        Diagnostic("link-missing", Severity.WARNING, "a.md", 1, "no such file"),
        Diagnostic("date-guessed", Severity.INFO, "a.md", 1, "read as 2 May"),
    ]
    assert data(page(diagnostics=remarks), "facts")["remarks"] == 1


def test_an_empty_vault_makes_a_page():
    assert data(page(nx.MultiDiGraph(), EMPTY), "nodes") == []


def test_a_lone_surrogate_does_not_stop_the_page():
    graph = nx.MultiDiGraph()
    graph.add_node("idea:x", kind="idea", label="half a sign \ud800", entries=1)
    assert "half a sign \ufffd" in page(graph, EMPTY)
