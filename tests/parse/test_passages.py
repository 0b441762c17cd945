"""Where each passage of an entry stands, for whoever judges the names in it."""

import pytest

from graph.config import LimitsConfig
from graph.model import NameSign, SourceFile
from graph.parse.body import BodyReader
from graph.parse.entry import parse_file
from graph.parse.prose.signs import signs_in

HEADING, ITEM, QUOTE, CAPTION = (
    NameSign.HEADING,
    NameSign.ITEM,
    NameSign.QUOTE,
    NameSign.CAPTION,
)
PLACES = [
    ("words", [set()]),
    ("# head\n\nwords", [{HEADING}, set()]),
    ("> said\n\nwords", [{QUOTE}, set()]),
    ("- one\n- two\n\nwords", [{ITEM}, {ITEM}, set()]),
    ("- one\n  > said\n\n  two\n\nwords", [{ITEM}, {ITEM, QUOTE}, {ITEM}, set()]),
    ("> > deep\n>\n> less\n\nwords", [{QUOTE}, {QUOTE}, set()]),
    ("> # head\n\n- # head", [{QUOTE, HEADING}, {ITEM, HEADING}]),
    ("![a boat](boat.png)\n\nwords", [set(), {CAPTION}, set()]),
]


@pytest.mark.parametrize(("text", "places"), PLACES, ids=[text for text, _ in PLACES])
def test_a_passage_stands_in(text: str, places: list[set[NameSign]]) -> None:
    passages = BodyReader(0, 100).read(text).passages
    assert [set(signs_in(passage.place)) for passage in passages] == places


def test_a_list_below_people_is_of_people_until_it_ends() -> None:
    text = "- people:\n  - one\n  - two\n- other\n  - three\n\nwords"
    passages = BodyReader(0, 100).read(text).passages
    below = [one.text for one in passages if NameSign.UNDER_ROSTER in signs_in(one.place)]
    assert below == ["one", "two"]


def test_the_words_around_a_name_are_whole_though_no_name_is_sought_in_code_and_addresses() -> None:
    text = "Ida Falk runs `tide table` from https://tide.example/ at home."
    entry = parse_file(SourceFile("note.md", text.encode()), LimitsConfig())
    (name,) = entry.candidates
    assert name.spot.context == "Ida Falk runs tide table from https://tide.example/ at home."
    assert all("\0" not in pair.context for pair in entry.collocations)
