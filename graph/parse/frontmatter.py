"""Front matter: where it ends, and what it holds, in YAML, TOML or JSON."""

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any, NamedTuple

from frontmatter.default_handlers import BaseHandler

from graph.model import Diagnostic, Severity
from graph.parse.plain_yaml import read_plain_yaml
from graph.parse.values import Property, Scalar, Value, as_property
from graph.parse.yaml_values import MAX_DEPTH, YamlError, YamlReader

MAX_LENGTH = 4 * 1024 * 1024
"""Characters; a longer front matter is data of another kind."""

_PAIR = re.compile(r"([^\s:#\[\]{}\"'-][^:\n]*|\"[^\"\n]+\"|'[^'\n]+'):(?:[ \t]+(.*))?$")
_TOP_LEVEL = re.compile(r"^(?=[^\s#\]}-])", re.MULTILINE)
_HINT = "quote values that hold a colon or begin with a sign of YAML"


class FrontMatter(NamedTuple):
    """What stands above the body."""

    properties: tuple[Property, ...]
    body: str
    lines: int
    """How many lines of the file stand above the body."""
    diagnostics: tuple[Diagnostic, ...]


class _BrokenError(Exception):
    """What stands between the delimiters cannot be read."""


class _Handler(BaseHandler):
    """python-frontmatter's handler, with delimiters that stand alone on the first line and later.

    The library's own patterns take `----` for a delimiter, and split at the first two rules that
    they find anywhere.
    """

    OPENING = ""
    CLOSING = ""

    def __init__(self) -> None:
        self._opening = re.compile(rf"{self.OPENING}[ \t]*\n")
        self._closing = re.compile(rf"^{self.CLOSING}[ \t]*$", re.MULTILINE)
        super().__init__(self._closing)

    def detect(self, text: str) -> bool:
        """Whether the text's first line is this format's delimiter."""
        return bool(self._opening.match(text))

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body.

        Raises:
            ValueError: No line closes the front matter.
        """
        start = self._opening.match(text)
        end = self._closing.search(text, start.end()) if start else None
        if not start or not end:
            raise ValueError("never closed")
        return text[start.end() : end.start()], text[end.end() + 1 :]


class _YamlHandler(_Handler):
    OPENING = "---"
    CLOSING = r"(?:---|\.\.\.)"


class _TomlHandler(_Handler):
    OPENING = CLOSING = r"\+\+\+"

    def load(self, fm: str) -> dict[str, Any]:
        return tomllib.loads(fm, parse_float=str)


class _JsonHandler(_Handler):
    OPENING = r"\{"
    CLOSING = r"\}"

    def split(self, text: str) -> tuple[str, str]:
        head, body = super().split(text)
        return "{\n" + head + "}", body

    def load(self, fm: str) -> dict[str, Any]:
        loaded = json.loads(fm, parse_int=str, parse_float=str, parse_constant=str)
        if not isinstance(loaded, dict):
            raise ValueError("no object")
        return loaded


_YAML, _TOML, _JSON = _YamlHandler(), _TomlHandler(), _JsonHandler()


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Take the front matter off a text.

    Text between two rules that is no mapping is body. A front matter that is broken is read key
    by key, as far as it can be, and named in a diagnostic; one that is never closed is body.

    Args:
        text: The whole file, lines ended by a line feed.
        path: For diagnostics.
    """
    for handler in (_YAML, _TOML, _JSON):
        if handler.detect(text):
            try:
                head, body = handler.split(text)
            except ValueError:
                break
            return _read(handler, text, head, body, path)
    return FrontMatter((), text, 0, ())


def _read(handler: _Handler, text: str, head: str, body: str, path: str) -> FrontMatter:
    lines = text.count("\n", 0, len(text) - len(body)) if body else text.count("\n")
    whole_is_body = FrontMatter((), text, 0, ())
    if len(head) > MAX_LENGTH:
        problem = _diagnostic(path, 1, "the front matter is too long and was not read", "")
        return FrontMatter((), body, lines, (problem,))
    if handler is _YAML:
        properties, problems = _read_yaml(head)
    else:
        try:
            properties, problems = _read_other(handler, head), []
        except _BrokenError as error:
            if handler is _JSON:
                return whole_is_body
            properties, problems = [], [(1, str(error))]
    if properties is None:
        return whole_is_body
    diagnostics = tuple(_diagnostic(path, line, message, _HINT) for line, message in problems)
    return FrontMatter(tuple(properties), body, lines, diagnostics)


def _diagnostic(path: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        "front-matter", Severity.WARNING, path, line, f"front matter: {message}", hint
    )


_Problems = list[tuple[int, str]]


def _read_yaml(head: str) -> tuple[list[Property] | None, _Problems]:
    plain = read_plain_yaml(head, 2)
    if plain is not None:
        return plain, []
    reader = YamlReader(first_line=2)
    try:
        properties = reader.read(head)
    except YamlError as error:
        return _rescue(head), [(1 + error.line, str(error))]
    return properties, reader.problems[:20]


def _rescue(head: str) -> list[Property]:
    """Read a broken YAML mapping key by key; a line that is no YAML keeps its value as text."""
    found: dict[str, Property] = {}
    line = 2
    for chunk in _TOP_LEVEL.split(head):
        for item in _rescue_chunk(chunk, line):
            found[item.key] = item
        line += chunk.count("\n")
    return list(found.values())


def _rescue_chunk(chunk: str, line: int) -> Iterable[Property]:
    try:
        return YamlReader(line).read(chunk) or ()
    except YamlError:
        pair = _PAIR.match(chunk.partition("\n")[0])
        if not pair:
            return ()
        text = (pair[2] or "").strip()
        if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
            text = text[1:-1]
        return (as_property(pair[1].strip("\"'"), Scalar(text, line)),)


def _read_other(handler: _Handler, head: str) -> list[Property]:
    try:
        loaded = handler.load(head)
    except (ValueError, RecursionError) as error:
        raise _BrokenError(str(error)) from error
    first_line = 1 if handler is _JSON else 2
    return [
        as_property(key, _plain(value, first_line + head.count("\n", 0, max(0, head.find(key))), 0))
        for key, value in loaded.items()
    ]


def _plain(value: object, line: int, depth: int) -> Value:
    if isinstance(value, dict):
        if depth > MAX_DEPTH:
            return []
        return {str(key): _plain(item, line, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, line, depth + 1) for item in value] if depth <= MAX_DEPTH else []
    if isinstance(value, bool):
        return Scalar(str(value).lower(), line)
    return Scalar("" if value is None else str(value), line)
