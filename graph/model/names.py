"""Texts that may name a person, as written, and what speaks for it."""

from enum import StrEnum

from graph.model.record import Record, Spot


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
    AFTER_NAME = "after-name"
    """Beside a word that is only a name, in a list: `Ana, Bo and Cy`."""
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
    BEFORE_NAME = "before-name"
    """Likewise, where the other follows."""
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
    FIRST_PERSON = "first-person"
    """In an entry that says `I`."""
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
