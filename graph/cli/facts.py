"""Evidence as rows: when, where, what, and the words of the entry."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.cli.render import clean, dim, place, table

if TYPE_CHECKING:
    from graph.query import Evidence


def rows_of_entries(facts: "Sequence[Evidence]") -> Iterator[str]:
    """One line for each fact: when, where, which entry, and its words."""
    return table(
        [
            [
                clean(fact.date),
                place(fact.path, fact.line),
                clean(fact.source.label),
                dim(quoted(fact)),
            ]
            for fact in facts
        ]
    )


def rows_of_targets(facts: "Sequence[Evidence]") -> Iterator[str]:
    """One line for each fact of one entry: the line, what it speaks of, and its words."""
    lines = [str(fact.line) if fact.line else "" for fact in facts]
    rows = zip(facts, lines, strict=True)
    return table(
        [[line, clean(fact.target.label), dim(quoted(fact))] for fact, line in rows], frozenset({0})
    )


def quoted(fact: "Evidence") -> str:
    """The words around a fact, with the field that holds it and how often it stands there."""
    field = f"{clean(fact.relation)}: " if fact.relation else ""
    times = f" (x{fact.count})" if fact.count > 1 else ""
    return f"{field}{clean(fact.context)}{times}"
