"""Which names in prose are one person, told by small vaults: one text for each entry."""

import pytest

from graph.config import Config
from graph.model import NodeKind, SourceFile
from graph.parse import parse
from graph.resolve import resolve
from graph.resolve.prose.spellings import spellings


def people(*texts: str) -> list[tuple[str, ...]]:
    """Everybody found, each with the label first and then the aliases."""
    sources = [SourceFile(f"{i}.md", text.encode()) for i, text in enumerate(texts)]
    known = resolve([parse(source, Config()) for source in sources], Config())
    nodes = [node for node in known.nodes if node.kind is NodeKind.PERSON]
    return [(node.label, *node.aliases) for node in nodes]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ["Dinner with Robert Oakes. Bob said that he is tired.", "I met Bob."],
            [("Robert Oakes", "Bob")],
        ),
        (
            ["A. Marchetti wrote it.", "I met Anton Marchetti.", "Marchetti said no."],
            [("Anton Marchetti", "A. Marchetti", "Marchetti")],
        ),
        (
            ["I met Pavel Grozny, and thanked @pavelg.", "I saw Pavel Grozny. PG said hello."],
            [("Pavel Grozny", "PG", "pavelg")],
        ),
        (
            ["An essay by Ada Quill.", "[ada](https://x.com/adaquill) says hi."],
            [("Ada Quill", "ada")],
        ),
        (
            ["Dana Holm said yes.\n\n- @dana to send the deck"],
            [("Dana Holm", "dana")],
        ),
        (
            ["I met Milo Renner.", "[Milo](https://milorenner.example/post) says that it rains."],
            [("Milo Renner", "Milo")],
        ),
    ],
)
def test_names_of_one_person_are_one_node(texts: list[str], found: list[tuple[str, ...]]) -> None:
    assert people(*texts) == found


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (
            ["Dinner with Paul Grann and Paul Verner. Paul said hello."],
            ["Paul", "Paul Grann", "Paul Verner"],
        ),
        (
            ["I met Paul Grann and Paula Grann. Thanks, @pgrann!"],
            ["Paul Grann", "Paula Grann", "pgrann"],
        ),
        (
            ["I met Adam Marchetti.", "I met Anton Marchetti.", "A. Marchetti wrote it."],
            ["A. Marchetti", "Adam Marchetti", "Anton Marchetti"],
        ),
        (["Dinner with Elizabeth Marsh.", "I met Liz. Liz said no."], ["Elizabeth Marsh", "Liz"]),
    ],
)
def test_names_that_could_be_of_two_people_stay_apart(texts: list[str], labels: list[str]) -> None:
    assert sorted(label for label, *_ in people(*texts)) == labels


@pytest.mark.parametrize(
    ("keys", "one"),
    [
        (("a marchetti", "anton marchetti", "anton m marchetti"), True),
        (("c s lunde", "cs lunde", "clara sofie lunde"), True),
        (("bob oakes", "robert oakes"), True),
        (("ursula vinter", "ursula k vinter"), True),
        (("anton marchetti", "adam marchetti"), False),
        (("john f oakes", "john g oakes"), False),
        (("anton marchetti", "anton marlow"), False),
    ],
)
def test_full_names_are_one_where_nothing_speaks_against_it(
    keys: tuple[str, ...], one: bool
) -> None:
    assert (len(set(spellings(keys).values())) == 1) is one
    assert spellings(reversed(keys)) == spellings(keys)


def test_an_edge_counts_how_often_an_entry_names_a_person() -> None:
    text = "Dinner with Robert Oakes. Robert Oakes said that he is tired. Robert Oakes left."
    known = resolve([parse(SourceFile("a.md", text.encode()), Config())], Config())
    assert [(edge.target, edge.count) for edge in known.edges] == [("person:robert-oakes", 3)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ["lunch with anna gekookt. Anna said that she is tired.", "I met Anna."],
            [("Anna",), ("anna gekookt",)],
        ),
        (
            ["lunch with anna quillmoor. Anna said no.", "met anna quillmoor", "Met Anna again."],
            [("Anna", "anna quillmoor")],
        ),
        (
            ["lunch with milo renner. Milo said that he is tired.", "I met Milo Renner."],
            [("Milo Renner", "Milo")],
        ),
    ],
    ids=["a verb ends it", "it is met again", "its capitals are known"],
)
def test_a_full_name_in_lower_case_is_somebodys_on_evidence_and_never_the_label(
    texts: list[str], found: list[tuple[str, ...]]
) -> None:
    assert people(*texts) == found


def test_the_german_zu_is_no_part_of_a_name() -> None:
    assert people("Went with Otto zu Kims Party. Otto said hello.") == [("Otto",)]
