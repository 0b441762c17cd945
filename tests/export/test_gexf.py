import io
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from graph.export.gexf import export_gexf, write_gexf
from graph.export.rows import rows
from graph.export.text import plain
from graph.model import Analysis

XSD = Path(__file__).parents[3] / "shared/hostile/xsd/gexf-1.3/gexf.xsd"
NS = {"g": "http://gexf.net/1.3"}


@pytest.fixture
def root(graph, analysis, diagnostics) -> etree._Element:
    return etree.fromstring(b"".join(export_gexf(graph, analysis, diagnostics)))


def times(root: etree._Element, path: str) -> set[tuple[str | None, str | None]]:
    return {(each.get("start"), each.get("end")) for each in root.iterfind(path, NS)}


def test_networkx_reads_every_node_and_edge(graph, root):
    read = nx.read_gexf(io.BytesIO(etree.tostring(root)))
    assert sorted(data["key"] for data in read.nodes.values()) == sorted(graph)
    assert read.number_of_edges() == graph.number_of_edges()


@pytest.mark.shared
@pytest.mark.skipif(not XSD.exists(), reason="the published schema is not here")
def test_the_published_schema_accepts_it(root):
    etree.XMLSchema(etree.parse(XSD)).assertValid(root)


def test_an_entry_lives_on_its_day(root):
    assert times(root, ".//g:node[@label='Seeds']") == {("2024-03-02", "2024-03-02")}


def test_a_person_lives_from_the_first_entry_to_the_last(root):
    assert times(root, ".//g:node[@label='Mara K.']") == {("2024-03-02", "2024-04-11")}


def test_what_has_no_date_lives_always(root):
    assert times(root, ".//g:node[@label='Plans']") == {(None, None)}


def test_an_edge_lives_on_the_day_of_its_entry(root):
    assert times(root, ".//g:edge[@kind='cites']") == {("2024-04-11", "2024-04-11")}
    assert times(root, ".//g:edge[@kind='broader']") == {(None, None)}


def test_time_is_told_in_one_way(root):
    text = etree.tostring(root)
    assert root.find("g:graph", NS).get("timerepresentation") == "interval"
    assert b"timestamp" not in text
    assert b"spell" not in text
    assert b"lastmodifieddate" not in text


def test_gephi_finds_colour_place_and_size(root):
    node = root.find(".//g:node[@label='Rain, at last']", NS)
    look = {etree.QName(child).localname: dict(child.attrib) for child in node}
    assert look["position"] == {"x": "10.0", "y": "-0.5"}
    assert look["size"] == {"value": "11.2"}
    assert look["color"].keys() == {"r", "g", "b"}


texts = st.text(st.characters(codec=None), max_size=20)


@given(texts, texts, texts)
def test_any_text_round_trips(node, name, text):
    graph = nx.MultiDiGraph()
    graph.add_node(node, **{"meta." + name: text + "x"})
    graph.add_edge(node, node, key="links_to", context=text)
    data = b"".join(write_gexf(rows(graph, Analysis({}, {}, {}, (), {}), "key")))
    (read,) = nx.read_gexf(io.BytesIO(data)).nodes.values()
    assert read["key"] == plain(node)
    assert read[plain("meta." + name)] == plain(text + "x")
