"""Labels that a template gave to entries: they say what kind of text follows, not what it is about.

Two entries seldom choose the same headings in the same order. If they do, a template chose.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from graph.model import Entry, Phrase, PhraseSource
from graph.resolve.phrases import stem_key, trim

SHARED_BY = {2: 3, 3: 2}
"""How many labels in a row → how many entries must share them."""
SHARE = 0.5
"""In so many of the entries that bear a label it must stand in such a row: copies of an entry
prove little about a label that stands elsewhere by itself."""


def is_label(phrase: Phrase) -> bool:
    """Whether a phrase is a heading, or like one: bold with nothing beside it, or with a colon."""
    if phrase.source is PhraseSource.HEADING:
        return True
    if phrase.source is PhraseSource.LINK_TEXT or not phrase.spot.context.startswith(phrase.text):
        return False
    behind = phrase.spot.context[len(phrase.text) :].lstrip()
    return behind.startswith(":") or not any(map(str.isalnum, behind))


def template_labels(entries: Iterable[Entry]) -> frozenset[str]:
    """The keys of the labels that belong to a template; linear in the labels."""
    rows = [
        [stem_key(trim(phrase.text)) for phrase in entry.phrases if is_label(phrase)]
        for entry in entries
    ]
    holders = Counter(stretch for row in rows for stretch in set(_stretches(row)))
    everywhere: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for row in rows:
        everywhere.update(set(row))
        shared.update(
            {
                label
                for stretch in _stretches(row)
                if holders[stretch] >= SHARED_BY[len(stretch)]
                for label in stretch
            }
        )
    return frozenset(label for label in shared if shared[label] >= SHARE * everywhere[label])


def _stretches(row: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Different labels in a row."""
    for length in SHARED_BY:
        for start in range(len(row) - length + 1):
            stretch = tuple(row[start : start + length])
            if len(set(stretch)) == length:
                yield stretch
