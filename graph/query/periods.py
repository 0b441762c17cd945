"""Stretches of time as people type them: a year, a month, a day, or from one to another."""

import re

import msgspec

from graph.errors import UsageError

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
HOW = "a date is 2024, 2024-09 or 2024-09-25; a range is 2024-09..2025-03, open at either end"


class Period(msgspec.Struct, frozen=True):
    """A stretch of time, both ends included."""

    name: str
    """As it was typed."""
    since: str
    """The beginning of an ISO date; empty where the stretch is open. So too `until`."""
    until: str

    def holds(self, date: str) -> bool:
        """Whether an ISO date lies in it; an unknown date, which is empty, lies in none."""
        return bool(date) and self.since <= date and date[: len(self.until)] <= self.until


def parse_period(text: str) -> Period:
    """Read `2024`, `2024-09`, `2024-09-25`, or two of them with `..` between.

    Raises:
        UsageError: The text is none of these, or ends before it begins.
    """
    since, dots, until = text.strip().partition("..")
    if not dots:
        until = since
    return make_period(since, until, text)


def make_period(since: str, until: str, name: str = "") -> Period:
    """Make a stretch of time from its ends, either of which may be empty.

    Raises:
        UsageError: An end is no date, both are missing, or the last is before the first.
    """
    name = name or f"{since}..{until}"
    for end in filter(None, (since, until)):
        if not DATE.fullmatch(end):
            raise UsageError(f"{end!r} is no date", HOW)
    if not since and not until:
        raise UsageError(f"{name!r} names no time", HOW)
    if since and until and until < since[: len(until)]:
        raise UsageError(f"{name!r} ends before it begins", HOW)
    return Period(name, since, until)
