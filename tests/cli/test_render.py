"""What reaches a terminal: safe, aligned, and no wider than it has to be."""

import json
import unicodedata

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cli import render


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, café, 日記, 👩‍🌾", "plain, café, 日記, 👩‍🌾"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\x9b31mred", "\\u009b31mred"),
        ("two\nlines\r", "two\\u000alines\\u000d"),
        ("\x1b]0;title\x07", "\\u001b]0;title\\u0007"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
    ],
)
def test_what_can_command_a_terminal_is_shown_as_an_escape(text, shown) -> None:
    assert render.clean(text) == shown


@given(st.text())
def test_no_cleaned_text_holds_a_control_character(text) -> None:
    assert not any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in render.clean(text))


@given(st.dictionaries(st.text(), st.text()))
def test_json_on_a_terminal_is_safe_and_means_the_same(data) -> None:
    printed = render.as_json(data)
    assert json.loads(printed) == data
    assert render.clean(printed.replace("\n", "")) == printed.replace("\n", "")


@pytest.mark.parametrize(
    ("by_month", "drawn"),
    [
        ({}, ""),
        ({"2024-03": 1}, "█"),
        ({"2024-01": 1, "2024-03": 8}, "▁ █"),
        ({"2023-12": 4, "2024-01": 8}, "▄█"),
        ({"2000-01": 1, "2024-01": 2}, "▄" + " " * 22 + "█"),
    ],
)
def test_a_sparkline_draws_months_in_order_of_time(by_month, drawn) -> None:
    assert render.sparkline(by_month) == drawn


def test_sparklines_can_share_an_axis() -> None:
    assert render.sparkline({"2024-02": 1}, months=("2024-01", "2024-04")) == " █  "


def test_columns_are_aligned_by_what_the_eye_sees() -> None:
    rows = [["日記", "1"], [click.style("tea", bold=True), "12"]]
    lines = [click.unstyle(line) for line in render.table(rows, frozenset({1}))]
    assert lines == ["日記   1", "tea   12"]


def test_an_empty_column_takes_no_room() -> None:
    assert list(render.table([["a", "", "b"], ["c", "", "d"]])) == ["a  b", "c  d"]


def test_a_table_of_nothing_is_nothing() -> None:
    assert list(render.table([])) == []


@pytest.mark.parametrize(
    ("limit", "shown"),
    [
        (2, ["a", "b", "... and 1 more (-n 0 shows all)"]),
        (3, ["a", "b", "c"]),
        (0, ["a", "b", "c"]),
    ],
)
def test_a_long_list_is_cut_and_says_so(limit, shown) -> None:
    assert [click.unstyle(line) for line in render.first_of("abc", limit)] == shown


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("abcdef", "abcdef"),
        ("abcdefg", "abcde…"),
        ("日記日記", "日記…"),
        ("ab" + click.style("cdefgh", dim=True), "ab\x1b[2mcde\x1b[0m…"),
    ],
)
def test_a_text_is_cut_to_its_room_and_its_style_is_closed(text, cut) -> None:
    assert render.clip(text, 6) == cut
