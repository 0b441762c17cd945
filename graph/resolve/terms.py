"""Terms: pairs of words that several entries share more often than chance explains."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import NamedTuple

from graph.model import Collocation, Entry
from graph.resolve.phrases import stem_key

ENTRIES = 3
"""In how many entries a term must stand."""
BOUND = 0.5
"""Normalised pointwise mutual information, 0 for chance and 1 for words that are never apart,
that the words of a term must reach (Bouma 2009, "Normalized (Pointwise) Mutual Information in
Collocation Extraction")."""


class Term(NamedTuple):
    """A term in an entry."""

    path: str
    collocation: Collocation


def shared_terms(entries: Sequence[Entry]) -> Iterator[Term]:
    """Every place of every term, in the order of the entries; linear in the collocations.

    Plural endings are folded before counting. A pair counts once an entry, so that one entry
    that repeats itself proves nothing.
    """
    terms = _terms(entries)
    for entry in entries:
        for collocation in entry.collocations:
            if stem_key(collocation.text) in terms:
                yield Term(entry.path, collocation)


def _terms(entries: Sequence[Entry]) -> set[str]:
    shared = Counter(
        key for entry in entries for key in {stem_key(pair.text) for pair in entry.collocations}
    )
    pairs = {key: count for key, count in shared.items() if count >= ENTRIES}
    words = _occurrences(entries, {word for key in pairs for word in key.split("-")})
    total = sum(entry.words for entry in entries)
    return {key for key, count in pairs.items() if _npmi(key, count, words, total) >= BOUND}


def _occurrences(entries: Iterable[Entry], wanted: set[str]) -> Counter[str]:
    """How often each word stands in the vault, plural endings folded."""
    written: Counter[str] = Counter()
    for entry in entries:
        for term, count in entry.terms:
            written[term] += count
    counts: Counter[str] = Counter()
    for term, count in written.items():
        word = stem_key(term)
        if word in wanted:
            counts[word] += count
    return counts


def _npmi(key: str, count: int, words: Counter[str], total: int) -> float:
    parts = key.split("-")
    if len(parts) != 2 or count >= total:
        return 0.0
    first, last = (max(words[part], count) for part in parts)
    return log(count * total / (first * last)) / log(total / count)
