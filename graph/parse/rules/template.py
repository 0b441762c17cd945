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
_CODE = re.compile(
    r"^[ \t]*(?:\{%-?[ \t]*(?:highlight|codeblock)\b[^\n]*%\}"
    r"|\{\{[<%][ \t]*highlight\b[^\n]*[>%]\}\})[ \t]*$",
    re.MULTILINE,
)
"""A line with which code begins in Jekyll, Hexo or Hugo."""
_CODE_END = re.compile(
    r"^[ \t]*(?:\{%-?[ \t]*end(?:highlight|codeblock)[ \t]*-?%\}"
    r"|\{\{[<%][ \t]*/[ \t]*highlight[ \t]*[>%]\}\})[ \t]*$",
    re.MULTILINE,
)
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


def without_code(text: str) -> str:
    """A text without what stands between two tags that say it is code, its lines as many as before.

    Where the second is missing all stays.
    """
    if "{%" not in text and "{{" not in text:
        return text
    kept: list[str] = []
    done = 0
    for begin in _CODE.finditer(text):
        if begin.start() < done:
            continue
        end = _CODE_END.search(text, begin.end())
        if not end:
            break
        kept += (text[done : begin.start()], "\n" * text.count("\n", begin.start(), end.end()))
        done = end.end()
    return "".join((*kept, text[done:]))


def is_unfilled(text: str) -> bool:
    """Whether a text says nothing before a template fills it in: `{{title}}`."""
    return ("{{" in text or "<%" in text) and not _WORD.search(_FIELD.sub("", text))
