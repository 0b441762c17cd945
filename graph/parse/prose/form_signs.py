"""What a text's own letters say about whether it is a name."""

from collections.abc import Iterator
from functools import lru_cache

from graph.model import NameForm, NameSign
from graph.parse.prose.kinds import COMMON
from graph.parse.prose.lexicon import fold, is_brand, is_place, known
from graph.parse.prose.signs import mask
from graph.parse.prose.words import KIN, NAMESAKES, PARTICLES, PLACES, THINGS

SHORT = 3
LONG = 8


@lru_cache(maxsize=1 << 14)
def form_signs(words: tuple[str, ...], form: NameForm) -> int:
    """The signs in the words of a name, as a number (graph/parse/prose/signs.py)."""
    return mask(*_signs(words, form))


def _signs(words: tuple[str, ...], form: NameForm) -> Iterator[NameSign]:
    if fold(" ".join(words)) in NAMESAKES or is_brand(words[0]) or is_brand(" ".join(words)):
        yield NameSign.NAMESAKE
    ranked = len(words) > 1 and words[0].casefold().rstrip(".") in KIN
    if ranked:
        yield NameSign.RANK
    words = words[1:] if ranked else words
    if all(word.isupper() for word in words) and len(words[-1]) > 1:
        yield NameSign.CAPITALS
    if form is NameForm.LETTER:
        yield from _letter(words[0])
        return
    yield from _first(words[0])
    if len(words) > 1:
        named = _is_given_only(words[0]) and known(words[-1]).surname > 1
        yield from _last(
            words[-1], common=NameSign.LAST_ORDINARY if named else NameSign.LAST_COMMON
        )
        if fold(words[0]) in PLACES or (fold(words[-1]) in THINGS and not named):
            yield NameSign.LAST_THING
        if any(fold(word) in PARTICLES for word in words[1:-1]):
            yield NameSign.PARTICLE
    if any(word[-1] == "." or len(word) == 1 for word in words):
        yield NameSign.INITIAL
    yield from _whole(words)
    if any(_is_mixed(word) for word in words):
        yield NameSign.MIXED_CASE


def _whole(words: tuple[str, ...]) -> Iterator[NameSign]:
    if is_place(" ".join(words[:3])):
        yield NameSign.PLACE_NAME
    elif known(words[0]).is_name and not known(words[0]).ordinary:
        yield NameSign.NAME_ONLY


def _letter(word: str) -> Iterator[NameSign]:
    if word[0] == "A":
        yield NameSign.AN_A
    elif word[0] == "I":
        yield NameSign.AN_I


def _first(word: str) -> Iterator[NameSign]:
    standing = known(word)
    if standing.given:
        yield NameSign.GIVEN
        if standing.given > 1:
            yield NameSign.GIVEN_COMMON
    if standing.surname:
        yield NameSign.SURNAME
        if standing.surname > 1:
            yield NameSign.SURNAME_COMMON
    if standing.ordinary:
        yield NameSign.COMMON if standing.ordinary <= COMMON else NameSign.ORDINARY
    if not (standing.is_name or standing.ordinary):
        yield NameSign.UNKNOWN
    if len(word) <= SHORT:
        yield NameSign.SHORT
    elif len(word) >= LONG:
        yield NameSign.LONG


def _is_given_only(word: str) -> bool:
    """Whether a word is borne as a given name in more than one country, and nothing else."""
    standing = known(word)
    return standing.given > 1 and not (standing.ordinary or standing.place)


def _last(word: str, *, common: NameSign) -> Iterator[NameSign]:
    standing = known(word)
    if standing.surname:
        yield NameSign.SURNAME
    if standing.given:
        yield NameSign.LAST_GIVEN
    if standing.ordinary:
        yield common if standing.ordinary <= COMMON else NameSign.LAST_ORDINARY
    if not (standing.is_name or standing.ordinary):
        yield NameSign.LAST_UNKNOWN


def _is_mixed(word: str) -> bool:
    """Capitals within a word, as in `LangChain`; `McCloud` and `O'Hara` are names."""
    if word.isupper() or "-" in word or "'" in word or "’" in word:
        return False
    inner = word[1:]
    return not (inner.islower() or not inner or word.startswith(("Mc", "Mac", "De", "La", "Le")))
