"""Links, tags and addresses, as written."""

from enum import StrEnum

from graph.model.record import Record, Spot


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
