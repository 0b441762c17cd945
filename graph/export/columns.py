"""Columns: one name, one id and one type for each attribute of nodes or of edges."""

import re
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from graph.export.rows import Attributes, Scalar
from graph.export.text import distinct, plain

_NOT_IN_TOKEN = re.compile("[^-._0-9A-Za-zÀ-ÖØ-öø-ıΑ-ΡΣ-ώЁА-яёא-תء-غف-يअ-हก-ฮぁ-ゔァ-ヺ一-龥가-힣]")
"""What no NMTOKEN holds, or only that of a later edition of XML than libxml2 checks."""


class Type(StrEnum):
    """The types of a column, by their names in GraphML."""

    STRING = "string"
    INT = "int"
    LONG = "long"
    DOUBLE = "double"
    BOOLEAN = "boolean"


_TYPES: dict[type, Type] = {str: Type.STRING, float: Type.DOUBLE, bool: Type.BOOLEAN}


class Columns:
    """The columns that some rows need, in a fixed order.

    Args:
        domain: `node` or `edge`.
        attributes: Those of every row; read once.
    """

    def __init__(self, domain: str, attributes: Iterable[Attributes]) -> None:
        self.domain = domain
        self.types = column_types(attributes)
        self.names = distinct({name: _NOT_IN_TOKEN.sub("_", name) for name in self.types})
        """Attribute → its name as an NMTOKEN: `meta.due date` becomes `meta.due_date`."""
        self.titles = distinct({name: plain(name) for name in self.types}, " ({})")
        """Attribute → its name as it is, but for characters that no file can hold."""
        self.ids = distinct(
            {n: f"{domain}_{name}" for n, name in self.names.items()}, fold=str.lower
        )
        """Attribute → its key, such as `node_label`.

        Named after the attribute because Gephi shows it as the column's id and takes `d3` and `d7`
        for labels; distinct without regard to case because Gephi lowers it.
        """

    def written(self, attributes: Attributes) -> list[tuple[str, str]]:
        """The column's id and the value as text, for each attribute of a row."""
        return [
            (self.ids[name], value if isinstance(value, str) else self._written(name, value))
            for name, value in attributes.items()
        ]

    def _written(self, name: str, value: Scalar) -> str:
        return written(float(value) if self.types[name] is Type.DOUBLE else value)


def column_types(attributes: Iterable[Attributes]) -> dict[str, Type]:
    """Name → the narrowest type that holds every value, front matter (`meta.`) last.

    Numbers of one kind stay numbers; anything mixed, and integers beyond 64 bits, are text.
    """
    seen: defaultdict[str, set[Type]] = defaultdict(set)
    for each in attributes:
        for name, value in each.items():
            seen[name].add(_TYPES.get(type(value)) or _type(value))
    meta = sorted(name for name in seen if name.startswith("meta."))
    own = [name for name in seen if not name.startswith("meta.")]
    return {name: _widest(seen[name]) for name in (*own, *meta)}


def _type(value: Scalar) -> Type:
    if not isinstance(value, int):
        return Type.STRING
    if -(2**31) <= value < 2**31:
        return Type.INT
    return Type.LONG if -(2**63) <= value < 2**63 else Type.STRING


def _widest(types: set[Type]) -> Type:
    if len(types) == 1:
        return next(iter(types))
    if types == {Type.INT, Type.LONG}:
        return Type.LONG
    # A double holds every 32-bit integer exactly, but not every 64-bit one.
    return Type.DOUBLE if types == {Type.INT, Type.DOUBLE} else Type.STRING


def written(value: Scalar) -> str:
    """A scalar as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
