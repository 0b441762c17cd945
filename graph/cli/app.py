"""The group of all commands. Every error ends here, as one line, a hint and an exit code."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from graph.cli.render import hint, problem
from graph.errors import InkthreadError, UsageError

COMMANDS = {
    "build": "build",
    "serve": "serve",
    "info": "info",
    "path": "path",
    "why": "why",
    "people": "people",
    "ideas": "ideas",
    "themes": "themes",
    "compare": "compare",
    "check": "check",
    "cache": "cache",
    "completion": "completion",
}
"""Command → its module in this package, in the order of `--help`. Loaded when first needed."""

BUG = "this is a bug; `inkthread --debug COMMAND ...` prints what a report of it needs"
FAILED = 3
INTERRUPTED = 130
BROKEN_PIPE = 141
"""128 + SIGPIPE: what a shell reports for other tools whose reader has gone."""


class Application(click.Group):
    """A group that imports a command when it is used, and shows every error in one way."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """List the names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"graph.cli.{COMMANDS[cmd_name]}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; suggest the nearest where there is none of that name."""
        name = args[0]
        if name not in COMMANDS and name[:1].isalnum() and not ctx.resilient_parsing:
            from difflib import get_close_matches

            nearest = get_close_matches(name, COMMANDS, 1) or [f"one of {', '.join(COMMANDS)}"]
            raise UsageError(f"there is no command {name!r}", f"did you mean {nearest[0]}?")
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> Any:
        """Run, and exit with a code that docs/commands.md lists."""
        _never_fail_to_print()
        extra.update(prog_name="inkthread", standalone_mode=False)
        try:
            sys.exit(super().main(args, **extra))
        except click.Abort:
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            sys.exit(_show_usage(error))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except BrokenPipeError:
            ctx.exit(BROKEN_PIPE)
        except InkthreadError as error:
            _show(error.message, error.hint)
            ctx.exit(error.exit_code)
        except Exception as error:
            if ctx.params["debug"]:
                raise
            _show(f"{type(error).__name__}: {error}", BUG)
            ctx.exit(FAILED)


@click.command(
    cls=Application,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90},
    epilog="Start with `inkthread build`, then open output/graph.html.",
)
@click.option("--debug", is_flag=True, envvar="INKTHREAD_DEBUG", help="Show the trace of a bug.")
@click.version_option(None, "-V", "--version", package_name="inkthread")
@click.pass_context
def main(ctx: click.Context, debug: bool) -> None:  # noqa: ARG001 - read by Application.invoke
    """See the people, ideas and themes that run through a folder of Markdown entries."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def _show(message: str, advice: str) -> None:
    problem("error", message)
    hint(advice)


def _show_usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return error.exit_code
    context = getattr(error, "ctx", None)
    _show(error.format_message(), f"see {context.command_path} --help" if context else "")
    return error.exit_code


def _never_fail_to_print() -> None:
    """Let what the terminal's encoding cannot say stand as an escape, and bear closed streams."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115 - until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
