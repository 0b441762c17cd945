import io
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from graph.export.columns import token_ids
from graph.export.graphml import export_graphml, write_graphml
from graph.export.rows import rows
from graph.export.text import plain
from graph.model import Analysis

XSD = Path(__file__).parents[3] / "shared/hostile/xsd/graphml.xsd"
NOTHING = Analysis({}, {}, {}, (), {})
NS = {"g": "http://graphml.graphdrawing.org/xmlns"}


def as_networkx(data: bytes) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(data), force_multigraph=True)


def as_igraph(data: bytes, folder: Path) -> igraph.Graph:
    path = folder / "graph.graphml"
    path.write_bytes(data)
    return igraph.Graph.Read_GraphML(str(path))


def with_nodes(**attributes: dict[str, object]) -> bytes:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(attributes.items())
    return b"".join(write_graphml(rows(graph, NOTHING)))


@pytest.fixture
def written(graph, analysis, diagnostics) -> bytes:
    return b"".join(export_graphml(graph, analysis, diagnostics))


def facts(graph: nx.MultiDiGraph) -> set[tuple[object, ...]]:
    key = dict(graph.nodes(data="key"))
    return {
        (key[s], key[t], d["kind"], d["count"], d["line"], d["context"], d.get("relation"))
        for s, t, d in graph.edges(data=True)
    }


def test_networkx_reads_every_node_with_its_attributes(graph, written):
    read = {data.pop("key"): data for data in as_networkx(written).nodes.values()}
    assert set(read) == set(graph)
    for node, known in graph.nodes(data=True):
        assert known.items() <= read[node].items()


def test_networkx_reads_every_edge_parallel_ones_too(graph, written):
    named = nx.MultiDiGraph(graph)
    nx.set_node_attributes(named, {node: node for node in named}, "key")
    assert facts(as_networkx(written)) == facts(named)


def test_networkx_writes_and_reads_again_what_it_read(graph, written):
    again = io.BytesIO()
    nx.write_graphml(as_networkx(written), again)
    assert len(as_networkx(again.getvalue()).edges) == graph.number_of_edges()


def test_igraph_reads_the_same(graph, written, tmp_path):
    read = as_igraph(written, tmp_path)
    assert (read.vcount(), read.ecount()) == (len(graph), graph.number_of_edges())
    assert sorted(read.vs["key"]) == sorted(graph)
    assert sorted(read.es["count"]) == sorted(d["count"] for *_, d in graph.edges(data=True))
    assert read.vs.find(key="person:mara-k")["aliases"] == "Mara ; Mara Kovac"


@pytest.mark.shared
@pytest.mark.skipif(not XSD.exists(), reason="the published schema is not here")
def test_the_published_schema_accepts_it(written):
    schema = etree.XMLSchema(etree.parse(XSD))
    schema.assertValid(etree.fromstring(written))


def test_gephi_finds_label_place_size_colour_and_weight(written):
    root = etree.fromstring(written)
    named = {
        (k.get("for"), k.get("attr.name")): k.get("attr.type") for k in root.iterfind("g:key", NS)
    }
    assert (
        named.items()
        >= {
            ("node", "label"): "string",
            ("node", "x"): "double",
            ("node", "y"): "double",
            ("node", "size"): "double",
            ("node", "r"): "int",
            ("node", "g"): "int",
            ("node", "b"): "int",
            ("edge", "weight"): "double",
        }.items()
    )
    assert ("node", "id") not in named
    assert not {"d3", "d7"} & {k.get("id") for k in root.iterfind("g:key", NS)}


def test_ids_stay_when_the_vault_grows(graph, analysis, written):
    graph.add_node("entry:0000.md", kind="entry", label="first of all")
    grown = as_networkx(b"".join(export_graphml(graph, analysis, ())))
    assert set(as_networkx(written)) < set(grown)


def test_the_order_of_insertion_does_not_show(graph, analysis, written):
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert b"".join(export_graphml(turned, analysis, ())) == written


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (("a", "b"), "string"),
        ((1, -2), "int"),
        ((1, 2**31), "long"),
        ((2**63,), "string"),
        ((2**70, 1), "string"),
        ((1, 0.5), "double"),
        ((2**40, 0.5), "string"),
        ((True, False), "boolean"),
        ((True, 1), "string"),
        ((1, "1"), "string"),
    ],
)
def test_a_column_has_the_narrowest_type_that_holds_all(values, kind):
    data = with_nodes(**{f"n{at}": {"meta.v": value} for at, value in enumerate(values)})
    key = etree.fromstring(data).find("g:key[@attr.name='meta.v']", NS)
    assert key.get("attr.type") == kind


@pytest.mark.parametrize("value", [None, "", float("nan"), float("inf"), float("-inf"), []])
def test_what_says_nothing_is_absent(value):
    (data,) = as_networkx(with_nodes(a={"meta.v": value})).nodes.values()
    assert data == {"key": "a"}


def test_a_list_becomes_text():
    (data,) = as_networkx(with_nodes(a={"v": ["x", "y"]})).nodes.values()
    assert data["v"] == "x ; y"


def test_names_that_xml_cannot_tell_apart_are_numbered():
    (data,) = as_networkx(with_nodes(a={"meta.a\0": "one", "meta.a\1": "two"})).nodes.values()
    assert data == {"key": "a", "meta.a\ufffd": "one", "meta.a\ufffd (2)": "two"}


def test_key_ids_differ_without_regard_to_case():
    assert token_ids("node", ["meta.Mood", "meta.mood", "meta.気分", "meta.天気"]) == {
        "meta.Mood": "node_meta.Mood",
        "meta.mood": "node_meta.mood_2",
        "meta.気分": "node_meta.__",
        "meta.天気": "node_meta.___2",
    }


texts = st.text(st.characters(codec=None), max_size=20)
scalars = texts | st.integers(-(2**80), 2**80) | st.floats() | st.booleans() | st.none()
names = texts.map("meta.".__add__)
attributes = st.dictionaries(names, scalars, max_size=4).filter(
    lambda d: len({plain(name) for name in d}) == len(d)
)


def carried(value: object) -> bool:
    return value is not None and value != "" and value == value and value not in (1e999, -1e999)


@given(attributes)
def test_any_attribute_of_a_node_round_trips(values):
    (data,) = as_networkx(with_nodes(a=values)).nodes.values()
    big = [name for name, v in values.items() if isinstance(v, int) and not -(2**63) <= v < 2**63]
    expected = {plain(name): v for name, v in values.items() if carried(v)}
    expected |= {plain(name): str(values[name]) for name in big}
    expected = {name: plain(v) if isinstance(v, str) else v for name, v in expected.items()}
    assert data == {"key": "a", **expected}


# igraph reads the name `a&b` as `a&#38;b`, whoever wrote it.
@given(
    st.lists(texts, min_size=1, max_size=4, unique=True),
    names.filter(lambda name: "&" not in name),
    texts,
)
def test_any_names_of_nodes_round_trip_in_networkx_and_igraph(tmp_path_factory, ids, name, text):
    graph = nx.MultiDiGraph()
    for node in ids:
        graph.add_edge(node, ids[0], key="links_to", **{name: text + "x"})
    data = b"".join(write_graphml(rows(graph, NOTHING)))
    read = as_networkx(data)
    assert sorted(dict(read.nodes(data="key")).values(), key=str) == sorted(map(plain, ids))
    assert {v for *_, v in read.edges(data=plain(name))} == {plain(text + "x")}
    drawn = as_igraph(data, tmp_path_factory.getbasetemp())
    assert sorted(drawn.vs["key"]) == sorted(map(plain, ids))
    assert set(drawn.es[plain(name)]) == {plain(text + "x")}
