"""Which runs of words may be a name, by their letters alone.

What they are not is for the signs around them to say; here only the plainly hopeless is left
out, so that the record of an entry stays small.
"""

from collections.abc import Iterator
from typing import TypeAlias

from graph.model import NameForm
from graph.parse.prose.kinds import (
    CAPITAL,
    COMMON,
    MAY_BEGIN_NAME,
    PARTICLE,
    is_contraction,
    is_no_name_alone,
)
from graph.parse.prose.lexicon import Word, fold, known
from graph.parse.prose.readings import begins_clause, behind_noun, is_article, is_date, is_pronoun
from graph.parse.prose.tokens import Tokens
from graph.parse.prose.words import (
    AND,
    DAYS,
    DETERMINERS,
    FOREIGN,
    IN,
    KIN,
    MEETINGS,
    MET,
    NORTHERN,
    OWNERS,
    PARTICLES,
    RELATIVES,
    ROLES,
    SAID,
    STOP,
    WITH,
)

MAX_WORDS = 5
_FOLLOWS_CAPITAL = frozenset(CAPITAL + PARTICLE)
_NO_NAME_BEFORE = frozenset("@/\\_#&+=~.$%0123456789")
"""A word that follows such a sign without a blank is part of an address, a tag or a number."""
_NO_NAMES = frozenset(("e.g.", "i.e.", "a.m.", "p.m.", "u.s.", "vs.", "etc."))

_NO_SURNAMES = (SAID | STOP | FOREIGN) - PARTICLES
"""Words that follow a name in lower case far more often than they end it: `maya said`."""
_ONLY_ROLES = ROLES - KIN
_FOREIGN_LEADS = (DETERMINERS | IN) - PARTICLES
_JOINING = (DETERMINERS | FOREIGN | IN | STOP) - PARTICLES - AND


_FULL, _SINGLE, _LETTER = NameForm.FULL, NameForm.SINGLE, NameForm.LETTER
_LOWER, _LOWER_FULL = NameForm.LOWER, NameForm.LOWER_FULL

Run: TypeAlias = tuple[int, int, NameForm]
"""The first and the last token of what may be a name, and its form."""


def runs(tokens: Tokens) -> Iterator[Run]:
    """The runs of an entry, from left to right, none within another."""
    words, kinds, search = tokens.words, tokens.kinds, MAY_BEGIN_NAME.search
    match = search(kinds)
    while match:
        first = last = match.start()
        if _in_address(tokens, first):
            pass
        elif kinds[first] in CAPITAL:
            last = _capitals(tokens, first)
            run = _trimmed(tokens, first, last)
            if run:
                yield run
        else:
            end = _lower(tokens, first, known(words[first]))
            if end >= 0:
                last = end
                yield first, last, _LOWER if last == first else _LOWER_FULL
        match = search(kinds, last + 1)


def _in_address(tokens: Tokens, index: int) -> bool:
    words, gaps = tokens.words, tokens.gaps
    if gaps[index] or words[index - 1][-1] not in _NO_NAME_BEFORE:
        return not gaps[index] and words[index - 1] == "|" and words[index].islower()
    short_for_with = words[index - 1] == "/" and not gaps[index - 1] and words[index - 2][-1] == "w"
    return not short_for_with


# -------------------------------------------------------------------------- with capitals


def _capitals(tokens: Tokens, first: int) -> int:
    """Where a run of capitalised words ends; particles may stand within."""
    last, words, kinds = first, tokens.words, tokens.kinds
    while (kinds[last + 1] in _FOLLOWS_CAPITAL or words[last][-1] == ".") and tokens.joined(last):
        following = words[last + 1]
        if following[0].isupper():
            if words[last][-1] == "." and _begins_sentence(following):
                break
            last += 1
        elif fold(following) in PARTICLES:
            end = _after_particles(tokens, last + 1)
            if end < 0:
                break
            last = end
        elif (
            words[last][-1] == "." and known(following).surname and not _begins_sentence(following)
        ):
            return last + 1
        else:
            break
    return last


def _begins_sentence(word: str) -> bool:
    """Whether a capitalised word behind a stop is no surname: `with T. I'll`, `A. The`."""
    plain = fold(word)
    return plain in STOP or plain.startswith("i'")


def _after_particles(tokens: Tokens, index: int) -> int:
    """The capitalised word behind one or two particles, else -1."""
    for _ in range(2):
        if index + 1 >= len(tokens) or not tokens.joined(index):
            return -1
        index += 1
        if tokens.words[index][0].isupper():
            return index
        if fold(tokens.words[index]) not in PARTICLES:
            return -1
    return -1


def _trimmed(tokens: Tokens, first: int, last: int) -> Run | None:
    """A run without the ordinary words that lead to the name and the initialisms behind it."""
    if first == last:
        return _alone(tokens, first)
    words = tokens.words
    shouting = all(word.isupper() for word in words[first : last + 1])
    while first < last and _leads(words[first], shouting=shouting):
        first += 1
    first = behind_noun(words, first, last)
    while last > first and (
        fold(words[last]) in DAYS
        or (not shouting and _trails(words[last]))
        or (fold(words[last]) in MEETINGS and known(words[first]).given > 1)
        or begins_clause(tokens, last)
        or _joins(words[last])
    ):
        last -= 1
    for index in range(first + 1, last):
        if words[index].isupper() and fold(words[index]) in STOP:
            last = index - 1
            break
    if last - first >= MAX_WORDS or any(map(_joins, words[first + 1 : last])):
        return None
    if last > first:
        return first, last, _FULL
    return _alone(tokens, first)


def _alone(tokens: Tokens, index: int) -> Run | None:
    """One capitalised word, if it may be a name."""
    word = tokens.words[index]
    if len(word.rstrip(".")) == 1:
        ordinary = is_pronoun(tokens, index) or is_article(tokens, index)
        return None if ordinary else (index, index, _LETTER)
    return None if is_no_name_alone(word) or is_date(tokens, index) else (index, index, _SINGLE)


def _leads(word: str, *, shouting: bool) -> bool:
    """Whether a word at the start of a run is no part of a name."""
    plain = fold(word)
    if plain in STOP or plain in DAYS or is_contraction(word):
        return True
    if word.casefold().rstrip(".") in KIN or word[-1] == "." or len(word) == 1:
        return False
    standing = known(word)
    lead = standing.ordinary or plain in _FOREIGN_LEADS
    return bool(lead) and not standing.given and not shouting


def _joins(word: str) -> bool:
    """Whether a word only joins others, as in a title: `Tea For The Tillerman`."""
    return len(word) > 1 and word.casefold() in _JOINING and not known(word).is_name


def _trails(word: str) -> bool:
    """Whether a word at the end of a run is an initialism: `Ken Burns WWII`, `Ana KPIs`."""
    plural = len(word) > 2 and word[-1] == "s" and word[:-1].isupper()
    return plural or (len(word) > 1 and word.isupper() and not known(word).is_name)


# ------------------------------------------------------------------------- in lower case


def _lower(tokens: Tokens, index: int, standing: Word) -> int:
    """Where a name in lower case ends that may begin here, else -1."""
    words = tokens.words
    word = words[index]
    has_next = index + 1 < len(tokens) and tokens.joined(index)
    following = words[index + 1] if has_next else ""
    if word in _ONLY_ROLES or _is_relation(tokens, index):
        return -1
    if word in KIN or word.rstrip(".") in KIN:
        bound = _behind_particle(tokens, index)
        return bound if bound > 0 or not following or not _follows_title(following) else index + 1
    if word[-1] == "." or (len(word) == 2 and not set(word) & set("aeiouy") and len(following) > 2):
        if word not in _NO_NAMES and following and _may_be_surname(following):
            return -1 if is_contraction(following) else index + 1
        return -1
    if len(word) == 1:
        return index if _is_letter_name(tokens, index) else -1
    if word in NORTHERN and has_next and _may_be_surname(following):
        return index + 1
    if standing.given and len(word) > 2:
        return _given_and_surname(tokens, index, standing)
    if standing.surname or not standing.ordinary:
        return max(index, _behind_particle(tokens, index))
    return -1


def _is_relation(tokens: Tokens, index: int) -> bool:
    """Whether a word tells only what somebody is to another: `her sister Mira`, `my cousin`."""
    return tokens.words[index] in RELATIVES and fold(tokens.before(index)) in OWNERS


def _behind_particle(tokens: Tokens, index: int) -> int:
    """The surname that a particle behind this word leads to, else -1: `dr. de boer`."""
    words = tokens.words
    if index + 2 >= len(words) or words[index + 1] not in PARTICLES:
        return -1
    if not tokens.joined(index) or not tokens.joined(index + 1):
        return -1
    return index + 2 if _bound(words[index + 1], words[index + 2]) else -1


def _follows_title(word: str) -> bool:
    if not word[0].isalpha() or is_contraction(word):
        return False
    if len(word) == 1:
        return word not in "aAiI"
    return word[0].isupper() or not 0 < known(word).ordinary <= COMMON


def _may_be_surname(word: str) -> bool:
    if not word[0].isalpha() or len(word) < 3:
        return False
    standing = known(word)
    return bool(standing.surname) or not standing.ordinary


def _bound(particle: str, word: str) -> bool:
    """Whether a particle leads to a surname; `de la` is mostly no part of a name."""
    return bool(known(word).surname) or (particle in NORTHERN and _may_be_surname(word))


def _is_letter_name(tokens: Tokens, index: int) -> bool:
    """`with j`: a small letter only where a person is bound to follow."""
    before = tokens.words[index - 1] if index else ""
    return tokens.words[index] not in "aeiy" and (before in WITH or before in MET)


def _given_and_surname(tokens: Tokens, first: int, standing: Word) -> int:
    """A given name with what follows of its name: `simone weil`, `vincent van gogh`."""
    words, count, last = tokens.words, len(tokens), first
    while last + 1 < count and last - first < MAX_WORDS - 1 and tokens.joined(last):
        following = words[last + 1]
        if not following[0].isalpha() or is_contraction(following) or following in _NO_SURNAMES:
            break
        if standing.ordinary and following[0].isupper():
            break
        if following in PARTICLES:
            bound = _behind_particle(tokens, last)
            if bound < 0:
                break
            last = bound
            continue
        if not _continues(following, further=last > first):
            break
        last += 1
    if last == first and 0 < standing.ordinary <= 1:
        return -1
    return last


def _continues(word: str, *, further: bool) -> bool:
    standing = known(word)
    if not standing.ordinary:
        return bool(standing.surname) or len(word) > 2
    least = COMMON if further else COMMON + 1
    return bool(
        (standing.surname and standing.ordinary >= least)
        or (standing.surname > 1 and further)
        or (standing.given and standing.ordinary > COMMON)
    )
