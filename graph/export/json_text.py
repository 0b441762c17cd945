"""Strict JSON: UTF-8, no NaN, no lone surrogate, the same bytes for the same value."""

from collections.abc import Iterable, Iterator

import msgspec

from graph.export.text import plain_deep


def compact(value: object) -> bytes:
    """A value on one line, keys in the order given; NaN and infinities become null."""
    return msgspec.json.encode(plain_deep(value))


def indented(value: object) -> bytes:
    """A value for people to read, two spaces for each level."""
    return msgspec.json.format(compact(value), indent=2) + b"\n"


def lines(items: Iterable[object]) -> Iterator[bytes]:
    """A list with one item on each line, so that versions of a file compare well."""
    separator = b"[\n"
    for item in items:
        yield separator + compact(item)
        separator = b",\n"
    yield b"[]" if separator == b"[\n" else b"\n]"
