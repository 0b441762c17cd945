"""`[[note]]`, `[[folder/note#heading|label]]`, `![[embed]]`, as Obsidian reads them."""

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.parse.rules.hashtag import can_follow

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_MAX_LENGTH = 2_000
"""No path is longer; the bound keeps a run of openers linear."""
WIKILINK = re.compile(
    rf"\[\[(?P<inner>[^\[\]\n|]{{0,{_MAX_LENGTH}}}+"
    rf"(?:\|(?:[^\[\]\n]|\](?!\])|\[(?!\[)){{0,{_MAX_LENGTH}}}+)?)\]\]"
)
_MATRIX = re.compile(r"[\s\d.+-]+(?:,[\s\d.+-]+)+")
COMPONENT = "{{"
_SIZE = re.compile(r"\d+(?:x\d+)?")
_CONTENTS = "_TOC_"
"""Where GitLab and Azure put a table of contents."""
_PROSE = re.compile(r"\.{1,2}/?\s*,")


class WikilinkParts(NamedTuple):
    """A wikilink's three parts, each trimmed; empty where it has none."""

    target: str
    anchor: str
    label: str


def wikilink(state: "StateInline", silent: bool) -> bool:
    """Push a `wikilink` token; its markup is `!` for an embed and `#` for a tag, `#[[note]]`.

    `{{[[TODO]]}}` is one of Roam's components, and no link.
    """
    start = state.pos
    opening = start + 1 if state.src[start] == "!" else start
    if not state.src.startswith("[[", opening):
        return False
    match = WIKILINK.match(state.src, opening, state.posMax)
    if not match or not is_link(match["inner"]) or _is_component(state.src, start):
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.content = match["inner"]
        before = state.src[start - 1 : start]
        is_tag = before == "#" and can_follow(state.src, start - 2)
        token.markup = "!" if opening > start else "#" * is_tag
    state.pos = match.end()
    return True


def _is_component(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start] == COMPONENT


def is_link(inner: str) -> bool:
    """Whether the text between double brackets can name a note.

    A matrix, a list of words, and what a template is to fill in cannot.
    """
    target = inner.partition("|")[0].strip()
    if "{{" in target or "<%" in target or "${" in target:
        return False
    if target == _CONTENTS:
        return False
    return bool(target.strip("#")) and not _MATRIX.fullmatch(target) and not _PROSE.match(target)


def is_size(label: str) -> bool:
    """Whether the text after an embed's `|` says how large to show it."""
    return bool(_SIZE.fullmatch(label))


def split_wikilink(inner: str) -> WikilinkParts:
    r"""Split at the first `|` (in tables `\|`), then at the first `#` or, without one, `^`."""
    path, _, label = inner.partition("|")
    path = path.removesuffix("\\") if label else path
    target, mark, anchor = path.partition("#")
    if not mark:
        target, caret, block = path.partition("^")
        anchor = caret + block
    return WikilinkParts(target.strip(), anchor.strip(), label.strip())
