"""`inkthread serve`: the page on this machine, renewed whenever an entry changes."""

import gc
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.answers import examples
from graph.cli.render import hint, note, problem, write
from graph.cli.vault import Settings, open_vault, settings_options
from graph.serve import PORT, Built, Event, Failed, Listening, serve

if TYPE_CHECKING:
    from graph.model import Diagnostic
    from graph.pipeline import Build


@click.command(epilog=examples("serve", "serve ~/Journal --open", "serve --port 8000"))
@click.argument("vault", type=click.Path(path_type=Path), default="vault")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Where to listen, on 127.0.0.1 alone; another one where it is taken, 0 for any.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the page in your browser.")
@settings_options
@click.option("-q", "--quiet", is_flag=True, help="Print the address, warnings and errors only.")
def command(vault: Path, port: int, open_it: bool, settings: Settings, quiet: bool) -> None:
    """Serve the page of VAULT here, and renew it.

    It is built anew whenever an entry or a setting changes, and open pages follow. Nobody but
    this machine can reach it, and no file is written. Ctrl-C ends it.
    """
    from graph.vault import CONFIG_NAME

    gc.enable()  # other commands end too soon to need it
    watched = settings.config or Path(CONFIG_NAME)
    tell = Teller(quiet)
    try:
        with closing(
            serve(lambda: open_vault(vault, settings, quiet), vault, watched, port)
        ) as events:
            for event in events:
                tell(event)
                if open_it and isinstance(event, Listening):
                    click.launch(event.address)
    except KeyboardInterrupt:
        return


class Teller:
    """Says on the terminal what happened, and each warning once for as long as it stands."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._listening = False
        self._warned: frozenset[Diagnostic] = frozenset()

    def __call__(self, event: Event) -> None:
        """Tell of one event."""
        match event:
            case Listening(address, port_was_taken):
                self._listening = True
                if port_was_taken:
                    note("that port is taken; using another one")
                write([f"open {address} (Ctrl-C ends)"])
            case Failed(error):
                problem("error", error.message)
                hint(error.hint)
                note("the page stays as it was")
            case Built(build, page_changed):
                self._tell_built(build, page_changed)

    def _tell_built(self, build: "Build", page_changed: bool) -> None:
        from graph.cli.summary import found_lines, warn

        warn([one for one in build.diagnostics if one not in self._warned])
        self._warned = frozenset(build.diagnostics)
        if self._quiet:
            return
        found = list(found_lines(build.summary))
        if not self._listening:
            write(found)
        elif page_changed:
            write([f"renewed: {found[0]}"])
        else:
            write(["nothing changed on the page"])
