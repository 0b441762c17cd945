"""YAML to values, by libyaml's composer: no type is guessed and no object is made.

Composing stops before YAML's construction step. Whatever a writer put there (`NO`, `12:30`,
`2024-13-45`, `0123`) stays as written, no tag can run code, and no merge key can explode.
"""

import re
from functools import lru_cache

import yaml

from graph.config import LimitsConfig
from graph.parse.escapes import HALF, join_escapes
from graph.parse.values import NULLS, Property, Scalar, Value, as_property

_BRACKETS = re.compile(r"[\[\]{}]")
_PLACEHOLDER = re.compile(r"\{\{[^{}\n]*\}\}")
"""Left in a template for an editor to fill in; to YAML, a mapping as the key of a mapping."""
_STANDARD_TAG = re.compile(
    r"tag:yaml\.org,2002:(?:binary|bool|float|int|map|merge|null|omap|pairs|seq|set|str|timestamp)"
)

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlError(Exception):
    """The text is no YAML, or nested beyond any sense. Carries a line counted from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


class YamlReader:
    """Reads one front matter; gathers what it had to leave out in `problems`.

    Args:
        first_line: Line of the file on which the text begins.
        limits: How deep it may be nested, and how much its aliases may stand for.
    """

    def __init__(self, first_line: int, limits: LimitsConfig) -> None:
        self._first_line = first_line
        self._limits = limits
        self._text = ""
        self._done: dict[int, tuple[Value, int]] = {}
        self._open: set[int] = set()
        self.problems: list[tuple[int, str]] = []

    def read(self, text: str) -> list[Property] | None:
        """The keys and values of a mapping; None where the text is something else.

        Raises:
            YamlError: The text cannot be read.
        """
        self._text = text
        if _too_deep(text, self._limits.front_matter_depth):
            raise YamlError("nested too deeply")
        try:
            root = _compose(text)
        except YamlError:
            self._text, lost = join_escapes(text)
            if self._text == text:
                raise
            root = _compose(self._text)
            if lost:
                self.problems.append((self._first_line + lost - 1, HALF))
        if root is None:
            return []
        if not isinstance(root, yaml.MappingNode):
            return None
        return self._properties(root)

    def _properties(self, root: yaml.MappingNode) -> list[Property]:
        found: dict[str, Property] = {}
        for key, node in root.value:
            name = self._key(key)
            if name is None:
                continue
            if name in found:
                self._problem(key, f"the key {name!r} stands here twice; the last one counts")
                del found[name]
            found[name] = as_property(name, self._value(node, 1)[0])
        return list(found.values())

    def _key(self, node: yaml.Node) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            self._problem(node, "a key is no plain text")
            return None
        if node.value == "<<" and not node.style:
            self._problem(node, "merge keys are not followed")
            return None
        return str(node.value)

    def _value(self, node: yaml.Node, depth: int) -> tuple[Value, int]:
        """A node's value with its size, aliases written out."""
        if not _STANDARD_TAG.fullmatch(node.tag):
            self._problem(node, f"the tag {node.tag!r} is not followed")
        line = self._first_line + node.start_mark.line
        if isinstance(node, yaml.ScalarNode):
            null = not node.style and node.value in NULLS
            return Scalar("" if null else node.value, line), 1
        identity = id(node)
        if identity in self._open or depth > self._limits.front_matter_depth:
            self._problem(node, "a value holds itself")
            return [], 1
        if identity not in self._done:
            self._open.add(identity)
            self._done[identity] = self._collection(node, depth, line)
            self._open.remove(identity)
        return self._done[identity]

    def _collection(self, node: yaml.Node, depth: int, line: int) -> tuple[Value, int]:
        link = _unquoted_wikilink(node)
        if link is not None:
            return Scalar(f"[[{link}]]", line), 1
        written = self._text[node.start_mark.index : node.end_mark.index]
        if written.startswith("{{") and _PLACEHOLDER.fullmatch(written):
            return Scalar(written, line), 1
        value: Value
        if isinstance(node, yaml.SequenceNode):
            items = [self._value(item, depth + 1) for item in node.value]
            size = sum(size for _, size in items) + 1
            value = [item for item, _ in items]
        else:
            pairs = [(self._key(key), self._value(item, depth + 1)) for key, item in node.value]
            size = sum(size for _, (_, size) in pairs) + 1
            value = {key: item for key, (item, _) in pairs if key is not None}
        if size > self._limits.front_matter_values:
            self._problem(node, "its aliases stand for more than a front matter can hold")
            return [], 1
        return value, size

    def _problem(self, node: yaml.Node, message: str) -> None:
        self.problems.append((self._first_line + node.start_mark.line, message))


def _compose(text: str) -> yaml.Node | None:
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "not valid YAML"
        raise YamlError(message, mark.line + 1 if mark else 1) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlError("not valid YAML: " + str(error).splitlines()[0]) from error
    return root


def _unquoted_wikilink(node: yaml.Node) -> str | None:
    """`[[x]]` without quotes is to YAML a list that holds a list that holds `x`."""
    for _ in range(2):
        if not isinstance(node, yaml.SequenceNode) or not node.flow_style or len(node.value) != 1:
            return None
        node = node.value[0]
    return str(node.value) if isinstance(node, yaml.ScalarNode) and not node.style else None


def _too_deep(text: str, limit: int) -> bool:
    """An upper bound: brackets within quotes count too. Linear.

    libyaml's composer recurses in C and crashes the process at some tens of thousands.
    """
    if _compact_nesting(limit).search(text):
        return True
    if text.count("[") + text.count("{") <= limit:
        return False
    depth = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > limit:
            return True
    return False


@lru_cache
def _compact_nesting(limit: int) -> re.Pattern[str]:
    """`- - - x`: each sign is a level."""
    return re.compile(rf"(?:[-?:][ \t]+){{{limit}}}")
