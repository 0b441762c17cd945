"""From the words on the command line to a build: the vault, its settings, its progress."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.progress import progress_line
from graph.cli.render import note

if TYPE_CHECKING:
    from graph.config import Config
    from graph.pipeline import Build

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Settings; else inkthread.toml of the current folder, unless that lies in the vault.",
)


def open_vault(vault: Path, config: Path | None, quiet: bool = False) -> "Build":
    """Build the graph of a vault, with progress on a terminal."""
    from graph.pipeline import build

    settings = _settings(vault, config)
    with progress_line(quiet) as progress:
        return build(vault, settings, progress)


def _settings(vault: Path, given: Path | None) -> "Config":
    from graph.config import load_config

    return load_config(given or _settings_here(vault))


def _settings_here(vault: Path) -> Path | None:
    """Find `./inkthread.toml`.

    One inside the vault came with the entries, perhaps from a stranger, so it has to be named.
    """
    from graph.vault import CONFIG_NAME

    here, inside = Path(CONFIG_NAME), vault / CONFIG_NAME
    if here.is_file() and not here.resolve().is_relative_to(vault.resolve()):
        return here
    if inside.is_file():
        note(f"{inside} is not used; --config {inside} would use it")
    return None
