"""The blocks of a text, plain ones read at once and the others by markdown-it."""

import re
from typing import NamedTuple

from graph.parse.pieces import Environment
from graph.parse.plain_blocks import Block, begins_anew, is_blank, read_plain_block
from graph.parse.rules.template import without_code, without_commands

_OPENING = re.compile(r"[ \t>*+\-0-9.)]*(?:%%(?!.*%%)|\$\$(?!.*\$\$))")
"""A line on which a comment or math may begin that goes over blank lines."""


class Structure(NamedTuple):
    """What a text is made of."""

    blocks: list[Block]
    too_deep: int
    """The first line, from 0, of what was nested too deeply and read as plain paragraphs, or -1."""
    unclosed: tuple[str, int] | None
    """The markdown-it type and the first line of what runs to the end because nothing ends it."""


def read_structure(text: str, environment: Environment) -> Structure:
    """Read a text whose lines end with a line feed. Linear in its length.

    Args:
        text: The text.
        environment: Where the parser keeps link references and footnotes.
    """
    reader = _Reader(without_code(without_commands(text)), environment)
    reader.read()
    return Structure(reader.blocks, reader.too_deep, reader.unclosed)


class _Reader:
    def __init__(self, text: str, environment: Environment) -> None:
        self._lines = text.split("\n")
        self._environment = environment
        self.blocks: list[Block] = []
        self.too_deep = -1
        self.unclosed: tuple[str, int] | None = None

    def read(self) -> None:
        lines, line, count = self._lines, 0, len(self._lines)
        while line < count:
            if is_blank(lines[line]):
                line += 1
                continue
            end = read_plain_block(lines, line, self.blocks)
            line = end if end > line else self._parse(line)

    def _parse(self, first: int) -> int:
        """Let the parser read the blocks from a line on; gives the line behind them.

        The next line that is not indented and follows a blank one begins something new, unless
        what goes over blank lines is still open there. Then the parser reads the rest.
        """
        lines, count = self._lines, len(self._lines)
        end = first + 1
        while end < count and not self._begins(end):
            end += 1
        if any(map(_OPENING.match, lines[first:end])):
            end = count
        # late, because many texts need no parser, which takes 30 ms to load
        from graph.parse.marked_blocks import read_marked_blocks

        found, end = read_marked_blocks(lines, first, end, self._environment)
        self.blocks += found.blocks
        self.unclosed = found.unclosed
        if self.too_deep < 0:
            self.too_deep = found.too_deep
        return end

    def _begins(self, line: int) -> bool:
        return begins_anew(self._lines[line]) and is_blank(self._lines[line - 1])
