"""`inkthread compare`: two stretches of time side by side."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples
from graph.cli.render import clean, dim, first_of, heading, note, plural, table

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Change, Comparison

COUNTS = frozenset({1, 2})


def render(found: "Comparison", limit: int | None) -> Iterator[str]:
    """A table for each kind of thing."""
    for span in (found.first, found.second):
        yield f"{heading(clean(span.name))}  {plural(span.entries, 'entry', 'entries')}"
    kinds = {
        "themes": found.themes,
        "people": found.people,
        "ideas": found.ideas,
        "tags": found.tags,
    }
    if not any(kinds.values()):
        yield "no change beyond chance"
    for name, changes in kinds.items():
        if changes:
            yield ""
            yield from _table([name, found.first.name, found.second.name], changes, limit)


def _table(names: list[str], changes: "Sequence[Change]", limit: int | None) -> Iterator[str]:
    header = [dim(clean(name)) for name in (*names, "change")]
    rows = [[clean(one.label), str(one.before), str(one.after), one.change] for one in changes]
    first, *rest = table([header, *rows], COUNTS)
    yield first
    yield from first_of(rest, limit)


@click.command(
    epilog=examples("compare 2024 2025", "compare 2024-06..2024-08 2025-06..2025-08 --json")
)
@click.argument("first")
@click.argument("second")
@answers(render, limit=20)
def command(build: "Build", first: str, second: str) -> "Comparison":
    """Show what came and what went from FIRST to SECOND.

    Each is a year, a month or a day (2024, 2024-09, 2024-09-25), or a range such as
    2024-09..2025-03, open at either end. All themes are listed, and of people, ideas and tags
    those that changed: `came` and `went` are in one stretch only, `more` and `less` are of its
    share of the entries. A change counts where chance explains it in fewer than 1 of 20 cases.
    """
    from graph.query import compare, parse_period

    found = compare(build.graph, build.themes, parse_period(first), parse_period(second))
    if found.undated:
        note(f"{plural(found.undated, 'entry', 'entries')} without a date in neither")
    return found
