"""`inkthread cache`: where parsed entries are kept, and how to be rid of them."""

from pathlib import Path

import click

from graph.cli.answers import examples
from graph.cli.render import clean, write

CLEAR, PATH = "clear", "path"


@click.command(epilog=examples("cache path", "cache clear"))
@click.argument("action", type=click.Choice([PATH, CLEAR]))
@click.option("--cache", type=click.Path(path_type=Path), help="The folder, if not the usual one.")
def command(action: str, cache: Path | None) -> None:
    """Say where parsed entries are kept, or remove them.

    `path` prints the folder, which lies outside every vault; `clear` empties it, which costs
    time at the next build and nothing else.
    """
    from graph.cache import clear, default_folder

    folder = cache or default_folder()
    if action == PATH:
        write([clean(folder)])
    else:
        write([f"freed {clear(folder):,} bytes in {clean(folder)}"])
