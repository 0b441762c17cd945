"""What flows between the stages: plain, frozen values that know nothing of any tool.

    record      what every stage shares: SourceFile, Spot, Diagnostic
    links       what an entry says, as written: links, tags, addresses
    phrases         phrases, words side by side, headings
    names           texts that may name a person
    reasons     why one of them is taken for a person, in words
    dates           texts that say when it was written
    paths       how an entry is known to its writer
    entry       Entry: all of it, from parsing
    knowledge   Node, Edge, Knowledge: what the vault says, from resolving
    analysis    Theme, Analysis: what algorithms find in it, from analysing

A fact as written (`Link`) and a fact as decided (`Edge`) are two types, so that parsing needs
no vault and can be cached and run in parallel. Other code imports from here alone.

The types are `msgspec.Struct`: slotted, frozen, and encoded to msgpack without further code
(docs/decisions/0003-msgspec.md).
"""

from graph.model.analysis import Analysis, Bridge, Gap, Quote, Theme, Touch, Trend
from graph.model.dates import DateClue, DateOrder, DateReading, DateSource
from graph.model.entry import NOTHING, Entry, WordCounts, pack, unpack_terms
from graph.model.knowledge import Edge, EdgeKind, Knowledge, Node, NodeKind
from graph.model.links import Link, LinkSyntax, Tag, UrlReference
from graph.model.names import NameCandidate, NameCue, NameForm, NameMention, NameSign
from graph.model.paths import known_as
from graph.model.phrases import Collocation, Heading, Phrase, PhraseSource
from graph.model.reasons import REASONS, in_words
from graph.model.record import Diagnostic, Record, Severity, SourceFile, Spot

__all__ = [
    "NOTHING",
    "REASONS",
    "Analysis",
    "Bridge",
    "Collocation",
    "DateClue",
    "DateOrder",
    "DateReading",
    "DateSource",
    "Diagnostic",
    "Edge",
    "EdgeKind",
    "Entry",
    "Gap",
    "Heading",
    "Knowledge",
    "Link",
    "LinkSyntax",
    "NameCandidate",
    "NameCue",
    "NameForm",
    "NameMention",
    "NameSign",
    "Node",
    "NodeKind",
    "Phrase",
    "PhraseSource",
    "Quote",
    "Record",
    "Severity",
    "SourceFile",
    "Spot",
    "Tag",
    "Theme",
    "Touch",
    "Trend",
    "UrlReference",
    "WordCounts",
    "in_words",
    "known_as",
    "pack",
    "unpack_terms",
]
