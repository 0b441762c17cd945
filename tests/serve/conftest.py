"""A tiny vault that is served, and requests as anybody may send them."""

import http.client
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import graph
from graph.serve.server import listen
from graph.serve.site import Site

ENTRIES = {
    "2024-03-01.md": "---\ntitle: First frost\npeople: [Oda Lind]\n---\nThe **winter kitchen**.\n",
    "2024-03-20.md": "---\ntitle: Bean plan\npeople: [Oda Lind]\n---\nThe **winter kitchen**.\n",
    "2024-06-10.md": "---\ntitle: Long evening\n---\nSee [[2024-03-20]].\n",
}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    folder.mkdir()
    for name, text in ENTRIES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a served vault that does not change."""
    folder = tmp_path_factory.mktemp("vault")
    for name, text in ENTRIES.items():
        (folder / name).write_text(text)
    site = Site()
    site.show(graph.build(folder))
    with listen(site, 0) as port:
        yield port


@pytest.fixture
def ask(served: int) -> Callable[..., Answer]:
    """Send one request; `Host` is our own unless given."""

    def send(path: str = "/", method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", served, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": f"127.0.0.1:{served}", **headers}.items():
            connection.putheader(name, value.format(port=served))
        connection.endheaders()
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.headers), answer.read())

    return send
