"""From the words on the command line to a build: the vault, its settings, cache and progress."""

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from graph.cli.progress import progress_line
from graph.cli.render import note

if TYPE_CHECKING:
    from graph.config import Config
    from graph.pipeline import Build


class Settings(NamedTuple):
    """What every command that reads a vault may be told."""

    config: Path | None
    cache: Path | None
    """The folder of all caches; `None` for the usual one."""
    no_cache: bool


def settings_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--config`, `--cache` and `--no-cache`, as one argument `settings`."""

    @click.option(
        "--config",
        type=click.Path(path_type=Path),
        help="Settings; else inkthread.toml of the current folder, unless that lies in the vault.",
    )
    @click.option(
        "--cache",
        type=click.Path(path_type=Path),
        help="Where to keep what is parsed; else where this system keeps caches.",
    )
    @click.option("--no-cache", is_flag=True, help="Read everything anew and keep nothing.")
    @functools.wraps(command)
    def with_settings(
        config: Path | None, cache: Path | None, no_cache: bool, **words: Any
    ) -> None:
        command(settings=Settings(config, cache, no_cache), **words)

    return with_settings


def open_vault(
    vault: Path, settings: Settings, quiet: bool = False, formats: Sequence[str] = ()
) -> "Build":
    """Build the graph of a vault, with progress on a terminal.

    Args:
        vault: The folder of entries.
        settings: What the command was told.
        quiet: Show no progress.
        formats: What will be written of it.
    """
    from graph.cache import Cache, cache_for
    from graph.pipeline import build

    config = _config(vault, settings.config)
    cache = Cache(None) if settings.no_cache else cache_for(vault, config, settings.cache)
    with progress_line(quiet) as progress:
        return build(vault, config, progress, cache, formats)


def _config(vault: Path, given: Path | None) -> "Config":
    from graph.config import load_config

    return load_config(given or _config_here(vault))


def _config_here(vault: Path) -> Path | None:
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
