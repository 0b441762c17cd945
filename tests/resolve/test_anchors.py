"""Links into an entry cost the same however much it holds."""

from functools import partial

import pytest
from support.calls import calls

from graph.config import Config
from graph.model import Entry, SourceFile
from graph.parse import parse
from graph.resolve.anchors import Anchors
from graph.resolve.notes import Notes

LINKS = 200


def entry_of(headings: int) -> Entry:
    """One with so many headings, each with a block."""
    text = "".join(f"# Part {number}\n\nText ^block{number}\n\n" for number in range(headings))
    return parse(SourceFile("long.md", text.encode()), Config())


def anchors_of(headings: int) -> Anchors:
    entry = entry_of(headings)
    anchors = Anchors({entry.path: entry})
    assert anchors.known("long.md", "Part 0")
    return anchors


def ask(anchors: Anchors, anchor: str) -> None:
    for number in range(LINKS):
        anchors.known("long.md", anchor.format(number))


@pytest.mark.parametrize("anchor", ["None {}", "^none{}", "Part 1#None {}", "Part {}#Part 0"])
def test_a_link_costs_the_same_in_an_entry_of_ten_times_the_headings(anchor: str) -> None:
    short, long = anchors_of(30), anchors_of(300)
    assert calls(partial(ask, long, anchor)) < 2 * calls(partial(ask, short, anchor))


def test_a_heading_named_in_a_path_is_looked_up() -> None:
    def look(notes: Notes) -> None:
        for number in range(LINKS):
            notes.has_heading("long.md", f"none {number}")

    short, long = (Notes([entry_of(headings)], ()) for headings in (30, 300))
    assert short.has_heading("long.md", "part 2")
    assert long.has_heading("long.md", "part 2")
    look(short)  # names are folded once
    assert calls(partial(look, long)) < 2 * calls(partial(look, short))


@pytest.mark.parametrize(
    ("anchor", "known"),
    [
        ("part 2", True),
        ("Part 1#Part 2", True),
        ("Part 2#Part 1", False),
        ("Part 1#Part 1", False),
        ("^BLOCK2", True),
        ("block2", True),
        ("^block9", False),
        ("#", True),
    ],
)
def test_an_anchor_is_a_block_or_headings_in_their_order(anchor: str, known: bool) -> None:
    assert anchors_of(3).known("long.md", anchor) is known
