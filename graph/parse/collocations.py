"""Two content words side by side: what may be a term, if several entries share it."""

from collections.abc import Iterable

from graph.model import Collocation
from graph.parse.prose.kinds import TERM
from graph.parse.prose.tokens import Tokens

REACH = 40
"""Characters of context to each side."""


def collocations(texts: Iterable[Tokens]) -> tuple[Collocation, ...]:
    """The pairs of an entry, each once, in the order of the text; linear in its length.

    Args:
        texts: The words of its passages.
    """
    found: dict[str, Collocation] = {}
    for tokens in texts:
        text, line, counted = tokens.passage.text, tokens.passage.line, 0
        for match in TERM.finditer(tokens.kinds):
            index = match.start()
            if not tokens.joined(index):
                continue
            start, end = tokens.start(index), tokens.end(index + 1)
            pair = text[start:end]
            key = pair.lower()
            if key not in found:
                line += text.count("\n", counted, start)
                counted = start
                found[key] = Collocation(pair, line, _around(text, start, end))
    return tuple(found.values())


def _around(text: str, start: int, end: int) -> str:
    """The words around a stretch of a line."""
    cut = text[max(0, start - REACH) : end + REACH]
    if "\n" in cut:
        before, behind = text[max(0, start - REACH) : start], text[start : end + REACH]
        cut = before.rpartition("\n")[2] + behind.partition("\n")[0]
    return " ".join(cut.split())
