"""Two words side by side that may be a term."""

import pytest

from graph.config import Config
from graph.model import SourceFile
from graph.parse import parse


def pairs(text):
    return parse(SourceFile("note.md", text.encode()), Config()).collocations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by the tidal fence", ["tidal fence"]),
        ("tidal fence repair", ["tidal fence", "fence repair"]),
        ("Tidal fence, and the tidal Fence again", ["Tidal fence"]),
        ("tidal, fence", []),
        ("tidal\nfence", []),
        ("tidal\n\nfence", []),
        ("fence of the tide", []),
        ("the *tidal* fence", []),
    ],
)
def test_it_is_two_words_that_carry_meaning_with_one_blank_between(text, expected):
    assert [pair.text for pair in pairs(text)] == expected


def test_it_stands_on_the_line_of_its_first_place():
    found = pairs("Rain.\n\nWe saw\nthe tidal fence\nand a heron nest\nby the tidal fence\n")
    assert {pair.text: pair.line for pair in found} == {"tidal fence": 4, "heron nest": 5}


def test_its_context_is_the_words_in_forty_characters_to_each_side_within_the_line():
    long = "by a " * 12
    assert [pair.context for pair in pairs(f"{long}tidal fence {long}")] == [
        f"…a {'by a ' * 7}tidal fence{' by a' * 7} by…"
    ]
    assert [pair.context for pair in pairs(f"{'a' * 60} tidal fence {'a' * 60}")] == [
        "…tidal fence…"
    ]
    assert [pair.context for pair in pairs("before\nby  the tidal fence again\nafter")] == [
        "by the tidal fence again"
    ]


def test_its_context_ends_with_the_sentence():
    assert [pair.context for pair in pairs("Rain. By the tidal fence. And so on")] == [
        "By the tidal fence."
    ]


@pytest.mark.parametrize(
    "text",
    ["bei der", "ein wenig", "mit Ebbe", "avec toutes", "pero nunca", "mas também", "della marea",
     "niet alleen"],
)  # fmt: skip
def test_words_that_only_join_others_are_in_no_pair(text):
    assert pairs(f"tide: {text}!") == ()


@pytest.mark.parametrize(
    "text", ["MIT library", "civil war", "soy sauce", "todo keywords", "慢旅行 夜列车"]
)
def test_words_that_join_in_one_language_and_name_in_another_are(text):
    assert [pair.text for pair in pairs(f"by: {text}!")] == [text]
