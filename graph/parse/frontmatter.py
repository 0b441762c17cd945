"""Front matter: where it ends, and what it holds, in YAML, TOML or JSON."""

import re
from typing import NamedTuple

from graph.config import LimitsConfig
from graph.model import Diagnostic
from graph.parse.plain_yaml import read_plain_yaml
from graph.parse.values import Property

YAML_OPENING = "---"
YAML_CLOSING = r"(?:---|\.\.\.)"
_OPENING = re.compile(r"(---|\+\+\+|\{)[ \t]*\n")
_CLOSING = re.compile(rf"^{YAML_CLOSING}[ \t]*$", re.MULTILINE)


class FrontMatter(NamedTuple):
    """What stands above the body."""

    properties: tuple[Property, ...]
    body: str
    lines: int
    """How many lines of the file stand above the body."""
    diagnostics: tuple[Diagnostic, ...]


def split_front_matter(text: str, path: str, limits: LimitsConfig) -> FrontMatter:
    """Take the front matter off a text.

    Text between two rules that is no mapping is body. A front matter that is broken is read key
    by key, as far as it can be, and named in a diagnostic; one that is never closed is body.

    Args:
        text: The whole file, lines ended by a line feed.
        path: For diagnostics.
        limits: What a front matter may hold.
    """
    opening = _OPENING.match(text)
    if not opening:
        return FrontMatter((), text, 0, ())
    plain = _plain(text, opening.end(), limits) if opening[1] == YAML_OPENING else None
    if plain:
        return plain
    # late, because most front matter is plain, and a reader of YAML takes 15 ms to load
    from graph.parse.frontmatter_formats import read_front_matter

    return read_front_matter(text, path, limits)


def _plain(text: str, start: int, limits: LimitsConfig) -> FrontMatter | None:
    """YAML of plain lines; None where a library must decide."""
    closing = _CLOSING.search(text, start)
    if not closing or closing.start() - start > limits.front_matter_length:
        return None
    properties = read_plain_yaml(text[start : closing.start()], 2)
    if properties is None:
        return None
    end = closing.end() + 1
    return FrontMatter(tuple(properties), text[end:], text.count("\n", 0, end), ())
