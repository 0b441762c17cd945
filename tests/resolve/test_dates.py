"""When an entry was written, where texts leave the order of day and month open."""

import pytest

from graph.model import DateSource

FRONT, TITLE, NAME = DateSource.FRONT_MATTER, DateSource.TITLE, DateSource.NAME

SHORT = {"dmy": "2024-09-25", "ymd": "2025-09-24"}
"""What a name `250924` can mean."""
SLASHED = {"dmy": "2024-02-01", "mdy": "2024-01-02"}
"""What `01/02/2024` can mean."""


@pytest.fixture
def date(write, know):
    """Dates by path, of entries given as path → clues."""

    def date(entries, **config):
        vault = [
            write.entry(path, dates=tuple(write.clue(*clue) for clue in clues))
            for path, clues in entries.items()
        ]
        known = know(*vault, config=config)
        dates = {node.path: node.date for node in known.nodes.values()}
        return dates, known.codes()

    return date


@pytest.mark.parametrize(
    ("clues", "expected"),
    [
        ([(FRONT, "2024-05-01", {"": "2024-05-01"})], "2024-05-01"),
        ([(FRONT, "a", {"": "2024-05-01"}), (NAME, "b", {"": "2023-01-01"})], "2024-05-01"),
        ([(TITLE, "a", {"": "2024-05-01"}), (NAME, "b", {"": "2023-01-01"})], "2024-05-01"),
        ([(FRONT, "soon", {}), (NAME, "b", {"": "2023-01-01"})], "2023-01-01"),
        ([(FRONT, "5/5/2024", {"dmy": "2024-05-05", "mdy": "2024-05-05"})], "2024-05-05"),
        ([(FRONT, "25/12/2024", {"dmy": "2024-12-25"})], "2024-12-25"),
        ([(FRONT, "x", SLASHED), (NAME, "2024-01-02", {"": "2024-01-02"})], "2024-01-02"),
        ([(FRONT, "x", SLASHED)], ""),
        ([], ""),
    ],
)
def test_an_entry_is_dated(date, clues, expected):
    assert date({"a.md": clues})[0]["a.md"] == expected


def test_an_entry_whose_front_matter_and_name_agree_decides_for_all_names(date):
    agreeing = [(FRONT, "Sep 25, 2024", {"": "2024-09-25"}), (NAME, "250924", SHORT)]
    dates, codes = date({"250924.md": agreeing, "030224.md": [(NAME, "030224", SLASHED)]})
    assert (dates["030224.md"], codes) == ("2024-02-01", [])


def test_a_tie_decides_nothing(date):
    first = [(TITLE, "t", {"": "2024-09-25"}), (NAME, "250924", SHORT)]
    second = [(TITLE, "t", {"": "2025-09-24"}), (NAME, "250924", SHORT)]
    dates, codes = date({"a.md": first, "b.md": second, "c.md": [(NAME, "250924", SHORT)]})
    assert (dates["c.md"], codes) == ("", ["date-ambiguous"])


def test_each_source_follows_its_own_habit(date):
    slashes = {"a.md": [(FRONT, "9/25/2024", {"mdy": "2024-09-25"})]}
    names = {"b.md": [(TITLE, "t", {"": "2024-09-25"}), (NAME, "250924", SHORT)]}
    open_ones = {"c.md": [(FRONT, "1/2/2024", SLASHED)], "d.md": [(NAME, "010224", SLASHED)]}
    dates, _ = date(slashes | names | open_ones)
    assert (dates["c.md"], dates["d.md"]) == ("2024-01-02", "2024-02-01")


def test_a_source_without_a_habit_follows_the_vault(date):
    slashes = {"a.md": [(FRONT, "25/9/2024", {"dmy": "2024-09-25"})]}
    dates, _ = date(slashes | {"b.md": [(NAME, "010224", SLASHED)]})
    assert dates["b.md"] == "2024-02-01"


def test_the_config_overrules_the_habit(date):
    agreeing = [(TITLE, "t", {"": "2024-02-01"}), (NAME, "010224", SLASHED)]
    dates, _ = date({"a.md": agreeing, "b.md": [(NAME, "010224", SLASHED)]}, dates={"order": "mdy"})
    assert (dates["a.md"], dates["b.md"]) == ("2024-02-01", "2024-01-02")


def test_a_habit_that_no_reading_fits_dates_nothing(date):
    known = {"a.md": [(FRONT, "9/25/2024", {"mdy": "2024-09-25"})]}
    dates, codes = date(known | {"b.md": [(NAME, "250924", SHORT)]})
    assert (dates["b.md"], codes) == ("", ["date-ambiguous"])


def test_front_matter_that_names_no_day_is_reported(date):
    assert date({"a.md": [(FRONT, "2024-13-45", {})]})[1] == ["date-unreadable"]
