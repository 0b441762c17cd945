"""A passage's words and signs."""

import re

from graph.parse.prose.passages import Passage

_UNCASED = "\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_LETTER = rf"[^\W\d_{_UNCASED}]"
TOKEN = re.compile(
    rf"(?:{_LETTER}\.){{1,3}}(?=\s?{_LETTER})"
    r"|(?:[DdJjSs]r|[Mm](?:rs?|s|x)|[Pp]rof|[Ss]t|[Rr]ev)\.(?=\s)"
    rf"|{_LETTER}+(?:['’‘‑-](?!s\b){_LETTER}+)*"
    rf"|[{_UNCASED}]+|['’‘]s\b|--|//|\d[\d.,:/]*|\0+|[^\s\w]|_"
)
"""Initials (`C.S.`), titles with their stop, words, `'s`, dashes, numbers, single signs."""
REACH = 400
"""How far a line's ends are looked for, so that a very long line costs no more."""


class Tokens:
    """The words and signs of a passage, each with where it stands. Linear in its length."""

    __slots__ = ("_edges", "_lines", "_matches", "passage", "words")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._matches = list(TOKEN.finditer(passage.text))
        self.words = [match[0] for match in self._matches]
        self._lines = "\n" in passage.text
        self._edges = {edge for mark in passage.marks for edge in (mark.start, mark.end)}

    def __len__(self) -> int:
        return len(self.words)

    def start(self, index: int) -> int:
        """Where a token begins in the passage's text."""
        return self._matches[index].start()

    def end(self, index: int) -> int:
        """Where a token ends."""
        return self._matches[index].end()

    def joined(self, index: int) -> bool:
        """Whether this token and the next can be parts of one name: one blank, no mark between."""
        end, start = self.end(index), self.start(index + 1)
        gap = self.passage.text[end:start]
        if gap != " " and (gap or self.words[index][-1] != "."):
            return False
        return not self._edges or (end not in self._edges and start not in self._edges)

    def line(self, index: int) -> tuple[int, int]:
        """Where the line of a token begins and ends, no further off than `REACH`."""
        text, start = self.passage.text, self.start(index)
        first, last = max(0, start - REACH), min(len(text), start + REACH)
        if not self._lines:
            return first, last
        begin = text.rfind("\n", first, start) + 1
        end = text.find("\n", start, last)
        return max(begin, first), last if end < 0 else end
