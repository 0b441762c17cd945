"""`inkthread people`: who is in the vault."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples
from graph.cli.facts import quoted
from graph.cli.listed import rows
from graph.cli.render import clean, dim, first_of, place, plural

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Doubt, Listed


def doubts(doubtful: "Sequence[Doubt]", limit: int | None) -> Iterator[str]:
    """Two lines for each person in doubt, and how to correct what is wrong."""
    from graph.model import in_words

    if not doubtful:
        yield "nobody is in doubt"
        return
    lines = (
        line
        for doubt in doubtful
        for line in (
            f"{doubt.confidence:.0%}  {_names(doubt)}  {plural(doubt.entries, 'entry', 'entries')}"
            f"  {dim(clean(in_words(doubt.rests_on)))}",
            f"     {place(doubt.example.path, doubt.example.line)}  {dim(quoted(doubt.example))}",
        )
    )
    yield from first_of(lines, limit)
    yield ""
    yield f'In inkthread.toml: [people] ignore = ["{clean(doubtful[0].node.label)}"], or is = [...]'


def _names(doubt: "Doubt") -> str:
    return clean(", ".join((doubt.node.label, *doubt.aliases)))


@click.command(
    epilog=examples("people", "people -n 0", "people --review", "people --vault ~/Journal --json")
)
@click.option("--review", is_flag=True, help="List those in doubt, each with its evidence.")
@answers(lambda answer, limit: (doubts if isinstance(answer, list) else rows)(answer, limit))
def command(build: "Build", *, review: bool) -> "tuple[Listed, ...] | list[Doubt]":
    """List the people and what they go with.

    Those in most entries come first. `?` marks one who was inferred from prose.
    """
    from graph.query import doubtful_people, people

    return list(doubtful_people(build.graph)) if review else people(build.graph)
