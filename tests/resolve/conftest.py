"""Entries by hand: what parsing would give, without a file."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
import pytest

from graph.config import Config
from graph.model import (
    DateClue,
    DateOrder,
    DateReading,
    DateSource,
    Entry,
    Heading,
    Knowledge,
    Link,
    LinkSyntax,
    NameCue,
    NameMention,
    Phrase,
    PhraseSource,
    Spot,
    Tag,
    UrlReference,
    pack,
)
from graph.resolve import resolve

EMPTY = Entry(
    path="",
    title="",
    aliases=(),
    dates=(),
    tags=(),
    links=(),
    urls=(),
    names=(),
    phrases=(),
    headings=(),
    blocks=(),
    meta=(),
    words=0,
    diagnostics=(),
)

PACKED = {"terms", "candidates", "collocations"}


class Write:
    """Short ways to write entries and what they hold; each fact stands on its own line."""

    @staticmethod
    def entry(path: str, **facts: object) -> Entry:
        title = path.rpartition("/")[2].removesuffix(".md")
        packed = {f"packed_{fact}": pack(facts.pop(fact)) for fact in PACKED & facts.keys()}
        given = {"path": path, "title": title, **facts, **packed}
        return msgspec.structs.replace(EMPTY, **given)

    @staticmethod
    def wiki(text: str, line: int = 1, relation: str = "") -> Link:
        """`note#anchor|label`, with `!` before it for an embed."""
        name, _, label = text.removeprefix("!").partition("|")
        target, _, anchor = name.partition("#")
        embed = text.startswith("!")
        return Link(target, anchor, label, LinkSyntax.WIKI, embed, relation, Spot(line, text))

    @staticmethod
    def markdown(text: str, line: int = 1) -> Link:
        target, _, anchor = text.partition("#")
        return Link(target, anchor, "text", LinkSyntax.MARKDOWN, False, "", Spot(line, text))

    @staticmethod
    def tag(name: str, line: int = 1) -> Tag:
        return Tag(name, Spot(line, name))

    @staticmethod
    def url(url: str, label: str = "", line: int = 1) -> UrlReference:
        return UrlReference(url, label, "", Spot(line, url))

    @staticmethod
    def name(name: str, cue: NameCue, handle: str = "", line: int = 1) -> NameMention:
        return NameMention(name, cue, handle, Spot(line, name))

    @staticmethod
    def phrase(text: str, source: PhraseSource, line: int = 1) -> Phrase:
        return Phrase(text, source, Spot(line, text))

    @staticmethod
    def headings(*texts: str) -> tuple[Heading, ...]:
        return tuple(Heading(text, 2, line) for line, text in enumerate(texts, 1))

    @staticmethod
    def clue(source: DateSource, text: str, readings: Mapping[str, str]) -> DateClue:
        """Readings as order (empty for certain) → day."""
        days = tuple(DateReading(iso, DateOrder(order)) for order, iso in readings.items())
        return DateClue(source, text, days, 1)


class Known:
    """Knowledge in the words of a test."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.nodes = {node.id: node for node in knowledge.nodes}

    def ids(self, kind: str) -> list[str]:
        """The keys of the nodes of a kind."""
        return [node.key for node in self.knowledge.nodes if node.kind == kind]

    def edges(self, kind: str) -> list[tuple[str, str]]:
        return [(e.source, e.target) for e in self.knowledge.edges if e.kind == kind]

    def targets(self, path: str, kind: str) -> list[str]:
        """The ids that an entry has edges of a kind to."""
        return [target for source, target in self.edges(kind) if source == f"entry:{path}"]

    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.knowledge.diagnostics]


@pytest.fixture
def write() -> type[Write]:
    return Write


@pytest.fixture
def know() -> Callable[..., Known]:
    def know(
        *entries: Entry, config: Mapping[str, object] | None = None, attachments: Sequence[str] = ()
    ) -> Known:
        return Known(resolve(entries, msgspec.convert(config or {}, Config), attachments))

    return know
