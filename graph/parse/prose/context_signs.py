"""What stands before and behind a text that may be a name, in its line."""

import re

from graph.model import NameSign
from graph.parse.memo import Memo
from graph.parse.prose import words as table
from graph.parse.prose.lexicon import fold, is_brand, is_place, known
from graph.parse.prose.signs import BIT, mask
from graph.parse.prose.tokens import REACH, Place, Tokens

DASHES = frozenset("-–—―|~") | {"--"}
STOPS = frozenset(".!?…;")
_ROSTER = re.compile(r"[-*\s]*([^\W\d_]+)(?: by)?\s*(?:\([^)\n]*\))?\s*:[^.!?\n]*$")
_AT_SOMEBODYS = mask(NameSign.AFTER_IN, NameSign.POSSESSIVE)
_QUOTE_ENDS = frozenset("\"”’'.!?…*_)")
_APOSTROPHES = frozenset("'’‘")
_SEPARATORS = frozenset(("//", "·", "•"))
_OPENING = _SEPARATORS | frozenset(",(:[")
_LIST_SIGNS = frozenset(",&+")
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
    (table.MEETINGS, NameSign.BEFORE_MEETING),
    (table.THINGS, NameSign.BEFORE_THING),
    (table.SAID, NameSign.BEFORE_SAID),
    (table.AUX, NameSign.BEFORE_VERB),
    (frozenset(("to",)), NameSign.BEFORE_TO),
    (table.PREPOSITIONS | table.IN | table.WITH | table.BY, NameSign.BEFORE_PREPOSITION),
)
_SIGNS_BEFORE = {
    **dict.fromkeys(DASHES, NameSign.AFTER_DASH),
    **dict.fromkeys(STOPS, NameSign.AFTER_STOP),
    ",": NameSign.AFTER_COMMA,
    ":": NameSign.AFTER_COLON,
    "&": NameSign.AFTER_AND,
    "(": NameSign.AFTER_PAREN,
    "[": NameSign.AFTER_PAREN,
}
_SIGNS_BEHIND = {
    **dict.fromkeys(DASHES, NameSign.BEFORE_DASH),
    **dict.fromkeys(STOPS, NameSign.BEFORE_STOP),
    ",": NameSign.BEFORE_COMMA,
    ":": NameSign.BEFORE_COLON,
    "(": NameSign.BEFORE_PAREN,
    ")": NameSign.BEFORE_PAREN,
    "&": NameSign.BEFORE_AND,
    "]": NameSign.BEFORE_PAREN,
}
_AT_START = BIT[NameSign.AT_START]
_AT_END = BIT[NameSign.AT_END]
_SPEAKER = BIT[NameSign.SPEAKER]
_SEGMENT = BIT[NameSign.SEGMENT]
_DASH_SEGMENT = BIT[NameSign.DASH_SEGMENT]
_WHOLE_LINE = BIT[NameSign.WHOLE_LINE]
_AFTER_AND = BIT[NameSign.AFTER_AND]
_AFTER_BY = BIT[NameSign.AFTER_BY]
_AFTER_WITH = BIT[NameSign.AFTER_WITH]
_REFINED = frozenset((_AFTER_AND, _AFTER_BY, _AFTER_WITH))
"""Signs that say more, or less, by the word before them."""
_AFTER_DASH = BIT[NameSign.AFTER_DASH]
_BEFORE_AND = BIT[NameSign.BEFORE_AND]


def context_signs(tokens: Tokens, first: int, last: int, place: Place) -> int:
    """The signs around tokens `first` to `last`, as a number (graph/parse/prose/signs.py).

    Only the line of the name counts, and of it the two words next to it, but for the label of a
    list of people, which may open the line.
    """
    before = tokens.before(first)
    behind = tokens.behind(last, REACH - len(tokens.text(first, last)))
    found = _segment(before, behind) if not before or _OPENS[before] else 0
    if before:
        found |= _before(before, tokens, first, place)
        if ":" in place.passage.text:
            found |= _roster(tokens, first, before, place)
    else:
        found |= _AT_START
    found |= _behind(behind, tokens, first, last) if behind else _AT_END
    if found & _AT_SOMEBODYS == _AT_SOMEBODYS and not _is_noun(_following(tokens, first, last)):
        found ^= BIT[NameSign.POSSESSIVE]
    return found


def _is_noun(word: str) -> bool:
    """Whether a word behind `'s` may be what is owned: `at Yee's for lunch` names an eatery."""
    return word[:1].isalpha() and fold(word) not in table.STOP


# --------------------------------------------------------------------------------- before


def _before(word: str, tokens: Tokens, first: int, place: Place) -> int:
    found = _SIGN_BEFORE[word]
    if word in _LIST_SIGNS:
        return found | _listed_before(word, tokens, first)
    if word == "/" and _previous(tokens, first) in ("w", "W"):
        return _AFTER_WITH
    if found == _AFTER_DASH:
        previous = _previous(tokens, first)
        if not previous or previous in _QUOTE_ENDS or place.passage.place & BIT[NameSign.QUOTE]:
            return found | BIT[NameSign.ATTRIBUTION]
    elif found in _REFINED:
        return _refined(found, fold(_previous(tokens, first)))
    elif word in table.NAMING and fold(_previous(tokens, first)) in table.NAMED:
        return BIT[NameSign.AFTER_WORD]
    return found


def _listed_before(sign: str, tokens: Tokens, first: int) -> int:
    """What the word before a comma or the like says of a name behind it."""
    previous = _previous(tokens, first)
    found = BIT[NameSign.AMPERSAND] if sign == "&" else 0
    if sign == "," and fold(previous) in table.ROLES:
        found |= BIT[NameSign.AFTER_ROLE]
    return found | BIT[NameSign.AFTER_NAME] if _ONLY_NAME[previous] else found


def _refined(found: int, previous: str) -> int:
    """What `and`, `with` or `by` says behind the word before it."""
    if found == _AFTER_AND and previous in table.PRONOUNS:
        return found | BIT[NameSign.AFTER_ME_AND]
    if found == _AFTER_AND and _ONLY_NAME[previous]:
        return found | BIT[NameSign.AFTER_NAME]
    if found == _AFTER_WITH and previous in table.COMPANY:
        return found | BIT[NameSign.AFTER_COMPANY]
    if found == _AFTER_BY and previous in table.DONE:
        return BIT[NameSign.AFTER_WORD]
    return found


def _previous(tokens: Tokens, first: int) -> str:
    """The word before the one before the name."""
    reach = REACH - len(tokens.gaps[first]) - len(tokens.words[first - 1])
    return tokens.before(first - 1, reach)


def _sign_before(written: str) -> int:
    if not written[0].isalnum():
        return BIT[_SIGNS_BEFORE.get(written, NameSign.AFTER_SIGN)]
    word = fold(written)
    if word in _BEFORE:
        return BIT[_BEFORE[word]]
    if word.endswith("ing"):
        return BIT[NameSign.AFTER_ING]
    return BIT[NameSign.AFTER_CAPITAL if written[0].isupper() else NameSign.AFTER_WORD]


_SIGN_BEFORE = Memo(_sign_before)


def _roster(tokens: Tokens, first: int, before: str, place: Place) -> int:
    """Whether the line begins with the label of a list of people, or the name is a task's."""
    text, position = place.passage.text, place.start(first)
    start, end = _line_start(text, position), position - len(tokens.gaps[first])
    if text.find(":", start, end) < 0:
        return 0
    label = _ROSTER.match(text, start, end)
    word = fold(label[1]) if label else ""
    listed = word in table.ROSTER or (before == ":" and word in table.TASK)
    return BIT[NameSign.IN_ROSTER] if listed else 0


def _line_start(text: str, position: int) -> int:
    """Where the line of a position begins, no further off than `REACH`."""
    first = max(0, position - REACH)
    return max(text.rfind("\n", first, position) + 1, first)


# --------------------------------------------------------------------------------- behind


def _behind(word: str, tokens: Tokens, first: int, last: int) -> int:
    found = _SIGN_BEHIND[word]
    if found == _BEFORE_AND or word in _LIST_SIGNS:
        following = _following(tokens, first, last)
        if word == "&":
            found |= BIT[NameSign.AMPERSAND]
        elif found == _BEFORE_AND and fold(following) in table.PRONOUNS:
            return BIT[NameSign.BEFORE_AND_I]
        if _ONLY_NAME[following]:
            found |= BIT[NameSign.BEFORE_NAME]
    elif word[0] in _APOSTROPHES:
        touching, following = not tokens.gaps[last + 1], fold(_following(tokens, first, last))
        found = BIT[NameSign.POSSESSIVE] if touching else 0
        if following in table.THINGS:
            found |= BIT[NameSign.BEFORE_THING]
        if touching and following in table.OWNED:
            found |= BIT[NameSign.OWNER]
    return found


def _following(tokens: Tokens, first: int, last: int) -> str:
    """The word behind the one behind the name."""
    return tokens.behind(last + 1, REACH - len(tokens.text(first, last + 1)))


def _sign_behind(written: str) -> int:
    if written[0].isdigit():
        return BIT[NameSign.BEFORE_NUMBER]
    if not written[0].isalpha():
        return BIT[_SIGNS_BEHIND.get(written, NameSign.BEFORE_SIGN)]
    sign = _BEHIND.get(fold(written))
    if sign:
        return BIT[sign]
    if written[0].isupper():
        return BIT[NameSign.BEFORE_CAPITAL]
    return BIT[NameSign.BEFORE_S_WORD if _may_be_verb(written) else NameSign.BEFORE_WORD]


_SIGN_BEHIND = Memo(_sign_behind)


def _is_only_name(word: str) -> bool:
    """Whether a word is a name, and neither an English word, a place nor a brand."""
    standing = known(word)
    named = standing.is_name and not standing.ordinary
    return named and not is_place(word) and not is_brand(word)


_ONLY_NAME = Memo(_is_only_name)


def _may_be_verb(word: str) -> bool:
    """Whether a word is an English one with an `s`: `owns`; `books` is too."""
    return word.endswith("s") and not word.endswith("ss") and bool(known(word[:-1]).ordinary)


# -------------------------------------------------------------------------------- segment


def _segment(left: str, right: str) -> int:
    """Whether the name fills its line, or all between two separators; `left` opens one."""
    found = _SPEAKER if not left and right == ":" else 0
    if right and right not in DASHES and right not in _CLOSING:
        return found
    found |= _SEGMENT
    if left in DASHES or left in _SEPARATORS:
        return found | _DASH_SEGMENT
    return found if left or right else found | _WHOLE_LINE


def _opens(word: str) -> bool:
    """Whether a segment may begin behind a word."""
    return word in DASHES or word in _OPENING or fold(word) in table.BY


_OPENS = Memo(_opens)
