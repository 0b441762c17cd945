"""Blocks that only markdown-it can tell apart, read by it."""

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from graph.parse.markdown import MAX_NESTING, is_unclosed, parse_blocks
from graph.parse.pieces import Environment
from graph.parse.plain_blocks import Block
from graph.parse.structure import Structure

_BLOCKS = frozenset(("inline", "html_block"))
_HEADINGS = frozenset(("heading_open", "heading_close"))
_ITEMS = frozenset(("list_item_open", "list_item_close"))
_QUOTES = frozenset(("blockquote_open", "blockquote_close"))
_CONTAINERS = frozenset(("list_item_open", "blockquote_open", "footnote_reference_open"))
_MARKERS = re.compile(r"^(?:[ \t>*+-]|\d{1,9}[.)][ \t])+", re.MULTILINE)


def read_marked_blocks(
    lines: Sequence[str], first: int, last: int, environment: Environment
) -> tuple[Structure, int]:
    """The blocks of the lines from `first` up to `last`, or up to the end where one is still open.

    Args:
        lines: All lines of a text.
        first: Where something new begins.
        last: The line behind them.
        environment: Where the parser keeps link references and footnotes.

    Returns:
        The blocks, and the line behind them.
    """
    tokens, unclosed = _tokens(lines, first, last, environment)
    if unclosed and last < len(lines):
        last = len(lines)
        tokens, unclosed = _tokens(lines, first, last, environment)
    reader = _Reader(lines, environment)
    reader.collect(tokens, first)
    return Structure(reader.blocks, reader.too_deep, unclosed), last


def _tokens(
    lines: Sequence[str], first: int, last: int, environment: Environment
) -> tuple[list[Token], tuple[str, int] | None]:
    """The tokens of some lines, and what is still open behind them."""
    some = lines[first:last]
    end = "\n" if last < len(lines) else ""
    tokens = parse_blocks("\n".join(some) + end, environment)
    if not (tokens and is_unclosed(tokens[-1], some)):
        return tokens, None
    begin = tokens[-1].map or [0]
    return tokens, (tokens[-1].type, first + begin[0])


class _Reader:
    def __init__(self, lines: Sequence[str], environment: Environment) -> None:
        self._lines = lines
        self._environment = environment
        self.blocks: list[Block] = []
        self.too_deep = -1

    def collect(self, tokens: Iterable[Token], above: int, *, flatten: bool = True) -> None:
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
        self.collect(parse_blocks(flat, self._environment), first, flatten=False)
