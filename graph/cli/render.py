"""From answers to lines. All text of a vault passes `clean` before it reaches a terminal."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from shutil import get_terminal_size
from typing import Any, TextIO

import click

from graph.errors import OutputError

CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
ESCAPES = {code: f"\\u{code:04x}" for code in (*CONTROLS, *BIDI)}
"""What can command a terminal or reorder a line, written as JSON writes it."""

BARS = "▁▂▃▄▅▆▇█"
PLAIN_BARS = ".:-=+*%@"
SPARK_WIDTH = 24
STYLE_OR_SIGN = re.compile(r"\x1b\[[0-9;]*m|.")


def clean(text: object) -> str:
    """Make text of a vault safe for a terminal."""
    return str(text).translate(ESCAPES)


def write(lines: Iterable[str]) -> None:
    """Print lines that are clean already."""
    _print("\n".join(line.rstrip() for line in lines))


def _print(text: str | bytes) -> None:
    try:
        click.echo(text, file=sys.stdout)
    except OSError as error:
        _drop(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"the answer cannot be printed: {error.strerror}") from error


def _drop(stream: TextIO) -> None:
    # What could not be printed must not be tried again when the interpreter ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def as_json(data: object) -> str:
    """Encode an answer, without raw control characters."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(data), indent=2).decode()
    return text.translate({code: escape for code, escape in ESCAPES.items() if code != ord("\n")})


def write_json(data: object) -> None:
    """Print an answer as JSON, in UTF-8 whatever the locale."""
    _print(as_json(data).encode())


def problem(word: str, message: str) -> None:
    """Say on stderr what is wrong: `error: ...` or `warning: ...`."""
    colour = {"error": "red", "warning": "yellow"}.get(word, "cyan")
    try:
        click.echo(f"{click.style(word, fg=colour, bold=True)}: {clean(message)}", file=sys.stderr)
    except OSError:  # nobody can be told; that is no reason to stop
        _drop(sys.stderr)


def hint(message: str) -> None:
    """Say on stderr what to do about it."""
    if message:
        problem("hint", message)


def note(message: str) -> None:
    """Say on stderr what is worth knowing."""
    problem("note", message)


def heading(text: str) -> str:
    """A heading within an answer."""
    return click.style(text, bold=True)


def dim(text: str) -> str:
    """Text of less weight."""
    return click.style(text, dim=True)


def span(first: str, last: str) -> str:
    """When something was written about: one date, or the first and the last."""
    return clean(first if first == last else f"{first} to {last}")


def plural(count: int, noun: str, nouns: str = "") -> str:
    """`1 entry`, `2 entries`."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def counted(companions: Iterable[Any]) -> str:
    """`Anna (7), Tom`: who or what shares how many entries, where it is more than one."""
    return ", ".join(
        clean(one.node.label) + (f" ({one.shared})" if one.shared > 1 else "") for one in companions
    )


def place(path: str, line: int) -> str:
    """`folder/entry.md:4`, which editors and terminals can open."""
    return clean(f"{path}:{line}" if line else path)


def sparkline(
    by_month: Mapping[str, int], width: int = SPARK_WIDTH, months: Sequence[str] = ()
) -> str:
    """Draw counts by `YYYY-MM` as bars in order of time, silent months included.

    Args:
        by_month: What to draw.
        width: How many columns at most.
        months: Months that the axis must reach over, so that several lines can be compared.
    """
    if not by_month:
        return ""
    axis = [_month(month) for month in (*by_month, *months)]
    first, length = min(axis), max(axis) - min(axis) + 1
    cells = min(width, length)
    counts = [0] * cells
    for month, count in by_month.items():
        counts[(_month(month) - first) * cells // length] += count
    bars, most = _bars(), max(counts)
    return "".join(bars[-(-count * len(bars) // most) - 1] if count else " " for count in counts)


def whole_axis(rows: Iterable[Mapping[str, int]]) -> tuple[str, ...]:
    """The first and the last month of all rows: the axis that they share."""
    months = [month for row in rows for month in row]
    return (min(months), max(months)) if months else ()


def _month(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def _bars() -> str:
    try:
        BARS.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return PLAIN_BARS
    return BARS


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> Iterator[str]:
    """Lay rows out in columns, those in `right` aligned to the right; empty columns vanish.

    On a terminal no column but the last takes more than a third of it.
    """
    third = _room() // 3
    cut = [[*(clip(cell, third) for cell in row[:-1]), row[-1]] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cut, strict=True)]
    for row in cut:
        cells = [
            _pad(cell, size, index in right)
            for index, (cell, size) in enumerate(zip(row, widths, strict=True))
            if size
        ]
        yield clip("  ".join(cells).rstrip(), _room())


def _pad(cell: str, size: int, to_the_right: bool) -> str:
    space = " " * (size - width(cell))
    return space + cell if to_the_right else cell + space


def width(text: str) -> int:
    """How many columns of a terminal a text fills, styles not counted."""
    return sum(_columns(sign) for sign in click.unstyle(text))


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def clip(text: str, room: int) -> str:
    """Cut a text to a number of columns, and close the styles it opened."""
    if width(text) <= room:
        return text
    kept, used = [], 1
    for sign in STYLE_OR_SIGN.findall(text):
        used += 0 if len(sign) > 1 else _columns(sign)
        if len(sign) > 1 or used <= room:
            kept.append(sign)
    return "".join(kept) + "…"


def _room() -> int:
    return get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize


def first_of(lines: Iterable[str], limit: int | None, how: str = "-n 0 shows all") -> Iterator[str]:
    """Cut a list short and say so. `None` is as many as fit a terminal, else all; 0 is all."""
    listed = list(lines)
    if limit is None:
        limit = get_terminal_size().lines - 4 if sys.stdout.isatty() else 0
    limit = limit if limit and limit > 0 else len(listed)
    yield from listed[:limit]
    if len(listed) > limit:
        yield dim(f"... and {len(listed) - limit:,} more ({how})")
