"""Whether the text of a link names what it leads to, or only points there."""

import re
from functools import lru_cache

from graph.resolve.phrases import is_date

BARE = re.compile(
    r"here|this|that|link|source|website|video|article|post|more|click|read more|click here",
    re.IGNORECASE,
)
"""Texts that say nothing else."""
SMALL_WORD = re.compile(r"[a-z]+")
"""Alone, such a word is a part of its sentence: `she [writes](...) well`."""
FIRST = re.compile(
    r"an?|click|her|here|his|its|link|my|our|read|see|source|that|their|the|these|this|via|your",
    re.IGNORECASE,
)
LAST = re.compile(
    r"about|at|away|back|by|down|for|from|he|her|here|him|his|in|is|it|me|of|off|on|out|over|she"
    r"|that|them|there|these|they|this|those|to|too|up|us|we|with|you"
)
"""In lower case, the first or the last word of a part of a sentence."""
POINTERS = frozenset({"this", "these"})


@lru_cache(maxsize=1 << 16)
def points(text: str) -> bool:
    """Whether a link's text only points: `here`, `this paper`, `settled on`, `Last week`.

    A title does not, whatever its words: `This Old House`.
    """
    words = text.split()
    if len(words) < 2:
        return not words or bool(BARE.fullmatch(text) or SMALL_WORD.fullmatch(text))
    if BARE.fullmatch(text) or is_date(text):
        return True
    if _is_capital(words[0]) and any(map(_is_capital, words[1:])):
        return False
    return bool(
        FIRST.fullmatch(words[0]) or LAST.fullmatch(words[-1]) or POINTERS.intersection(words)
    )


def _is_capital(word: str) -> bool:
    return word[0].isupper()
