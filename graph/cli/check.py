"""`inkthread check`: what a writer may want to mend."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples
from graph.cli.render import clean, dim, first_of, heading, place, plural, table

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Check


def render(check: "Check", limit: int | None) -> Iterator[str]:
    """Problems, then links to nothing, then entries that stand alone."""
    yield from _part(plural(len(check.problems), "problem"), _problems(check), limit)
    broken = [
        [place(one.path, one.line), clean(one.target), dim(clean(one.context))]
        for one in check.broken
    ]
    yield from _part(plural(len(broken), "link to nothing", "links to nothing"), broken, limit)
    alone = [[clean(one.id.partition(":")[2])] for one in check.orphans]
    entries = plural(len(alone), "entry that stands", "entries that stand")
    yield from _part(f"{entries} alone", alone, limit)
    if check.left_out:
        yield dim(f"{plural(check.left_out, 'file')} left out on purpose: see diagnostics.json")


def _problems(check: "Check") -> list[list[str]]:
    return [
        [one.severity, place(one.path, one.line), clean(one.message), dim(clean(one.hint))]
        for one in check.problems
    ]


def _part(title: str, rows: list[list[str]], limit: int | None) -> Iterator[str]:
    yield heading(title)
    yield from first_of(("  " + row for row in table(rows)), limit)


@click.command(epilog=examples("check", "check -n 0 | less", "check --json"))
@answers(render, limit=20)
def command(build: "Build") -> "Check":
    """List what may need mending.

    Broken and ambiguous links, unreadable entries, and entries that stand alone.
    """
    from graph.query import check

    return check(build.graph, build.diagnostics)
