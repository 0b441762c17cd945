"""The words of entries, in little room."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.model import NOTHING, Entry, WordCounts, unpack_terms
from graph.resolve.findings import entry_id


class Words(Mapping[str, WordCounts]):
    """Entry node id → its content words with their counts, unpacked when asked for.

    The entry asked for last stays unpacked: most are asked for many times in a row.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._packed = {entry_id(entry.path): entry.packed_terms for entry in entries}
        self._last = "", unpack_terms(NOTHING)

    def __getitem__(self, entry: str) -> WordCounts:
        if self._last[0] != entry:
            self._last = entry, unpack_terms(self._packed[entry])
        return self._last[1]

    def totals(self) -> Counter[str]:
        """How often each word stands in all entries; linear in the words."""
        totals: Counter[str] = Counter()
        for packed in self._packed.values():
            for word, count in unpack_terms(packed):
                totals[word] += count
        return totals

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
