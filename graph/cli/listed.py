"""People and ideas as rows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.cli.render import clean, counted, dim, first_of, sparkline, table, whole_axis

if TYPE_CHECKING:
    from graph.query import Listed

ENTRIES = frozenset({1})


def rows(listed: "Sequence[Listed]", limit: int | None) -> Iterator[str]:
    """A table: name, entries, first and last, through time, and what goes with it."""
    if not listed:
        yield "none found"
        return
    axis = whole_axis(one.by_month for one in listed)
    names = [
        [
            clean(one.node.label) + dim("?" if one.confidence < 1 else ""),
            str(one.entries),
            clean(one.first),
            clean(one.last),
            sparkline(one.by_month, 12, axis),
            dim("; ".join(filter(None, (counted(one.people), counted(one.ideas))))),
        ]
        for one in listed
    ]
    header = [dim(name) for name in ("name", "entries", "first", "last", "through time", "with")]
    first, *rest = table([header, *names], ENTRIES)
    yield first
    yield from first_of(rest, limit)
