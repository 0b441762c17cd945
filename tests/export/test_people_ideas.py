import math
from collections.abc import Iterable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export import people_ideas as module
from graph.export.people_ideas import export_people_ideas, people_ideas
from graph.model import Analysis


def vault(entries: Iterable[Iterable[str]], **dates: str) -> nx.MultiDiGraph:
    """A graph of entries 0, 1 ..., each naming people (capital letter) and ideas."""
    graph = nx.MultiDiGraph()
    for at, names in enumerate(entries):
        entry = f"entry:{at}.md"
        day = {"date": dates[f"d{at}"]} if f"d{at}" in dates else {}
        graph.add_node(entry, kind="entry", path=f"{at}.md", **day)
        for name in names:
            kind, verb = ("person", "mentions") if name.isupper() else ("idea", "discusses")
            graph.add_node(f"{kind}:{name}", kind=kind, label=name)
            graph.add_edge(entry, f"{kind}:{name}", key=verb, kind=verb, count=1)
    return graph


def ties(graph: nx.Graph) -> dict[frozenset[str], int]:
    return {
        frozenset(end.split(":")[1] for end in (one, other)): weight
        for one, other, weight in graph.edges(data="weight")
    }


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], {}),
        (["A"], {}),
        (["AB"], {"AB": 1}),
        (["Ax", "xA", "A"], {"Ax": 2}),
        (["Axy", "xy"], {"Ax": 1, "Ay": 1, "xy": 2}),
    ],
)
def test_two_are_tied_by_the_entries_that_name_both(entries, expected):
    projection = people_ideas(vault(entries))
    assert ties(projection) == {frozenset(pair): n for pair, n in expected.items()}


def test_one_that_stands_alone_stays(graph):
    assert sorted(people_ideas(vault(["A", "b"]))) == ["idea:b", "person:A"]


def test_only_people_and_ideas_are_in_it(graph):
    assert sorted(people_ideas(graph)) == ["idea:no-dig", "idea:slow-water", "person:mara-k"]


def test_nodes_keep_what_is_known_of_them(graph):
    assert people_ideas(graph).nodes["person:mara-k"] == graph.nodes["person:mara-k"]


def test_a_tie_names_its_entries_and_their_span():
    projection = people_ideas(vault(["Ax", "Ax", "Ax"], d1="2024-05-01", d2="2023-01-31"))
    assert projection.edges["person:A", "idea:x"] == {
        "weight": 3,
        "npmi": 1.0,
        "entries": "0.md ; 1.md ; 2.md",
        "first": "2023-01-31",
        "last": "2024-05-01",
    }


def test_an_undated_tie_has_no_span():
    assert people_ideas(vault(["Ax"])).edges["person:A", "idea:x"].keys() == {
        "weight",
        "npmi",
        "entries",
    }


def test_many_entries_are_counted_but_not_all_named():
    tie = people_ideas(vault(["Ax"] * 30)).edges["person:A", "idea:x"]
    assert (tie["weight"], len(tie["entries"].split(" ; "))) == (30, 20)


@pytest.mark.parametrize(
    ("entries", "npmi"),
    [
        (["AB", "AB", "x"], 1.0),
        (["AB", "A", "B", "x"], 0.0),
        (["AB", "AB"], 1.0),
        (["AB", "A", "A", "B"], round(math.log(0.25 / (0.75 * 0.5)) / -math.log(0.25), 6)),
    ],
)
def test_npmi_tells_company_from_chance(entries, npmi):
    assert people_ideas(vault(entries)).edges["person:A", "person:B"]["npmi"] == npmi


def test_of_a_crowded_entry_the_foremost_are_tied_people_first(monkeypatch):
    monkeypatch.setattr(module, "MAX_PER_ENTRY", 3)
    graph = vault(["Aabcd"])
    graph.edges["entry:0.md", "idea:d", "discusses"]["count"] = 5
    projection = people_ideas(graph)
    assert ties(projection) == {frozenset(pair): 1 for pair in ("Ad", "Aa", "ad")}
    assert projection.graph["note"].startswith("1 entries name more than 3 people and ideas")


def test_the_weakest_ties_go_first(monkeypatch):
    monkeypatch.setattr(module, "MAX_TIES", 2)
    projection = people_ideas(vault(["Ax", "Ax", "Ay", "z"]))
    assert ties(projection) == {frozenset("Ax"): 2, frozenset("Ay"): 1}
    assert "note" not in projection.graph
    projection = people_ideas(vault(["Axy", "Ax", "x", "z"]))
    assert ties(projection) == {frozenset("Ax"): 2, frozenset("Ay"): 1}
    assert projection.graph["note"] == "The 1 weakest ties are left out."


def test_the_file_says_what_was_left_out(monkeypatch):
    monkeypatch.setattr(module, "MAX_TIES", 1)
    nothing = Analysis({}, {}, {}, (), {})
    data = b"".join(export_people_ideas(vault(["Axy"]), nothing, ()))
    assert b"<desc>The 2 weakest ties are left out.</desc>" in data


@given(st.lists(st.sets(st.sampled_from("ABCxyz")), min_size=1, max_size=8))
def test_it_is_the_projection_of_networkx(entries):
    graph = vault(entries)
    members = [node for node, kind in graph.nodes(data="kind") if kind != "entry"]
    two_mode = nx.Graph(graph.to_undirected())
    expected = nx.bipartite.weighted_projected_graph(two_mode, members)
    assert ties(people_ideas(graph)) == ties(expected)
