"""Questions to a graph, asked of a small one made by hand."""

from contextlib import suppress

import msgspec
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import query
from graph.errors import UnknownNodeError
from graph.model import Diagnostic, Severity, Theme, Trend

NODES = {
    "entry:spring.md": {"label": "Spring", "date": "2024-03-01", "words": 120},
    "entry:notes/summer.md": {"label": "Summer", "date": "2024-06-10", "words": 80},
    "entry:notes/undated.md": {"label": "Loose leaf", "words": 9},
    "entry:alone.md": {"label": "Alone", "date": "2024-05-05", "words": 3},
    "person:oda-lind": {"label": "Oda Lind", "aliases": "O. ; Oda", "confidence": 0.8},
    "person:piet": {"label": "Piet", "aliases": "", "confidence": 1.0},
    "idea:slow-mornings": {"label": "slow mornings"},
    "idea:garden": {"label": "Garden"},
    "tag:garden": {"label": "garden"},
    "tag:garden/beans": {"label": "garden/beans"},
    "tag:journal": {"label": "journal"},
    "url:https://beans.example/sow": {
        "label": "How to sow",
        "url": "https://beans.example/sow",
        "site": "beans.example",
    },
    "missing:Autumn": {"label": "Autumn"},
}
EDGES = [
    ("entry:spring.md", "person:oda-lind", "mentions", 4, "Coffee with Oda."),
    ("entry:spring.md", "idea:slow-mornings", "discusses", 4, "Her slow mornings."),
    ("entry:spring.md", "tag:journal", "tagged", 1, "journal"),
    ("entry:spring.md", "entry:notes/summer.md", "links_to", 9, "See Summer."),
    ("entry:spring.md", "missing:Autumn", "links_to", 10, "Then Autumn."),
    ("entry:notes/summer.md", "person:oda-lind", "mentions", 3, "Oda sowed beans."),
    ("entry:notes/summer.md", "person:piet", "mentions", 3, "Piet watched."),
    ("entry:notes/summer.md", "idea:garden", "discusses", 5, "The Garden."),
    ("entry:notes/summer.md", "tag:garden/beans", "tagged", 1, "garden/beans"),
    ("entry:notes/summer.md", "tag:journal", "tagged", 1, "journal"),
    ("entry:notes/summer.md", "url:https://beans.example/sow", "cites", 7, "How to sow."),
    ("entry:notes/undated.md", "idea:slow-mornings", "discusses", 1, "Slow mornings again."),
    ("entry:notes/undated.md", "person:oda-lind", "mentions", 2, "Oda wrote."),
    ("entry:notes/undated.md", "tag:journal", "tagged", 1, "journal"),
    ("entry:alone.md", "idea:nothing-else", "discusses", 2, "Nobody else says this."),
    ("tag:garden/beans", "tag:garden", "broader", 0, ""),
]


@pytest.fixture(scope="module")
def graph() -> "nx.MultiDiGraph[str]":
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, has in {**NODES, "idea:nothing-else": {"label": "nothing else"}}.items():
        kind, _, key = node.partition(":")
        place = {"path": key, "title": has["label"]} if kind == "entry" else {}
        entries = len({source for source, target, *_ in EDGES if target == node}) or 1
        made.add_node(node, kind=kind, entries=entries, **place, **has)
    for source, target, kind, line, context in EDGES:
        made.add_edge(source, target, kind, kind=kind, line=line, context=context, count=1)
    return made


@pytest.mark.parametrize(
    ("name", "node"),
    [
        ("person:oda-lind", "person:oda-lind"),
        ("oda-lind", "person:oda-lind"),
        ("oda  LIND", "person:oda-lind"),
        ("Oda", "person:oda-lind"),
        ("lind", "person:oda-lind"),
        ("@piet", "person:piet"),
        ("#garden", "tag:garden"),
        ("tag:garden", "tag:garden"),
        ("notes/summer.md", "entry:notes/summer.md"),
        ("notes/summer", "entry:notes/summer.md"),
        ("[[summer]]", "entry:notes/summer.md"),
        ("Loose leaf", "entry:notes/undated.md"),
        ("https://beans.example/sow", "url:https://beans.example/sow"),
        ("beans.example/sow", "url:https://beans.example/sow"),
        ("autumn", "missing:Autumn"),
    ],
)
def test_a_node_is_found_by_any_name_people_use(graph, name, node) -> None:
    assert query.find_node(graph, name).node == node


def test_unicode_form_does_not_matter_when_a_name_is_looked_up() -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_node("person:zoe", kind="person", label="Zo\u00eb", aliases="", entries=1)
    assert query.find_node(made, "ZOE\u0308").node == "person:zoe"


def test_of_several_with_one_name_the_idea_comes_before_the_tag_and_both_are_told(graph) -> None:
    assert query.find_node(graph, "garden") == query.Match("idea:garden", ("tag:garden",))


@pytest.mark.parametrize("name", ["A.md", "a.md", "entry:A.md", "entry:a.md"])
def test_of_two_paths_that_differ_in_case_the_one_as_written_is_found(name) -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for path in ("A.md", "a.md"):
        made.add_node(f"entry:{path}", kind="entry", label="Walk", path=path, entries=1)
    assert query.find_node(made, name).node == f"entry:{name.removeprefix('entry:')}"


@pytest.mark.parametrize("title", ["Pond]]", "[[Pond", "[[Pond]]", "Pond"])
def test_brackets_are_those_of_a_link_or_of_the_title(title) -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_node("entry:a.md", kind="entry", label=title, path="a.md", entries=1)
    assert query.find_node(made, title).node == "entry:a.md"
    assert query.find_node(made, f"[[{title}]]").node == "entry:a.md"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Pit", "Piet"),
        ("Oda Lindt", "Oda Lind"),
        ("beans", "garden/beans"),
        ("slow morning", "slow"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(graph, name, nearest) -> None:
    with pytest.raises(UnknownNodeError) as caught:
        query.find_node(graph, name)
    assert nearest in caught.value.hint


def test_a_part_of_two_peoples_names_is_answered_with_both() -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in ("Ida Falk", "Ida Moor"):
        made.add_node(f"person:{name}", kind="person", label=name, aliases="", entries=1)
    with pytest.raises(UnknownNodeError) as caught:
        query.find_node(made, "ida")
    assert caught.value.hint == "did you mean Ida Falk, Ida Moor?"


def test_a_name_like_no_other_is_answered_with_where_to_look(graph) -> None:
    with pytest.raises(UnknownNodeError, match="'qqqqqq'") as caught:
        query.find_node(graph, "qqqqqq")
    assert "inkthread people, ideas" in caught.value.hint


@given(st.text())
def test_any_text_names_a_node_or_is_refused(text) -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_node("tag:a", kind="tag", label="a", entries=1)
    with suppress(UnknownNodeError):
        assert query.find_node(made, text).node == "tag:a"


def test_a_person_is_told_with_whom_and_about_what(graph) -> None:
    info = query.node_info(graph, "person:oda-lind")
    assert (info.entries, info.by_month) == (3, {"2024-03": 1, "2024-06": 1})
    assert info.attributes == {"aliases": "O. ; Oda", "confidence": 0.8}
    shared = {
        kind: [(one.node.label, one.shared) for one in nodes]
        for kind, nodes in info.together.items()
    }
    assert shared == {
        "person": [("Piet", 1)],
        "idea": [("slow mornings", 2), ("Garden", 1)],
        "tag": [("journal", 3), ("garden/beans", 1)],
        "url": [("How to sow", 1)],
    }


def test_a_persons_entries_are_evidence_in_order_of_time_with_the_undated_last(graph) -> None:
    [group] = query.node_info(graph, "person:oda-lind").neighbours
    assert (group.edge, group.outgoing, group.kind) == ("mentions", False, "entry")
    assert [(fact.date, fact.path, fact.line, fact.context) for fact in group.evidence] == [
        ("2024-03-01", "spring.md", 4, "Coffee with Oda."),
        ("2024-06-10", "notes/summer.md", 3, "Oda sowed beans."),
        ("", "notes/undated.md", 2, "Oda wrote."),
    ]


def test_an_entry_is_told_by_its_neighbours_by_kind_and_direction(graph) -> None:
    info = query.node_info(graph, "entry:notes/summer.md")
    assert info.together == {}
    assert [(group.edge, group.outgoing, len(group.evidence)) for group in info.neighbours] == [
        ("cites", True, 1),
        ("discusses", True, 1),
        ("mentions", True, 2),
        ("tagged", True, 2),
        ("links_to", False, 1),
    ]


def test_a_connection_prefers_the_specific_to_the_common(graph) -> None:
    found = query.connection(graph, "entry:spring.md", "entry:notes/undated.md")
    assert [step.end.id for step in found.steps] == ["idea:slow-mornings", "entry:notes/undated.md"]
    assert [step.evidence.context for step in found.steps] == [
        "Her slow mornings.",
        "Slow mornings again.",
    ]


def test_a_connection_is_walked_against_the_arrows_too(graph) -> None:
    found = query.connection(graph, "tag:garden", "person:piet")
    assert [step.end.id for step in found.steps] == [
        "tag:garden/beans",
        "entry:notes/summer.md",
        "person:piet",
    ]


def test_what_nothing_connects_is_said_to_be_so(graph) -> None:
    found = query.connection(graph, "person:piet", "idea:nothing-else")
    assert (found.connected, found.steps) == (False, ())


def test_a_node_is_connected_to_itself_without_a_step(graph) -> None:
    found = query.connection(graph, "person:piet", "person:piet")
    assert (found.connected, found.steps) == (True, ())


def test_people_are_listed_by_entries_with_their_company(graph) -> None:
    oda, piet = query.people(graph)
    assert (oda.node.label, oda.entries, oda.aliases) == ("Oda Lind", 3, ("O.", "Oda"))
    assert (piet.node.label, piet.entries, piet.aliases) == ("Piet", 1, ())
    assert [(one.node.label, one.shared) for one in piet.people] == [("Oda Lind", 1)]
    assert [(one.node.label, one.shared) for one in oda.ideas] == [
        ("slow mornings", 2),
        ("Garden", 1),
    ]


def test_ideas_are_listed_by_entries_then_by_name(graph) -> None:
    assert [one.node.label for one in query.ideas(graph)] == [
        "slow mornings",
        "Garden",
        "nothing else",
    ]


def test_check_tells_links_to_nothing_and_entries_that_stand_alone(graph) -> None:
    vague = Diagnostic("link-ambiguous", Severity.WARNING, "spring.md", 9, "two files", "say which")
    gone = Diagnostic("link-missing", Severity.INFO, "spring.md", 10, "no entry 'Autumn'")
    found = query.check(graph, [vague, gone])
    assert found.broken == (query.BrokenLink("Autumn", "spring.md", 10, "Then Autumn."),)
    assert [one.id for one in found.orphans] == ["entry:alone.md"]
    assert msgspec.to_builtins(found.problems) == (
        {
            "code": "link-ambiguous",
            "severity": "warning",
            "path": "spring.md",
            "line": 9,
            "message": "two files",
            "hint": "say which",
        },
    )


def test_why_gives_every_statement_about_a_node(graph) -> None:
    facts = query.why(graph, "tag:garden/beans").evidence
    assert [(fact.edge, fact.path, fact.line) for fact in facts] == [
        ("tagged", "notes/summer.md", 1),
        ("broader", "", 0),
    ]


def test_every_answer_about_every_node_can_be_written_as_json(graph) -> None:
    for node in graph:
        for answer in (query.node_info(graph, node), query.why(graph, node)):
            assert msgspec.json.decode(msgspec.json.encode(answer))["node"]["id"] == node


def test_a_person_is_not_confused_with_a_page_of_that_name() -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in ("url:https://ida.example/", "person:ida", "missing:Ida"):
        made.add_node(node, kind=node.partition(":")[0], label="Ida", entries=1)
    assert query.find_node(made, "Ida") == query.Match("person:ida", ())
    assert query.find_node(made, "missing:ida").node == "missing:Ida"


def test_the_entries_of_a_theme_are_named(graph) -> None:
    theme = msgspec.structs.replace(THEME, entries=("spring.md", "notes/undated.md"))
    assert query.theme_info(graph, theme).entries == (
        query.ThemeEntry("spring.md", "Spring", "2024-03-01"),
        query.ThemeEntry("notes/undated.md", "Loose leaf", ""),
    )


THEME = Theme(
    "beans",
    "Beans & soil",
    ("sowing", "rain"),
    ("a.md",),
    (),
    (),
    (),
    "",
    "",
    {},
    Trend.UNKNOWN,
    1.0,
)


@pytest.mark.parametrize("name", ["beans", "BEANS & soil", "Rain"])
def test_a_theme_is_found_by_id_label_or_term(name) -> None:
    assert query.find_theme([THEME], name) is THEME


def test_an_unknown_theme_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNodeError) as caught:
        query.find_theme([THEME], "sewing")
    assert caught.value.hint == "did you mean sowing?"
