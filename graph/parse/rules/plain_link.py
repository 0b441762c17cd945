"""`[text](https://...)` without any sign that needs a second look, as most links are."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

PLAIN_LINK = re.compile(
    r"\[(?P<label>[^\n\\`*_\[\]<&$=%!]{0,500})\]\((?P<address>[^\x00-\x20\x7f()<>\\&]{1,2000})\)"
)


def plain_link(state: "StateInline", silent: bool) -> bool:
    """Push the tokens of markdown-it's `link` rule, which it leaves all other links to."""
    match = PLAIN_LINK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": match["address"]}
        state.append_pending(match["label"])
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True
