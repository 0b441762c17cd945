"""The page on this machine alone, built anew whenever an entry changes.

`watch.py` says when, `site.py` holds what is shown, `server.py` answers browsers. Nothing is
written to disk but the cache.
"""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from graph.errors import InkthreadError

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.serve.site import Site

PORT = 7465
"""Where the page is by default: a number that no known service uses."""


class Listening(NamedTuple):
    """The page can be opened."""

    address: str
    port_was_taken: bool
    """Another port than the one asked for is used."""


class Built(NamedTuple):
    """A build went well."""

    build: "Build"
    page_changed: bool
    """Open pages were told to load it."""


class Failed(NamedTuple):
    """A build went wrong; the page stays as it was."""

    error: InkthreadError


Event: TypeAlias = Listening | Built | Failed


def serve(
    work: Callable[[], "Build"], vault: Path, settings: Path, port: int
) -> Generator[Event, None, None]:
    """Build, serve, and build again when something changes, until it is closed.

    Args:
        work: Builds the vault as it is now.
        vault: The folder to watch.
        settings: The file of settings to watch; it may come and go.
        port: Where to listen, on 127.0.0.1; 0 for any free port. Where it is taken, any other.

    Yields:
        What happened, as it happens. The first build comes before `Listening`.

    Raises:
        InkthreadError: The first build failed, or the folder cannot be watched.
    """
    from graph.serve.server import listen
    from graph.serve.site import Site
    from graph.serve.watch import Watch

    watch = Watch(vault, settings)
    site = Site()
    build = work()
    yield Built(build, site.show(build))
    with listen(site, port) as bound:
        yield Listening(f"http://127.0.0.1:{bound}/", port not in (0, bound))
        for _ in watch.changes():
            yield _build_again(work, site)


def _build_again(work: Callable[[], "Build"], site: "Site") -> Event:
    try:
        build = work()
        return Built(build, site.show(build))
    except InkthreadError as error:
        return Failed(error)
