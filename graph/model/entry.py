"""All that one file says: what parsing gives."""

from typing import TypeAlias

import msgspec

from graph.model.dates import DateClue
from graph.model.links import Link, Tag, UrlReference
from graph.model.names import NameCandidate, NameMention
from graph.model.phrases import Collocation, Heading, Phrase
from graph.model.record import Diagnostic, Record

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
    """Ids of blocks (`^id`, Logseq's `id:: id`) and of headings (`{#id}`), without signs."""
    meta: tuple[tuple[str, str], ...]
    """The scalars of the front matter, and lists that nothing else reads, as text; keys as written,
    in the order of the file."""
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
