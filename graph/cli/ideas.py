"""`inkthread ideas`: what the vault keeps coming back to."""

from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples
from graph.cli.listed import rows

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Listed


@click.command(epilog=examples("ideas", "ideas -n 100", "ideas --json"))
@answers(rows)
def command(build: "Build") -> "tuple[Listed, ...]":
    """List the ideas and what they go with.

    Those in most entries come first.
    """
    from graph.query import ideas

    return ideas(build.graph)
