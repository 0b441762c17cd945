"""Texts that say when an entry was written, with every day they can mean."""

from enum import StrEnum

from graph.model.record import Record


class DateSource(StrEnum):
    """Where a date was read, best first."""

    FRONT_MATTER = "front-matter"
    TITLE = "title"
    NAME = "name"
    """The file's name or its path."""


class DateOrder(StrEnum):
    """The order of day, month and year that a reading supposes."""

    CERTAIN = ""
    """No supposition: the text allows one reading only."""
    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class DateReading(Record, frozen=True):
    """One day that a text can mean."""

    iso: str
    """`YYYY-MM-DD`, a day that exists."""
    order: DateOrder


class DateClue(Record, frozen=True):
    """A text that says when an entry was written, with all that it can mean."""

    source: DateSource
    text: str
    readings: tuple[DateReading, ...]
    """Empty where the text names no day; several where the order of its parts is open."""
    line: int
