"""Dataview's fields and Logseq's properties: `key:: value`, `[key:: value]`, `(key:: value)`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_KEY = r"([^\W\d_][\w ./-]{0,60})::"
_LINE = re.compile(rf"\s*{_KEY}(?:\s+(.*))?$", re.DOTALL)
_OPEN = re.compile(rf"[\[(]\s*{_KEY}")
_INLINE = re.compile(rf"[\[(]\s*{_KEY}\s*([^\])\n]{{0,1000}})[\])]")


class Field(NamedTuple):
    """A Dataview field or a Logseq property within the text, `key:: value`."""

    key: str
    value: str
    """Plain text."""
    linked: frozenset[str]
    """Which parts of the value are the texts of links."""
    line: int
    whole_line: bool


class LineFields:
    """The fields of the line that is being read, from its plain text."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.labels: list[str] = []
        """The texts of the line's links so far."""
        self._line = ""
        self._bracket = ""
        self._seen = False

    @property
    def relation(self) -> str:
        """The key that stands before this point, so that a link here is its value."""
        return self._bracket or self._line

    def see(self, text: str, parts: Sequence[str], first: int) -> None:
        """Take note of a text; before it the line holds the parts from number `first` on."""
        if "::" in text:
            opened = _OPEN.search(text, max(text.rfind("]"), text.rfind(")")) + 1)
            self._bracket = opened[1].strip() if opened else ""
            if not self._seen:
                match = _LINE.match("".join((*parts[first:], text)))
                self._line = match[1].strip() if match else ""
            self._seen = True
        elif "]" in text or ")" in text:
            self._bracket = ""

    def end(self, parts: Sequence[str], number: int) -> list[Field]:
        """The fields of the line, which is made up of `parts`; begins a new line."""
        fields = self._fields("".join(parts), number) if self._seen else []
        if self._seen or self.labels:
            self._begin()
        return fields

    def _fields(self, text: str, number: int) -> list[Field]:
        linked = frozenset(self.labels)
        match = _LINE.match(text) if self._line else None
        if match:
            return [Field(self._line, (match[2] or "").strip(), linked, number, True)]
        return [
            Field(key.strip(), value.strip(), linked, number, False)
            for key, value in _INLINE.findall(text)
        ]
