"""What is gathered from an entry's text while it is read."""

from collections.abc import Callable
from typing import Any, NamedTuple

from graph.model import Heading, Link, NameMention, Phrase, Tag, UrlReference
from graph.parse.fields import Field


class Fact(NamedTuple):
    """A fact whose context is not known before its block has been read to the end."""

    into: list[Any]
    make: Callable[..., Any]
    arguments: tuple[Any, ...]
    start: int
    end: int
    line: int


class Facts:
    """What an entry's text says, in the order of the text."""

    def __init__(self) -> None:
        self.tags: list[Tag] = []
        self.links: list[Link] = []
        self.urls: list[UrlReference] = []
        self.names: list[NameMention] = []
        self.phrases: list[Phrase] = []
        self.headings: list[Heading] = []
        self.fields: list[Field] = []
