"""Where entries name people, each place with how sure it is."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from graph.model import Entry, LinkSyntax, NameCue, Record, Spot
from graph.resolve.links import Outcome, ResolvedLink
from graph.resolve.paths import without_suffix
from graph.resolve.person_notes import PersonNote, is_person_namespace, plain_name
from graph.resolve.slugs import slug

CONFIDENCE: Mapping[NameCue, float] = {
    NameCue.PEOPLE_KEY: 1.0,
    NameCue.MENTION: 1.0,
    NameCue.WIKI_MENTION: 1.0,
    NameCue.PROFILE: 0.9,
    NameCue.BIOGRAPHY: 0.85,
}
"""How sure a cue makes us. What the writer marked up as a person is a fact."""
NAMING = frozenset({NameCue.PEOPLE_KEY, NameCue.WIKI_MENTION})
"""Cues that make a link of the same name a mention too. A mere `@paris` does not."""

SLIP = 100
"""A name linked plainly more than so often for each `[[@name]]` is a thing that has an account."""
GROUPS = frozenset(
    """
    admins advisors all bot bots channel collab community devs engineers everyone group groups here
    hq leadership managers marketing moderators mods official ops operations sales staff
    support team teams triage users
    """.split()  # noqa: SIM905 - a table of quoted words would be unreadable
)
"""The last word of an account that is of many, or of a machine: `@design-team`."""
GROUP_ENDINGS = ("hq", "team")
PLACEHOLDERS = frozenset(
    """
    friday handle import last media mention mentioned mentions monday name next now override page
    param return returns saturday someone sunday thursday today todo tomorrow tuesday user username
    wednesday yesterday
    """.split()  # noqa: SIM905 - as above
)
"""What stands for any account, words of code that begin with the same sign, and Notion's days."""
_PARTS = re.compile(r"[-_.]")


class Mention(Record, frozen=True):
    """An entry names a person."""

    path: str
    name: str
    spot: Spot
    confidence: float = 1.0
    handle: str = ""
    relation: str = ""
    cue: NameCue | None = None
    bearer: str = ""
    """The name of the person, where the mention uses a shorter one."""
    count: int = 1
    """How often the entry says it."""
    row: int | None = None
    """Of an inference from prose, where it stands among the sightings."""

    @property
    def person(self) -> str:
        """A name by which to tell who is meant."""
        return self.bearer or self.name


def from_notes(notes: Mapping[str, PersonNote]) -> Iterator[Mention]:
    """A person's note mentions its person."""
    for path, note in notes.items():
        yield Mention(path, note.name, Spot(1, note.name))


def from_cues(entries: Iterable[Entry]) -> Iterator[Mention]:
    """Names that parsing found, with the cue that made them names."""
    for entry in entries:
        for name in entry.names:
            text = name.name
            if name.cue is NameCue.WIKI_MENTION:
                text = plain_name(f"@{text}")
            if any(char.isalnum() for char in text) and not is_group(text, name.cue):
                yield Mention(
                    entry.path, text, name.spot, CONFIDENCE[name.cue], name.handle, cue=name.cue
                )


def from_links(
    links: Sequence[ResolvedLink], notes: Mapping[str, PersonNote], is_person: Callable[[str], bool]
) -> Iterator[Mention]:
    """Links to a person's note, to `Person/NAME` or `@NAME`, or to a name that is a person's."""
    name_in = cache(partial(_linked_name, notes=notes, is_person=is_person))
    for link in links:
        resolution = link.resolution
        if name := name_in(resolution.target, resolution.outcome, link.link.syntax):
            yield Mention(link.source, name, link.link.spot, relation=link.link.relation)


def from_phrases(entries: Iterable[Entry], is_person: Callable[[str], bool]) -> Iterator[Mention]:
    """Phrases set apart that are a person's name."""
    for entry in entries:
        for phrase in entry.phrases:
            if is_person(phrase.text):
                yield Mention(entry.path, phrase.text, phrase.spot)


def marked_names(mentions: Iterable[Mention]) -> set[str]:
    """Slugs of the names that the writer marked as people's."""
    return {slug(mention.name) for mention in mentions if mention.cue in NAMING}


def is_group(name: str, cue: NameCue) -> bool:
    """Whether an account is of many people, of a machine or of nobody: `@data-team`, `@here`."""
    last = _PARTS.split(name.casefold())[-1]
    many = last in GROUPS or last.endswith(GROUP_ENDINGS)
    return cue is NameCue.MENTION and (many or last in PLACEHOLDERS)


def slips(mentions: Iterable[Mention], links: Iterable[ResolvedLink]) -> set[str]:
    """Slugs of names linked with an `@` here and there, and plainly all over the vault."""
    wiki = (mention for mention in mentions if mention.cue is NameCue.WIKI_MENTION)
    marked = Counter(slug(mention.name) for mention in wiki)
    targets = (plain_name(without_suffix(link.resolution.target)) for link in links)
    plain = Counter(filter(marked.__contains__, map(slug, targets))) if marked else Counter()
    return {name for name, count in marked.items() if plain[name] > SLIP * count}


def _linked_name(
    target: str,
    outcome: Outcome,
    syntax: LinkSyntax,
    notes: Mapping[str, PersonNote],
    is_person: Callable[[str], bool],
) -> str:
    if target in notes:
        return notes[target].name
    if syntax is not LinkSyntax.WIKI or outcome not in (Outcome.ENTRY, Outcome.MISSING):
        return ""
    name = plain_name(without_suffix(target))
    return name if name and (is_person_namespace(target) or is_person(name)) else ""
