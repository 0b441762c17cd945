"""What is addressed to a template engine, and is no text.

Liquid's `{% tag %}` (Jekyll), Hugo's `{{< shortcode >}}`, Templater's `<% command %>`, and the
attributes of Kramdown (`{: .wide #id}`), Pandoc and Hugo (`{.wide #id}`).
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_TAG = re.compile(
    r"\{%[^{}]{0,1000}?%\}|\{\{[<%][^{}]{0,1000}?[%>]\}\}|<%[^<>]{0,1000}?%>"
    r"|\{(?::|[.#](?=[A-Za-z]))(?:(?!://)[^{}\n]){0,200}\}"
)
_FIELD = re.compile(r"\{\{[^{}]{0,500}\}\}|<%[^<>]{0,500}?%>")
_WORD = re.compile(r"\w")


def template_tag(state: "StateInline", silent: bool) -> bool:
    """Push an `html_inline` token, so that the addresses in its parameters are read."""
    match = _TAG.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = match.group()
    state.pos = match.end()
    return True


def is_unfilled(text: str) -> bool:
    """Whether a text says nothing before a template fills it in: `{{title}}`."""
    return ("{{" in text or "<%" in text) and not _WORD.search(_FIELD.sub("", text))
