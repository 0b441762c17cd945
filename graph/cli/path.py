"""`inkthread path`: how two nodes are connected."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples, node_called
from graph.cli.facts import quoted
from graph.cli.render import clean, dim, heading, place, table

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Connection, Ref, Step


def render(connection: "Connection", limit: int | None) -> Iterator[str]:  # noqa: ARG001 - a way is shown whole
    """Draw the way from top to bottom."""
    yield _name(connection.start)
    for step in connection.steps:
        yield from table([[dim(_because(step))]])
        yield _name(step.end)
    if not connection.connected:
        yield "nothing connects it to"
        yield _name(connection.end)


def _name(node: "Ref") -> str:
    return f"{heading(clean(node.label))}  {node.kind}"


def _because(step: "Step") -> str:
    fact = step.evidence
    when = f", {clean(fact.date)}" if fact.date and fact.date not in fact.path else ""
    return f"  | {place(fact.path, fact.line)}{when}  {quoted(fact)}"


@click.command(epilog=examples("path Anna 'compost heap'", "path '#garden' person:tom --json"))
@click.argument("a")
@click.argument("b")
@answers(render)
def command(build: "Build", a: str, b: str) -> "Connection":
    """Show how A and B are connected.

    Each step names the entry that says so. The way prefers what is specific: a book that two
    entries name explains more than a tag that half of the vault bears.
    """
    from graph.query import connection

    return connection(build.graph, node_called(build, a), node_called(build, b))
