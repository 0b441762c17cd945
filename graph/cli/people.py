"""`inkthread people`: who is in the vault."""

from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples
from graph.cli.listed import rows

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Listed


@click.command(epilog=examples("people", "people -n 0", "people --vault ~/Journal --json"))
@answers(rows)
def command(build: "Build") -> "tuple[Listed, ...]":
    """List the people and what they go with.

    Those in most entries come first. `?` marks one who was inferred from prose.
    """
    from graph.query import people

    return people(build.graph)
