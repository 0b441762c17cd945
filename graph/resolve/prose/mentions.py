"""The people whom the entries name in prose."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from graph.model import Entry, NameCue, NameForm
from graph.resolve.mentions import Mention
from graph.resolve.nicknames import also_called
from graph.resolve.prose.accounts import site_owners
from graph.resolve.prose.bearers import FULL, Bearers
from graph.resolve.prose.decide import Judge, Verdict
from graph.resolve.prose.evidence import Sighting
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
DOUBTFUL = 0.3
"""The text of a link to a profile must look so likely a name; companies have profiles too."""


class Prose:
    """What the entries say of people in prose.

    Args:
        entries: All entries.
        declared: Slugs of names that the config says are people's.
    """

    def __init__(self, entries: Sequence[Entry], declared: Collection[str]) -> None:
        self._entries = entries
        self._judge = Judge(entries, weights())
        self._declared = declared
        self._verdicts: list[Verdict] = []
        self._sure: list[tuple[Verdict, float]] = []
        self._whose = Bearers((), ())
        self._unlikely: set[tuple[str, str]] = set()
        profiles = _profiles(entries)
        for verdict in self._judge.verdicts():
            name = slug(verdict.sighting.candidate.name)
            full, chance = verdict.sighting.candidate.form in FULL, verdict.chance
            if chance >= FAMILIAR or full or name in declared:
                self._verdicts.append(verdict)
            if chance < DOUBTFUL and (verdict.sighting.path, name) in profiles:
                self._unlikely.add((verdict.sighting.path, name))

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
        short = set(self._short_names())
        for verdict in self._verdicts:
            chance = self._chance(verdict, slugs, short)
            if chance >= CONFIDENT and slug(verdict.sighting.candidate.name) not in ignored:
                self._sure.append((verdict, chance))
        self._whose = self._bearers([verdict.sighting for verdict, _ in self._sure], marked, names)

    def _short_names(self) -> Iterator[tuple[str, str]]:
        """Entries with the nicknames and initials of the people whom they name in full."""
        for verdict in self._verdicts:
            sighting = verdict.sighting
            if sighting.candidate.form in FULL and verdict.chance >= CONFIDENT:
                words = sighting.key.split()
                for short in ("".join(word[0] for word in words), *also_called(words[0])):
                    yield sighting.path, short

    def mentions(self) -> Iterator[Mention]:
        """Mentions in prose, each with how sure it is and what that rests on."""
        for verdict, chance in self._sure:
            candidate = verdict.sighting.candidate
            yield Mention(
                verdict.sighting.path,
                candidate.name,
                candidate.spot,
                round(chance, 2),
                bearer=self._whose.bearer(verdict.sighting),
                count=candidate.count,
                evidence=self._judge.reasons(verdict.sighting),
            )

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

    def _chance(
        self, verdict: Verdict, known: Collection[str], short: Collection[tuple[str, str]]
    ) -> float:
        """How likely a name is a person's, given who is known and what the config says."""
        candidate, chance = verdict.sighting.candidate, min(SUREST, verdict.chance)
        name = slug(candidate.name)
        if name in self._declared:
            return 1.0
        if name not in known and (verdict.sighting.path, name) not in short:
            return chance
        if candidate.form in FULL:
            return max(KNOWN, chance)
        familiar = candidate.form is not NameForm.LOWER and chance >= FAMILIAR
        return max(chance, CONFIDENT) if familiar else chance


def _profiles(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """Entries with the slugs of the texts that link to profiles there."""
    return {
        (entry.path, slug(mention.name))
        for entry in entries
        for mention in entry.names
        if mention.cue is NameCue.PROFILE
    }


def _is_full(name: str) -> bool:
    return " " in name.strip()
