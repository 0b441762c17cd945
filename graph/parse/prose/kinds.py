"""One letter for each word of an entry, so that a pattern finds at once where a look pays.

Most words can begin no name. Asking each of them in Python costs more than all else; a regular
expression over the letters passes them by.

| letter | the word |
|---|---|
| `d` | begins no name |
| `x` | begins none, but may say that one stands beside it: `with`, `&` |
| `y` | a sign |
| `p` | begins none, but may stand within one: `van` |
| `s` | has a capital and is no name alone: `The` |
| `c` | has a capital |
| `l` | has none and may begin a name |
| `u` | likewise, but only where a word beside it says so |
| `q` | likewise, and may stand within one |
| `'` | an apostrophe, alone or before `s` |
| line feed | the end of a passage |

The letter itself is a capital where the word carries meaning, so that two of them may be a term.
"""

import re
from collections.abc import Iterable

from graph.parse.memo import Memo
from graph.parse.prose.lexicon import UNKNOWN, fold, known, lexicon
from graph.parse.prose.words import (
    AND,
    BY,
    DAYS,
    DETERMINERS,
    FOREIGN,
    KIN,
    MET,
    NORTHERN,
    PARTICLES,
    PRONOUNS,
    ROLES,
    SAID,
    STOP,
    WITH,
)
from graph.parse.stopwords import is_content_word

COMMON = 2
"""Words at most so ordinary are common."""
BREAK = "\n"
"""Stands for the end of a passage, as a word and as a letter."""
CAPITAL = "csCS"
"""The letters of words with a capital."""
PARTICLE = "pqPQ"
"""Those of words such as `van`, in lower case."""
MAY_BEGIN_NAME = re.compile(r"[clqCLQ]|[sS](?=[scpqSCPQ'])|[uU](?=[^duyDU\n])|(?<![duDU])[uU]")
"""Matches where a name may begin."""
TERM = re.compile(r"[A-Z](?=[A-Z])")
"""Matches where two words that carry meaning follow each other."""

_TELLING = WITH | BY | MET | ROLES | AND | SAID
_FAR = 60
"""A longer word is no neighbour of those beside it."""
_NOBODY = DAYS | DETERMINERS | FOREIGN | PRONOUNS
_CLOSED = STOP | _NOBODY
_APOSTROPHES = ("'", "’")
_CONTRACTIONS = tuple(f"{sign}{end}" for sign in "'’" for end in ("m", "re", "ve", "ll", "t", "d"))


def kinds_of(words: Iterable[str]) -> str:
    """The letters of some words, in their order."""
    return "".join(map(_KINDS.__getitem__, words))


def heard_alone(kinds: str) -> str:
    """The letters of a passage in which a word may begin a name whatever stands beside it.

    What tells it may stand far apart: in a line with a colon, and over the ends of lines.
    """
    return kinds.translate(_ALONE)


_ALONE = str.maketrans("uU", "lL")


def is_no_name_alone(word: str) -> bool:
    """Whether a word with a capital is a name only together with others: `The`, `Don't`."""
    standing = known(word)
    ordinary = 0 < standing.ordinary <= COMMON and not standing.is_name
    return ordinary or bool(standing.brand) or is_contraction(word) or fold(word) in _NOBODY


def is_contraction(word: str) -> bool:
    """Whether a verb is contracted in a word: `don't`, `She’ll`."""
    return word.endswith(_CONTRACTIONS)


def _kind(word: str) -> str:
    kind = _kind_of_name(word)
    return kind.upper() if is_content_word(word) else kind


_KINDS = Memo(_kind)


def _kind_of_name(word: str) -> str:
    if word == BREAK:
        return BREAK
    if word[0] in _APOSTROPHES:
        return "'"
    if word[0].isupper():
        alone = word != "I" and (len(word.rstrip(".")) == 1 or not is_no_name_alone(word))
        return "c" if alone or word[-1] == "." else "s"
    if not word[0].isalnum():
        return "x" if word == "&" else "y"
    if not word[0].islower():
        return "d" if len(word) <= _FAR else "x"  # soon, for Chinese: such words are met once
    plain = fold(word)
    particle = plain in PARTICLES
    quiet = plain not in _TELLING and len(word) <= _FAR
    begins = not particle or plain in NORTHERN
    if begins and not _is_dull(word) and not is_contraction(word):
        return "q" if particle else "u" if quiet and _is_unknown(word) else "l"
    return "p" if particle else "d" if quiet else "x"


def _is_unknown(word: str) -> bool:
    """Whether nothing about a word itself says that it is a name, or begins a longer one."""
    return len(word) > 2 and word[-1] != "." and word not in KIN and not known(word).given


def _is_dull(word: str) -> bool:
    """Whether no name in lower case begins with a word."""
    if word in _CLOSED:
        return True
    standing = lexicon().get(word, UNKNOWN)
    ordinary = bool(standing.ordinary) and not standing.is_name and word not in KIN
    return ordinary or bool(standing.brand)
