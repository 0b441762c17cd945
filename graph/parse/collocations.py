"""Two content words side by side: what may be a term, if several entries share it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.model import Collocation
from graph.parse.prose.tokens import Tokens
from graph.parse.stopwords import STOP_WORDS

REACH = 40
"""Characters of context to each side."""
_WORD = re.compile(r"[^\W\d_]{3,30}(?:-[^\W\d_]{2,30})?")
_EMPTY = STOP_WORDS | frozenset(
    """
    able actually ago almost already amazing amount another anymore ask asked asking bad became
    become best better big bigger biggest bit bring brought buy call called came change com
    completely couple day days deep different difficult easy end ended enjoy entire especially
    exactly fall feel feeling feels fell felt few find finally finish finished first found four
    friend friends full gave generally getting give giving good gotten great guess happen happened
    happy hard help here high home hour hours http https huge human important inside kept kind
    kinds know large last late later learn learned least leave left less life little live lived
    long look looked looking lot lots love low main man matter mean means met middle minute minutes
    moment moments month months morning need needed new nice night none number old others part
    parts past pay people person place places point pretty put read reading reason remember
    right second see seen sense several short side simple since single small soon sort sound start
    started starting stay still stop stuff super surprisingly take takes taking talk talked talking
    tell telling ten thank thanks think thinking third thought thoughts three time times today
    tomorrow took top total tried true try trying turn turned two type understand use want wanted
    wants watch watched watching way week weekend weeks went whole woke word words work worked
    working works world worth write writing wrong wrote www year years yesterday young
    """.split()  # noqa: SIM905 - a table of so many quoted words would be unreadable
)
"""Words that say too little to be a part of a term."""


def collocations(texts: Iterable[Tokens]) -> tuple[Collocation, ...]:
    """The pairs of an entry, each once, in the order of the text; linear in its length.

    Args:
        texts: The words of its passages.
    """
    found: dict[str, Collocation] = {}
    for tokens in texts:
        text, line, counted = tokens.passage.text, tokens.passage.line, 0
        last = -1
        for index, word in enumerate(tokens.words):
            if not _says_something(word):
                continue
            if index and last == index - 1 and tokens.joined(last):
                start, end = tokens.start(last), tokens.end(index)
                pair = text[start:end]
                line += text.count("\n", counted, start)
                counted = start
                if pair.lower() not in found:
                    found[pair.lower()] = Collocation(pair, line, _around(text, start, end))
            last = index
    return tuple(found.values())


@lru_cache(maxsize=1 << 16)
def _says_something(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and word.lower() not in _EMPTY


def _around(text: str, start: int, end: int) -> str:
    """The words around a stretch of a line."""
    begin = max(start - REACH, text.rfind("\n", max(0, start - REACH), start) + 1)
    cut = text[max(0, begin) : end + REACH].split("\n", 1)[0]
    return " ".join(cut.split())
