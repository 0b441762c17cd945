"""All that the vault says, as nodes and edges: what resolving gives."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from graph.model.entry import WordCounts
from graph.model.record import Diagnostic, Record


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
