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


class Targets:
    """The distinct targets that an entry names, of which only the first count.

    Args:
        limit: How many of them.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._first: set[str] = set()
        self._more: set[str] = set()

    def count(self, target: str) -> bool:
        """Whether a target is one of the first."""
        if target in self._first:
            return True
        if len(self._first) < self.limit:
            self._first.add(target)
            return True
        self._more.add(target)
        return False

    @property
    def found(self) -> int:
        """How many there are, counted or not."""
        return len(self._first) + len(self._more)


class Facts:
    """What an entry's text says, in the order of the text.

    Args:
        limit: How many targets of links, and how many addresses, are taken.
    """

    def __init__(self, limit: int) -> None:
        self.targets = Targets(limit)
        self.addresses = Targets(limit)
        self.tags: list[Tag] = []
        self.links: list[Link] = []
        self.urls: list[UrlReference] = []
        self.names: list[NameMention] = []
        self.phrases: list[Phrase] = []
        self.headings: list[Heading] = []
        self.fields: list[Field] = []
