"""Which names are one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.config import PeopleConfig
from graph.resolve.mentions import Mention
from graph.resolve.person_notes import PersonNote
from graph.resolve.slugs import slug


class Identities:
    """Names joined into people, by slug; the first name of a group stands for it.

    A forest of disjoint sets, so that n names cost little more than n steps.
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The slug that stands for everybody who bears this name."""
        key = slug(name)
        if key not in self._parent:
            return key
        passed = []
        while (parent := self._parent.get(key, key)) != key:
            passed.append(key)
            key = parent
        for child in passed:
            self._parent[child] = key
        return key

    def join(self, name: str, others: Iterable[str]) -> None:
        """Say that the bearers of these names are the bearer of `name`."""
        first = self.of(name)
        for other in others:
            child = self.of(other)
            if child != first:
                self._parent[child] = first


def identify(
    notes: Mapping[str, PersonNote], mentions: Iterable[Mention], config: PeopleConfig
) -> Identities:
    """Join the names of each person: by the config, by person notes' aliases, by handles.

    An alias that two notes claim, or that is another note's name, joins nothing.
    """
    identities = Identities()
    for group in config.merge:
        identities.join(group[0], group[1:]) if group else None
    for name, others in sorted(config.alias.items()):
        identities.join(name, others)
    _join_aliases(notes, identities)
    _join_handles(mentions, identities)
    return identities


def _join_aliases(notes: Mapping[str, PersonNote], identities: Identities) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for note in notes.values():
        for name in (note.name, *note.aliases):
            owners[slug(name)].add(identities.of(note.name))
    names = {slug(note.name) for note in notes.values()}
    for note in notes.values():
        keys = [slug(alias) for alias in note.aliases]
        identities.join(
            note.name, (key for key in keys if len(owners[key]) == 1 and key not in names)
        )


def _join_handles(mentions: Iterable[Mention], identities: Identities) -> None:
    """One profile is one person, as far as the names agree: Ann and Ann Lee, or the handle."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.handle:
            names[mention.handle.lower()].add(slug(mention.name))
    for handle, slugs in sorted(names.items()):
        account = slug(handle.rpartition("/")[2])
        fullest, *rest = sorted(slugs - {account}, key=lambda key: (-len(key), key)) or [account]
        words = set(fullest.split("-"))
        identities.join(fullest, [key for key in rest if set(key.split("-")) <= words])
        identities.join(fullest, slugs & {account})
