"""The texts of an entry that may be names of people, each once, with all signs seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.model import NameCandidate, NameForm, NameSign, Spot
from graph.parse.prose.context_signs import context_signs
from graph.parse.prose.form_signs import form_signs
from graph.parse.prose.mark_signs import Surroundings, mark_signs
from graph.parse.prose.passages import Passage
from graph.parse.prose.runs import runs
from graph.parse.prose.tokens import Tokens
from graph.parse.text import sentence

MAX_NAME = 80
_ORDER = {sign: position for position, sign in enumerate(NameSign)}
_TELLING = frozenset(
    {
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
    }
)
"""A word in lower case that is no given name, or common, is only kept where one of these stands."""


_PERSONAL = frozenset(
    {
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
    }
)
"""Where people stand rather than things."""


@dataclass(slots=True)
class _Sightings:
    """A candidate while its entry is still being read."""

    name: str
    form: NameForm
    spot: Spot
    signs: set[NameSign] = field(default_factory=set)
    count: int = 0


def find_candidates(texts: Sequence[Tokens]) -> tuple[NameCandidate, ...]:
    """The candidates of an entry, in the order of the text; linear in its length.

    Args:
        texts: The words of its passages.
    """
    found: dict[str, _Sightings] = {}
    for tokens in texts:
        _read(tokens, found)
    if _begin_lower(tokens.passage for tokens in texts):
        for one in found.values():
            one.signs.add(NameSign.LOWER_TEXT)
    return tuple(
        NameCandidate(s.name, s.form, _in_order(s.signs), s.count, s.spot) for s in found.values()
    )


def _begin_lower(passages: Iterable[Passage]) -> bool:
    """Whether more passages begin in lower case than with a capital."""
    initials = [passage.text[:1] for passage in passages]
    return sum(map(str.islower, initials)) > sum(map(str.isupper, initials))


def _in_order(signs: set[NameSign]) -> tuple[NameSign, ...]:
    return tuple(sorted(signs, key=_ORDER.__getitem__))


def _read(tokens: Tokens, found: dict[str, _Sightings]) -> None:
    passage = tokens.passage
    text, surroundings = passage.text, Surroundings(passage)
    line, counted = passage.line, 0
    for run in runs(tokens):
        words = tuple(tokens.words[run.first : run.last + 1])
        start, end = tokens.start(run.first), tokens.end(run.last)
        if run.form is NameForm.LETTER:
            end, words = start + 1, (words[0][0],)
        if end - start > MAX_NAME:
            continue
        signs = set(form_signs(words, run.form))
        context_signs(tokens, run.first, run.last, signs)
        if _is_idle(run.form, signs):
            continue
        signs |= passage.place
        signs.update(mark_signs(text, surroundings.at(start, end), words, start, end))
        signs.update(_combined(signs))
        line += text.count("\n", counted, start)
        counted = start
        name = text[start:end]
        sightings = found.get(name)
        if sightings is None:
            spot = Spot(line, sentence(text, start, end))
            sightings = found[name] = _Sightings(name, run.form, spot)
        sightings.signs |= signs
        sightings.count += 1


def _is_idle(form: NameForm, signs: set[NameSign]) -> bool:
    """Whether nothing at all says that this is a name."""
    plain = NameSign.GIVEN not in signs or NameSign.COMMON in signs
    return form is NameForm.LOWER and plain and signs.isdisjoint(_TELLING)


def _combined(signs: set[NameSign]) -> Iterator[NameSign]:
    """Signs that follow from others."""
    if NameSign.CAPTION in signs and signs & {NameSign.SEGMENT, NameSign.AFTER_BY}:
        yield NameSign.CAPTION_SEGMENT
    if NameSign.NAME_ONLY in signs and not signs.isdisjoint(_PERSONAL):
        yield NameSign.NAME_MET
