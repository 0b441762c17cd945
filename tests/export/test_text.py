import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from graph.export.rows import opaque_ids
from graph.export.text import distinct, plain, plain_deep


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("plain — 日記 🌱", "plain — 日記 🌱"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        ("nul\0 bell\a escape\x1b", "nul\ufffd bell\ufffd escape\ufffd"),
        ("half a pair \ud83c", "half a pair \ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\x7f\x85", "\x7f\x85"),
    ],
)
def test_what_no_file_can_hold_is_replaced(text, carried):
    assert plain(text) == carried


@given(st.text(st.characters(codec=None)))
def test_plain_text_is_xml_and_utf8(text):
    element = etree.Element("a")
    element.text = plain(text)
    assert etree.fromstring(etree.tostring(element)).text == (plain(text) or None)
    assert plain(text).encode().decode() == plain(text)
    assert plain(plain(text)) == plain(text)


def test_nested_text_is_made_plain_too():
    assert plain_deep({"a\0": ["\0", ("\0",), 1, None]}) == {
        "a\ufffd": ["\ufffd", ["\ufffd"], 1, None]
    }


@pytest.mark.parametrize(
    ("stems", "found"),
    [
        ({"a": "x", "b": "y"}, {"a": "x", "b": "y"}),
        ({"a": "x", "b": "x", "c": "x"}, {"a": "x", "b": "x_2", "c": "x_3"}),
        ({"a": "x", "b": "x_2", "c": "x"}, {"a": "x", "b": "x_2", "c": "x_3"}),
    ],
)
def test_names_that_would_be_equal_are_numbered(stems, found):
    assert distinct(stems) == found


@given(st.lists(st.sampled_from(["a", "A", "a_2", "a_3", "b"]), max_size=12))
def test_names_are_always_distinct(stems):
    found = distinct({str(at): stem for at, stem in enumerate(stems)}, fold=str.lower)
    assert len({name.lower() for name in found.values()}) == len(stems)


def test_a_hundred_thousand_equal_stems_take_no_longer_each():
    found = distinct(dict.fromkeys(map(str, range(100_000)), "x"))
    assert found["99999"] == "x_100000"


def test_ids_that_hash_alike_are_told_apart(monkeypatch):
    monkeypatch.setattr("graph.export.rows._digest", lambda name: name[0])
    assert opaque_ids(["ab", "aa", "b"], "n") == ["na.2", "na", "nb"]
