"""Evidence: the few sentences that show a theme best, from what its own entries state."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

import networkx as nx

from graph.model import EdgeKind, Quote

MOST_QUOTES = 5
STRONGEST = 40
"""Entries that are searched for sentences, the most typical first."""
FEWEST_WORDS = 5
MOST_WORDS = 45
FRAGMENT = 0.35
"""What a line that does not end like a sentence counts for, where a sentence counts 1."""
CUT = 0.5
"""What a sentence without its beginning counts for."""
WHOLE_LINE = 45
"""Signs; a longer line without an end may be words cut out of their sentence."""
SAID_BEFORE = 0.5
"""What a word counts for each time that another quote has said it."""
SAME_MONTH = 0.7
UNDATED = 0.8
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’-][^\W_]+)*")
"""A word, or one sign of a script that has no spaces."""
ENDS = tuple(".!?。！？")
CLOSING = "'\"’”)]"
"""What may follow the end of a sentence."""
PROPERTY = re.compile(r"[\w.-]+::?\s")
"""How a line of front matter or a field begins."""


class Line(NamedTuple):
    """A sentence or line that an edge of the graph was read from."""

    quote: Quote
    words: frozenset[str]
    """All of them, folded."""
    text: str
    """The same in their order, with a space before and after each."""
    shape: float
    """How much it is a sentence, up to 1."""
    day: str
    """ISO date of its entry; empty where unknown."""

    @property
    def month(self) -> str:
        """`YYYY-MM`; empty where unknown."""
        return self.day[:7]


class Lines:
    """The lines of entries; each entry is read once, however many themes it belongs to."""

    def __init__(self, graph: "nx.MultiDiGraph[str]") -> None:
        self._graph = graph
        self._read: dict[str, tuple[Line, ...]] = {}

    def of(self, entry: str) -> tuple[Line, ...]:
        """The lines of an entry that may be quoted, each once."""
        if entry not in self._read:
            self._read[entry] = tuple(self._lines(entry))
        return self._read[entry]

    def _lines(self, entry: str) -> Iterator[Line]:
        has = self._graph.nodes[entry]
        path, day = has["path"], has.get("date", "")
        edges = [(target, edge) for _, target, edge in self._graph.out_edges(entry, data=True)]
        contexts = {
            edge["context"]: edge["line"]
            for _, edge in sorted(edges, key=itemgetter(0))
            if edge["line"] and edge["kind"] != EdgeKind.BROADER
        }
        for context, line in contexts.items():
            if not (shape := _shape(context)):
                continue
            words = _words(context)
            if FEWEST_WORDS <= len(words) <= MOST_WORDS:
                text = f" {' '.join(words)} "
                yield Line(Quote(path, line, context), frozenset(words), text, shape, day)


class _Candidate(NamedTuple):
    """A line that says something of the theme."""

    line: Line
    said: frozenset[str]
    """Which of the theme's words."""


def find_quotes(
    lines: Lines, entries: Sequence[str], words: Mapping[str, float]
) -> tuple[Quote, ...]:
    """Choose up to five sentences, from different entries, that say what the theme is about.

    Greedy: the next is the one whose words weigh most, where a word that was quoted already
    and a month that was quoted already weigh less. What several entries repeat is quoted once.
    Linear in the lines of 40 entries.

    Args:
        lines: Of the graph, whose edges hold the sentence that each fact was read from.
        entries: Node ids, the most typical first.
        words: The theme's terms with their weights; single letters show nothing.
    """
    weights = {" ".join(_words(word)): weight for word, weight in words.items() if len(word) > 1}
    said_by = _finder(weights)
    found = [(line, said_by(line)) for entry in entries[:STRONGEST] for line in lines.of(entry)]
    left = [_Candidate(line, said) for line, said in found if said]
    chosen: list[Line] = []
    while left and len(chosen) < MOST_QUOTES:
        months = {line.month for line in chosen}
        best = max(left, key=lambda one: (_worth(one, weights, months), one.line.quote.context))
        chosen.append(best.line)
        for word in best.said:
            weights[word] *= SAID_BEFORE
        left = [one for one in left if not _repeats(one.line, best.line)]
    return tuple(line.quote for line in sorted(chosen, key=lambda line: line.day or "~"))


def _repeats(one: Line, other: Line) -> bool:
    """Whether a line stands in the entry of another one, or says the same."""
    return one.quote.path == other.quote.path or one.text == other.text


def _finder(phrases: Iterable[str]) -> Callable[[Line], frozenset[str]]:
    """What tells which of some folded phrases a line says; looks for those alone that may be."""
    beginning: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        beginning[phrase.partition(" ")[0]].append(phrase)

    def said_by(line: Line) -> frozenset[str]:
        begun = (phrase for word in beginning.keys() & line.words for phrase in beginning[word])
        return frozenset(phrase for phrase in begun if f" {phrase} " in line.text)

    return said_by


def _worth(one: _Candidate, weights: Mapping[str, float], months: Set[str]) -> float:
    said = math.fsum(weights[word] for word in one.said)
    when = SAME_MONTH if one.line.month in months else 1.0
    return round(said * one.line.shape * (when if one.line.month else UNDATED), 6)


def _shape(context: str) -> float:
    """How much a line is a sentence: 0 where it is cut or a property."""
    if context.rstrip(CLOSING).endswith(ENDS):
        return CUT if context.startswith("…") else 1.0
    return 0.0 if len(context) > WHOLE_LINE or PROPERTY.match(context) else FRAGMENT


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
