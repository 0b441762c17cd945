"""HTML within text: `<a href="...">label</a>` is a link, and what stands in `<code>` is code."""

import re
from html import unescape

from markdown_it.rules_inline import StateInline

from graph.parse.rules.links import push_link

_MAX_LABEL, _MAX_CODE = 2_000, 5_000
"""Characters; the bounds keep a run of openers linear."""
_LINK = re.compile(
    r"<a\s(?>[^<>]{0,1000}?\bhref\s?=\s?"
    r"(?:\"(?P<double>[^\"<>]*)\"|'(?P<single>[^'<>]*)'|(?P<plain>[^\s\"'<>]+)))[^<>]{0,1000}>",
    re.IGNORECASE,
)
_LINK_END = re.compile(r"</a\s?>", re.IGNORECASE)
_CODE = re.compile(r"<(code|kbd|pre|samp|script|style)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_HIDDEN = ("script", "style")
_TAG = re.compile(r"<[^<>]*>")


def html_link(state: StateInline, silent: bool) -> bool:
    """Push a link's tokens for an `a` with its end; without one it is a tag like others."""
    opening = None if state.linkLevel else _LINK.match(state.src, state.pos, state.posMax)
    if not opening:
        return False
    last = min(state.posMax, opening.end() + _MAX_LABEL)
    closing = _LINK_END.search(state.src, opening.end(), last)
    if not closing:
        return False
    if not silent:
        href = unescape("".join(opening.groups("")))
        push_link(state, href, opening.end(), closing.start())
    state.pos = closing.end()
    return True


def html_code(state: StateInline, silent: bool) -> bool:
    """Push a `code_inline` token, and none for what no reader sees: scripts and styles."""
    opening = _CODE.match(state.src, state.pos, state.posMax)
    if not opening:
        return False
    name, start = opening[1], opening.end()
    last = min(state.posMax, start + _MAX_CODE)
    end = state.src.find(f"</{name}>", start, last)
    if end < 0:
        return False
    if not silent:
        hidden = name.lower() in _HIDDEN
        token = state.push("html_hidden" if hidden else "code_inline", "", 0)
        token.content = unescape(_TAG.sub("", state.src[start:end]))
    state.pos = end + len(name) + len("</>")
    return True
