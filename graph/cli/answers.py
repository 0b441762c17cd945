"""What every command that asks a vault has in common: its options, and two forms of output.

Such a command is a function from a build to an answer. Text and JSON are made of that one
value, so they cannot drift apart.
"""

import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graph.cli.render import note, write, write_json
from graph.cli.vault import Settings, open_vault, settings_options

if TYPE_CHECKING:
    from graph.pipeline import Build

Answer = TypeVar("Answer")


def answers(
    render: Callable[[Any, int | None], Iterable[str]], limit: int | None = None
) -> Callable[[Callable[..., Answer]], Callable[..., None]]:
    """Turn a function from a build to an answer into what `click.command` wants.

    Args:
        render: From the answer and the limit to lines of text.
        limit: How much of a list to show unless `-n` says so; `None` is as much as fits a
            terminal, and all in a pipe.
    """

    def decorate(ask: Callable[..., Answer]) -> Callable[..., None]:
        @click.option(
            "--vault",
            type=click.Path(path_type=Path),
            default="vault",
            show_default=True,
            help="The folder of entries.",
        )
        @settings_options
        @click.option(
            "-n", "--limit", type=click.IntRange(0), metavar="N", default=limit, help=LIMIT_HELP
        )
        @click.option("--json", "as_json", is_flag=True, help="Print all of the answer as JSON.")
        @functools.wraps(ask)
        def command(
            vault: Path, settings: Settings, limit: int | None, as_json: bool, **words: Any
        ) -> None:
            answer = ask(open_vault(vault, settings), **words)
            if as_json:
                write_json(answer)
            else:
                write(render(answer, limit))

        return command

    return decorate


LIMIT_HELP = "Show this many of a list; 0 shows all."


def examples(*lines: str) -> str:
    """Lay examples out as the end of a help page."""
    return "\b\nExamples:\n" + "\n".join(f"  inkthread {line}" for line in lines)


def node_called(build: "Build", name: str) -> str:
    """Find a node by its name, and say so where the name could mean another."""
    from graph.query import find_node

    match = find_node(build.graph, name)
    if match.others:
        some = ", ".join(match.others[:3]) + (" ..." if len(match.others) > 3 else "")
        note(f"showing {match.node}; {name!r} is also {some}")
    return match.node
