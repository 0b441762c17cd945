"""Front matter in any YAML, in TOML or in JSON, by the libraries for these."""

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from frontmatter.default_handlers import BaseHandler

from graph.config import LimitsConfig
from graph.model import Diagnostic, Severity
from graph.parse.escapes import HALF, join_escapes
from graph.parse.frontmatter import YAML_CLOSING, YAML_OPENING, FrontMatter
from graph.parse.values import Property, Scalar, Value, as_property
from graph.parse.yaml_values import YamlError, YamlReader

_PAIR = re.compile(r"([^\s:#\[\]{}\"'-][^:\n]*|\"[^\"\n]+\"|'[^'\n]+'):(?:[ \t]+(.*))?$")
_TOP_LEVEL = re.compile(r"^(?=[^\s#\]}-])", re.MULTILINE)
_TOML_PART = r"(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')"
_DEEP_KEY = re.compile(rf"(?<![\w-])(?:{_TOML_PART}[ \t]*+\.[ \t]*+){{100}}")
"""tomllib reads it in a time that grows with the square of its parts."""
_QUOTE = "quote values that hold a colon or begin with a sign of YAML"
_KEEP_PLAIN = "keep to plain keys, texts and lists"
_WRITE_IT = "write the character itself"
_SHORTEN = "move long texts into the body, or raise limits.front_matter_length"


class _BrokenError(Exception):
    """What stands between the delimiters cannot be read."""


class _Handler(BaseHandler):
    """python-frontmatter's handler, with delimiters that stand alone on the first line and later.

    The library's own patterns take `----` for a delimiter, and split at the first two rules that
    they find anywhere.
    """

    OPENING = ""
    CLOSING = ""
    KEY = ""
    """A key, which is its only group, where a line begins."""

    def __init__(self) -> None:
        self._opening = re.compile(rf"{self.OPENING}[ \t]*\n")
        self._closing = re.compile(rf"^{self.CLOSING}[ \t]*$", re.MULTILINE)
        self.key = re.compile(rf"^[ \t]*{self.KEY}", re.MULTILINE)
        super().__init__(self._closing)

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
    OPENING = YAML_OPENING
    CLOSING = YAML_CLOSING


class _TomlHandler(_Handler):
    OPENING = CLOSING = r"\+\+\+"
    KEY = r"\[*[ \t]*[\"']?([\w -]*[\w-])"

    def load(self, fm: str) -> dict[str, Any]:
        if _DEEP_KEY.search(fm):
            raise ValueError("a key has too many parts")
        return tomllib.loads(fm, parse_float=str)


class _JsonHandler(_Handler):
    OPENING = r"\{"
    CLOSING = r"\}"
    KEY = r"\"([^\"\n]+)\"[ \t]*:"

    def split(self, text: str) -> tuple[str, str]:
        head, body = super().split(text)
        return "{\n" + head + "}", body

    def load(self, fm: str) -> dict[str, Any]:
        # what `split` gives stands between braces, so it is an object or no JSON
        loaded: dict[str, Any] = json.loads(fm, parse_int=str, parse_float=str, parse_constant=str)
        return loaded


_YAML, _TOML, _JSON = _YamlHandler(), _TomlHandler(), _JsonHandler()
_HANDLERS: dict[str, _Handler] = {"-": _YAML, "+": _TOML, "{": _JSON}


def read_front_matter(text: str, path: str, limits: LimitsConfig) -> FrontMatter:
    """Take the front matter off a text, as `graph.parse.frontmatter.split_front_matter` does.

    The text begins with a line that opens a front matter.
    """
    handler = _HANDLERS[text[0]]
    whole_is_body = FrontMatter((), text, 0, ())
    try:
        head, body = handler.split(text)
    except ValueError:
        return whole_is_body
    lines = text.count("\n", 0, len(text) - len(body))
    if len(head) > limits.front_matter_length:
        problem = _diagnostic(path, 1, "it is too long and was not read", _SHORTEN)
        return FrontMatter((), body, lines, (problem,))
    if handler is _YAML:
        properties, problems = _read_yaml(head, limits)
    else:
        try:
            properties, problems = _read_other(handler, head, limits.front_matter_depth)
        except _BrokenError as error:
            if handler is _JSON:
                return whole_is_body
            properties, problems = [], [(1, str(error), _KEEP_PLAIN)]
    if properties is None:
        return whole_is_body
    diagnostics = tuple(_diagnostic(path, *problem) for problem in problems)
    return FrontMatter(tuple(properties), body, lines, diagnostics)


def _diagnostic(path: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        "front-matter", Severity.WARNING, path, line, f"front matter: {message}", hint
    )


_Problems = list[tuple[int, str, str]]
"""Line, message and hint of each."""


def _read_yaml(head: str, limits: LimitsConfig) -> tuple[list[Property] | None, _Problems]:
    reader = YamlReader(2, limits)
    try:
        properties = reader.read(head)
    except YamlError as error:
        return _rescue(head, limits), [(1 + error.line, str(error), _QUOTE)]
    return properties, [(*problem, _KEEP_PLAIN) for problem in reader.problems[:20]]


def _rescue(head: str, limits: LimitsConfig) -> list[Property]:
    """Read a broken YAML mapping key by key; a line that is no YAML keeps its value as text."""
    found: dict[str, Property] = {}
    line = 2
    for chunk in _TOP_LEVEL.split(head):
        for item in _rescue_chunk(chunk, line, limits):
            found[item.key] = item
        line += chunk.count("\n")
    return list(found.values())


def _rescue_chunk(chunk: str, line: int, limits: LimitsConfig) -> Iterable[Property]:
    try:
        return YamlReader(line, limits).read(chunk) or ()
    except YamlError:
        pair = _PAIR.match(chunk.partition("\n")[0])
        if not pair:
            return ()
        text = (pair[2] or "").strip()
        if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
            text = text[1:-1]
        return (as_property(pair[1].strip("\"'"), Scalar(text, line)),)


def _read_other(handler: _Handler, head: str, depth: int) -> tuple[list[Property], _Problems]:
    first, lost = 2, 0
    if handler is _JSON:
        first = 1
        head, lost = join_escapes(head)
    try:
        loaded = handler.load(head)
    except (ValueError, RecursionError) as error:
        raise _BrokenError(str(error)) from error
    lines = _lines_of_keys(handler.key, head, first)
    properties = [
        as_property(key, _plain(value, lines.get(key, first), depth))
        for key, value in loaded.items()
    ]
    return properties, [(lost, HALF, _WRITE_IT)] if lost else []


def _lines_of_keys(pattern: re.Pattern[str], head: str, line: int) -> dict[str, int]:
    """Key → the first line that begins with it, where the head begins on a line."""
    lines: dict[str, int] = {}
    counted = 0
    for match in pattern.finditer(head):
        line += head.count("\n", counted, match.start(1))
        counted = match.start(1)
        lines.setdefault(match[1], line)
    return lines


def _plain(value: object, line: int, depth: int) -> Value:
    """Texts in lists and mappings, as many levels of them as `depth` says."""
    if isinstance(value, dict):
        return {str(key): _plain(item, line, depth - 1) for key, item in value.items() if depth}
    if isinstance(value, list):
        return [_plain(item, line, depth - 1) for item in value if depth]
    if isinstance(value, bool):
        return Scalar(str(value).lower(), line)
    return Scalar("" if value is None else str(value), line)
