"""`inkthread build`: read a vault, write the page, the graph and the themes."""

import sys
from pathlib import Path
from typing import Any

import click

from graph.cli.answers import examples
from graph.cli.render import write, write_json
from graph.cli.vault import Settings, open_vault, settings_options

NEEDS_MENDING = 1


def _known(ctx: Any, param: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a format that no exporter writes, before any work is done."""
    if names:
        from graph.export import EXPORTERS

        for name in names:
            if name not in EXPORTERS:
                listed = ", ".join(EXPORTERS)
                raise click.BadParameter(f"{name!r} is none of {listed}", ctx, param)
    return names


def _beginning_with(ctx: Any, param: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - click's signature
    """Complete the name of a format in a shell."""
    from graph.export import EXPORTERS

    return [name for name in EXPORTERS if name.startswith(incomplete)]


@click.command(
    epilog=examples(
        "build",
        "build ~/Journal -o ~/journal-graph",
        "build --format html --format gexf",
        "build --strict --quiet",
    )
)
@click.argument("vault", type=click.Path(path_type=Path), default="vault")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="output",
    show_default=True,
    help="The folder to write to.",
)
@click.option(
    "--format",
    "formats",
    metavar="NAME",
    multiple=True,
    callback=_known,
    shell_complete=_beginning_with,
    help="Write this and no other; may be repeated: html, graphml, people-ideas, themes, "
    "themes-md, diagnostics (these by default), gexf, json, csv.",
)
@settings_options
@click.option("--strict", is_flag=True, help="Exit with 1 where there is a warning or an error.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only.")
def command(
    vault: Path,
    output: Path,
    formats: tuple[str, ...],
    settings: Settings,
    strict: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write the graph, page and themes of VAULT.

    VAULT is only ever read. Without it, the folder `vault` is meant.
    """
    from graph.cli.summary import summary_lines, warn, with_files
    from graph.export import DEFAULT_FORMATS

    chosen = formats or DEFAULT_FORMATS
    built = open_vault(vault, settings, quiet, chosen)
    files = built.write(output, chosen)
    summary = with_files(built.summary, files)
    warn(built.diagnostics, summary.files)
    if as_json:
        write_json(summary)
    elif not quiet:
        write(summary_lines(summary))
    if strict and (summary.errors or summary.warnings):
        sys.exit(NEEDS_MENDING)
