"""Two content words side by side: what may be a term, if several entries share it."""

from graph.model import Collocation
from graph.parse.prose.kinds import TERM
from graph.parse.prose.tokens import NOWHERE, Tokens

REACH = 40
"""Characters of context to each side."""
STOP = ". "
"""Where a sentence ends, more often than not."""


def collocations(tokens: Tokens) -> tuple[Collocation, ...]:
    """The pairs of an entry, each once, in the order of the text; linear in its length.

    Args:
        tokens: The words of its passages.
    """
    found: dict[str, Collocation] = {}
    place = NOWHERE
    for match in TERM.finditer(tokens.kinds):
        index = match.start()
        if not tokens.joined(index):
            continue
        pair = tokens.text(index, index + 1)
        key = pair.lower()
        if key in found:
            continue
        if index >= place.end:
            place = tokens.place(index)
        start = place.start(index)
        context = _around(place.passage.shown, start, start + len(pair))
        found[key] = Collocation(pair, place.line, context)
    return tuple(found.values())


def _around(text: str, start: int, end: int) -> str:
    """The words around a stretch of a sentence, with `…` for those that are left out."""
    before, behind = text[max(0, start - REACH) : start], text[start : end + REACH]
    begin = max(before.rfind("\n") + 1, before.rfind(STOP) + len(STOP) if STOP in before else 0)
    if begin:
        before = before[begin:]
    elif start > REACH:
        before = "…" + before.partition(" ")[2]
    line, newline, _ = behind.partition("\n")
    sentence, stop, _ = line.partition(STOP)
    if stop:
        behind = f"{sentence}."
    elif newline:
        behind = line
    elif end + REACH < len(text):
        behind = behind[: max(behind.rfind(" "), end - start)] + "…"
    return " ".join((before + behind).split())
