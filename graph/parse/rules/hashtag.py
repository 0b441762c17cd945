"""`#tag`, by the rules of Obsidian's help page on tags, and Bear's `#two words#`."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

MAX_TAG = 200
"""Characters; a longer run is data."""

_SIGN = (
    r"[^\s\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65!-,.:-@\[-^`{-~]"
)
_TAG = re.compile(rf"#({_SIGN}{{1,{MAX_TAG + 1}}})")
_WORDS = re.compile(rf"#((?!\d)(?:{_SIGN}{{1,40}} ){{1,5}}{_SIGN}{{2,40}})#(?=[\s.,:;!?)\]*]|$)")
"""The last word has two letters, for `C#` and `F#` end no tag."""
_PRIORITY = re.compile(r"\[#[A-C]\]")
"""Of a task in Org and Logseq."""
_BEFORE = re.compile(r"[\s(\[\"'“‘«*_~=|,;:，。、；：！？（【《「—–-]")
_WORDLIKE = re.compile(r"[^\W\d_]|[\u2190-\u2bff\U0001f000-\U0001faff]")
_NUMBER = re.compile(r"[-+]?(?:0x[0-9a-fA-F]+|0o?[0-7]+|[\d_.,]+(?:e[-+]?\d+)?)", re.IGNORECASE)


def hashtag(state: "StateInline", silent: bool) -> bool:
    """Push a `hashtag` token with the tag's name; none within the text of a link."""
    start = state.pos
    if state.src[start] != "#" or state.linkLevel:
        return False
    if not can_follow(state.src, start - 1) or _PRIORITY.match(state.src, start - 1):
        return False
    words = _WORDS.match(state.src, start, state.posMax)
    match = words or _TAG.match(state.src, start, state.posMax)
    name = tag_name(match[1]) if match else ""
    if not match or not name:
        return False
    if not silent:
        state.push("hashtag", "", 0).content = name
    state.pos = match.end()
    return True


def can_follow(text: str, before: int) -> bool:
    """Whether a tag can begin behind a sign of a text; -1 is the beginning."""
    return before < 0 or bool(_BEFORE.match(text, before))


def tag_name(text: str) -> str:
    """The tag that a text names, without `#` and empty levels; empty where it names none.

    A tag has a letter or a symbol: `#1984` is none.
    """
    name = "/".join(part for part in text.strip().lstrip("#").split("/") if part.strip())
    if not _WORDLIKE.search(name) or _NUMBER.fullmatch(name) or len(name) > MAX_TAG:
        return ""
    return name
