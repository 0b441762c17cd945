"""Plain text: the sentence around a fact, words, and terms."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, filterfalse

from graph.parse.memo import Memo
from graph.parse.scripts import is_european
from graph.parse.stopwords import JOINING, JOINING_PAIRS, JOINING_SIGNS

MAX_CONTEXT = 200

_WORD = re.compile(r"\w+(?:['-]\w+)*")
"""Of a text in which blanks stand between words."""
_TERM = re.compile(r"[^\W\d_][\w'-]{2,}")
_SENTENCE_END = re.compile(r"[\n.!?…。！？](?:(?<=[\n。！？])|[\"'”’)\]]*\s+)")
"""One set of first signs: a search passes all others by at once."""
_LONGEST_TERM = 60


def sentence(text: str, start: int, end: int) -> str:
    """The sentence or line around `text[start:end]`, at most 200 characters, blanks folded.

    Looks at no more than 200 characters to each side. A sentence that is longer is cut around
    the fact, at blanks where there are any.
    """
    left, right = max(0, start - MAX_CONTEXT), min(len(text), end + MAX_CONTEXT)
    # The line's start first: where lines are short, many ends would lie before it.
    begin = text.rfind("\n", left, start) + 1 or left
    for match in _SENTENCE_END.finditer(text, begin, start):
        begin = match.end()
    following = _SENTENCE_END.search(text, end, right)
    finish = following.end() if following else right
    plain = " ".join(text[begin:finish].split())
    if len(plain) <= MAX_CONTEXT:
        return plain
    return _around(text, start, end, begin, finish)


def _around(text: str, start: int, end: int, begin: int, finish: int) -> str:
    margin = max(0, (MAX_CONTEXT - 2 - (end - start)) // 2)
    left, right = max(begin, start - margin), min(finish, end + margin)
    if left > begin:
        blank = text.find(" ", left, start)
        left = blank + 1 if blank >= 0 else left
    if right < finish:
        blank = text.rfind(" ", end, right)
        right = blank if blank >= 0 else right
    plain = " ".join(text[left:right].split())[: MAX_CONTEXT - 2]
    return ("…" if left > begin else "") + plain + ("…" if right < finish else "")


def count_words(text: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """How many words a text has, and its terms with their counts, sorted.

    A term is a case-folded word of three letters or more that carries meaning of its own.
    In scripts without spaces each character counts as a word. There the terms are what search
    engines take for words: two Han characters side by side, and Katakana that stand together.
    An address is one word and no term. Linear in the text.
    """
    pieces = list(map(_PIECES.__getitem__, text.split()))
    counts = Counter(chain.from_iterable([found for _, found in pieces]))
    terms = sorted(counts)
    words = sum([number for number, _ in pieces])
    return words, tuple(zip(terms, map(counts.__getitem__, terms), strict=True))


def _piece(piece: str) -> tuple[int, tuple[str, ...]]:
    """How many words a text without blanks has, and those that are terms."""
    if "://" in piece:
        return 1, ()
    pattern = _WORD if is_european(piece) else _any_word()
    words = pattern.findall(piece.replace("’", "'"))
    longer = (word.casefold().removesuffix("'s") for word in words if len(word) > 2)
    unspaced = () if pattern is _WORD else _unspaced_terms(piece)
    return len(words), (*filter(_is_term, longer), *unspaced)


_PIECES = Memo(_piece)


@cache
def _any_word() -> re.Pattern[str]:
    """A word in any script; Thai, Lao, Burmese, Khmer, Kana and Han have no blanks between them."""
    unspaced = (
        r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
        r"\U00020000-\U0003ffff]"
    )
    return re.compile(rf"{unspaced}|(?:(?!{unspaced})\w)+(?:['-](?:(?!{unspaced})\w)+)*")


def _unspaced_terms(text: str) -> Iterator[str]:
    """Every pair of Han characters, but for those that join others; and words in Katakana."""
    for run in _unspaced().findall(text):
        if "\u30a1" <= run[0] <= "\u30fc":
            yield run
        else:
            pairs = chain(_PAIR.findall(run), _PAIR.findall(run, 1))
            yield from filterfalse(JOINING_PAIRS.__contains__, pairs)


_PAIR = re.compile("..")


@cache
def _unspaced() -> re.Pattern[str]:
    """Han characters that stand together without any that joins others; and words in Katakana."""
    han = rf"(?![{JOINING_SIGNS}])[々\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    return re.compile(rf"(?:{han}){{2,}}|[\u30a1-\u30fa\u30fc]{{2,}}")


def _is_term(word: str) -> bool:
    return len(word) <= _LONGEST_TERM and word not in JOINING and bool(_TERM.fullmatch(word))


def folded(parts: Iterable[str]) -> str:
    """Parts of a text as one line."""
    return " ".join("".join(parts).split())
