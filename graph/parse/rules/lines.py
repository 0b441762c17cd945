"""Keeping count of lines within a paragraph."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

InlineRule = Callable[["StateInline", bool], bool]

BREAKS = frozenset(("softbreak", "hardbreak"))


def counting_lines(rule: InlineRule) -> InlineRule:
    """A rule whose last token says in `meta["lines"]` how many line ends no break token shows.

    Code, HTML, comments, math and the destinations of links can run over the end of a line;
    whoever counts lines by breaks would miss those.
    """

    def counted(state: "StateInline", silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent and len(state.tokens) > first:
            lines = state.src.count("\n", start, state.pos)
            if lines:
                lines -= sum(
                    token.meta.get("lines", 0) + (token.type in BREAKS)
                    for token in state.tokens[first:]
                )
                state.tokens[-1].meta = {"lines": lines}
        return True

    return counted
