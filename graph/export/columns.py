"""Columns: one name, one id and one type for each attribute of nodes or of edges."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from itertools import chain

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
        rows: The attributes of each.
    """

    def __init__(self, domain: str, rows: Collection[Attributes]) -> None:
        self.domain = domain
        seen = _types_seen(rows)
        self.types = _widest_of(seen)
        self._mixed = {name for name, types in seen.items() if _is_mixed(types)}
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

    def cells(self, row: Attributes) -> Iterable[Scalar]:
        """The values of a row; what the file holds is the `str` of each."""
        if self._mixed.isdisjoint(row):
            return row.values()
        return [self._written(name, value) for name, value in row.items()]

    def _written(self, name: str, value: Scalar) -> str:
        return written(float(value) if self.types[name] is Type.DOUBLE else value)


def column_types(rows: Collection[Attributes]) -> dict[str, Type]:
    """Name → the narrowest type that holds every value, front matter (`meta.`) last.

    Numbers of one kind stay numbers; anything mixed, and integers beyond 64 bits, are text.
    """
    return _widest_of(_types_seen(rows))


def _types_seen(rows: Collection[Attributes]) -> dict[str, set[Type]]:
    """Name → the types of its values, in the order in which the names are first seen."""
    names = chain.from_iterable(rows)
    values = chain.from_iterable(row.values() for row in rows)
    seen: defaultdict[str, set[Type]] = defaultdict(set)
    # Few pairs are distinct, and a loop over all of them would take twice as long.
    for name, kind in dict.fromkeys(zip(names, map(type, values), strict=True)):
        seen[name] |= _types(kind, (row[name] for row in rows if type(row.get(name)) is kind))
    return seen


def _types(kind: type, values: Iterable[Scalar]) -> set[Type]:
    if kind in _TYPES or not issubclass(kind, int):
        return {_TYPES.get(kind, Type.STRING)}
    numbers = sorted(map(int, values))
    return {_size(numbers[0]), _size(numbers[-1])}


def _size(number: int) -> Type:
    if -(2**31) <= number < 2**31:
        return Type.INT
    return Type.LONG if -(2**63) <= number < 2**63 else Type.STRING


def _widest_of(seen: Mapping[str, set[Type]]) -> dict[str, Type]:
    meta = sorted(name for name in seen if name.startswith("meta."))
    own = [name for name in seen if not name.startswith("meta.")]
    return {name: _widest(seen[name]) for name in (*own, *meta)}


def _widest(types: set[Type]) -> Type:
    if len(types) == 1:
        return next(iter(types))
    if types == {Type.INT, Type.LONG}:
        return Type.LONG
    # A double holds every 32-bit integer exactly, but not every 64-bit one.
    return Type.DOUBLE if types == {Type.INT, Type.DOUBLE} else Type.STRING


def _is_mixed(types: set[Type]) -> bool:
    """Whether values of a column are written otherwise than by `str`."""
    return Type.BOOLEAN in types or types == {Type.INT, Type.DOUBLE}


def written(value: Scalar) -> str:
    """A scalar as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
