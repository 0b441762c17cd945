"""What may be an idea, as written: phrases that were set apart, words side by side, headings."""

from enum import StrEnum

from graph.model.record import Record, Spot


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
