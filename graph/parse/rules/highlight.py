"""`==highlighted==`."""

import re

from markdown_it.rules_inline import StateInline

_HIGHLIGHT = re.compile(r"==(?=[^\s=])([^=\n]{1,1000})(?<!\s)==(?!=)")


def highlight(state: StateInline, silent: bool) -> bool:
    """Push `mark_open` and `mark_close` around what stands between, itself parsed."""
    start, end = state.pos, state.posMax
    if state.src[start] != "=":
        return False
    match = _HIGHLIGHT.match(state.src, start, end)
    if not match:
        return False
    if not silent:
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = match.span(1)
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = end
    state.pos = match.end()
    return True
