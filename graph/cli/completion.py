"""`inkthread completion`: the script that lets a shell complete our commands."""

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from graph.cli.answers import examples

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    epilog=examples(
        "completion bash >> ~/.bashrc",
        "completion zsh >> ~/.zshrc",
        "completion fish > ~/.config/fish/completions/inkthread.fish",
    )
)
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell."""
    root = ctx.find_root().command
    click.echo(SHELLS[shell](root, {}, "inkthread", "_INKTHREAD_COMPLETE").source())
