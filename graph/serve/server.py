"""A server for browsers of this machine: one page, and one stream that tells of a newer one.

It listens on 127.0.0.1 alone, and answers only requests that name it so: a site on the web whose
name is made to lead here (DNS rebinding) sends its own name as Host and is refused. Paths are
looked up in a table of two, so no path leads to a file.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from graph.errors import OutputError
from graph.serve.site import Site

ADDRESS = "127.0.0.1"
NAMES = ("localhost", ADDRESS)
HTTP_PORT = 80
STREAM = "/changes"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer; the page's own policy stands in the page and holds as well."""
GLANCE = 0.1
"""Seconds between two looks whether serving has ended."""
SILENCE = 15.0
"""Seconds after which a stream shows that it is alive, and finds out whether its page still is."""


class Server(ThreadingHTTPServer):
    """Answers each browser in a thread of its own, which never keeps the process alive."""

    daemon_threads = True
    timeout = GLANCE
    allow_reuse_address = os.name == "posix"
    """Elsewhere it would let two processes listen on one port."""

    def __init__(self, site: Site, port: int) -> None:
        super().__init__((ADDRESS, port), Handler)
        self.site = site

    @property
    def hosts(self) -> list[str]:
        """What a browser of this machine calls us; it leaves out the port that HTTP implies."""
        suffix = "" if self.server_port == HTTP_PORT else f":{self.server_port}"
        return [name + suffix for name in NAMES]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that went away is no error of ours."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = 30
    """Seconds that a browser may take to say what it wants, or to read what it is told."""
    error_content_type = "text/plain"
    error_message_format = "%(code)d %(message)s\n"

    def do_GET(self) -> None:
        """Answer with the page or the stream, to who may have it."""
        refusal = self._refusal()
        if refusal:
            self.send_error(refusal)
            return
        answer = self._answers().get(self.path.partition("?")[0])
        if answer:
            answer()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def _refusal(self) -> HTTPStatus | None:
        """Why this request comes from elsewhere, judged by the names that it gives."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0] not in self.server.hosts:
            return HTTPStatus.MISDIRECTED_REQUEST
        origins = self.headers.get_all("Origin") or []
        if any(origin != f"http://{hosts[0]}" for origin in origins):
            return HTTPStatus.FORBIDDEN
        return None

    def _answers(self) -> dict[str, Callable[[], None]]:
        return {"/": self._send_page, STREAM: self._send_changes}

    def _send_page(self) -> None:
        page = self.server.site.shown.page
        self._begin("text/html; charset=utf-8", {"Content-Length": str(len(page))})
        if self.command != "HEAD":
            self.wfile.write(page)

    def _send_changes(self) -> None:
        """Name the version shown, and each one after it, as server-sent events."""
        self._begin("text/event-stream", {})
        told = ""
        while self.command != "HEAD":
            version = self.server.site.wait_for_other(told, SILENCE)
            line = f"data: {version}\n\n" if version != told else ": still here\n\n"
            self.wfile.write(line.encode())
            told = version

    def _begin(self, kind: str, more: dict[str, str]) -> None:
        self.send_response(HTTPStatus.OK)
        for name, value in {"Content-Type": kind, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def end_headers(self) -> None:
        """Let the headers that hold for every answer go with it, a refusal too."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def version_string(self) -> str:
        """Tell a name, and no versions."""
        return "inkthread"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: the terminal is for builds."""


@contextmanager
def listen(site: Site, port: int) -> Iterator[int]:
    """Serve a site in the background.

    Yields:
        The port: the one asked for, or a free one where that is taken.

    Raises:
        OutputError: There is no port to be had.
    """
    with _server(site, port) as server:
        ended = threading.Event()
        thread = threading.Thread(target=_answer_until, args=(ended, server), daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            ended.set()
            thread.join(5 * GLANCE)


def _answer_until(ended: threading.Event, server: Server) -> None:
    # Not `serve_forever`: to end that, its thread must still run, which it does not where
    # the interpreter ends before whoever serves.
    while not ended.is_set():
        server.handle_request()


def _server(site: Site, port: int) -> Server:
    try:
        return Server(site, port)
    except OSError:
        pass
    try:
        return Server(site, 0)
    except OSError as error:
        raise OutputError(f"cannot listen on {ADDRESS}: {error.strerror}") from error
