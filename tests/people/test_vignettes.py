"""Who is found in the vignettes, line by line, and in longer vaults.

vignettes.txt says how to add one. In diaries/ and unseen/ each file is a vault, `=== name` begins
an entry, braces mark the people. The weights were learned from diaries/ and never from unseen/.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from graph.config import Config
from graph.model import EdgeKind, Knowledge, NodeKind, SourceFile
from graph.parse import parse
from graph.resolve import resolve
from graph.resolve.slugs import slug

HERE = Path(__file__).parent
TEXT = (HERE / "vignettes.txt").read_text(encoding="utf-8")
PERSON = re.compile(r"\{(.*?)\}")
PRECISION, RECALL = 0.9, 0.8
"""What the vignettes as a whole must reach; single ones may stay hard."""


class Entry(NamedTuple):
    text: str
    people: set[str]


def vaults() -> list[list[Entry]]:
    found = []
    for block in re.split(r"\n\s*\n", TEXT):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        entries = [
            Entry(PERSON.sub(r"\1", line).replace("\\n", "\n"), set(PERSON.findall(line)))
            for line in lines
        ]
        found += [entries] if entries else []
    return found


def marked_vault(path: Path) -> list[Entry]:
    texts = re.split(r"^=== .*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [Entry(PERSON.sub(r"\1", text), set(PERSON.findall(text))) for text in texts]


def know(entries: list[Entry]) -> Knowledge:
    sources = (SourceFile(f"{i:02}.md", e.text.encode()) for i, e in enumerate(entries))
    return resolve([parse(source, Config()) for source in sources], Config())


def found(knowledge: Knowledge, number: int) -> list[set[str]]:
    """The people of an entry, each by all its names."""
    nodes = {node.id: node for node in knowledge.nodes if node.kind is NodeKind.PERSON}
    people = [
        nodes[edge.target]
        for edge in knowledge.edges
        if edge.kind is EdgeKind.MENTIONS and edge.source == f"entry:{number:02}.md"
    ]
    return [{slug(name) for name in (node.label, *node.aliases)} for node in people]


def judge(entries: list[Entry]) -> tuple[int, int, int]:
    """How many people were found, how many were marked and missed, how many are none."""
    knowledge = know(entries)
    hits = missed = false = 0
    for number, entry in enumerate(entries):
        marked = {slug(name) for name in entry.people}
        nodes = found(knowledge, number)
        named = set().union(*nodes) if nodes else set()
        hits += len(marked & named)
        missed += len(marked - named)
        false += sum(names.isdisjoint(marked) for names in nodes)
    return hits, missed, false


def test_nearly_all_people_of_the_vignettes_are_found_and_hardly_anybody_else() -> None:
    scores = [judge(entries) for entries in vaults()]
    hits, missed, false = (sum(column) for column in zip(*scores, strict=True))
    assert hits / (hits + false) >= PRECISION, (hits, missed, false)
    assert hits / (hits + missed) >= RECALL, (hits, missed, false)


@pytest.mark.parametrize(
    ("folder", "precision", "recall"), [("diaries", 0.85, 0.7), ("unseen", 0.93, 0.72)]
)
def test_most_people_of_longer_vaults_are_found_also_where_nothing_was_learned(
    folder: str, precision: float, recall: float
) -> None:
    scores = [judge(marked_vault(path)) for path in sorted((HERE / folder).glob("*.txt"))]
    hits, missed, false = (sum(column) for column in zip(*scores, strict=True))
    assert hits / (hits + false) >= precision, (hits, missed, false)
    assert hits / (hits + missed) >= recall, (hits, missed, false)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("told birgit i'll miss choir. birgit said ok.", {"birgit"}),
        ("met annelie. annelie can't come.", {"annelie"}),
        ("her sister maureen said she sings.", {"maureen"}),
        ("dinner with sister bernadette.", {"sister-bernadette"}),
        ("maya brandt said people forget.", {"maya-brandt"}),
        ("my boss harald wants a meeting. harald said so.", {"harald"}),
        ("had lunch with aditya and then a nap.", {"aditya"}),
        ("A's birthday! A and i baked. met A at the door, thanked A.", {"a"}),
        ("> Fall in love with your coffee.\n>\n> – Ada Brandt’s 2024 speech", {"ada-brandt"}),
        ("[aarya](https://twitter.com/aarya) made it.", {"aarya"}),
        ("two c.s. lewis books. c.s. lewis wrote them by hand.", {"c-s-lewis"}),
        ("Physicist Lise Meitner said so. Meitner was right.", {"lise-meitner"}),
        ("met uncle joe at the door.", {"uncle-joe"}),
        ("met avó joe at the door.", {"avó-joe"}),
        ("met ines. i had lunch at Lim's and walked home.", {"ines"}),
        ("plan A, then plan B. vitamin C and grade A eggs.", set()),
        ("bayes theorem, markov chain, the alzheimer disease.", set()),
        ("walked down Smith Street to the Rodin Museum.", set()),
        ("`ada` is a variable, https://ada.example an address.", set()),
        ("```\nAda said hello\n```", set()),
    ],
)
def test_who_is_named(text: str, people: set[str]) -> None:
    knowledge = know([Entry(text, set())])
    assert {node.key for node in knowledge.nodes if node.kind is NodeKind.PERSON} == people


def test_a_full_name_and_its_parts_are_one_person() -> None:
    knowledge = know(
        [
            Entry("I met Lucinda Marsh. Lucinda was late.", set()),
            Entry("An essay by Lucinda Marsh. It is good.", set()),
        ]
    )
    people = [node for node in knowledge.nodes if node.kind is NodeKind.PERSON]
    assert [(node.label, node.aliases) for node in people] == [("Lucinda Marsh", ("Lucinda",))]


def test_two_people_with_one_first_name_stay_apart_from_a_third_use_of_it() -> None:
    knowledge = know(
        [
            Entry("Dinner with Daniel Okafor. Daniel cooked.", set()),
            Entry("Dinner with Daniel Lindqvist. Daniel sang.", set()),
            Entry("Daniel called me. I told Daniel everything.", set()),
        ]
    )
    people = {node.label for node in knowledge.nodes if node.kind is NodeKind.PERSON}
    assert people == {"Daniel Okafor", "Daniel Lindqvist", "Daniel"}


def test_an_inference_says_what_it_rests_on_and_is_never_certain() -> None:
    [person] = [
        node
        for node in know([Entry("had lunch with aditya.", set())]).nodes
        if node.kind is NodeKind.PERSON
    ]
    assert 0.5 <= person.confidence < 1
    assert "after-with +" in person.evidence
