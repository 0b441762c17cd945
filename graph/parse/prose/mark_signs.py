"""What the mark-up round a name says."""

import re
from collections.abc import Iterable, Sequence

from graph.model import NameSign
from graph.parse.prose.lexicon import fold
from graph.parse.prose.passages import Mark, Passage
from graph.parse.prose.signs import BIT

REACH_BACK = 8
NEAR = 2
"""A mark may close so many signs behind the name, as in `[Ana's]`."""
_PROFILE = re.compile(
    r"(?:x|twitter|instagram|threads|bsky)\.\w+/(?:profile/)?@?[\w.]+/?$|linkedin\.com/in/"
    r"|/@[\w.-]+/?$|/(?:authors?|people|team|contributors?|users?)/[\w-]+/?$|\.substack\.com/?$"
)
_TAIL = re.compile(r"(?:[-–—―|]|\bby)\s*$")
_SCHEME = re.compile(r"https?://(?:www\.)?")
_NO_LETTER = re.compile(r"[\W_]")
_PLAIN = (NameSign.BOLD, NameSign.EMPHASIS, NameSign.WIKILINK)
"""Marks of which no more is to be said."""


class Surroundings:
    """The marks of a passage that are near, for names that come from left to right."""

    def __init__(self, passage: Passage) -> None:
        self._coming = list(reversed(passage.marks))
        self._near: list[Mark] = []

    def at(self, start: int, end: int) -> list[Mark]:
        """The marks that cover `start` to `end` or begin just behind; others are dropped."""
        while self._coming and self._coming[-1].start <= end + NEAR + 1:
            self._near.append(self._coming.pop())
        self._near = [mark for mark in self._near if mark.end > start]
        return self._near


def mark_signs(text: str, marks: Iterable[Mark], words: Sequence[str], start: int, end: int) -> int:
    """The signs of the marks round a name, as a number (graph/parse/prose/signs.py).

    Args:
        text: The text of the passage.
        marks: The marks near the name.
        words: The words of the name.
        start: Where the name begins.
        end: Where it ends, without `'s`.
    """
    found = 0
    for mark in marks:
        if mark.start <= start and end <= mark.end:
            if mark.sign in _PLAIN:
                found |= BIT[mark.sign]
            else:
                whole = mark.start == start and mark.end - end <= NEAR
                found |= _link(mark.url, words, whole=whole)
                before = text[max(mark.start, start - REACH_BACK) : start]
                if mark.end - end <= 1 and _TAIL.search(before):
                    found |= BIT[NameSign.LINK_TAIL]
        elif mark.sign is NameSign.LINK and 0 <= mark.start - end <= NEAR + 1:
            found |= BIT[NameSign.BEFORE_LINK]
    return found


def _link(url: str, words: Sequence[str], *, whole: bool) -> int:
    found = BIT[NameSign.LINK]
    address = _SCHEME.sub("", url, count=1)
    if whole:
        found |= BIT[NameSign.WHOLE_LINK]
        if "wikipedia.org/wiki/" in address:
            found |= BIT[NameSign.ENCYCLOPEDIA]
    if _PROFILE.search(address.split("?")[0]):
        found |= BIT[NameSign.PROFILE]
    letters = _NO_LETTER.sub("", address.casefold())
    if any(len(word) > NEAR + 1 and fold(word) in letters for word in (words[0], words[-1])):
        found |= BIT[NameSign.IN_HOST]
    return found
