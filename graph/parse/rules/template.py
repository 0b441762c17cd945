"""What is addressed to a template engine, and is no text.

Liquid's `{% tag %}` (Jekyll), Hugo's `{{< shortcode >}}`, and the attributes of Kramdown
(`{: .wide #id}`), Pandoc and Hugo (`{.wide #id}`); Templater's `<% command %>`, which may go over
blank lines.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_TAG = re.compile(
    r"\{%[^{}]{0,1000}?%\}|\{\{[<%][^{}]{0,1000}?[%>]\}\}"
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


def without_commands(text: str) -> str:
    """A text with `{{}}` for each of Templater's commands, its lines as many as before."""
    if "<%" not in text:
        return text
    first, *parts = text.split("<%")
    kept = [first]
    for part in parts:
        command, end, after = part.partition("%>")
        kept += ("{{}}" + "\n" * command.count("\n"), after) if end else ("<%", part)
    return "".join(kept)


def is_unfilled(text: str) -> bool:
    """Whether a text says nothing before a template fills it in: `{{title}}`."""
    return ("{{" in text or "<%" in text) and not _WORD.search(_FIELD.sub("", text))
