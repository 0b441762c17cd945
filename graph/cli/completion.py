"""`inkthread completion`: the script that lets a shell complete our commands."""

import click
from click.shell_completion import get_completion_class

from graph.cli.answers import examples


@click.command(
    epilog=examples(
        "completion bash >> ~/.bashrc",
        "completion zsh >> ~/.zshrc",
        "completion fish > ~/.config/fish/completions/inkthread.fish",
    )
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell."""
    kind = get_completion_class(shell)
    if kind is not None:
        root = ctx.find_root().command
        click.echo(kind(root, {}, "inkthread", "_INKTHREAD_COMPLETE").source())
