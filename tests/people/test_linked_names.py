"""Which words in wikilinks are people, told by small vaults."""

import pytest

from graph.config import Config
from graph.model import NodeKind, SourceFile
from graph.parse import parse
from graph.resolve import resolve


@pytest.mark.parametrize(
    ("text", "people", "missing"),
    [
        ("Sat with [[Leo]] for a bit.", ["Leo"], ["Leo"]),
        ("[[Leo]] said that it rains.", ["Leo"], ["Leo"]),
        (
            "Sat with [[Isabella]] and [[Clara]] for a bit.",
            ["Clara", "Isabella"],
            ["Clara", "Isabella"],
        ),
        ("Read about [[moss]] and [[Stoicism]].", [], ["moss", "Stoicism"]),
        ("worked with [[vim]], then [[logseq]]", [], ["logseq", "vim"]),
    ],
)
def test_a_linked_name_is_a_persons_where_people_stand(
    text: str, people: list[str], missing: list[str]
) -> None:
    known = resolve([parse(SourceFile("a.md", text.encode()), Config())], Config())
    labels = {
        kind: [node.label for node in known.nodes if node.kind is kind]
        for kind in (NodeKind.PERSON, NodeKind.MISSING, NodeKind.IDEA)
    }
    assert labels == {
        NodeKind.PERSON: people,
        NodeKind.MISSING: missing,
        NodeKind.IDEA: [],
    }
