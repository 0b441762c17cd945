"""Links to notes that nobody has written, where they name a person of the vault."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.model import LinkSyntax, NameCue
from graph.resolve.identity import Identities
from graph.resolve.links import Outcome, ResolvedLink
from graph.resolve.mentions import Mention
from graph.resolve.paths import without_suffix
from graph.resolve.person_notes import is_person_namespace, plain_name
from graph.resolve.slugs import slug

SURE = 0.8
"""A link of another entry names a person at least so sure; many things are linked."""
SHORTEST = 2
"""A letter is somebody else in each entry."""


def linked_people(
    links: Iterable[ResolvedLink], mentions: Iterable[Mention], identities: Identities
) -> Iterator[Mention]:
    """The mentions that links without an entry make of people.

    Time and memory are linear in the links and mentions.

    Args:
        links: Every link with where it leads.
        mentions: All that name people otherwise. A mere `@paris` makes no link a person's.
        identities: Which names are one person.
    """
    named = _Named(mentions, identities)
    for link in links:
        name = _linked_name(link)
        if len(name) >= SHORTEST and (person := named.person(link.source, slug(name))):
            yield Mention(link.source, person, link.link.spot, 0.0, "", link.link.relation)


def _linked_name(link: ResolvedLink) -> str:
    """The name that a link without an entry may be, else empty; a path is none."""
    outcome, target = link.resolution.outcome, without_suffix(link.resolution.target)
    if outcome is not Outcome.MISSING or link.link.syntax is not LinkSyntax.WIKI or link.link.embed:
        return ""
    return plain_name(target) if is_person_namespace(target) or "/" not in target else ""


class _Named:
    """Who bears which name, in each entry and in the vault."""

    def __init__(self, mentions: Iterable[Mention], identities: Identities) -> None:
        self._here: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self._sure: defaultdict[str, dict[str, str]] = defaultdict(dict)
        mentions = [one for one in mentions if one.cue is not NameCue.MENTION]
        sure = {identities.of(one.person) for one in mentions if one.confidence >= SURE}
        for mention in mentions:
            person = identities.of(mention.person)
            for name in {slug(mention.name), slug(mention.person)}:
                self._here[mention.path, name].setdefault(person, mention.person)
                if person in sure:
                    self._sure[name].setdefault(person, mention.person)

    def person(self, path: str, name: str) -> str:
        """The one whom a name means: in its entry, else in the vault; empty where it is open."""
        bearers = self._here.get((path, name)) or self._sure.get(name, {})
        return next(iter(bearers.values())) if len(bearers) == 1 else ""
