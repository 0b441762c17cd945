"""`((65a1b2c3-...))`: Logseq's reference to a block, by the block's `id::`."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

MARK = "(("
BLOCK_REFERENCE = re.compile(r"\(\([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\)\)")


def block_reference(state: "StateInline", silent: bool) -> bool:
    """Push a `wikilink` token whose markup is `((`."""
    match = BLOCK_REFERENCE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.content, token.markup = match.group(), MARK
    state.pos = match.end()
    return True
