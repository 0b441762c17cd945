"""Evidence: the few sentences that show a theme best, from what its own entries state."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
WHOLE_LINE = 45
"""Signs; a longer line without an end may be words cut out of their sentence."""
SAID_BEFORE = 0.5
"""What a word counts for each time that another quote has said it."""
SAME_MONTH = 0.7
UNDATED = 0.8
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’-][^\W_]+)*")
"""A word, or one sign of a script that has no spaces."""
ENDS = re.compile(r"[.!?。！？]['\"’”)\]]*$")
PROPERTY = re.compile(r"[\w.-]+::?\s")
"""How a line of front matter or a field begins."""


class _Line(NamedTuple):
    """A sentence or line that an edge of the graph was read from."""

    quote: Quote
    words: frozenset[str]
    """Which of the theme's words it says."""
    shape: float
    month: str


def find_quotes(
    graph: "nx.MultiDiGraph[str]", entries: Sequence[str], words: Mapping[str, float]
) -> tuple[Quote, ...]:
    """Choose up to five sentences, from different entries, that say what the theme is about.

    Greedy: the next is the one whose words weigh most, where a word that was quoted already
    and a month that was quoted already weigh less. Linear in the lines of 40 entries.

    Args:
        graph: Its edges hold the sentence that each fact was read from.
        entries: Node ids, the most typical first.
        words: The theme's terms with their weights; single letters show nothing.
    """
    folded = {_fold(word): weight for word, weight in words.items() if len(word) > 1}
    lines = [line for entry in entries[:STRONGEST] for line in _lines(graph, entry, folded)]
    chosen: list[_Line] = []
    while lines and len(chosen) < MOST_QUOTES:
        best = max(lines, key=lambda line: (_worth(line, folded, chosen), line.quote.context))
        chosen.append(best)
        lines = [line for line in lines if line.quote.path != best.quote.path]
    return tuple(line.quote for line in sorted(chosen, key=lambda line: line.month or "~"))


def _lines(
    graph: "nx.MultiDiGraph[str]", entry: str, words: Mapping[str, float]
) -> Iterator[_Line]:
    """The lines of an entry that say a word of the theme, each once."""
    has = graph.nodes[entry]
    contexts = {
        edge["context"]: edge["line"]
        for _, target, edge in sorted(graph.out_edges(entry, data=True), key=lambda e: e[1])
        if edge["line"] and edge["kind"] != EdgeKind.BROADER
    }
    for context, line in contexts.items():
        shape, text = _shape(context), f" {_fold(context)} "
        said = frozenset(word for word in words if f" {word} " in text)
        if shape and said:
            quote = Quote(has["path"], line, context)
            yield _Line(quote, said, shape, has.get("date", "")[:7])


def _worth(line: _Line, words: Mapping[str, float], chosen: Iterable[_Line]) -> float:
    said = sum(
        words[word] * SAID_BEFORE ** sum(word in other.words for other in chosen)
        for word in line.words
    )
    again = any(line.month == other.month for other in chosen)
    when = SAME_MONTH if line.month and again else 1.0
    return round(said * line.shape * (when if line.month else UNDATED), 6)


def _shape(context: str) -> float:
    """How much a line is a sentence: 0 where it is too short, too long, cut or a property."""
    if not FEWEST_WORDS <= len(WORD.findall(context)) <= MOST_WORDS:
        return 0.0
    if ENDS.search(context):
        return 1.0
    return 0.0 if PROPERTY.match(context) or len(context) > WHOLE_LINE else FRAGMENT


def _fold(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
