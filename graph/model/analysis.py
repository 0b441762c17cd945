"""Themes, and what else algorithms find in the graph: what analysing gives."""

from enum import StrEnum

import msgspec


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
    """Labels, the most frequent first, of equal ones those of typical entries; so too `tags`."""
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
