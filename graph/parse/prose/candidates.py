"""The texts of an entry that may be names of people, each once, with all signs seen."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import NameCandidate, NameForm, NameSign, Spot
from graph.parse.prose.context_signs import context_signs
from graph.parse.prose.form_signs import form_signs
from graph.parse.prose.mark_signs import Surroundings, mark_signs
from graph.parse.prose.passages import Passage
from graph.parse.prose.runs import runs
from graph.parse.prose.signs import BIT, mask, signs_in
from graph.parse.prose.tokens import NOWHERE, Tokens
from graph.parse.text import sentence

MAX_NAME = 80
_TELLING = mask(
    NameSign.POSSESSIVE,
    NameSign.AFTER_WITH,
    NameSign.AFTER_BY,
    NameSign.AFTER_MET,
    NameSign.AFTER_ROLE,
    NameSign.BEFORE_SAID,
    NameSign.BEFORE_AND_I,
    NameSign.AFTER_ME_AND,
    NameSign.AFTER_AND,
    NameSign.BEFORE_AND,
    NameSign.IN_ROSTER,
    NameSign.SPEAKER,
    NameSign.ATTRIBUTION,
    NameSign.DASH_SEGMENT,
    NameSign.SEGMENT,
)
"""A word in lower case that is no given name, or common, is only kept where one of these stands."""
_PERSONAL = mask(
    NameSign.BEFORE_MEETING,
    NameSign.OWNER,
    NameSign.AFTER_WITH,
    NameSign.AFTER_BY,
    NameSign.AFTER_MET,
    NameSign.AFTER_ROLE,
    NameSign.AFTER_ME_AND,
    NameSign.POSSESSIVE,
    NameSign.BEFORE_SAID,
    NameSign.BEFORE_VERB,
    NameSign.BEFORE_AND_I,
    NameSign.SPEAKER,
    NameSign.IN_ROSTER,
    NameSign.ATTRIBUTION,
)
"""Where people stand rather than things."""
_MYSELF = frozenset(("I", "i", "me", "my", "My", "I'm", "I’m", "i'm", "i’m"))
_GIVEN_OR_COMMON = mask(NameSign.GIVEN, NameSign.COMMON)
_GIVEN = BIT[NameSign.GIVEN]
_AFTER_NAME = BIT[NameSign.AFTER_NAME]
_WIKILINK = BIT[NameSign.WIKILINK]
_NAME_ONLY = BIT[NameSign.NAME_ONLY]
_SEGMENT = BIT[NameSign.SEGMENT]
_CAPTION = BIT[NameSign.CAPTION]
_UNDER_ROSTER = BIT[NameSign.UNDER_ROSTER]
_FULL, _LETTER, _LOWER = NameForm.FULL, NameForm.LETTER, NameForm.LOWER
_FULL_FORMS = (_FULL, NameForm.LOWER_FULL)
_CAPTION_SEGMENT = mask(NameSign.SEGMENT, NameSign.AFTER_BY)


@dataclass(slots=True)
class _Sightings:
    """A candidate while its entry is still being read."""

    name: str
    form: NameForm
    spot: Spot
    signs: int = 0
    count: int = 0


def find_candidates(tokens: Tokens) -> tuple[NameCandidate, ...]:
    """The candidates of an entry, in the order of the text; linear in its length.

    Args:
        tokens: The words of its passages.
    """
    found: dict[str, _Sightings] = {}
    _read(tokens, found)
    common = BIT[NameSign.LOWER_TEXT] if _begin_lower(tokens.passages) else 0
    alone = common if _MYSELF.isdisjoint(tokens.words) else common | BIT[NameSign.FIRST_PERSON]
    return tuple(
        NameCandidate(
            one.name,
            one.form,
            signs_in(one.signs | (common if one.form in _FULL_FORMS else alone)),
            one.count,
            one.spot,
        )
        for one in found.values()
    )


def _begin_lower(passages: Iterable[Passage]) -> bool:
    """Whether more passages begin in lower case than with a capital."""
    initials = [passage.text[:1] for passage in passages]
    return sum(map(str.islower, initials)) > sum(map(str.isupper, initials))


def _read(tokens: Tokens, found: dict[str, _Sightings]) -> None:
    place, surroundings = NOWHERE, None
    for first, last, form in runs(tokens):
        if first >= place.end:
            place = tokens.place(first)
            surroundings = Surroundings(place.passage) if place.passage.marks else None
        name, words = tokens.text(first, last), tuple(tokens.words[first : last + 1])
        if form is _LETTER:
            name, words = name[0], (name[0],)
        if len(name) > MAX_NAME:
            continue
        signs = form_signs(words, form) | context_signs(tokens, first, last, place)
        if form is _LOWER and _is_idle(signs):
            continue
        signs |= place.passage.place
        if surroundings:
            start = place.start(first)
            marks = surroundings.at(start, start + len(name))
            signs |= mark_signs(place.passage.text, marks, words, start, start + len(name))
        if form is not _FULL and _is_note(form, signs):
            continue
        sightings = found.get(name)
        if sightings is None:
            start = place.start(first)
            spot = Spot(place.line, sentence(place.passage.shown, start, start + len(name)))
            sightings = found[name] = _Sightings(name, form, spot)
        sightings.signs |= signs | _combined(signs)
        sightings.count += 1


def _is_idle(signs: int) -> bool:
    """Whether nothing at all says that a word in lower case is a name."""
    return not signs & _TELLING and signs & _GIVEN_OR_COMMON != _GIVEN


def _is_note(form: NameForm, signs: int) -> bool:
    """Whether a word is the name of a note, with nothing around it to say that it is a person's.

    In a garden of notes nearly every word is linked somewhere; a given name that stands behind
    another, or with a surname, is one all the same.
    """
    if not signs & _WIKILINK or signs & _PERSONAL:
        return False
    named = form is NameForm.LOWER_FULL or (form is not _LOWER and signs & _AFTER_NAME)
    return not named or signs & _GIVEN_OR_COMMON != _GIVEN


def _combined(signs: int) -> int:
    """Signs that follow from others."""
    found = 0
    if signs & _CAPTION and signs & _CAPTION_SEGMENT:
        found |= BIT[NameSign.CAPTION_SEGMENT]
    if signs & _UNDER_ROSTER and signs & _SEGMENT:
        found |= BIT[NameSign.IN_ROSTER]
    if signs & _NAME_ONLY and signs & _PERSONAL:
        found |= BIT[NameSign.NAME_MET]
    return found
