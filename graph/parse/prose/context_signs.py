"""What stands before and behind a text that may be a name, in its line."""

import re
from collections.abc import Iterator

from graph.model import NameSign
from graph.parse.prose import words as table
from graph.parse.prose.lexicon import fold
from graph.parse.prose.tokens import Tokens

DASHES = frozenset("-–—―|~") | {"--"}
STOPS = frozenset(".!?…;")
_ROSTER = re.compile(r"[-*\s]*([^\W\d_]+)(?: by)?\s*(?:\([^)\n]*\))?\s*:[^.!?\n]*$")
_QUOTE_ENDS = frozenset("\"”’'.!?…*_)") | {"'"}

_BEFORE: tuple[tuple[frozenset[str], NameSign], ...] = (
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
_BEHIND: tuple[tuple[frozenset[str], NameSign], ...] = (
    (table.THINGS, NameSign.BEFORE_THING),
    (table.SAID, NameSign.BEFORE_SAID),
    (table.AUX, NameSign.BEFORE_VERB),
    (frozenset(("to",)), NameSign.BEFORE_TO),
    (table.PREPOSITIONS | table.IN | table.WITH | table.BY, NameSign.BEFORE_PREPOSITION),
)
_SIGNS_BEFORE = {",": NameSign.AFTER_COMMA, ":": NameSign.AFTER_COLON, "&": NameSign.AFTER_AND}
_SIGNS_BEHIND = {
    ",": NameSign.BEFORE_COMMA,
    ":": NameSign.BEFORE_COLON,
    "(": NameSign.BEFORE_PAREN,
    ")": NameSign.BEFORE_PAREN,
    "&": NameSign.BEFORE_AND,
    "]": NameSign.BEFORE_PAREN,
}


def context_signs(tokens: Tokens, first: int, last: int) -> Iterator[NameSign]:
    """The signs around tokens `first` to `last`.

    Only the line of the name counts, and of it the two words next to it, but for the label of a
    list of people, which may open the line.
    """
    line_start, _ = tokens.line(first)
    _, line_end = tokens.line(last)
    before = first - 1 if first and tokens.starts[first - 1] >= line_start else -1
    behind = last + 1 if last + 1 < len(tokens) and tokens.starts[last + 1] < line_end else -1
    yield from _before(tokens, before, line_start)
    yield from _behind(tokens, behind, line_end)
    yield from _segment(tokens, before, behind)


# --------------------------------------------------------------------------------- before


def _before(tokens: Tokens, index: int, line_start: int) -> Iterator[NameSign]:
    if index < 0:
        yield NameSign.AT_START
        return
    word = tokens.words[index]
    previous = tokens.words[index - 1] if index and tokens.starts[index - 1] >= line_start else ""
    if word[0].isalnum():
        yield from _after_word(fold(word), word, fold(previous))
    elif word in DASHES:
        yield NameSign.AFTER_DASH
        if not previous or (previous in _QUOTE_ENDS) or NameSign.QUOTE in tokens.passage.place:
            yield NameSign.ATTRIBUTION
    elif word in STOPS:
        yield NameSign.AFTER_STOP
    elif word in "([{":
        yield NameSign.AFTER_PAREN
    elif word == "/" and previous in ("w", "W"):
        yield NameSign.AFTER_WITH
    else:
        yield _SIGNS_BEFORE.get(word, NameSign.AFTER_SIGN)
    label = _ROSTER.match(tokens.passage.text, line_start, tokens.ends[index])
    if label and fold(label[1]) in table.ROSTER:
        yield NameSign.IN_ROSTER


def _after_word(word: str, written: str, previous: str) -> Iterator[NameSign]:
    for group, sign in _BEFORE:
        if word in group:
            yield sign
            if sign is NameSign.AFTER_AND and previous in table.PRONOUNS:
                yield NameSign.AFTER_ME_AND
            return
    if word.endswith("ing"):
        yield NameSign.AFTER_ING
    else:
        yield NameSign.AFTER_CAPITAL if written[0].isupper() else NameSign.AFTER_WORD


# --------------------------------------------------------------------------------- behind


def _behind(tokens: Tokens, index: int, line_end: int) -> Iterator[NameSign]:
    if index < 0:
        yield NameSign.AT_END
        return
    word = tokens.words[index]
    following = tokens.words[index + 1] if index + 1 < len(tokens) else ""
    if following and tokens.starts[index + 1] >= line_end:
        following = ""
    if word[0] in "'’‘" and tokens.starts[index] == tokens.ends[index - 1]:
        yield NameSign.POSSESSIVE
    if word[0].isdigit():
        yield NameSign.BEFORE_NUMBER
    elif word[0].isalpha():
        yield _before_word(word, fold(following))
    elif word in DASHES:
        yield NameSign.BEFORE_DASH
    elif word in STOPS:
        yield NameSign.BEFORE_STOP
    elif word[0] not in "'’‘":
        yield _SIGNS_BEHIND.get(word, NameSign.BEFORE_SIGN)
    elif following and fold(following) in table.THINGS:
        yield NameSign.BEFORE_THING


def _before_word(written: str, following: str) -> NameSign:
    word = fold(written)
    if word in table.AND:
        return NameSign.BEFORE_AND_I if following in table.PRONOUNS else NameSign.BEFORE_AND
    for group, sign in _BEHIND:
        if word in group:
            return sign
    return NameSign.BEFORE_CAPITAL if written[0].isupper() else NameSign.BEFORE_WORD


# -------------------------------------------------------------------------------- segment


def _segment(tokens: Tokens, before: int, behind: int) -> Iterator[NameSign]:
    """Whether the name fills its line, or all between two separators."""
    words = tokens.words
    left, right = words[before] if before >= 0 else "", words[behind] if behind >= 0 else ""
    opens = not left or left in DASHES or left in ",(:[•·//" or fold(left) in table.BY
    closes = not right or right in DASHES or right in ",):]·("
    if not (opens and closes):
        if not left and right == ":":
            yield NameSign.SPEAKER
        return
    yield NameSign.SEGMENT
    if not left and not right:
        yield NameSign.WHOLE_LINE
    if not left and right == ":":
        yield NameSign.SPEAKER
    if left in DASHES or (left in ("//", "·", "•")):
        yield NameSign.DASH_SEGMENT
