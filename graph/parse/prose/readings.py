"""What a word with a capital is that is no name where it stands: a pronoun, an article, a noun."""

from collections.abc import Sequence

from graph.parse.prose.kinds import is_contraction
from graph.parse.prose.lexicon import fold, known
from graph.parse.prose.tokens import Tokens
from graph.parse.prose.words import (
    AND,
    AUX,
    BY,
    DATING,
    IN,
    JOINTS,
    MONTHS,
    ORDINALS,
    PLACES,
    PREPOSITIONS,
    SAID,
    WITH,
)

_GO_ON = AND | AUX | BY | IN | PREPOSITIONS | SAID | WITH
"""Words that follow a person's initial: `A said`, `A and I`."""
_JOINTS = JOINTS | {word.title() for word in JOINTS}


def begins_clause(tokens: Tokens, index: int) -> bool:
    """Whether the last word of a run is the English `I` or a contraction: `With Kiki I sang`."""
    word = tokens.words[index]
    goes_on = tokens.behind(index)[:1].islower()
    return is_contraction(word) or (word == "I" and goes_on)


def is_date(tokens: Tokens, index: int) -> bool:
    """Whether a month that is a name too is meant: `in April`, `April 2023`, `1st of June`."""
    if fold(tokens.words[index]) not in MONTHS:
        return False
    if tokens.words[index - 1] == "-" and not tokens.gaps[index]:
        return True  # `2-May`
    before, behind = fold(tokens.before(index)), tokens.behind(index)
    return before in DATING or before in ORDINALS or before[-1:].isdigit() or behind[:1].isdigit()


def is_pronoun(tokens: Tokens, index: int) -> bool:
    """Whether a capital is the English `I`, and not somebody's initial: `I's house`."""
    following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    return tokens.words[index] == "I" and following[:1] not in ("'", "’")


def is_article(tokens: Tokens, index: int) -> bool:
    """Whether `A` stands before a word with which no sentence about a person goes on."""
    if tokens.words[index] != "A" or index + 1 == len(tokens) or not tokens.joined(index):
        return False
    following = fold(tokens.words[index + 1])
    return following[0].isalpha() and following not in _GO_ON


def behind_noun(words: Sequence[str], first: int, last: int) -> int:
    """Where a name begins that a word such as `von` joins to a noun: `Geburtstag von Lena`.

    Args:
        words: Words, of which some may be a name.
        first: The first of those.
        last: The last of them.
    """
    for index in range(first, last):
        if words[index] in _JOINTS and known(words[index + 1]).given:
            named = known(words[first]).given or fold(words[first]) in PLACES
            short = index + 1 == last and known(words[last]).surname
            return first if (short if index == first else named) else index + 1
    return first
