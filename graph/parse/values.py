"""The values of a front matter: texts with the line they stand on, lists and mappings of them."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from graph.parse.memo import Memo

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML takes for no value."""


class Scalar(NamedTuple):
    """A plain value as written; empty for null."""

    text: str
    line: int
    """1-based line of the file."""


Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"


class Property(NamedTuple):
    """One key of a front matter with its value."""

    key: str
    name: str
    """The key as keys are compared: case-folded, with a blank between its words."""
    value: Value


def as_property(key: str, value: Value) -> Property:
    """A key as written, with its value."""
    return Property(key, _NAMES[key], value)


def key_name(key: str) -> str:
    """A key as keys are compared."""
    return _NAMES[key]


_NAMES = Memo(lambda key: key.strip().casefold().replace("_", " ").replace("-", " "))


def leaves(value: Value) -> Sequence[Scalar]:
    """The non-empty scalars of a value, in the order of the text; keys of mappings are none.

    Values come from readers that bound their expanded size, so this ends soon.
    """
    if isinstance(value, Scalar):
        return (value,) if value.text.strip() else ()
    found: list[Scalar] = []
    stack: list[Value] = [value]
    while stack:
        top = stack.pop()
        if isinstance(top, Scalar):
            if top.text.strip():
                found.append(top)
        elif isinstance(top, list):
            stack.extend(reversed(top))
        else:
            stack.extend(reversed(list(top.values())))
    return found
