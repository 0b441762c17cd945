"""The people whom the entries name in prose."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np

from graph.model import Entry, NameCue, NameForm
from graph.resolve.mentions import Mention
from graph.resolve.nicknames import also_called
from graph.resolve.prose.accounts import site_owners
from graph.resolve.prose.bearers import FULL, Bearers
from graph.resolve.prose.decide import Judge
from graph.resolve.prose.sightings import FORMS, Sighting, Sightings
from graph.resolve.prose.weights import weights
from graph.resolve.slugs import slug

CONFIDENT = 0.5
"""Names that are at least so likely a person's are taken for one."""
SUREST = 0.95
"""Prose makes nobody surer than this."""
KNOWN = 0.9
"""How sure the full name of somebody known makes us."""
FAMILIAR = 0.12
"""A part of the name of somebody known may look so unlikely and still be taken."""
UNFAMILIAR = -2.0
"""Log-odds whose chance is below that: whatever is known of a name, they are not enough."""
DOUBTFUL = 0.3
"""The text of a link to a profile must look so likely a name; companies have profiles too."""


class Prose:
    """What the entries say of people in prose.

    Args:
        entries: All entries.
        totals: How often each word stands in them.
        declared: Slugs of names that the config says are people's.
    """

    def __init__(
        self, entries: Sequence[Entry], totals: Mapping[str, int], declared: Collection[str]
    ) -> None:
        self._entries = entries
        self._seen = Sightings(entries)
        self._judge = Judge(self._seen, weights(), totals)
        self._declared = declared
        self._sure: list[tuple[Sighting, float]] = []
        self._whose = Bearers((), ())
        self._unlikely = set(self._unlikely_profiles())

    def _unlikely_profiles(self) -> Iterator[tuple[str, str]]:
        """Entries with the slugs of the texts that link to profiles there and look like no name."""
        for number, entry in enumerate(self._entries):
            profiles = {slug(one.name) for one in entry.names if one.cue is NameCue.PROFILE}
            for sighting in self._seen.at(self._seen.rows_of(number)) if profiles else ():
                name = slug(sighting.candidate.name)
                if name in profiles and self._judge.chance(sighting.row) < DOUBTFUL:
                    yield entry.path, name

    def doubts(self, mention: Mention) -> bool:
        """Whether the text of a link to a profile is no name: neither the account's nor likely."""
        if mention.cue is not NameCue.PROFILE:
            return False
        account = slug(mention.handle.rpartition("/")[2])
        name = slug(mention.name)
        return name != account and (mention.path, name) in self._unlikely

    def weigh(
        self, marked: Sequence[Mention], known: Iterable[str], ignored: Collection[str]
    ) -> None:
        """Decide which names are people's, and which name is whose.

        Args:
            marked: Mentions that need no inference.
            known: Names of people beside those.
            ignored: Slugs of names that are nobody's by the config.
        """
        names = {*known, *(mention.name for mention in marked)}
        slugs = {slug(name) for name in names}
        for _, group in groupby(self._seen.at(self._possible()), attrgetter("path")):
            here = list(group)
            short = set(self._short_names(here))
            for sighting in here:
                name = slug(sighting.candidate.name)
                chance = self._chance(sighting, name, name in slugs or name in short)
                if chance >= CONFIDENT and name not in ignored:
                    self._sure.append((sighting, chance))
        self._whose = self._bearers([sighting for sighting, _ in self._sure], marked, names)

    def _possible(self) -> Sequence[int]:
        """The rows of what can be taken for a name whoever is known."""
        if self._declared:
            return range(len(self._judge.odds))
        full = np.isin(self._seen.form, [FORMS.index(form) for form in FULL])
        rows: list[int] = np.flatnonzero(full | (self._judge.odds > UNFAMILIAR)).tolist()
        return rows

    def _short_names(self, here: Iterable[Sighting]) -> Iterator[str]:
        """The nicknames and initials of the people whom an entry names in full."""
        for sighting in here:
            if sighting.candidate.form in FULL and self._judge.chance(sighting.row) >= CONFIDENT:
                words = sighting.key.split()
                yield "".join(word[0] for word in words)
                yield from also_called(words[0])

    def mentions(self) -> Iterator[Mention]:
        """Mentions in prose, each with how sure it is."""
        for sighting, chance in self._sure:
            candidate = sighting.candidate
            yield Mention(
                sighting.path,
                candidate.name,
                candidate.spot,
                round(chance, 2),
                bearer=self._whose.bearer(sighting),
                count=candidate.count,
                row=sighting.row,
            )

    def reasons(self, mentions: Iterable[Mention]) -> dict[int | None, str]:
        """Row → what a mention in prose rests on."""
        rows = [mention.row for mention in mentions if mention.row is not None]
        return dict(zip(rows, self._judge.reasons(rows), strict=True))

    def full_name(self, mention: Mention) -> str:
        """The full name of whom a short name that is marked up stands for, else that name."""
        return self._whose.full_name(mention.path, mention.name)

    def _bearers(
        self, named: Sequence[Sighting], marked: Sequence[Mention], known: Iterable[str]
    ) -> Bearers:
        """Who is meant by the names in prose, given who is marked up and linked to."""
        full = [(mention.path, mention.name) for mention in marked if _is_full(mention.name)]
        in_prose = [(one.path, one.candidate.name) for one in named if one.candidate.form in FULL]
        linked = site_owners(self._entries, [*full, *in_prose])
        return Bearers(named, list(filter(_is_full, known)), [*full, *linked])

    def _chance(self, sighting: Sighting, name: str, known: bool) -> float:
        """How likely a name is a person's.

        Args:
            sighting: Where it stands.
            name: Its slug.
            known: Whether somebody known bears it.
        """
        if name in self._declared:
            return 1.0
        chance = min(SUREST, self._judge.chance(sighting.row))
        if not known:
            return chance
        form = sighting.candidate.form
        if form in FULL:
            return max(KNOWN, chance)
        familiar = form is not NameForm.LOWER and chance >= FAMILIAR
        return max(chance, CONFIDENT) if familiar else chance


def _is_full(name: str) -> bool:
    return " " in name.strip()
