"""`[text](https://...)` without any sign that needs a second look, and the links of templates."""

import re
from typing import TYPE_CHECKING

from graph.parse.urls import with_scheme

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

PLAIN_LINK = re.compile(
    r"\[(?P<label>[^\n\\`*_\[\]<&$=%!{]{0,500})\]\((?P<address>[^\x00-\x20\x7f()<>\\&]{1,2000})\)"
)
_TEMPLATE_LINK = re.compile(
    r"\[([^\n\\`\[\]]{0,500})\]\("
    r"(?:\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}[\"']([^\"'\n]{1,500})[\"']\s{0,9}[%>]\}\}"
    r"|(?:\{\{\s{0,9}site\.baseurl\s{0,9}\}\})?"
    r"\{%-?\s{0,9}(?:post_url|link)\s{1,9}([^\s%]{1,500})\s{0,9}-?%\})"
    r"(#[^\s()]{1,200})?\)"
)
"""With a tag of Hugo's or of Jekyll's for the path, each with an anchor or none."""
_ORG_LINK = re.compile(r"\[\[(https?://[^\s\[\]]{1,2000})\]\[([^\n\[\]]{1,500})\]\]", re.IGNORECASE)


def plain_link(state: "StateInline", silent: bool) -> bool:
    """Push the tokens of markdown-it's `link` rule, which it leaves all other links to."""
    return _link(PLAIN_LINK, state, silent)


def template_link(state: "StateInline", silent: bool) -> bool:
    """Push a link's tokens: for `[text]({{< ref "a.md" >}})` and `[text]({% link a.md %})`."""
    return _link(_TEMPLATE_LINK, state, silent)


def org_link(state: "StateInline", silent: bool) -> bool:
    """Push a link's tokens for Org's `[[https://...][text]]`, as Logseq writes it too."""
    match = _ORG_LINK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        push_link(state, match[1], *match.span(2))
    state.pos = match.end()
    return True


def _link(pattern: re.Pattern[str], state: "StateInline", silent: bool) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        push_link(state, "".join(match.groups("")[1:]), *match.span(1))
    state.pos = match.end()
    return True


def push_link(state: "StateInline", href: str, start: int, end: int) -> None:
    """Push a link's tokens, its text the one from `start` to `end`, itself parsed."""
    last = state.posMax
    state.push("link_open", "a", 1).attrs = {"href": with_scheme(href)}
    state.pos, state.posMax = start, end
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.posMax = last
    state.push("link_close", "a", -1)
