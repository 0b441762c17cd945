"""What flows between the stages: plain, frozen values that know nothing of any tool.

Reading gives `SourceFile`, parsing `Entry`, resolving `Knowledge`, analysing `Analysis`.
A fact as written (`Link`) and a fact as decided (`Edge`) are two types, so that parsing needs
no vault and can be cached and run in parallel.

The types are `msgspec.Struct`: slotted, frozen, and encoded to msgpack without further code
(docs/decisions/0003-msgspec.md).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

import msgspec


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The base of all values below: immutable, compared by value, encoded as an array."""


class Severity(StrEnum):
    """How much a diagnostic matters: only warnings and errors count for `--strict`."""

    ERROR = "error"
    """An entry, or a part of it, is not in the graph."""
    WARNING = "warning"
    """In the graph, but perhaps not as the writer meant it."""
    INFO = "info"
    """Worth knowing; nothing to do."""


class Diagnostic(Record, frozen=True):
    """Something in the vault that was not understood, with what to do about it."""

    code: str
    """A stable word for scripts, such as `link-ambiguous` (docs/diagnostics.md lists all)."""
    severity: Severity
    path: str
    """Vault-relative path, with `/` between folders; empty when it concerns no single file."""
    line: int
    """1-based; 0 where no line can be named."""
    message: str
    hint: str = ""


# ------------------------------------------------------------------------------------- read


class SourceFile(msgspec.Struct, frozen=True):
    """One file of the vault, as bytes."""

    path: str
    """Vault-relative POSIX path. Bytes of a name that are no UTF-8 stand as `\\xNN`."""
    data: bytes
    mtime_ns: int = 0


# ------------------------------------------------------------------------------------ parse


class Spot(Record, frozen=True):
    """Where a fact stands in its entry."""

    line: int
    """1-based line of the file, front matter included."""
    context: str
    """The sentence or line around it, as plain text, at most 200 characters."""


class LinkSyntax(StrEnum):
    """How a link was written, which decides how its target is looked up."""

    WIKI = "wiki"
    MARKDOWN = "markdown"


class Link(Record, frozen=True):
    """A link to another file of the vault, as written."""

    target: str
    """The path part: trimmed, entities and percent signs decoded, no anchor; empty for the
    entry itself (`[[#heading]]`)."""
    anchor: str
    """`heading`, `outer#inner` or `^block`, without the first `#`; empty where there is none."""
    label: str
    """The text that the reader sees in place of the target; empty where none was given."""
    syntax: LinkSyntax
    embed: bool
    relation: str
    """The front-matter key or Dataview field that holds the link, else empty."""
    spot: Spot


class Tag(Record, frozen=True):
    """A tag as written, without `#`; `a/b` where nested."""

    name: str
    spot: Spot


class UrlReference(Record, frozen=True):
    """An http(s) URL as written, after Markdown unescaping and before any normalising."""

    url: str
    label: str
    """The link text, else empty."""
    relation: str
    """The front-matter key that holds it, else empty."""
    spot: Spot


class NameCue(StrEnum):
    """Why a text is taken for the name of a person."""

    PEOPLE_KEY = "people-key"
    """A front-matter or Dataview key such as `people` or `attendees`."""
    MENTION = "mention"
    """`@name` in prose."""
    WIKI_MENTION = "wiki-mention"
    """`[[@Name]]`."""
    PROFILE = "profile"
    """The text of a link to a personal profile."""
    BIOGRAPHY = "biography"
    """A bold name at the start of a block that goes on to say who that is."""


class NameMention(Record, frozen=True):
    """A text that may name a person, with the reason to think so."""

    name: str
    """As written, without `@`, markup and possessive `'s`."""
    cue: NameCue
    handle: str
    """`site/handle` of a profile URL or mention, else empty."""
    spot: Spot


class NameForm(StrEnum):
    """The shape of a text that may be a name."""

    FULL = "full"
    """Several words with capitals: `Ada Lovelace`, `Dr. Okafor`, `J. Brel`."""
    SINGLE = "single"
    """One word with a capital."""
    LETTER = "letter"
    """One capital."""
    LOWER = "lower"
    """One word without."""
    LOWER_FULL = "lower-full"
    """Several words without: `simone weil`, `uncle joe`."""


class NameSign(StrEnum):
    """What is seen in and around a text that may be a name; none is proof alone."""

    # in the name itself, of its first and of its last word
    GIVEN = "given"
    GIVEN_COMMON = "given-common"
    SURNAME = "surname"
    SURNAME_COMMON = "surname-common"
    ORDINARY = "ordinary"
    COMMON = "common"
    UNKNOWN = "unknown"
    LAST_GIVEN = "last-given"
    LAST_ORDINARY = "last-ordinary"
    LAST_COMMON = "last-common"
    LAST_UNKNOWN = "last-unknown"
    LAST_THING = "last-thing"
    PLACE_NAME = "place-name"
    NAME_ONLY = "name-only"
    """A name somewhere, and neither an English word nor a place."""
    NAME_MET = "name-met"
    """Such a name where people stand: `with ines`, `Jun said`."""
    NAMESAKE = "namesake"
    """Known as a product, a brand or a band: `alexa`, `Calvin Klein`."""
    INITIAL = "initial"
    RANK = "rank"
    PARTICLE = "particle"
    CAPITALS = "capitals"
    MIXED_CASE = "mixed-case"
    SHORT = "short"
    LONG = "long"
    AN_A = "an-a"
    AN_I = "an-i"
    # before it
    AT_START = "at-start"
    AFTER_STOP = "after-stop"
    AFTER_WITH = "after-with"
    AFTER_COMPANY = "after-company"
    """`dinner with Ana`, `connect w amy`."""
    AFTER_BY = "after-by"
    AFTER_MET = "after-met"
    AFTER_IN = "after-in"
    AFTER_TO = "after-to"
    AFTER_FROM = "after-from"
    AFTER_PREPOSITION = "after-preposition"
    AFTER_DETERMINER = "after-determiner"
    AFTER_AND = "after-and"
    AFTER_ME_AND = "after-me-and"
    AFTER_ROLE = "after-role"
    AFTER_PERSON_VERB = "after-person-verb"
    AFTER_ING = "after-ing"
    AFTER_CAPITAL = "after-capital"
    AFTER_WORD = "after-word"
    AFTER_DASH = "after-dash"
    AFTER_COMMA = "after-comma"
    AFTER_COLON = "after-colon"
    AFTER_PAREN = "after-paren"
    AFTER_SIGN = "after-sign"
    IN_ROSTER = "in-roster"
    UNDER_ROSTER = "under-roster"
    """In a list below `Attendees`."""
    # behind it
    AT_END = "at-end"
    POSSESSIVE = "possessive"
    OWNER = "owner"
    """`A's birthday`: what only people have."""
    BEFORE_SAID = "before-said"
    BEFORE_VERB = "before-verb"
    BEFORE_AND = "before-and"
    BEFORE_AND_I = "before-and-i"
    BEFORE_PREPOSITION = "before-preposition"
    BEFORE_TO = "before-to"
    BEFORE_THING = "before-thing"
    BEFORE_MEETING = "before-meeting"
    """`ana call`, `ana bday`."""
    BEFORE_NUMBER = "before-number"
    BEFORE_CAPITAL = "before-capital"
    BEFORE_WORD = "before-word"
    BEFORE_S_WORD = "before-s-word"
    """A word that may be a verb of the third person: `ana owns`."""
    BEFORE_STOP = "before-stop"
    BEFORE_COMMA = "before-comma"
    BEFORE_COLON = "before-colon"
    BEFORE_DASH = "before-dash"
    BEFORE_PAREN = "before-paren"
    BEFORE_SIGN = "before-sign"
    BEFORE_LINK = "before-link"
    # what it fills
    SEGMENT = "segment"
    DASH_SEGMENT = "dash-segment"
    WHOLE_LINE = "whole-line"
    SPEAKER = "speaker"
    ATTRIBUTION = "attribution"
    # where it stands
    AMPERSAND = "ampersand"
    """`Johnson & Johnson`, `Ana & Bo`."""
    LINK = "link"
    WHOLE_LINK = "whole-link"
    LINK_TAIL = "link-tail"
    WIKILINK = "wikilink"
    IN_HOST = "in-host"
    PROFILE = "profile"
    ENCYCLOPEDIA = "encyclopedia"
    BOLD = "bold"
    EMPHASIS = "emphasis"
    CAPTION = "caption"
    CAPTION_SEGMENT = "caption-segment"
    HEADING = "heading"
    TITLE = "title"
    ITEM = "item"
    QUOTE = "quote"
    LOWER_TEXT = "lower-text"
    """In an entry whose paragraphs begin in lower case."""


class NameCandidate(Record, frozen=True):
    """A text that may name a person, with all that is seen around it in its entry.

    Whether it does is decided with the whole vault in view.
    """

    name: str
    """As written, blanks folded, without possessive `'s`."""
    form: NameForm
    signs: tuple[NameSign, ...]
    """Of all its occurrences in the entry, in the order of `NameSign`."""
    count: int
    """Occurrences in the entry."""
    spot: Spot
    """The first one."""


class PhraseSource(StrEnum):
    """Where a phrase that may be an idea stands."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    HIGHLIGHT = "highlight"
    HEADING = "heading"
    LINK_TEXT = "link-text"


class Phrase(Record, frozen=True):
    """A phrase that the writer set apart, as plain text."""

    text: str
    source: PhraseSource
    spot: Spot


class Collocation(Record, frozen=True):
    """Two content words side by side, which are a term if several entries share them."""

    text: str
    line: int
    context: str
    """The words around them, about forty characters to each side."""


class Heading(Record, frozen=True):
    """A heading, as plain text: what `[[note#heading]]` points at."""

    text: str
    level: int
    line: int


class DateSource(StrEnum):
    """Where a date was read, best first."""

    FRONT_MATTER = "front-matter"
    TITLE = "title"
    NAME = "name"
    """The file's name or its path."""


class DateOrder(StrEnum):
    """The order of day, month and year that a reading supposes."""

    CERTAIN = ""
    """No supposition: the text allows one reading only."""
    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class DateReading(Record, frozen=True):
    """One day that a text can mean."""

    iso: str
    """`YYYY-MM-DD`, a day that exists."""
    order: DateOrder


class DateClue(Record, frozen=True):
    """A text that says when an entry was written, with all that it can mean."""

    source: DateSource
    text: str
    readings: tuple[DateReading, ...]
    """Empty where the text names no day; several where the order of its parts is open."""
    line: int


WordCounts: TypeAlias = tuple[tuple[str, int], ...]
"""Words with their counts."""

unpack_terms = msgspec.msgpack.Decoder(WordCounts).decode
_CANDIDATES = msgspec.msgpack.Decoder(tuple[NameCandidate, ...])
_COLLOCATIONS = msgspec.msgpack.Decoder(tuple[Collocation, ...])
pack = msgspec.msgpack.Encoder().encode
"""Many small values as bytes: a third of the memory. Few of them come to be more than counted."""
NOTHING = pack(())


class Entry(Record, frozen=True):
    """All that one file says, decided without knowledge of any other file."""

    path: str
    title: str
    aliases: tuple[str, ...]
    dates: tuple[DateClue, ...]
    """In the order of `DateSource`."""
    tags: tuple[Tag, ...]
    links: tuple[Link, ...]
    urls: tuple[UrlReference, ...]
    names: tuple[NameMention, ...]
    phrases: tuple[Phrase, ...]
    headings: tuple[Heading, ...]
    blocks: tuple[str, ...]
    """Block ids (`^id`), without `^`."""
    meta: tuple[tuple[str, str], ...]
    """The scalars of the front matter as text, keys as written, in the order of the file."""
    words: int
    """Words of the visible text; in scripts without spaces, characters."""
    diagnostics: tuple[Diagnostic, ...]
    packed_terms: bytes = NOTHING
    packed_candidates: bytes = NOTHING
    packed_collocations: bytes = NOTHING

    @property
    def terms(self) -> WordCounts:
        """Content words of the visible text, case-folded, with their counts, sorted.

        Unpacked at every call, like the two below.
        """
        return unpack_terms(self.packed_terms)

    @property
    def candidates(self) -> tuple[NameCandidate, ...]:
        """Texts that may be names of people, in the order of the text."""
        return _CANDIDATES.decode(self.packed_candidates)

    @property
    def collocations(self) -> tuple[Collocation, ...]:
        """Pairs of words that may be terms, each once, in the order of the text."""
        return _COLLOCATIONS.decode(self.packed_collocations)


# ---------------------------------------------------------------------------------- resolve


class NodeKind(StrEnum):
    """The kinds of node. A node's id is `kind:key`."""

    ENTRY = "entry"
    MISSING = "missing"
    PERSON = "person"
    TAG = "tag"
    IDEA = "idea"
    URL = "url"


class EdgeKind(StrEnum):
    """The kinds of edge, which are also the keys of the multigraph."""

    LINKS_TO = "links_to"
    EMBEDS = "embeds"
    MENTIONS = "mentions"
    TAGGED = "tagged"
    BROADER = "broader"
    DISCUSSES = "discusses"
    CITES = "cites"


class Node(Record, frozen=True):
    """A thing in the graph. Attributes that a kind does not have are left at their default."""

    kind: NodeKind
    key: str
    label: str
    path: str = ""
    """Entry: vault-relative path."""
    title: str = ""
    """Entry."""
    date: str = ""
    """Entry: `YYYY-MM-DD`; empty where unknown."""
    words: int = 0
    """Entry."""
    meta: tuple[tuple[str, str], ...] = ()
    """Entry: the scalars of its front matter."""
    aliases: tuple[str, ...] = ()
    """Person: the other names it bears, sorted."""
    confidence: float = 1.0
    """Person: 0 to 1; 1 where the writer marked it up."""
    evidence: str = ""
    """Person: what the confidence rests on, where it was inferred from prose."""
    url: str = ""
    """URL: canonical form."""
    site: str = ""
    """URL: the host, without `www.`."""

    @property
    def id(self) -> str:
        """`kind:key`, unique over all kinds."""
        return f"{self.kind.value}:{self.key}"


class Edge(Record, frozen=True):
    """A fact that an entry states, or that two tags' names state (`broader`).

    One edge per source, target and kind; `count` says how often the entry states it.
    """

    kind: EdgeKind
    source: str
    """Node id."""
    target: str
    """Node id."""
    count: int
    line: int
    """1-based line of the first occurrence; 0 for `broader`."""
    context: str
    """The sentence or line of the first occurrence, at most 200 characters."""
    relation: str = ""
    """The key or field of a typed link."""


class Knowledge(msgspec.Struct, frozen=True):
    """What the vault as a whole says: nodes and edges, each list sorted by id."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    """Sorted by source, target and kind; every end is in `nodes`."""
    terms: Mapping[str, WordCounts]
    """Entry node id → its content words with their counts."""
    diagnostics: tuple[Diagnostic, ...]
    """Of every stage so far, sorted by path, line, code and message."""


# ---------------------------------------------------------------------------------- analyse


class Trend(StrEnum):
    """How a theme's share of the entries moves through time."""

    RISING = "rising"
    STEADY = "steady"
    FADING = "fading"
    DORMANT = "dormant"
    SEASONAL = "seasonal"
    """It comes back at one time of the year."""
    BURSTY = "bursty"
    """It crowds into a few stretches of time."""
    UNKNOWN = ""
    """Too few dated entries to say."""


class Quote(msgspec.Struct, frozen=True):
    """A sentence of the vault."""

    path: str
    line: int
    context: str
    """The sentence or line, at most 200 characters."""


class Touch(msgspec.Struct, frozen=True):
    """Another theme that shares entries with one."""

    theme: str
    """Its id."""
    shared: int
    """Entries that both hold."""


class Bridge(msgspec.Struct, frozen=True):
    """A person who belongs to two themes, more than chance explains."""

    person: str
    """Label."""
    themes: tuple[str, str]
    """Ids."""
    entries: tuple[int, int]
    """In how many entries of each theme the person occurs."""


class Gap(msgspec.Struct, frozen=True):
    """Two themes that share people or sources, and yet never meet in an entry."""

    themes: tuple[str, str]
    """Ids."""
    people: tuple[str, ...]
    """Labels of those that both have, the most telling first."""
    sources: tuple[str, ...]
    """The same for sites and addresses."""


class Theme(msgspec.Struct, frozen=True):
    """A set of entries held together by what they share."""

    id: str
    label: str
    terms: tuple[str, ...]
    entries: tuple[str, ...]
    """Paths, the most typical first."""
    people: tuple[str, ...]
    """Labels, the most frequent first; so too `tags`."""
    tags: tuple[str, ...]
    urls: tuple[str, ...]
    """Canonical addresses, the most frequent first."""
    first: str
    """ISO date of the first dated entry; empty where none is dated."""
    last: str
    by_month: dict[str, int]
    """`YYYY-MM` → entries, in order of time, only months that have some."""
    trend: Trend
    score: float
    """How much of the vault the theme explains; themes are listed by it, best first."""
    weights: tuple[float, ...] = ()
    """For each entry, 0 to 1: how typical it is."""
    ideas: tuple[str, ...] = ()
    """Labels, the most frequent first."""
    sites: tuple[str, ...] = ()
    """Hosts of the addresses, the most frequent first."""
    undated: int = 0
    """Entries without a date, which no month counts."""
    bursts: tuple[tuple[str, str], ...] = ()
    """First and last `YYYY-MM` of each stretch in which the theme crowds (Kleinberg 2002)."""
    evidence: tuple[Quote, ...] = ()
    """Up to five sentences that show it best, in order of time."""
    touches: tuple[Touch, ...] = ()
    """Themes that share more entries with it than chance explains, the nearest first."""


class Analysis(msgspec.Struct, frozen=True):
    """What algorithms add to the graph; they change none of its facts."""

    communities: dict[str, int]
    """Node id → number of its community, the largest community first."""
    positions: dict[str, tuple[float, float]]
    """Node id → x, y in the page's units (a node is about 10 wide)."""
    importance: dict[str, float]
    """Node id → 0 to 1, by which the page sizes nodes and picks labels."""
    themes: tuple[Theme, ...]
    theme_of: dict[str, str]
    """Node id → id of its strongest theme, where it has one."""
    bridges: tuple[Bridge, ...] = ()
    """People who belong to two themes, the surest first."""
    gaps: tuple[Gap, ...] = ()
    """Themes that are near and never meet, the nearest first."""
