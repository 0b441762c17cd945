"""Ideas: phrases set apart, links to notes that nobody has written yet, and shared terms."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from graph.config import IdeasConfig
from graph.model import EdgeKind, Entry, LinkSyntax, Node, NodeKind, PhraseSource, Record, Spot
from graph.resolve.findings import Findings, entry_id
from graph.resolve.link_texts import points
from graph.resolve.links import Outcome, ResolvedLink
from graph.resolve.people import People
from graph.resolve.phrases import is_phrase, stem_key, trim
from graph.resolve.slugs import slug
from graph.resolve.templates import is_label, template_labels
from graph.resolve.terms import shared_terms
from graph.resolve.text import commonest, fold
from graph.resolve.words import Words

EMPHASIS = frozenset({PhraseSource.EMPHASIS, PhraseSource.STRONG, PhraseSource.HIGHLIGHT})
RECURS = 2
"""In how many entries a phrase must stand if its mark-up alone does not make it an idea."""
TEMPLATE_SHARE = 0.2
TEMPLATE_ENTRIES = 5
"""A phrase in so many entries, and in more than this share of all, belongs to a template."""


class Candidate(Record, frozen=True):
    """A phrase in an entry that may be an idea."""

    path: str
    text: str
    spot: Spot
    alone: bool = False
    """An idea even if it stands in one entry only."""
    shown: bool = True
    """Part of the visible text, and not of the front matter or behind other words."""


def add_ideas(
    entries: Sequence[Entry],
    links: Sequence[ResolvedLink],
    people: People,
    words: Words,
    totals: Mapping[str, int],
    vague: Collection[str],
    config: IdeasConfig,
    found: Findings,
) -> None:
    """Add a node for each idea and `discusses` edges from the entries that hold it.

    Emphasised phrases of several words are ideas; single emphasised words, headings, link texts
    and missing wikilinks are if they recur in other entries; so are terms that several entries
    share more often than chance explains. People, sentences, dates, numbers,
    addresses, labels of a template, and phrases that sit in most entries are none.
    """
    keys = _Keys(people)
    templates = template_labels(entries)
    candidates = defaultdict(list)
    for candidate in chain(
        _from_phrases(entries, links, vague, templates),
        _from_links(links),
        _from_terms(entries, totals, people, templates),
    ):
        if (key := keys[candidate.text]) and _says_something(candidate, words):
            candidates[key].append(candidate)
    ignored = {stem_key(phrase) for phrase in config.ignore}
    limit = max(TEMPLATE_ENTRIES - 1, TEMPLATE_SHARE * len(entries))
    for key in sorted(candidates.keys() - ignored):
        paths = {candidate.path for candidate in candidates[key]}
        lasting = len(paths) >= RECURS or any(c.alone for c in candidates[key])
        if lasting and len(paths) <= limit:
            _add_idea(candidates[key], found)


class _Keys(dict[str, str]):
    """Texts → the keys of the ideas that they may be; empty where they can be none."""

    def __init__(self, people: People) -> None:
        super().__init__()
        self._people = people

    def __missing__(self, text: str) -> str:
        key = self[text] = stem_key(text) if is_phrase(text) and text not in self._people else ""
        return key


def _from_phrases(
    entries: Iterable[Entry],
    links: Iterable[ResolvedLink],
    vague: Collection[str],
    templates: Collection[str],
) -> Iterator[Candidate]:
    """What the writer set apart, but for labels of a template.

    Link texts that name nothing do not count, nor those whose target is in the graph already.
    """
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.resolution.outcome is Outcome.ENTRY:
            linked[link.source] |= {fold(link.link.label), fold(link.link.target)}
    for entry in entries:
        for phrase in entry.phrases:
            text = trim(phrase.text)
            if phrase.source is PhraseSource.LINK_TEXT and (
                points(text) or fold(text) in vague or fold(phrase.text) in linked[entry.path]
            ):
                continue
            if is_label(phrase) and stem_key(text) in templates:
                continue
            alone = phrase.source in EMPHASIS and len(text.split()) > 1
            yield Candidate(entry.path, text, phrase.spot, alone)


def _from_links(links: Iterable[ResolvedLink]) -> Iterator[Candidate]:
    """Notes that are linked but not written; a path is no phrase."""
    for link in links:
        resolution = link.resolution
        if (
            resolution.outcome is Outcome.MISSING
            and link.link.syntax is LinkSyntax.WIKI
            and "/" not in resolution.target
        ):
            shown = not (link.link.label or link.link.relation)
            yield Candidate(link.source, trim(resolution.target), link.link.spot, shown=shown)


def _from_terms(
    entries: Sequence[Entry], totals: Mapping[str, int], people: People, templates: Collection[str]
) -> Iterator[Candidate]:
    """Terms that several entries share, but for parts of names and of labels."""
    names = {"-".join(pair) for key in people.ids for pair in pairwise(key.split("-"))}
    for path, pair in shared_terms(entries, totals):
        if slug(pair.text) not in names and stem_key(trim(pair.context)) not in templates:
            yield Candidate(path, pair.text, Spot(pair.line, pair.context))


def _says_something(candidate: Candidate, words: Words) -> bool:
    """Whether a single word is one of the content words of its entry, or an abbreviation.

    Words that cannot be found there count: those of other scripts, and those not shown.
    """
    text = candidate.text
    if not (candidate.shown and text.isascii() and text.isalpha()):
        return True
    terms = words[entry_id(candidate.path)]
    place = bisect_left(terms, (text.lower(), 0))
    is_term = place < len(terms) and terms[place][0] == text.lower()
    return is_term or (text.isupper() and len(text) > 1)


def _add_idea(candidates: Sequence[Candidate], found: Findings) -> None:
    label = commonest(Counter(candidate.text for candidate in candidates))[0]
    idea = found.add(Node(NodeKind.IDEA, slug(label), label))
    for candidate in candidates:
        found.state(EdgeKind.DISCUSSES, entry_id(candidate.path), idea, candidate.spot)
