import io
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from graph.export.graphml import export_graphml, write_graphml
from graph.export.rows import rows
from graph.export.text import plain
from graph.model import Analysis

XSD = Path(__file__).parents[3] / "shared/hostile/xsd/graphml.xsd"
SCHEMA = etree.XMLSchema(etree.parse(XSD)) if XSD.exists() else None
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
    return b"".join(write_graphml(rows(graph, NOTHING, "key")))


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
    SCHEMA.assertValid(etree.fromstring(written))


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


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((1, 0.5), ["1.0", "0.5"]),
        ((True, False), ["true", "false"]),
        ((True, 1, "x"), ["true", "1", "x"]),
        (("<&>", "a\rb"), ["<&>", "a\rb"]),
    ],
)
def test_a_value_is_written_as_the_type_of_its_column(values, texts):
    data = with_nodes(**{f"n{at}": {"meta.v": value} for at, value in enumerate(values)})
    assert etree.fromstring(data).xpath("//g:data[@key='node_meta.v']/text()", namespaces=NS) == (
        texts
    )


@pytest.mark.parametrize("value", [None, "", float("nan"), float("inf"), float("-inf"), []])
def test_what_says_nothing_is_absent(value):
    (data,) = as_networkx(with_nodes(a={"meta.v": value})).nodes.values()
    assert data == {"key": "a"}


def test_a_list_becomes_text():
    (data,) = as_networkx(with_nodes(a={"v": ["x", "y"]})).nodes.values()
    assert data["v"] == "x ; y"


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (["meta.mood"], ["node_meta.mood meta.mood None"]),
        (["meta.due date"], ["node_meta.due_date meta.due_date meta.due date"]),
        (["meta.気分"], ["node_meta.気分 meta.気分 None"]),
        (["meta.🌱"], ["node_meta._ meta._ meta.🌱"]),
        (
            ["meta.Mood", "meta.mood"],
            ["node_meta.Mood meta.Mood None", "node_meta.mood_2 meta.mood None"],
        ),
        (
            ["meta.a b", "meta.a&b"],
            ["node_meta.a_b meta.a_b meta.a b", "node_meta.a_b_2 meta.a_b_2 meta.a&b"],
        ),
        (
            ["meta.a\0", "meta.a\1"],
            ["node_meta.a_ meta.a_ meta.a\ufffd", "node_meta.a__2 meta.a__2 meta.a\ufffd (2)"],
        ),
    ],
)
def test_odd_names_become_tokens_and_are_described_exactly(names, written):
    root = etree.fromstring(with_nodes(a=dict.fromkeys(names, "x")))
    keys = [key for key in root.iterfind("g:key", NS) if key.get("attr.name") != "key"]
    assert written == [
        f"{key.get('id')} {key.get('attr.name')} {key.findtext('g:desc', None, NS)}" for key in keys
    ]


def exact(data: bytes) -> dict[str, str]:
    """Name of an attribute in the file → its name in the graph."""
    keys = etree.fromstring(data).iterfind("g:key", NS)
    return {key.get("attr.name"): key.findtext("g:desc", key.get("attr.name"), NS) for key in keys}


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
    written = with_nodes(a=values)
    (read,) = as_networkx(written).nodes.values()
    big = [name for name, v in values.items() if isinstance(v, int) and not -(2**63) <= v < 2**63]
    expected = {plain(name): v for name, v in values.items() if carried(v)}
    expected |= {plain(name): str(values[name]) for name in big}
    expected = {name: plain(v) if isinstance(v, str) else v for name, v in expected.items()}
    assert {exact(written)[name]: v for name, v in read.items()} == {"key": "a", **expected}


@pytest.mark.shared
@pytest.mark.skipif(not XSD.exists(), reason="the published schema is not here")
@given(attributes)
def test_the_published_schema_accepts_any_attribute(values):
    SCHEMA.assertValid(etree.fromstring(with_nodes(a=values)))


@given(st.lists(texts, min_size=1, max_size=4, unique=True), names, texts)
def test_any_names_of_nodes_round_trip_in_networkx_and_igraph(tmp_path_factory, ids, name, text):
    graph = nx.MultiDiGraph()
    for node in ids:
        graph.add_edge(node, ids[0], key="links_to", **{name: text + "x"})
    data = b"".join(write_graphml(rows(graph, NOTHING, "key")))
    (token,) = {token for token in exact(data) if token != "key"}
    read = as_networkx(data)
    assert sorted(dict(read.nodes(data="key")).values(), key=str) == sorted(map(plain, ids))
    assert {v for *_, v in read.edges(data=token)} == {plain(text + "x")}
    drawn = as_igraph(data, tmp_path_factory.getbasetemp())
    assert sorted(drawn.vs["key"]) == sorted(map(plain, ids))
    assert set(drawn.es[token]) == {plain(text + "x")}


@pytest.mark.shared
@pytest.mark.skipif(not XSD.exists(), reason="the published schema is not here")
def test_the_published_schema_accepts_every_letter_that_is_kept():
    letters = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, 0x11000)]))
    SCHEMA.assertValid(etree.fromstring(with_nodes(a={"meta." + letters: 1})))
