"""`inkthread why`: the evidence for one node."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples, node_called
from graph.cli.facts import quoted
from graph.cli.render import clean, dim, first_of, heading, place, table

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Why


def render(why: "Why", limit: int | None) -> Iterator[str]:
    """One line for each statement."""
    from graph.model import in_words

    yield heading(clean(why.node.label)) + f"  {clean(why.node.id)}"
    if why.rests_on:
        yield f"inferred from prose: {clean(in_words(why.rests_on))}"
    rows = [
        [
            clean(fact.date),
            place(fact.path, fact.line),
            fact.edge,
            clean((fact.target if fact.source == why.node else fact.source).label),
            dim(quoted(fact)),
        ]
        for fact in why.evidence
    ]
    yield from first_of(table(rows), limit)


@click.command(epilog=examples("why Anna", "why '#garden' --json"))
@click.argument("node")
@answers(render)
def command(build: "Build", node: str) -> "Why":
    """Show every place that speaks of NODE."""
    from graph.query import why

    return why(build.graph, node_called(build, node))
