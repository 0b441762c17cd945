"""Which keys and values of a front matter mean something."""

import pytest

from graph.config import Config
from graph.model import Entry, SourceFile
from graph.parse import parse


def read(head: str) -> Entry:
    return parse(SourceFile("note.md", f"---\n{head}\n---\n".encode()), Config())


@pytest.mark.parametrize(
    "key",
    [
        *("people", "person", "persons", "attendees", "attendee"),
        *("participants", "participant", "with", "People", "ATTENDEES"),
    ],
)
def test_a_key_of_people_names_somebody(key: str) -> None:
    assert [name.name for name in read(f"{key}: Ada Finch").names] == ["Ada Finch"]


def test_another_key_names_nobody() -> None:
    assert read("weather: Ada Finch").names == ()


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_a_title_of_nothing_is_none(nothing: str) -> None:
    entry = read(f"title: {nothing}\naliases: {nothing}\ntags: {nothing}")
    assert (entry.title, entry.aliases, entry.tags) == ("note", (), ())
