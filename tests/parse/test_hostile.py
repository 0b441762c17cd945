"""What is meant to break a parser costs little, and nothing is lost without a word.

Time itself is measured by benchmarks/hostile.py.
"""

import json
from collections.abc import Callable
from functools import partial

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.calls import calls
from support.hostile import BODIES, SIZE

from graph.config import LimitsConfig
from graph.model import Entry, SourceFile
from graph.parse.entry import parse_file


def entry_of(text: str) -> Entry:
    return parse_file(SourceFile("note.md", text.encode()), LimitsConfig())


def codes(entry: Entry) -> set[str]:
    return {problem.code for problem in entry.diagnostics}


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "k0: &k0 {z: 1}\n" + "".join(
    f"k{n}: &k{n} {{<<: [{','.join([f'*k{n - 1}'] * 9)}]}}\n" for n in range(1, 8)
)
FRONT_MATTERS = {
    "open brackets": "a: " + "[" * 100_000,
    "closed brackets": "a: " + "[" * 5_000 + "]" * 5_000,
    "nested lists on one line": "- " * 10_000 + "x",
    "alias bomb": BOMB,
    "alias bomb as tags": BOMB + "tags: *i\n",
    "merge bomb": MERGES,
    "list that holds itself": "tags: &t [ok, *t]",
    "object tag": "title: !!python/object/apply:os.system ['true']",
    "list as a key": "? [a, b]\n: c",
    "bell": "title: a\x07b",
    "tab": "tags:\n\t- tabbed",
}


@pytest.mark.parametrize("head", FRONT_MATTERS.values(), ids=FRONT_MATTERS)
def test_a_hostile_front_matter_is_named_and_the_body_read(head: str) -> None:
    entry = entry_of(f"---\n{head}\n---\n[[Harbour]] #body\n")
    assert "front-matter" in codes(entry)
    assert entry.links[-1].target == "Harbour"
    assert len(entry.tags) < 20


@given(st.dictionaries(st.text(), st.text(st.characters(categories=["L", "Nd", "Cs", "So"]))))
def test_halves_of_characters_leave_nothing_that_no_file_can_hold(properties) -> None:
    head = json.dumps(properties, indent=0)
    for text in (f"{head}\n", f"---\n{head}\n---\n"):
        msgspec.msgpack.encode(entry_of(text))


@pytest.mark.parametrize("part", ["a.", "a . ", "'b.c'.", '"b" . '])
def test_a_key_of_toml_in_so_many_parts_is_named_and_the_body_read(part: str) -> None:
    entry = entry_of(f"+++\n{part * 50_000}a = 1\n+++\n[[Harbour]]\n")
    assert "front-matter" in codes(entry)
    assert [link.target for link in entry.links] == ["Harbour"]


@pytest.mark.parametrize("make", BODIES.values(), ids=BODIES)
def test_four_times_the_text_takes_no_ten_times_the_calls(make: Callable[[int], str]) -> None:
    entry_of("warm")
    few, many = (partial(entry_of, make(size)) for size in (SIZE, 4 * SIZE))
    assert calls(many) < 10 * max(calls(few), 5_000)


@pytest.mark.parametrize("marker", ["> ", "- ", "1. "])
def test_what_is_nested_too_deeply_is_named_and_still_read(marker: str) -> None:
    entry = entry_of("[[Before]]\n\n" + marker * 1_000 + "[[Inside]]\n\n[[After]]\n")
    assert "nesting-too-deep" in codes(entry)
    assert {link.target for link in entry.links} == {"Before", "Inside", "After"}


def test_of_all_that_is_nested_too_deeply_the_first_line_is_named() -> None:
    deep = "> " * 300 + "a\n\n"
    apart = entry_of("words\n\n" + deep + "<hr>\n\n" + deep)
    together = entry_of("words\n\n- b\n\n  " + deep + "  " + deep)
    assert [one.line for one in apart.diagnostics] == [3]
    assert [one.line for one in together.diagnostics] == [5]


def test_sixty_levels_of_bullets_are_not_too_deep() -> None:
    entry = entry_of("".join("  " * level + f"- [[O{level}]]\n" for level in range(60)))
    assert [link.target for link in entry.links] == [f"O{level}" for level in range(60)]
    assert not entry.diagnostics


LIMITS = [
    ("a long front matter", "---\ntitle: x\n---\nbody", {"front_matter_length": 5}, "front-matter"),
    ("a deep one", "---\na: [[[x]]]\n---\nbody", {"front_matter_depth": 2}, "front-matter"),
    (
        "an alias bomb",
        "---\na: &a [x, y]\nb: [*a, *a]\n---\n",
        {"front_matter_values": 4},
        "front-matter",
    ),
    ("links", "[[a]] [[b]] [[c]]", {"links": 2}, "too-many-links"),
    ("addresses", "https://a.org https://b.org https://c.org", {"links": 2}, "too-many-links"),
]


@pytest.mark.parametrize(
    ("text", "limits", "code"), [row[1:] for row in LIMITS], ids=[row[0] for row in LIMITS]
)
def test_what_is_beyond_a_limit_of_the_settings_is_named(text, limits, code) -> None:
    source = SourceFile("note.md", text.encode())
    assert parse_file(source, LimitsConfig()).diagnostics == ()
    assert [one.code for one in parse_file(source, LimitsConfig(**limits)).diagnostics] == [code]
    assert len(parse_file(source, LimitsConfig(links=2)).links) <= 2


def test_so_many_lines_with_a_colon_are_text() -> None:
    lines = "".join(f"key {number}: value\n" for number in range(SIZE))
    assert len(entry_of(f"Date: 2025-01-05\n{lines}").meta) <= 1


@pytest.mark.parametrize("end", ["", "]", "\n]"])
def test_fields_that_are_opened_again_and_again_cost_no_more_than_their_length(end: str) -> None:
    assert entry_of("[a:: " * 40_000 + end).words == 40_000


def test_people_in_so_many_properties_cost_no_more_than_their_length() -> None:
    assert len(entry_of("people:: Ida\n" * 40_000).names) == 40_000


def test_comments_that_never_end_in_a_block_of_html_cost_no_more_than_their_length() -> None:
    entry = entry_of("<div>\nA quiet quay.\n" + "<!-- " * 200_000)
    assert entry.words == len(("A", "quiet", "quay"))
