"""Front matter of plain lines, read without YAML: most are, and YAML takes many times as long.

Only what can mean one thing is read: a key with a word, a number, a quoted text without escapes,
or a list of these. At any other sign the whole front matter is left to YAML.
"""

import re
from collections.abc import Iterator

from graph.parse.values import NULLS, Property, Scalar, Value, as_property

_NEVER = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
"""What YAML takes for no sign on a line. Naming the few compiles ten times as fast as the many."""
_PLAIN = rf"[^\W_](?:[^#:{_NEVER}]++|:(?! |$))*+"
_SCALAR = rf"(?:(?P<plain>{_PLAIN})|'(?P<one>[^'{_NEVER}]*+)'|\"(?P<two>[^\"\\{_NEVER}]*+)\")"
_PAIR = re.compile(rf"(?P<key>[^\W\d_](?:[\w-]| (?=[\w-])){{0,60}}):(?: +{_SCALAR})? *")
_ITEM = re.compile(rf"(?P<indent> *)- +{_SCALAR} *")


class _DoubtError(Exception):
    """Not plain: only YAML can tell what this means."""


def read_plain_yaml(text: str, line: int) -> list[Property] | None:
    """The keys and values of a front matter of plain lines; None where YAML must decide.

    Args:
        text: What stands between the delimiters.
        line: Line of the file on which it begins.
    """
    lines = text.removesuffix("\n").split("\n")
    try:
        pairs = list(_pairs(lines, line))
    except _DoubtError:
        return None
    if len({key for key, _ in pairs}) < len(pairs):
        return None
    return [as_property(key, value) for key, value in pairs]


def _pairs(lines: list[str], line: int) -> Iterator[tuple[str, Value]]:
    index, count = 0, len(lines)
    while index < count:
        pair = _PAIR.fullmatch(lines[index])
        if not pair:
            raise _DoubtError
        first = index = index + 1
        while index < count and lines[index].lstrip(" ").startswith("-"):
            index += 1
        if index == first:
            yield pair["key"], _scalar(pair, line + first - 1)
        elif pair.end("key") + 1 == len(lines[first - 1].rstrip(" ")):
            yield pair["key"], _items(lines[first:index], line + first)
        else:
            raise _DoubtError


def _items(lines: list[str], line: int) -> list[Value]:
    items = [_ITEM.fullmatch(each) for each in lines]
    if len({item and item["indent"] for item in items}) > 1:
        raise _DoubtError
    return [_scalar(item, number) for number, item in enumerate(items, line)]


def _scalar(match: re.Match[str] | None, line: int) -> Scalar:
    if not match:
        raise _DoubtError
    plain, one, two = match["plain"], match["one"], match["two"]
    if plain is not None:
        plain = plain.rstrip(" ")
        return Scalar("" if plain in NULLS else plain, line)
    return Scalar(one or two or "", line)
