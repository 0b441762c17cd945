"""What stands before and behind a text that may be a name, in its line."""

import re

from graph.model import NameSign
from graph.parse.prose import words as table
from graph.parse.prose.lexicon import fold
from graph.parse.prose.tokens import Tokens

DASHES = frozenset("-–—―|~") | {"--"}
STOPS = frozenset(".!?…;")
_ROSTER = re.compile(r"[-*\s]*([^\W\d_]+)(?: by)?\s*(?:\([^)\n]*\))?\s*:[^.!?\n]*$")
_QUOTE_ENDS = frozenset("\"”’'.!?…*_)")
_APOSTROPHES = frozenset("'’‘")
_SEPARATORS = frozenset(("//", "·", "•"))
_OPENING = _SEPARATORS | frozenset(",(:[")
_CLOSING = _SEPARATORS | frozenset(",):](")


def _by_word(*groups: tuple[frozenset[str], NameSign]) -> dict[str, NameSign]:
    """Word → sign; of several groups that hold a word the first counts."""
    return {word: sign for group, sign in reversed(groups) for word in group}


_BEFORE = _by_word(
    (table.WITH, NameSign.AFTER_WITH),
    (table.BY, NameSign.AFTER_BY),
    (table.AND, NameSign.AFTER_AND),
    (table.MET, NameSign.AFTER_MET),
    (table.IN, NameSign.AFTER_IN),
    (frozenset(("to",)), NameSign.AFTER_TO),
    (frozenset(("from",)), NameSign.AFTER_FROM),
    (table.PREPOSITIONS, NameSign.AFTER_PREPOSITION),
    (table.DETERMINERS, NameSign.AFTER_DETERMINER),
    (table.ROLES, NameSign.AFTER_ROLE),
    (table.SAID, NameSign.AFTER_PERSON_VERB),
)
_BEHIND = _by_word(
    (table.AND, NameSign.BEFORE_AND),
    (table.THINGS, NameSign.BEFORE_THING),
    (table.SAID, NameSign.BEFORE_SAID),
    (table.AUX, NameSign.BEFORE_VERB),
    (frozenset(("to",)), NameSign.BEFORE_TO),
    (table.PREPOSITIONS | table.IN | table.WITH | table.BY, NameSign.BEFORE_PREPOSITION),
)
_SIGNS_BEFORE = {
    ",": NameSign.AFTER_COMMA,
    ":": NameSign.AFTER_COLON,
    "&": NameSign.AFTER_AND,
    "(": NameSign.AFTER_PAREN,
    "[": NameSign.AFTER_PAREN,
}
_SIGNS_BEHIND = {
    ",": NameSign.BEFORE_COMMA,
    ":": NameSign.BEFORE_COLON,
    "(": NameSign.BEFORE_PAREN,
    ")": NameSign.BEFORE_PAREN,
    "&": NameSign.BEFORE_AND,
    "]": NameSign.BEFORE_PAREN,
}


def context_signs(tokens: Tokens, first: int, last: int, signs: set[NameSign]) -> None:
    """Add the signs around tokens `first` to `last`.

    Only the line of the name counts, and of it the two words next to it, but for the label of a
    list of people, which may open the line.
    """
    start, end = tokens.line(first)
    before = first - 1 if first and tokens.start(first - 1) >= start else -1
    behind = last + 1 if last + 1 < len(tokens) and tokens.start(last + 1) < end else -1
    if before < 0:
        signs.add(NameSign.AT_START)
    else:
        _before(tokens, before, start, signs)
    if behind < 0:
        signs.add(NameSign.AT_END)
    else:
        _behind(tokens, behind, end, signs)
    _segment(tokens, before, behind, signs)


# --------------------------------------------------------------------------------- before


def _before(tokens: Tokens, index: int, start: int, signs: set[NameSign]) -> None:
    word = tokens.words[index]
    previous = tokens.words[index - 1] if index and tokens.start(index - 1) >= start else ""
    if word[0].isalnum():
        _after_word(word, previous, signs)
    elif word in DASHES:
        signs.add(NameSign.AFTER_DASH)
        if not previous or previous in _QUOTE_ENDS or NameSign.QUOTE in tokens.passage.place:
            signs.add(NameSign.ATTRIBUTION)
    elif word in STOPS:
        signs.add(NameSign.AFTER_STOP)
    elif word == "/" and previous in ("w", "W"):
        signs.add(NameSign.AFTER_WITH)
    else:
        signs.add(_SIGNS_BEFORE.get(word, NameSign.AFTER_SIGN))
    text = tokens.passage.text
    if text.find(":", start, tokens.end(index)) >= 0:
        label = _ROSTER.match(text, start, tokens.end(index))
        if label and fold(label[1]) in table.ROSTER:
            signs.add(NameSign.IN_ROSTER)


def _after_word(written: str, previous: str, signs: set[NameSign]) -> None:
    word = fold(written)
    sign = _BEFORE.get(word)
    if sign:
        signs.add(sign)
        if sign is NameSign.AFTER_AND and fold(previous) in table.PRONOUNS:
            signs.add(NameSign.AFTER_ME_AND)
    elif word.endswith("ing"):
        signs.add(NameSign.AFTER_ING)
    else:
        signs.add(NameSign.AFTER_CAPITAL if written[0].isupper() else NameSign.AFTER_WORD)


# --------------------------------------------------------------------------------- behind


def _behind(tokens: Tokens, index: int, end: int, signs: set[NameSign]) -> None:
    word, first = tokens.words[index], tokens.words[index][0]
    following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    if following and tokens.start(index + 1) >= end:
        following = ""
    if first.isalpha():
        signs.add(_before_word(word, following))
    elif first in _APOSTROPHES:
        if tokens.start(index) == tokens.end(index - 1):
            signs.add(NameSign.POSSESSIVE)
        if fold(following) in table.THINGS:
            signs.add(NameSign.BEFORE_THING)
    elif first.isdigit():
        signs.add(NameSign.BEFORE_NUMBER)
    elif word in DASHES:
        signs.add(NameSign.BEFORE_DASH)
    elif word in STOPS:
        signs.add(NameSign.BEFORE_STOP)
    else:
        signs.add(_SIGNS_BEHIND.get(word, NameSign.BEFORE_SIGN))


def _before_word(written: str, following: str) -> NameSign:
    sign = _BEHIND.get(fold(written))
    if sign is NameSign.BEFORE_AND and fold(following) in table.PRONOUNS:
        return NameSign.BEFORE_AND_I
    if sign:
        return sign
    return NameSign.BEFORE_CAPITAL if written[0].isupper() else NameSign.BEFORE_WORD


# -------------------------------------------------------------------------------- segment


def _segment(tokens: Tokens, before: int, behind: int, signs: set[NameSign]) -> None:
    """Whether the name fills its line, or all between two separators."""
    left = tokens.words[before] if before >= 0 else ""
    right = tokens.words[behind] if behind >= 0 else ""
    if not left and right == ":":
        signs.add(NameSign.SPEAKER)
    opens = not left or left in DASHES or left in _OPENING or fold(left) in table.BY
    if not (opens and (not right or right in DASHES or right in _CLOSING)):
        return
    signs.add(NameSign.SEGMENT)
    if not left and not right:
        signs.add(NameSign.WHOLE_LINE)
    if left in DASHES or left in _SEPARATORS:
        signs.add(NameSign.DASH_SEGMENT)
