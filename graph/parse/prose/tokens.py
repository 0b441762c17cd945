"""The words and signs of an entry's passages."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain

from graph.parse.memo import Memo
from graph.parse.prose.kinds import BREAK, heard_alone, kinds_of
from graph.parse.prose.passages import Passage
from graph.parse.scripts import is_european

_UNCASED = "\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TITLE = r"(?:[DdJjSs]r|[Mm](?:rs?|s|x)|[Pp]rof|[Ss]t|[Rr]ev)\."


class _Patterns:
    """What a text is cut by.

    Args:
        letter: A letter of a script with two cases.
        uncased: One of a script without.

    Attributes:
        token: What French puts before a vowel (`d'`), initials (`C.S.`), titles with their stop,
            words, `'s`, dashes, numbers, single signs.
        open_end: What may be initials or a title, at the end of a text.
    """

    def __init__(self, letter: str, uncased: str) -> None:
        self.token = re.compile(
            rf"({letter}++(?![\w.'’‘‑-])"  # most words, first because it is quick
            rf"|(?:[dl]|qu)['’](?=[A-ZÀ-Þ])"
            rf"|(?:{letter}\.){{1,3}}(?=\s?{letter})"
            rf"|{_TITLE}(?=\s)"
            rf"|{letter}+(?:['’‘‑-](?!s\b){letter}+)*"
            rf"|{uncased}+|['’‘]s\b|--|//|\d[\d.,:/]*|\0+|[^\s\w]|_)"
        )
        self.open_end = re.compile(rf"(?<!{letter})(?:{letter}\.|{_TITLE})\Z")


_ASCII = _Patterns("[A-Za-z]", "(?!)")
_patterns = cache(_Patterns)


def _patterns_for(text: str) -> _Patterns:
    """The quickest patterns that fit a text: those for all scripts take 20 ms to compile."""
    if text.isascii():
        return _ASCII
    if is_european(text):
        return _patterns(r"[^\W\d_]", "(?!)")
    return _patterns(rf"[^\W\d_{_UNCASED}]", f"[{_UNCASED}]")


_LONG = 16
"""Where the pieces between blanks are longer, hardly one is met twice: Chinese has none."""
REACH = 400
"""How far a line's ends are looked for, so that a very long line costs no more."""


class Tokens:
    """The words and signs of an entry, each with where it stands. Linear in its length.

    Behind each passage stands the word `BREAK`, between gaps that end its line.

    Attributes:
        passages: Where they stand.
        words: The words and signs as written.
        gaps: What stands before each word, and behind the last.
        kinds: A letter for each word (graph/parse/prose/kinds.py).
    """

    __slots__ = ("_firsts", "_parted", "_parts", "gaps", "kinds", "passages", "words")

    def __init__(self, passages: Sequence[Passage]) -> None:
        parts, firsts = ["\n"], []
        for passage in passages:
            firsts.append(len(parts) // 2)
            _cut(passage.text, parts)
            parts += (BREAK, "\n")
        firsts.append(len(parts) // 2)
        self.passages = passages
        self.words = parts[1::2]
        self.gaps = parts[::2]
        self.kinds = _kinds(self.words, passages)
        self._parts = parts
        self._firsts = firsts
        self._parted = {
            index
            for number, passage in enumerate(passages)
            if passage.marks
            for index in self._ends_of_marks(number)
        }

    def _ends_of_marks(self, number: int) -> Iterator[int]:
        """The tokens of a passage behind which a mark ends or another begins."""
        first, bounds = self._firsts[number], list(accumulate(map(len, self.parts_of(number))))
        for mark in self.passages[number].marks:
            for edge in (mark.start, mark.end):
                part = bisect_left(bounds, edge)
                if part < len(bounds) and bounds[part] == edge:
                    yield first + (part - 1) // 2

    def parts_of(self, number: int) -> list[str]:
        """The gaps and words of a passage by turns."""
        first, end = self._firsts[number], self._firsts[number + 1] - 1
        parts = self._parts[2 * first : 2 * end]
        if parts:
            parts[0] = parts[0][1:]
        return parts

    def __len__(self) -> int:
        return len(self.words)

    def place(self, index: int) -> "Place":
        """Where a token stands; tokens that follow it in its passage can be found from there."""
        number = bisect_right(self._firsts, index) - 1
        return Place(self.passages[number], self.parts_of(number), self._firsts[number])

    def joined(self, index: int) -> bool:
        """Whether this token and the next can be parts of one name: one blank, no mark between."""
        gap = self.gaps[index + 1]
        if gap != " " and (gap or self.words[index][-1] != "."):
            return False
        return index not in self._parted

    def text(self, first: int, last: int) -> str:
        """The text of some tokens, with what stands between them."""
        if first == last:
            return self.words[first]
        return "".join(self._parts[2 * first + 1 : 2 * last + 2])

    def before(self, index: int, reach: int = REACH) -> str:
        """The word before a token, empty where its line begins or it is further off."""
        gap = self.gaps[index]
        if "\n" in gap:
            return ""
        word = self.words[index - 1]
        return word if len(word) + len(gap) <= reach else ""

    def behind(self, index: int, reach: int = REACH) -> str:
        """The word behind a token, empty where its line ends or it is further off."""
        gap = self.gaps[index + 1]
        return self.words[index + 1] if len(gap) < reach and "\n" not in gap else ""


class Place:
    """A passage in which tokens are looked for from left to right.

    Args:
        passage: The passage.
        parts: Its gaps and words by turns.
        first: The number of the first word.

    Attributes:
        passage: The passage.
        end: The number of the word behind its last.
        line: The line of the file on which the token looked for last stands.
    """

    __slots__ = ("_first", "_parts", "_read", "_start", "end", "line", "passage")

    def __init__(self, passage: Passage, parts: list[str], first: int) -> None:
        self.passage = passage
        self.end = first + len(parts) // 2
        self.line = passage.line
        self._first, self._parts = first, parts
        self._start = self._read = 0

    def start(self, index: int) -> int:
        """Where a token begins in the passage's text; none before the one asked for last."""
        part = 2 * (index - self._first) + 1
        text = "".join(self._parts[self._read : part])
        self.line += text.count("\n")
        self._start += len(text)
        self._read = part
        return self._start


NOWHERE = Place(Passage("", 0), [], 0)


def _kinds(words: Sequence[str], passages: Sequence[Passage]) -> str:
    """The letters of all words; neighbours tell only within a plain line."""
    lines = kinds_of(words).split(BREAK)
    for number, passage in enumerate(passages):
        if not _is_plain_line(passage.text):
            lines[number] = heard_alone(lines[number])
    return BREAK.join(lines)


def _is_plain_line(text: str) -> bool:
    """Whether a text is one line without a colon, a blank between its words."""
    return ":" not in text and text.isprintable() and "  " not in text


def _cut(text: str, parts: list[str]) -> None:
    """Add the words of a passage, each with what stands behind it.

    What stands between two blanks is cut once and remembered. Where that cannot be done, as with
    initials, the whole text is cut.
    """
    pieces = text.split(" ")
    found = list(map(_PIECES.__getitem__, pieces)) if len(text) < _LONG * len(pieces) else [()]
    if not all(found):
        before, *rest = gaps_and_words(text)
        parts[-1] += before
        parts += rest
        parts[-1] += "\n"
    else:
        parts += chain.from_iterable(found)
        parts[-1] = "\n"


def gaps_and_words(text: str) -> list[str]:
    """The gaps and words of a text by turns."""
    return _patterns_for(text).token.split(text)


def _piece(text: str) -> tuple[str, ...]:
    """The words of a text that stands between two blanks, each with what stands behind it.

    Nothing where there is no word, other blanks stand around it, or the text behind it counts.
    """
    before, *parts = gaps_and_words(text)
    if before or not parts or parts[-1] or _may_go_on(text):
        return ()
    parts[-1] = " "
    return tuple(parts)


def _may_go_on(text: str) -> bool:
    """Whether a text ends with what may be initials or a title: what follows tells."""
    return text[-1] == "." and _patterns_for(text).open_end.search(text) is not None


_PIECES = Memo(_piece)
