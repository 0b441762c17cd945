"""Links to entries as Hugo and Jekyll write them, with a template's tag for the path."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_LINK = re.compile(
    r"\[(?P<label>[^\n\\`\[\]]{0,500})\]\("
    r"(?:\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}[\"'](?P<hugo>[^\"'\n]{1,500})[\"']\s{0,9}[%>]\}\}"
    r"|(?:\{\{\s{0,9}site\.baseurl\s{0,9}\}\})?"
    r"\{%-?\s{0,9}(?:post_url|link)\s{1,9}(?P<jekyll>[^\s%]{1,500})\s{0,9}-?%\})"
    r"(?P<anchor>#[^\s()]{1,200})?\)"
)


def template_link(state: "StateInline", silent: bool) -> bool:
    """Push a link's tokens: for `[label]({{< ref "a.md" >}})` and `[label]({% link a.md %})`."""
    match = _LINK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        path = (match["hugo"] or match["jekyll"]) + (match["anchor"] or "")
        state.push("link_open", "a", 1).attrs = {"href": path}
        state.append_pending(match["label"])
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True
