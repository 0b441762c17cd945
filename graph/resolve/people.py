"""People, each one node: person notes, marked names, and what the config says of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from graph.config import PeopleConfig
from graph.model import EdgeKind, Entry, NameCue, Node, NodeKind
from graph.resolve.findings import Findings, entry_id
from graph.resolve.identity import Identities, identify
from graph.resolve.linked_people import linked_people
from graph.resolve.links import ResolvedLink
from graph.resolve.mentions import (
    Mention,
    from_cues,
    from_links,
    from_notes,
    from_phrases,
    marked_names,
    slips,
)
from graph.resolve.person_notes import PersonNote, person_of
from graph.resolve.prose.accounts import owners
from graph.resolve.prose.mentions import Prose
from graph.resolve.slugs import slug
from graph.resolve.text import commonest

SHORT = (NameCue.MENTION, NameCue.PEOPLE_KEY)
"""Cues whose names are often a part of the full one: `@dana`, `attendees: dana`."""


@dataclass(frozen=True, slots=True)
class People:
    """Who is known, by any name."""

    identities: Identities
    ids: Mapping[str, str]
    """Slug that stands for a person → node id."""

    def __contains__(self, name: str) -> bool:
        return self.identities.of(name) in self.ids


def add_people(
    entries: Sequence[Entry],
    links: Sequence[ResolvedLink],
    totals: Mapping[str, int],
    config: PeopleConfig,
    found: Findings,
) -> People:
    """Add a node for each person and `mentions` edges from the entries that name them.

    Args:
        entries: All entries.
        links: Every link with where it leads.
        totals: How often each word stands in the vault.
        config: `ignore`, `is`, `alias` and `merge` win over every inference.
        found: Takes the nodes and edges.

    Returns:
        The people, so that later steps do not take their names for anything else.
    """
    ignored = {slug(name) for name in config.ignore}
    about = {entry.path: note for entry in entries if (note := person_of(entry))}
    notes = {path: note for path, note in about.items() if slug(note.name) not in ignored}
    prose = Prose(entries, totals, {slug(name) for name in config.people})
    cues = [mention for mention in from_cues(entries) if not prose.doubts(mention)]
    ignored |= slips(cues, links) - {slug(note.name) for note in notes.values()}
    certain = _without(ignored, (*from_notes(notes), *cues))
    identities = identify(notes, certain, config)
    marked = _marked(entries, links, notes, certain, identities, config, ignored)
    known = _known_names(certain, notes, config)
    prose.weigh(marked, known, ignored)
    inferred = list(prose.mentions())
    marked = _with_full_names(marked, inferred, prose, identities)
    mentions = [*marked, *_unsaid(inferred, marked, identities)]
    mentions += _unsaid(linked_people(links, mentions, identities), mentions, identities)
    ids = _add_nodes(mentions, notes, identities, config, prose, found)
    for mention in mentions:
        found.state(
            EdgeKind.MENTIONS,
            entry_id(mention.path),
            ids[identities.of(mention.person)],
            mention.spot,
            mention.relation,
            mention.count,
        )
    return People(identities, ids)


def _with_full_names(
    marked: Sequence[Mention], inferred: Sequence[Mention], prose: Prose, identities: Identities
) -> list[Mention]:
    """The marked mentions, with the full name of each whom prose or the account tells.

    Names that the config or a note has given to somebody stay with them.
    """
    named = [
        replace(mention, bearer=prose.full_name(mention))
        if mention.cue in SHORT and identities.of(mention.name) == slug(mention.name)
        else mention
        for mention in marked
    ]
    owner_of = {}
    for mention, owner in owners([*named, *inferred]):
        if identities.of(mention.name) != slug(mention.name):
            continue
        owner_of[mention] = owner
        if slug(mention.name) not in slug(owner).split("-"):
            identities.join(owner, [mention.name])
    return [
        replace(mention, bearer=owner_of[mention]) if mention in owner_of else mention
        for mention in named
    ]


def _marked(
    entries: Sequence[Entry],
    links: Sequence[ResolvedLink],
    notes: Mapping[str, PersonNote],
    certain: Sequence[Mention],
    identities: Identities,
    config: PeopleConfig,
    ignored: set[str],
) -> list[Mention]:
    """The mentions that need no inference: certain ones, and links and phrases with such names."""
    known = {identities.of(name) for name in _known_names(certain, notes, config)}
    declared = {identities.of(name) for name in config.people}
    further = (
        *from_links(links, notes, lambda name: identities.of(name) in known),
        *from_phrases(entries if declared else (), lambda text: identities.of(text) in declared),
    )
    return [*certain, *_unsaid(_without(ignored, further), certain, identities)]


def _without(ignored: set[str], mentions: Iterable[Mention]) -> list[Mention]:
    return [mention for mention in mentions if slug(mention.name) not in ignored]


def _known_names(
    certain: Iterable[Mention], notes: Mapping[str, PersonNote], config: PeopleConfig
) -> set[str]:
    """Names that make a link of the same name a mention."""
    return {
        *marked_names(certain),
        *(note.name for note in notes.values()),
        *config.people,
        *config.alias,
        *(group[0] for group in config.merge if group),
    }


def _unsaid(
    further: Iterable[Mention], certain: Iterable[Mention], identities: Identities
) -> list[Mention]:
    """The mentions that no surer one of the same person on the same line says already."""
    said = {
        (m.path, m.spot.line, identities.of(name)) for m in certain for name in (m.person, m.name)
    }
    return [
        m
        for m in further
        if not said.intersection(
            (m.path, m.spot.line, identities.of(name)) for name in (m.person, m.name)
        )
    ]


def _add_nodes(
    mentions: Iterable[Mention],
    notes: Mapping[str, PersonNote],
    identities: Identities,
    config: PeopleConfig,
    prose: Prose,
    found: Findings,
) -> dict[str, str]:
    """Add a node for each person; gives their ids by the slugs that stand for them."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[identities.of(mention.person)].append(mention)
    given = _given_names(notes, identities, config)
    declared = {identities.of(name) for name in config.people}
    surest = {key: max(group, key=_surety) for key, group in sorted(groups.items())}
    reasons = prose.reasons(surest.values())
    ids = {}
    for key, best in surest.items():
        label, aliases = _names(groups[key], given[key])
        sure = 1.0 if key in declared else best.confidence
        ids[key] = found.add(
            Node(
                NodeKind.PERSON,
                slug(label),
                label,
                aliases=aliases,
                confidence=sure,
                evidence=reasons.get(best.row, ""),
            )
        )
    return ids


def _given_names(
    notes: Mapping[str, PersonNote], identities: Identities, config: PeopleConfig
) -> defaultdict[str, list[str]]:
    """Person → the names that the config and the person's notes give, the best first."""
    given: defaultdict[str, list[str]] = defaultdict(list)
    groups = [
        *config.merge,
        *((name, *others) for name, others in sorted(config.alias.items())),
        *((note.name, *note.aliases) for _, note in sorted(notes.items())),
    ]
    for group in groups:
        for name in group:
            if identities.of(name) == identities.of(group[0]):
                given[identities.of(name)].append(name)
    return given


def _surety(mention: Mention) -> tuple[float, str, str]:
    return mention.confidence, mention.path, mention.name


def _names(mentions: Sequence[Mention], given: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """A person's label and aliases: as given, else the fullest of the commonest spellings."""
    named = commonest(Counter(mention.name for mention in mentions))
    meant = commonest(Counter(mention.person for mention in mentions))
    label = given[0] if given else max((*named, *meant), key=_fullness)
    return label, tuple(sorted(_others(label, [*given, *named])))


def _fullness(name: str) -> tuple[bool, int, int]:
    """Whether a name has capitals, how many words, and how many of them are written out."""
    words = name.split()
    return not name.islower(), len(words), sum(len(word.strip(".")) > 1 for word in words)


def _others(label: str, names: Iterable[str]) -> set[str]:
    """The names that are more than another spelling of the label, one for each slug."""
    others: dict[str, str] = {}
    for name in names:
        others.setdefault(slug(name), name)
    others.pop(slug(label), None)
    return set(others.values())
