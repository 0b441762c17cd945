"""What the server answers, and whom."""

import socket

import pytest

from graph.errors import OutputError
from graph.serve.server import Server, listen
from graph.serve.site import Site


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}"])
def test_the_page_is_given_to_a_browser_of_this_machine(ask, host) -> None:
    answer = ask(Host=host)
    assert answer.status == 200
    assert answer.body.startswith(b"<!doctype html>")
    assert b"First frost" in answer.body


@pytest.mark.parametrize(
    "host",
    ["journal.example", "journal.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1.example",
     "localhost:{port}.example", "[::1]:{port}", "0.0.0.0:{port}", "user@localhost:{port}", ""],
)  # fmt: skip
def test_a_name_that_was_made_to_lead_here_is_refused(ask, host) -> None:
    answer = ask(Host=host)
    assert answer.status == 421
    assert b"frost" not in answer.body


@pytest.mark.parametrize("path", ["/", "/changes"])
@pytest.mark.parametrize(
    "origin",
    ["http://journal.example", "https://127.0.0.1:{port}", "http://127.0.0.1:1", "null", "",
     "http://localhost:{port}"],
)  # fmt: skip
def test_a_page_of_another_origin_is_refused(ask, path, origin) -> None:
    assert ask(path, Origin=origin).status == 403


def test_its_own_origin_may_ask(ask) -> None:
    assert ask(Origin="http://127.0.0.1:{port}").status == 200


@pytest.mark.parametrize("headers", ["", "Host: localhost:{port}\r\nHost: journal.example\r\n"])
def test_no_host_or_two_are_refused(served, headers) -> None:
    with socket.create_connection(("127.0.0.1", served), timeout=10) as raw:
        raw.sendall(f"GET / HTTP/1.1\r\n{headers.format(port=served)}\r\n".encode())
        assert b" 421 " in raw.recv(1000).split(b"\r\n")[0]


@pytest.mark.parametrize(
    "path",
    ["/2024-03-01.md", "/../../../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd",
     "/.", "/./", "/graph.html", "/index.html", "/%2e%2e/", "/\\..\\..", "/changes/", "/vault/",
     "http://127.0.0.1:{port}/2024-03-01.md", "file:///etc/passwd", "*"],
)  # fmt: skip
def test_no_path_leads_to_a_file_or_a_folder(ask, path) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert answer.body == b"404 Not Found\n"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_a_page_can_only_be_read(ask, method) -> None:
    assert ask(method=method).status == 501


def test_head_tells_the_length_alone(ask) -> None:
    answer = ask(method="HEAD")
    assert int(answer.headers["Content-Length"]) == len(ask().body)
    assert answer.body == b""


@pytest.mark.parametrize("path", ["/", "/elsewhere"])
def test_every_answer_keeps_other_pages_out(ask, path) -> None:
    headers = ask(path).headers
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Python" not in headers["Server"]


def test_the_stream_names_the_version_that_the_page_bears(ask, served) -> None:
    with socket.create_connection(("127.0.0.1", served), timeout=10) as raw:
        raw.sendall(f"GET /changes HTTP/1.1\r\nHost: localhost:{served}\r\n\r\n".encode())
        said = b""
        while b"data: " not in said or not said.endswith(b"\n\n"):
            said += raw.recv(1000)
    version = said.partition(b"data: ")[2].strip()
    assert b'data-version="%s"' % version in ask().body[:200]


def test_only_this_machine_is_listened_to() -> None:
    with Server(Site(), 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_another_port_is_taken_where_the_one_asked_for_is_not_free() -> None:
    with listen(Site(), 0) as first, listen(Site(), first) as second:
        assert first != second


def test_where_no_port_is_to_be_had_it_is_an_error(monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("graph.serve.server.Server", refuse)
    with (
        pytest.raises(OutputError, match=r"cannot listen on 127\.0\.0\.1: Permission denied"),
        listen(Site(), 0),
    ):
        pass
