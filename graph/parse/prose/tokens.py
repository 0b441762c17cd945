"""A passage's words and signs."""

import re
from itertools import accumulate

from graph.parse.prose.kinds import kinds_of
from graph.parse.prose.passages import Passage

_UNCASED = "\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"


def _token(letter: str, uncased: str) -> re.Pattern[str]:
    return re.compile(
        rf"({letter}++(?![\w.'’‘‑-])"  # most words, first because it is quick
        rf"|(?:{letter}\.){{1,3}}(?=\s?{letter})"
        r"|(?:[DdJjSs]r|[Mm](?:rs?|s|x)|[Pp]rof|[Ss]t|[Rr]ev)\.(?=\s)"
        rf"|{letter}+(?:['’‘‑-](?!s\b){letter}+)*"
        rf"|{uncased}+|['’‘]s\b|--|//|\d[\d.,:/]*|\0+|[^\s\w]|_)"
    )


_TOKEN = _token(rf"[^\W\d_{_UNCASED}]", f"[{_UNCASED}]")
"""Initials (`C.S.`), titles with their stop, words, `'s`, dashes, numbers, single signs."""
_ASCII_TOKEN = _token("[A-Za-z]", "(?!)")
"""The same for a text in ASCII, at half the cost."""
REACH = 400
"""How far a line's ends are looked for, so that a very long line costs no more."""


class Tokens:
    """The words and signs of a passage, each with where it stands. Linear in its length.

    Attributes:
        passage: Where they stand.
        words: The words and signs as written.
        gaps: What stands before each word, and behind the last.
        kinds: A letter for each word (graph/parse/prose/kinds.py).
        has_colon: Whether there is one.
    """

    __slots__ = ("_bounds", "_edges", "gaps", "has_colon", "kinds", "passage", "words")

    def __init__(self, passage: Passage) -> None:
        text = passage.text
        parts = (_ASCII_TOKEN if text.isascii() else _TOKEN).split(text)
        self.passage = passage
        self.words = parts[1::2]
        self.gaps = parts[::2]
        self.kinds = kinds_of(self.words)
        self.has_colon = ":" in text
        self._bounds = list(accumulate(map(len, parts)))
        marks = passage.marks
        self._edges = {edge for mark in marks for edge in (mark.start, mark.end)} if marks else ()

    @property
    def is_plain_line(self) -> bool:
        """Whether it is one line without a colon, a blank between its words."""
        text = self.passage.text
        return not self.has_colon and text.isprintable() and "  " not in text

    def __len__(self) -> int:
        return len(self.words)

    def start(self, index: int) -> int:
        """Where a token begins in the passage's text."""
        return self._bounds[2 * index]

    def end(self, index: int) -> int:
        """Where a token ends."""
        return self._bounds[2 * index + 1]

    def joined(self, index: int) -> bool:
        """Whether this token and the next can be parts of one name: one blank, no mark between."""
        gap = self.gaps[index + 1]
        if gap != " " and (gap or self.words[index][-1] != "."):
            return False
        edges = self._edges
        return not edges or not (self.end(index) in edges or self.start(index + 1) in edges)

    def around(self, first: int, last: int) -> tuple[str, str, str, str]:
        """The two words before a run of tokens and the two behind it.

        Empty where its line ends sooner, or they are further off than `REACH`.
        """
        words, gaps, count, start = self.words, self.gaps, len(self.words), self.start(first)
        previous = before = behind = following = ""
        if first and "\n" not in gaps[first] and start - self.start(first - 1) <= REACH:
            before = words[first - 1]
            if first > 1 and "\n" not in gaps[first - 1] and start - self.start(first - 2) <= REACH:
                previous = words[first - 2]
        after = last + 1
        if after < count and "\n" not in gaps[after] and self.start(after) - start < REACH:
            behind = words[after]
            after += 1
            if after < count and "\n" not in gaps[after] and self.start(after) - start < REACH:
                following = words[after]
        return previous, before, behind, following

    def line_start(self, index: int) -> int:
        """Where the line of a token begins, no further off than `REACH`."""
        start = self.start(index)
        first = max(0, start - REACH)
        return max(self.passage.text.rfind("\n", first, start) + 1, first)
