"""The blocks of a text, plain ones read at once and the others by markdown-it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from markdown_it.token import Token

from graph.parse.markdown import MAX_NESTING, Environment, is_unclosed, parse_blocks
from graph.parse.plain_blocks import Block, begins_anew, is_blank, read_plain_block

_BLOCKS = frozenset(("inline", "html_block"))
_HEADINGS = frozenset(("heading_open", "heading_close"))
_ITEMS = frozenset(("list_item_open", "list_item_close"))
_QUOTES = frozenset(("blockquote_open", "blockquote_close"))
_CONTAINERS = frozenset(("list_item_open", "blockquote_open", "footnote_reference_open"))
_MARKERS = re.compile(r"^(?:[ \t>*+-]|\d{1,9}[.)][ \t])+", re.MULTILINE)
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
    reader = _Reader(text, environment)
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
        tokens, open_block = self._tokens(first, end)
        if open_block and end < count:
            end = count
            tokens, open_block = self._tokens(first, end)
        self.unclosed = open_block
        self._collect(tokens, first)
        return end

    def _begins(self, line: int) -> bool:
        return begins_anew(self._lines[line]) and is_blank(self._lines[line - 1])

    def _tokens(self, first: int, last: int) -> tuple[list[Token], tuple[str, int] | None]:
        """The tokens of some lines, and what is still open behind them."""
        lines = self._lines[first:last]
        end = "\n" if last < len(self._lines) else ""
        tokens = parse_blocks("\n".join(lines) + end, self._environment)
        if not (tokens and is_unclosed(tokens[-1], lines)):
            return tokens, None
        begin = tokens[-1].map or [0]
        return tokens, (tokens[-1].type, first + begin[0])

    def _collect(self, tokens: Iterable[Token], above: int, *, flatten: bool = True) -> None:
        """Take the blocks that the parser found below so many lines."""
        items = quotes = heading = 0
        for token in tokens:
            kind, (first, last) = token.type, token.map or (0, 0)
            if kind in _BLOCKS:
                if token.content:
                    nested, html = token.level > 1, kind == "html_block"
                    block = Block(
                        token.content, above + first, heading, items, quotes, nested, html
                    )
                    self.blocks.append(block)
            elif kind in _HEADINGS:
                heading = int(token.tag[1]) if token.nesting > 0 else 0
            elif kind in _ITEMS:
                items += token.nesting
            elif kind in _QUOTES:
                quotes += token.nesting
            if flatten and token.level == MAX_NESTING - 1 and kind in _CONTAINERS:
                self._flatten(above + first, above + last)

    def _flatten(self, first: int, last: int) -> None:
        """Read what is nested too deeply as plain paragraphs."""
        if self.too_deep < 0:
            self.too_deep = first
        flat = _MARKERS.sub("", "\n".join(self._lines[first:last]))
        self._collect(parse_blocks(flat, self._environment), first, flatten=False)
