"""Links that no file answers, and the people whom they name."""

import pytest

from graph.model import NameCandidate, NameCue, NameForm, NameSign, Spot

SURELY = (NameSign.GIVEN, NameSign.AFTER_WITH, NameSign.BEFORE_SAID, NameSign.POSSESSIVE)


def told(name, *, signs=SURELY, line=9):
    form = NameForm.FULL if " " in name else NameForm.SINGLE
    return NameCandidate(name, form, signs, 1, Spot(line, f"with {name}"))


@pytest.fixture
def lead(write, know):
    """Links of `a.md` in a vault where `b.md` tells of somebody → what they lead to."""

    def lead(*links, here=(), there=("Ottilie",), path="b.md"):
        return know(
            write.entry("a.md", links=links, candidates=tuple(map(told, here))),
            write.entry(path, candidates=tuple(map(told, there))),
        )

    return lead


def test_a_link_without_a_note_mentions_the_person_of_that_name_too(lead, write):
    known = lead(write.wiki("ottilie"))
    assert known.targets("a.md", "mentions") == ["person:ottilie"]
    assert (known.ids("missing"), known.ids("idea")) == (["ottilie"], [])
    assert known.targets("a.md", "links_to") == ["missing:ottilie"]


def test_a_link_and_the_name_in_it_are_one_mention(lead, write):
    known = lead(write.wiki("Ottilie", 9), here=["Ottilie"], there=())
    assert [edge.count for edge in known.knowledge.edges if edge.kind == "mentions"] == [1]


def test_a_link_by_a_part_of_the_name_mentions_its_bearer(lead, write):
    known = lead(write.wiki("Ottilie"), there=["Ottilie Marsh", "Ottilie"])
    assert known.targets("a.md", "mentions") == ["person:ottilie-marsh"]


@pytest.mark.parametrize("text", ["Harbour", "far/Ottilie", "!Ottilie", "Ottilie Marsh"])
def test_a_link_that_names_nobody_is_missing(lead, write, text):
    known = lead(write.wiki(text))
    assert (known.targets("a.md", "mentions"), len(known.ids("missing"))) == ([], 1)


def test_a_link_that_two_people_could_bear_is_missing(lead, write):
    known = lead(write.wiki("Ottilie"), there=["Ottilie Marsh", "Ottilie Vane"])
    assert (known.targets("a.md", "mentions"), known.ids("missing")) == ([], ["ottilie"])


def test_a_link_with_a_file_leads_there(lead, write):
    known = lead(write.wiki("Ottilie"), path="Ottilie.md")
    assert known.targets("a.md", "links_to") == ["entry:Ottilie.md"]
    assert known.targets("a.md", "mentions") == []


def test_a_markdown_link_beside_it_stays_a_link(lead, write):
    known = lead(write.wiki("Ottilie"), write.markdown("Ottilie"))
    assert known.targets("a.md", "links_to") == ["missing:ottilie"]


def test_the_key_of_a_link_stays_with_the_mention(write, know):
    links = (write.wiki("Ada Finch", relation="up"),)
    names = (write.name("Ada Finch", NameCue.WIKI_MENTION, line=7),)
    known = know(write.entry("a.md", links=links), write.entry("b.md", names=names))
    edges = known.knowledge.edges
    assert [e.relation for e in edges if (e.source, e.kind) == ("entry:a.md", "mentions")] == ["up"]
