"""Evidence as rows: when, where, what, and the words of the entry."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.cli.render import clean, dim, place, table

if TYPE_CHECKING:
    from graph.query import Evidence


def fact_rows(facts: "Sequence[Evidence]", name: str = "") -> Iterator[str]:
    """One line for each fact.

    Args:
        facts: What to show, in this order.
        name: `source` or `target` to name that end of each; empty for neither.
    """
    rows = [
        [
            clean(fact.date),
            place(fact.path, fact.line),
            *([clean(getattr(fact, name).label)] if name else []),
            dim(quoted(fact)),
        ]
        for fact in facts
    ]
    return table(rows)


def quoted(fact: "Evidence") -> str:
    """The words around a fact, with the field that holds it and how often it stands there."""
    field = f"{clean(fact.relation)}: " if fact.relation else ""
    times = f" (x{fact.count})" if fact.count > 1 else ""
    return f"{field}{clean(fact.context)}{times}"
