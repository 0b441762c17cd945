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
        ("talked to T. I'll call", ["T"]),
        ("dinner with A. The rest", ["A"]),
        ("talked to J. afin de", ["J"]),
        ("sorry j. you're right", []),
        # a word that only joins leads to the name behind a noun
        ("der Geburtstag von Lena war", ["Lena"]),
        ("ein Brief von Ludwig von Mises", ["Ludwig von Mises"]),
        ("Ein Film de Marta Soler", ["Marta Soler"]),
        # French drops a vowel before a name that begins with one
        ("chez la mère d'Alice hier", ["Alice"]),
        ("with Maeve O'Hara", ["Maeve O'Hara"]),
        # what two people hold is no part of the name
        ("Tomas Call", ["Tomas"]),
        # what is both a name and an English word does not go on with a capital
        ("I love Hannah Price", ["Hannah Price"]),
        # a date, a pronoun, a month of another language
        ("due on 2-May", []),
        ("She's well", []),
        ("Febrero fue largo", []),
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


def names_in(text: str) -> list[str]:
    entry = parse(SourceFile("note.md", text.encode()), Config())
    return [candidate.name for candidate in entry.candidates]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # contractions, however the apostrophe is written
        ("Don’t wait. Don't run. They’ve gone. I’ll see.", []),
        ("Don’t Wake Brunhilde", ["Brunhilde"]),
        # the English I begins a clause
        ("With Brunhilde I can talk", ["Brunhilde"]),
        ("IIRC I paid Brunhilde", ["IIRC", "Brunhilde"]),
        # the commonest words lead to a name and are none, though somewhere they are
        ("Add Brunhilde Voss", ["Brunhilde Voss"]),
        ("Server Add General", []),
        # what joins words in other languages begins and ends no name
        ("Pero Brunhilde Voss no habla", ["Brunhilde Voss"]),
        ("nada del imperio, y él habla, está bien", []),
        ("Für Brunhilde Voss war es so", ["Brunhilde Voss"]),
        ("el libro Perla Que Canta", []),
        # a title is no name
        ("played Willow Weeps For Nobody Now", []),
        # initialisms stand behind a name, one or many of them
        ("the Brunhilde KPIs are up", ["Brunhilde"]),
        # days of the month, and of the German week
        ("on the 1st April we met", []),
        ("am Freitag, im Oktober", []),
        # codes in a table
        ("|abc|abd-done|brunhilde", []),
        # well-known brands
        ("with Wireshark and github, by Evernote", []),
    ],
)
def test_what_is_no_name_begins_and_ends_none(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Back in April.",
        "Closed until June.",
        "By June we ship.",
        "April 2023 was wet.",
        "On 5 June it rained.",
        "Early May, late August.",
        "The 1st of June.",
    ],
)
def test_a_month_that_is_a_name_too_is_a_month_beside_a_date(text):
    assert not {"April", "May", "June", "August"} & set(names_in(text))


def test_a_month_that_is_a_name_too_may_be_somebody_elsewhere():
    assert names_in("Lunch with April. June said hello.") == ["April", "June"]
