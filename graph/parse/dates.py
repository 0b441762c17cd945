"""Dates in the shapes that diarists write, with every day that each can mean.

No reading is preferred here: whether `01/02/2024` has its day or its month first shows in the
vault as a whole.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from graph.model import DateOrder, DateReading
from graph.parse.months import MONTHS

Readings = tuple[DateReading, ...]

_YEARS = range(1900, 2100)
"""A year outside is a number of another kind: an address, a price, a count."""
_TWO_DIGIT_PIVOT = 69
"""POSIX `strptime`: 69 to 99 are in the twentieth century."""
_MAX_LENGTH = 120

_WORD = r"[^\W\d_]{3,12}\.?"
_ORDINAL = r"(?:st|nd|rd|th|\.|º|ª|er)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|[^\W\d_]+\.?,\s*)?"
_CLOCK = (
    r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?"
    r"(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*(?:Z|\(?(?:GMT|UTC)[+-]\d{1,2}(?::\d\d)?\)?|[A-Z]{3,4}|[+-](?:0\d|1[0-4]):?[0-5]\d))?"
)
_TAIL = rf"(?:(?:,?\s+(?:at\s+|@\s*)?|T|,\s*){_CLOCK})?(?:,?\s*\(?[^\W\d_]+\)?)?"


@lru_cache(maxsize=4_096)
def read_date(text: str) -> Readings:
    """All days that a text which is a date as a whole can mean.

    A weekday before it and a time of day after it are understood and left out; a time zone moves
    no day. Milliseconds and seconds since 1970 count in UTC. Of Notion's
    spans, `March 4, 2023 → March 6, 2023`, the first day counts. A text that names no single day,
    such as `2020-11` or `november-20`, has no reading.
    """
    text = text.partition(" → ")[0].strip().removeprefix("[[").removesuffix("]]").strip()
    if not text or len(text) > _MAX_LENGTH:
        return ()
    return _epoch(text) or _first(_WHOLE, text)


@lru_cache(maxsize=4_096)
def find_date(text: str) -> Readings:
    """All days that the date at the beginning or the end of a title or a name can mean.

    Six digits, and years of two, count only where they are the whole text.
    """
    text = text.strip()
    if not _ENOUGH_DIGITS.match(text[:_MAX_LENGTH] + text[-_MAX_LENGTH:]):
        return ()
    if len(text) <= _MAX_LENGTH:
        whole = _first(_WHOLE, text)
        if whole:
            return whole
    return _first(_AT_START, text[:_MAX_LENGTH]) or _first(_AT_END, text[-_MAX_LENGTH:])


def path_date(path: str) -> tuple[str, Readings]:
    """The date in a file's name, or in its name and folders (`2024/09/25.md`).

    Returns:
        The part of the path that was read, and the days that it can mean.
    """
    parts = path.rsplit(".", 1)[0].split("/")
    readings = find_date(parts[-1])
    if readings:
        return parts[-1], readings
    # the name of a day or month may follow its number, as in `2024/09-September/25-Wed`
    for folders, joined in (
        (parts[-3:], "-".join(part for name in parts[-3:] for part in _LEADING.findall(name)[:1])),
        (parts[-2:], "-".join(parts[-2:])),
    ):
        readings = _first(_YEAR_FIRST, joined)
        if readings:
            return "/".join(folders), readings
    return parts[-1], ()


def _first(shapes: "tuple[_Shape, ...]", text: str) -> Readings:
    for pattern, read in shapes:
        match = _compiled(pattern).search(text)
        if match:
            readings = tuple(dict.fromkeys(read(match)))
            if readings:
                return readings
    return ()


def _day(year: int, month: int, day: int, order: DateOrder) -> Iterator[DateReading]:
    if year in _YEARS:
        try:
            yield DateReading(date(year, month, day).isoformat(), order)
        except ValueError:
            return


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    short = int(digits)
    return short + (1900 if short >= _TWO_DIGIT_PIVOT else 2000)


def _certain(match: re.Match[str]) -> Iterator[DateReading]:
    year, month, day = match["y"], match["m"], match["d"]
    yield from _day(int(year), int(month), int(day), DateOrder.CERTAIN)


def _named(match: re.Match[str]) -> Iterator[DateReading]:
    month = MONTHS.get(match["m"].rstrip(".").casefold(), 0)
    yield from _day(int(match["y"]), month, int(match["d"]), DateOrder.CERTAIN)


def _week(match: re.Match[str]) -> Iterator[DateReading]:
    try:
        day = date.fromisocalendar(int(match["y"]), int(match["w"]), int(match["d"]))
    except ValueError:
        return
    yield from _day(day.year, day.month, day.day, DateOrder.CERTAIN)


def _numeric(match: re.Match[str]) -> Iterator[DateReading]:
    yield from _orders(match["a"], match["b"], match["c"])


def _six(match: re.Match[str]) -> Iterator[DateReading]:
    digits = match["n"]
    yield from _orders(digits[:2], digits[2:4], digits[4:])


def _eight(match: re.Match[str]) -> Iterator[DateReading]:
    digits = match["n"]
    yield from _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]), DateOrder.YEAR_FIRST)
    if len(match.group()) == 8:
        yield from _orders(digits[:2], digits[2:4], digits[4:])


def _orders(first: str, second: str, third: str) -> Iterator[DateReading]:
    if len(third) == 2 and len(first) == 2:
        yield from _day(_year(first), int(second), int(third), DateOrder.YEAR_FIRST)
    yield from _day(_year(third), int(second), int(first), DateOrder.DAY_FIRST)
    yield from _day(_year(third), int(first), int(second), DateOrder.MONTH_FIRST)


def _epoch(text: str) -> Readings:
    if not text.isdecimal() or len(text) not in (10, 13):
        return ()
    seconds = int(text[:10])
    day = date(1970, 1, 1) + timedelta(days=seconds // 86_400)
    return tuple(_day(day.year, day.month, day.day, DateOrder.CERTAIN))


_Read = Callable[[re.Match[str]], Iterator[DateReading]]
_Shape = tuple[str, _Read]
"""A pattern, and what reads its match."""
_ENOUGH_DIGITS = re.compile(r"(?:[^0-9]*[0-9]){5}")
_LEADING = re.compile(r"^(?:[0-9]+|[^\W\d_]+)")

_ISO: _Shape = (r"(?P<y>[0-9]{4})(?P<s>[-/._])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})", _certain)
_YEAR_NAMED: _Shape = (rf"(?P<y>[0-9]{{4}})[\s_-](?P<m>{_WORD})[\s_-](?P<d>[0-9]{{1,2}})", _named)
_CLEAR: tuple[_Shape, ...] = (
    _ISO,
    _YEAR_NAMED,
    (
        r"(?P<y>[0-9]{4})\s?[年년]\s?(?P<m>[0-9]{1,2})\s?[月월]\s?(?P<d>[0-9]{1,2})\s?[日일号號]",
        _certain,
    ),
    (r"(?P<y>[0-9]{4})-?W(?P<w>[0-9]{2})-?(?P<d>[1-7])", _week),
    (r"(?P<n>[0-9]{8})(?:T?[0-9]{4}(?:[0-9]{2})?Z?)?", _eight),
    (r"(?P<a>[0-9]{1,2})(?P<s>[-/._ ])(?P<b>[0-9]{1,2})(?P=s)(?P<c>[0-9]{4})", _numeric),
    (
        rf"(?P<m>{_WORD})[\s_-]{{1,3}}(?P<d>[0-9]{{1,2}}){_ORDINAL}(?:,\s*|[\s_-]+)(?P<y>[0-9]{{4}})",
        _named,
    ),
    (
        rf"(?P<d>[0-9]{{1,2}}){_ORDINAL}[\s_-]*(?:of\s+|de\s+)?(?P<m>{_WORD}),?[\s_-]*"
        r"(?:de\s+|del\s+)?(?P<y>[0-9]{4})",
        _named,
    ),
)
_SHORT: tuple[_Shape, ...] = (
    (r"(?P<a>[0-9]{1,2})(?P<s>[-/._ ])(?P<b>[0-9]{1,2})(?P=s)(?P<c>[0-9]{2})", _numeric),
    (r"(?P<n>[0-9]{6})", _six),
)


def _between(before: str, shapes: tuple[_Shape, ...], after: str) -> tuple[_Shape, ...]:
    return tuple((before + shape + after, read) for shape, read in shapes)


_WHOLE = _between(rf"^{_WEEKDAY}", _CLEAR + _SHORT, rf"{_TAIL}$")
_AT_START = _between(r"^", _CLEAR, r"(?![0-9A-Za-z])")
_NO_SPAN = r"(?<![0-9][-–])(?<![0-9] [-–] )(?<![0-9]\. [-–] )"
"""Not the last day of several: `1-3 May 2024`."""
_BEFORE_END = r"(?<![0-9A-Za-z])"
_AT_END = (
    *_between(_BEFORE_END, (_ISO,), r"$"),
    *_between(_BEFORE_END + _NO_SPAN, _CLEAR[1:], r"$"),
)
_YEAR_FIRST = _between(r"^", (_ISO, _YEAR_NAMED), r"$")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Late, because most vaults need a few of the shapes, and all take 15 ms to compile."""
    return re.compile(pattern, re.IGNORECASE)
