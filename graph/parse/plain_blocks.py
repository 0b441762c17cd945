"""Blocks of plain lines, read without markdown-it: most are, and it takes many times as long.

Only what can mean one thing is read. At the first line that leaves a doubt the block is left to
the parser.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias

from graph.model import Record

WHITE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What markdown-it takes from both ends of a block's text."""
_START = (
    r"(?:[^\s#>\-+*=_~`|<\[0-9:$%]|\*\*?[^\s*]|__?[^\s_]|(?:[-+]|==?)[^\s\-=|:]|#(?![#\s]|$)|:[^\s\-|:]"
    r"|\[\[|\[(?!\^)[^\[\]\\]*\](?!:)|[0-9]+(?![0-9.)])|[0-9]{1,9}[.)][^\s]"
    r"|[$%](?![$%])|%%(?=.*%%)|\$\$(?=.*\$\$)|`(?!``))"
)
"""A text that begins like this begins and ends no block."""
_PLAIN = re.compile(rf" {{0,3}}{_START}")
_LIST_LINE = re.compile(rf"([ \t]*)(?:(?:[-*+]|([0-9]{{1,9}})[.)]) {{1,4}}())?(?={_START})")
_QUOTED = re.compile(rf"> ?(?:(?={_START})|[ \t]*$)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?![\s#])([^|]*[^\s#|])[ \t]*$")
_FENCE = re.compile(r"(`{3,})[^`|]*$|(~{3,})[^|]*$")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})[ \t]*$")
_ENDS = re.compile(
    r"(?:[-*+][ \t]+|1[.)][ \t]+)[^ \t]|#{1,6}[ \t]|>|`{3,}[^`]*$|~{3}|(?:\*{3,}|_{3,})[ \t]*$"
)
"""A line that begins like this ends a paragraph, whatever stands above."""
_NO_ITEM = re.compile(r"#{1,6}[ \t]|>|`{3,}[^`]*$|~{3}|(?:\*{3,}|_{3,})[ \t]*$")
"""Such a line that begins no item."""


_MAX_ITEMS = 50
"""Items within items; what is deeper the parser may have to cut."""


class _DoubtError(Exception):
    """Not plain: only the parser can tell what this means."""


class Block(Record, frozen=True):
    """A paragraph, a heading, or a block of HTML, its inline mark-up not yet read."""

    text: str
    line: int
    """The line on which it begins, from 0."""
    heading: int = 0
    """The level of a heading."""
    items: int = 0
    """How many items of lists it stands in."""
    quotes: int = 0
    """How many quotes."""
    nested: bool = False
    """Whether it stands in a list, a quote or a footnote."""
    html: bool = False


_Read: TypeAlias = tuple[list[Block], int]
"""Blocks, and the line behind them."""


def is_blank(line: str) -> bool:
    """Whether a line holds nothing, as CommonMark sees it."""
    return not line or not line.strip(" \t")


def begins_anew(line: str) -> bool:
    """Whether a line that follows a blank one belongs to no block above it.

    One that is not indented does not, but that the parser looks for a table in an item's line
    only where the item is the first of its list.
    """
    return line[:1] not in ("", " ", "\t") and "|" not in line


def read_plain_block(lines: Sequence[str], first: int, found: list[Block]) -> int:
    """Add the blocks that begin at a line, which is not blank and belongs to no other block.

    Args:
        lines: All lines of a text.
        first: The line.
        found: Where to add them.

    Returns:
        The line behind them; `first`, with nothing added, where the parser must decide.
    """
    read = _READERS.get(lines[first][0], _paragraph)
    try:
        blocks, end = read(lines, first)
    except _DoubtError:
        return first
    found += blocks
    return end


def _paragraph(lines: Sequence[str], first: int) -> _Read:
    end, count, plain = first, len(lines), _PLAIN.match
    while end < count and plain(lines[end]):
        end += 1
    if end == first or (end < count and not (is_blank(lines[end]) or _ENDS.match(lines[end]))):
        raise _DoubtError
    return [Block("\n".join(lines[first:end]).strip(WHITE), first)], end


def _heading(lines: Sequence[str], first: int) -> _Read:
    match = _HEADING.match(lines[first])
    if not match:
        return _paragraph(lines, first)
    return [Block(match[2].strip(WHITE), first, len(match[1]))], first + 1


def _fence(lines: Sequence[str], first: int) -> _Read:
    match = _FENCE.match(lines[first])
    if not match:
        return _paragraph(lines, first)
    marker = match[1] or match[2]
    for end in range(first + 1, len(lines)):
        if marker in lines[end] and _closes(lines[end], marker):
            return [], end + 1
    raise _DoubtError


def _closes(line: str, marker: str) -> bool:
    indent = line.find(marker)
    return indent < 4 and not line[:indent].strip(" ") and not line.strip(" \t").strip(marker[0])


def _rule(lines: Sequence[str], first: int) -> _Read:
    if _RULE.match(lines[first]):
        return [], first + 1
    return _list(lines, first)


def _quote(lines: Sequence[str], first: int) -> _Read:
    blocks: list[Block] = []
    parts: list[str] = []
    end, count = first, len(lines)
    while end < count and not is_blank(lines[end]):
        match = _QUOTED.match(lines[end])
        if not match:
            raise _DoubtError
        text = lines[end][match.end() :]
        if text:
            parts.append(text)
        elif parts:
            blocks.append(_quoted(parts, end))
            parts = []
        end += 1
    if parts:
        blocks.append(_quoted(parts, end))
    return blocks, end


def _quoted(parts: Sequence[str], end: int) -> Block:
    return Block("\n".join(parts).strip(WHITE), end - len(parts), quotes=1, nested=True)


def _list(lines: Sequence[str], first: int) -> _Read:
    match = _LIST_LINE.match(lines[first])
    if match and match[3] is not None:
        return _List(lines, first).read()
    return _paragraph(lines, first)


class _List:
    """Reads a list with the lists within it.

    Args:
        lines: All lines of the text.
        first: The line on which it begins.
    """

    def __init__(self, lines: Sequence[str], first: int) -> None:
        self._lines = lines
        self._first = self._line = first
        self._indents: list[int] = []
        """For each open item, the column at which what belongs to it begins."""
        self._parts: list[str] = []
        """The lines of the open paragraph."""
        self._blocks: list[Block] = []

    def read(self) -> _Read:
        """Its paragraphs, and the line behind it."""
        lines, end, count, parse = self._lines, self._first, len(self._lines), _LIST_LINE.match
        while end < count:
            line = lines[end]
            match = parse(line)
            if is_blank(line):
                self._close()
            elif self._is_behind(line, end):
                break
            elif not match:
                raise _DoubtError
            elif match[3] is not None:
                self._open(match, end)
            else:
                self._add(match, end)
            end += 1
        self._close()
        return self._blocks, end

    def _is_behind(self, line: str, number: int) -> bool:
        """Whether a line that is not indented begins something new."""
        if number == self._first:
            return False
        if not self._parts:
            return begins_anew(line)
        return line[0] in "#>`~*_" and bool(_NO_ITEM.match(line))

    def _open(self, match: re.Match[str], number: int) -> None:
        """Begin an item."""
        indent, indents = len(match[1].expandtabs(4)), self._indents
        inner = indents[-1] if indents else 0
        outer = indents[-2] if len(indents) > 1 else 0
        if len(indents) >= _MAX_ITEMS:
            raise _DoubtError
        if self._parts and (
            outer + 4 <= indent < inner  # it goes on with the paragraph, as does the next
            or (match[2] and int(match[2]) != 1 and indent >= inner)
        ):
            raise _DoubtError
        self._close()
        self._leave(indent)
        indents.append(indent + match.end() - len(match[1]))
        self._begin(match, number)

    def _add(self, match: re.Match[str], number: int) -> None:
        """Go on with a paragraph, or begin one within an item."""
        indent, indents = len(match[1].expandtabs(4)), self._indents
        if self._parts:
            if "\t" in match[1]:
                raise _DoubtError
            self._parts.append(match.string[min(indent, indents[-1]) :])
        else:
            self._leave(indent)
            if not indents:
                raise _DoubtError
            self._begin(match, number)

    def _begin(self, match: re.Match[str], number: int) -> None:
        self._parts = [match.string[match.end() :]]
        self._line = number

    def _leave(self, indent: int) -> None:
        """Close the items that a line so far to the right does not belong to."""
        indents = self._indents
        while indents and indent < indents[-1]:
            indents.pop()
        if indent >= (indents[-1] if indents else 0) + 4:
            raise _DoubtError

    def _close(self) -> None:
        """End the open paragraph."""
        if self._parts:
            text = "\n".join(self._parts).strip(WHITE)
            self._blocks.append(Block(text, self._line, items=len(self._indents), nested=True))
            self._parts = []


_READERS = {
    "#": _heading,
    ">": _quote,
    "`": _fence,
    "~": _fence,
    **dict.fromkeys("-*_", _rule),
    **dict.fromkeys("+ \t0123456789", _list),
}
