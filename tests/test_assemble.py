"""From knowledge to a graph: attributes, and when a node occurs."""

import pytest

from graph.assemble import build_graph
from graph.model import Edge, EdgeKind, Knowledge, Node, NodeKind


def entry(path, date="", **attributes):
    return Node(NodeKind.ENTRY, path, path, path=path, title=path, date=date, **attributes)


def edge(kind, source, target, **attributes):
    return Edge(kind, source, target, **({"count": 1, "line": 1, "context": ""} | attributes))


def graph(nodes, edges=()):
    return build_graph(Knowledge(tuple(nodes), tuple(edges), {}, ()))


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (
            entry("a.md", "2024-05-01", words=3, meta=(("mood", "calm"),)),
            {
                "kind": "entry",
                "label": "a.md",
                "path": "a.md",
                "title": "a.md",
                "date": "2024-05-01",
                "words": 3,
                "meta.mood": "calm",
                "entries": 1,
                "first": "2024-05-01",
                "last": "2024-05-01",
            },
        ),
        (
            entry("a.md"),
            {
                "kind": "entry",
                "label": "a.md",
                "path": "a.md",
                "title": "a.md",
                "words": 0,
                "entries": 1,
            },
        ),
        (
            Node(NodeKind.PERSON, "ada", "Ada", aliases=("A", "Birdie"), confidence=0.9),
            {
                "kind": "person",
                "label": "Ada",
                "aliases": "A ; Birdie",
                "confidence": 0.9,
                "entries": 0,
            },
        ),
        (
            Node(NodeKind.PERSON, "ada", "Ada"),
            {"kind": "person", "label": "Ada", "confidence": 1.0, "entries": 0},
        ),
        (
            Node(
                NodeKind.URL, "https://a.example/", "a", url="https://a.example/", site="a.example"
            ),
            {
                "kind": "url",
                "label": "a",
                "url": "https://a.example/",
                "site": "a.example",
                "entries": 0,
            },
        ),
        (Node(NodeKind.TAG, "x", "X"), {"kind": "tag", "label": "X", "entries": 0}),
    ],
)
def test_a_node_has_the_attributes_of_its_kind(node, expected):
    assert graph([node]).nodes[node.id] == expected


def test_an_edge_is_keyed_by_its_kind_and_says_where_it_comes_from():
    said = edge(
        EdgeKind.LINKS_TO, "entry:a.md", "entry:b.md", count=2, line=7, context="up", relation="up"
    )
    plain = edge(EdgeKind.EMBEDS, "entry:a.md", "entry:b.md")
    built = graph([entry("a.md"), entry("b.md")], [said, plain])
    assert list(built.edges(keys=True, data=True)) == [
        (
            "entry:a.md",
            "entry:b.md",
            "links_to",
            {"kind": "links_to", "count": 2, "line": 7, "context": "up", "relation": "up"},
        ),
        (
            "entry:a.md",
            "entry:b.md",
            "embeds",
            {"kind": "embeds", "count": 1, "line": 1, "context": ""},
        ),
    ]


def test_a_node_occurs_in_each_entry_once_and_from_the_first_to_the_last():
    nodes = [
        entry("a.md", "2024-05-01"),
        entry("b.md", "2023-01-01"),
        entry("c.md"),
        Node(NodeKind.MISSING, "x", "x"),
    ]
    edges = [edge(EdgeKind.LINKS_TO, f"entry:{name}.md", "missing:x") for name in "abc"]
    edges.append(edge(EdgeKind.EMBEDS, "entry:a.md", "missing:x"))
    found = graph(nodes, edges).nodes["missing:x"]
    assert (found["entries"], found["first"], found["last"]) == (3, "2023-01-01", "2024-05-01")


def test_an_entry_occurs_in_itself_alone_however_often_it_is_linked():
    nodes = [entry("a.md", "2024-05-01"), entry("b.md", "2023-01-01")]
    found = graph(nodes, [edge(EdgeKind.LINKS_TO, "entry:b.md", "entry:a.md")]).nodes["entry:a.md"]
    assert (found["entries"], found["first"]) == (1, "2024-05-01")


def test_a_broader_tag_occurs_where_its_nested_tags_do():
    nodes = [
        entry("a.md", "2024-05-01"),
        entry("b.md", "2023-01-01"),
        *(Node(NodeKind.TAG, key, key) for key in ("x", "x/y", "x/y/z")),
    ]
    edges = [
        edge(EdgeKind.TAGGED, "entry:a.md", "tag:x/y/z"),
        edge(EdgeKind.TAGGED, "entry:b.md", "tag:x"),
        edge(EdgeKind.TAGGED, "entry:a.md", "tag:x"),
        edge(EdgeKind.BROADER, "tag:x/y", "tag:x"),
        edge(EdgeKind.BROADER, "tag:x/y/z", "tag:x/y"),
    ]
    built = graph(nodes, edges)
    assert [built.nodes[f"tag:{key}"]["entries"] for key in ("x", "x/y", "x/y/z")] == [2, 1, 1]
