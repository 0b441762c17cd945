"""What is not text: `%%comments%%` and `$math$`, within a paragraph or over several lines."""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_MATH = re.compile(r"\$(?![\s$])((?:[^$\\]|\\.){1,2000}?)(?<![\s\\])\$(?!\d)", re.DOTALL)
_DISPLAY = re.compile(r"\$\$((?:[^$\\]|\\.){1,5000})\$\$", re.DOTALL)


def comment(state: StateInline, silent: bool) -> bool:
    """Push a `comment` token for `%%...%%`; a lone `%%` is text."""
    start = state.pos
    if not state.src.startswith("%%", start):
        return False
    end = state.src.find("%%", start + 2, state.posMax)
    if end < 0:
        return False
    if not silent:
        state.push("comment", "", 0)
    state.pos = end + 2
    return True


def math(state: StateInline, silent: bool) -> bool:
    """Push a `math` token for `$...$` and `$$...$$`, by pandoc's rule.

    No blank stands within the dollar signs and no digit after them, so that prices are text.
    """
    start = state.pos
    if state.src[start] != "$":
        return False
    pattern = _DISPLAY if state.src.startswith("$$", start) else _MATH
    match = pattern.match(state.src, start, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("math", "", 0)
    state.pos = match.end()
    return True


def comment_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A block from a line that opens `%%` to the line that holds the next `%%`."""
    return _region("%%", state, first, last, silent)


def math_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A block from a line that opens `$$` to the line that holds the next `$$`."""
    return _region("$$", state, first, last, silent)


def _region(marker: str, state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Take the lines between two markers, unless the second is missing or on the same line."""
    start = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith(marker, start) or state.is_code_block(first):
        return False
    if state.src.find(marker, start + 2, state.eMarks[first]) >= 0:
        return False
    for line in range(first + 1, last):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return False
        if state.src.find(marker, state.bMarks[line], state.eMarks[line]) >= 0:
            if not silent:
                state.line = line + 1
                state.push("region", "", 0).map = [first, state.line]
            return True
    return False
