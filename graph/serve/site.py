"""What is shown now: one page and its version, with a way to wait for the next one."""

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graph.pipeline import Build


class Shown(NamedTuple):
    """One state of the page."""

    page: bytes
    version: str


class Site:
    """The last good page, shared by the thread that builds and the threads that answer."""

    def __init__(self) -> None:
        self._shown = Shown(b"", "")
        self._news = threading.Condition()

    @property
    def shown(self) -> Shown:
        """The page as it is now."""
        return self._shown

    def show(self, build: "Build") -> bool:
        """Replace the page by that of another build, and tell all who wait.

        Returns:
            Whether the page differs from the one before.
        """
        from graph.export.html import live_page

        page, version = live_page(build.graph, build.analysis, build.diagnostics)
        with self._news:
            changed = version != self._shown.version
            self._shown = Shown(page, version)
            self._news.notify_all()
        return changed

    def wait_for_other(self, version: str, seconds: float) -> str:
        """The version shown, as soon as it is another one, or after some seconds anyway."""
        with self._news:
            self._news.wait_for(lambda: self._shown.version != version, seconds)
            return self._shown.version
