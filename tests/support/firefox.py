"""A real Firefox, spoken to by WebDriver BiDi over its own socket: no driver is needed."""

import itertools
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import websocket

BROWSERS = ("firefox", "firefox-esr")
SOCKET = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
SECONDS = 60
READY = """
new Promise((done) => {
  const ready = () => document.body.dataset.ready === "true" && inkthread.ground?.painted;
  const look = () => (ready() ? done() : setTimeout(look, 20));
  look();
})
"""
EVENTS = ["log.entryAdded", "network.beforeRequestSent"]


class Firefox:
    """One window."""

    def __init__(self, address: str) -> None:
        self.socket = websocket.create_connection(
            f"{address}/session", timeout=SECONDS, suppress_origin=True
        )
        self.numbers = itertools.count()
        self.events: list[dict] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=EVENTS)
        self.window = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def call(self, method: str, **params: object) -> dict:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            said = json.loads(self.socket.recv())
            if said.get("id") == number:
                assert said["type"] == "success", said
                return said["result"]
            self.events.append(said)

    def open(self, path: Path, fragment: str = "") -> None:
        for url in ("about:blank", path.as_uri() + fragment):
            self.call("browsingContext.navigate", context=self.window, url=url, wait="complete")
        self.js(READY)

    def js(self, expression: str) -> object:
        """The value of an expression, which is a word, a number or a boolean."""
        answer = self.call("script.evaluate", expression=expression, awaitPromise=True,
                           target={"context": self.window})  # fmt: skip
        assert answer["type"] == "success", answer
        return answer["result"].get("value")

    def keys(self, *typed: str) -> None:
        actions = [{"type": kind, "value": key} for key in typed for kind in ("keyDown", "keyUp")]
        self.call("input.performActions", context=self.window,
                  actions=[{"type": "key", "id": "keyboard", "actions": actions}])  # fmt: skip

    def click(self, x: int, y: int) -> None:
        actions = [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0},
                   {"type": "pointerUp", "button": 0}]  # fmt: skip
        self.call("input.performActions", context=self.window,
                  actions=[{"type": "pointer", "id": "mouse", "actions": actions}])  # fmt: skip

    def said(self, method: str) -> list[dict]:
        return [event["params"] for event in self.events if event.get("method") == method]


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Start a headless Firefox with a profile of its own; skips the test where there is none."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("no Firefox found (Debian: firefox-esr)")
    with tempfile.TemporaryDirectory() as profile:
        browser = subprocess.Popen(
            [program, "--headless", "--no-remote", "--remote-debugging-port=0",
             "--profile", profile],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            found = next(filter(None, map(SOCKET.search, browser.stderr)))
            window = Firefox(found[1])
            yield window
            window.socket.close()
        finally:
            browser.terminate()
            browser.wait(SECONDS)
            browser.stderr.close()
