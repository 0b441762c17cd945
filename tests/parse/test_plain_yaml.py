"""Plain lines say without YAML what they say with it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.config import LimitsConfig
from graph.parse.plain_yaml import read_plain_yaml
from graph.parse.values import Property
from graph.parse.yaml_values import YamlError, YamlReader

FRAGMENTS = (
    *(
        "title",
        "tags",
        "date made",
        "键",
        "a-b_c",
        ":",
        ": ",
        "\n",
        "\n",
        "\n- ",
        "\n  - ",
        " ",
        "'",
        '"',
        "#",
        " #",
    ),
    *("word", "two words", "2024-01-02", "12:30", "null", "~", "x: y", "海边", "é", "🎉", "\u2028"),
    *("- ", "[a]", "{b}", "&c", "*d", "!e", "|", ">", "%", "@", "`", "\\", "\t", "\x85", "\x07"),
    *("title: 'A day'\n", 'date: "Jan 1, 2025"\n', "tags:\n  - a\n  - b c\n", "draft:\n", ","),
)
heads = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


def by_yaml(text: str) -> list[Property] | None:
    reader = YamlReader(2, LimitsConfig())
    try:
        found = reader.read(text)
    except YamlError:
        return None
    return None if reader.problems else found


@given(heads)
@example("a:\nb: c\n")
@example("a:\n- b\n- null\nc: ''\n")
@example("a: b\n- c\n")
@example("a: b: c\n")
@example("a: b \n")
def test_plain_lines_say_what_they_say_to_yaml(text: str) -> None:
    plain = read_plain_yaml(text, 2)
    if plain is not None:
        assert plain == by_yaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: 'Low water'\ntags: a, b\ndate: 2024-01-02 10:30\n",
        "tags:\n  - tide\n  - 海边\nup:\n",
    ],
)
def test_what_most_notes_begin_with_needs_no_yaml(text: str) -> None:
    assert read_plain_yaml(text, 2) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a: [b]",
        "a: b # c",
        "a: b\na: c",
        'a: "\\n"',
        "a:\n  b: c",
        "a:\n- b\n - c",
        "a:\n- [b]",
        "a: b\n  c",
        "# a: b",
        "",
    ],
)
def test_any_other_sign_leaves_it_to_yaml(text: str) -> None:
    assert read_plain_yaml(text, 2) is None
