"""`[[note]]`, `[[folder/note#heading|label]]`, `![[embed]]`, as Obsidian reads them."""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_MAX_LENGTH = 2_000
"""No path is longer; the bound keeps a run of openers linear."""
WIKILINK = re.compile(
    rf"\[\[(?P<inner>[^\[\]\n|]{{0,{_MAX_LENGTH}}}+"
    rf"(?:\|(?:[^\[\]\n]|\](?!\])|\[(?!\[)){{0,{_MAX_LENGTH}}}+)?)\]\]"
)
_MATRIX = re.compile(r"[\s\d.+-]+(?:,[\s\d.+-]+)+")
_PROSE = re.compile(r"\.{1,2}/?\s*,")


class WikilinkParts(NamedTuple):
    """A wikilink's three parts, each trimmed; empty where it has none."""

    target: str
    anchor: str
    label: str


def wikilink(state: "StateInline", silent: bool) -> bool:
    """Push a `wikilink` token; its markup is `!` for an embed."""
    start = state.pos
    opening = start + 1 if state.src[start] == "!" else start
    if not state.src.startswith("[[", opening):
        return False
    match = WIKILINK.match(state.src, opening, state.posMax)
    if not match or not is_link(match["inner"]):
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.content = match["inner"]
        token.markup = "!" if opening > start else ""
    state.pos = match.end()
    return True


def is_link(inner: str) -> bool:
    """Whether the text between double brackets can name a note: no matrix, no list of words."""
    target = inner.partition("|")[0].strip()
    return bool(target.strip("#")) and not _MATRIX.fullmatch(target) and not _PROSE.match(target)


def split_wikilink(inner: str) -> WikilinkParts:
    r"""Split at the first `|` (in tables `\|`), then at the first `#` or, without one, `^`."""
    path, _, label = inner.partition("|")
    path = path.removesuffix("\\") if label else path
    target, mark, anchor = path.partition("#")
    if not mark:
        target, caret, block = path.partition("^")
        anchor = caret + block
    return WikilinkParts(target.strip(), anchor.strip(), label.strip())
