import json

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.export.node_link import export_node_link
from graph.model import Analysis


def test_networkx_reads_the_graph_as_it_was(graph):
    data = json.loads(b"".join(export_node_link(graph, Analysis({}, {}, {}, (), {}), ())))
    read = nx.node_link_graph(data, edges="edges")
    for *_, facts in read.edges(data=True):
        assert facts.pop("weight") == facts["count"]
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {(*edge[:3], str(edge[3])) for edge in read.edges(keys=True, data=True)} == {
        (*edge[:3], str(edge[3])) for edge in graph.edges(keys=True, data=True)
    }


def refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


@given(st.text(st.characters(codec=None)), st.floats())
def test_any_value_gives_strict_json(text, number):
    graph = nx.MultiDiGraph()
    graph.add_node("entry:a.md", **{"meta." + text: text, "number": number})
    data = b"".join(export_node_link(graph, Analysis({}, {}, {}, (), {}), ()))
    assert json.loads(data.decode(), parse_constant=refuse)["nodes"][0]["id"] == "entry:a.md"
