"""Where a name in prose may begin and end."""

import pytest

from graph.config import Config
from graph.model import SourceFile
from graph.parse import parse


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # particles lead to a surname, one or two of them
        ("Dinner with Ludwig van der Rohe at home", ["Ludwig van der Rohe"]),
        ("I met vincent van gogh today", ["vincent van gogh"]),
        ("met pieter van den berg", ["pieter van den berg"]),
        ("met dr. de boer", ["dr. de boer"]),
        # and are no part of a name where none comes
        ("with Ludwig van de", ["Ludwig"]),
        ("dinner with simone van", ["simone"]),
        # a stop ends an initial only where no sentence begins
        ("saw J. smith there", ["J. smith"]),
        ("talked to T. I'll call", ["T", "I'll"]),
        ("dinner with A. The rest", ["A", "The"]),
        # what joins, parts and counts
        ("dinner with robert and mara", ["robert", "mara"]),
        ("dinner with simone-weil", ["simone-weil"]),
        ("dinner with simone 5", ["simone"]),
        # lower case, where only somebody can be meant
        ("dinner with j, then home", ["j"]),
        ("lunch with a friend", []),
    ],
)
def test_a_name_ends_where_its_words_do(text, names):
    entry = parse(SourceFile("note.md", text.encode()), Config())
    assert [candidate.name for candidate in entry.candidates] == names
