"""Text that any format can hold."""

import re
from collections.abc import Callable, Mapping

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) has no way to write: most control characters, lone surrogates,
U+FFFE and U+FFFF. No escape helps; a reader must refuse the file."""


def plain(text: str) -> str:
    """Replace every character that XML, JSON or CSV cannot carry by U+FFFD.

    All formats use it, XML or not, so that they hold the same text.
    """
    # Most text is printable, which is three times as fast to see.
    return text if text.isprintable() else _FORBIDDEN.sub("\ufffd", text)


def plain_deep(value: object) -> object:
    """`plain` for every text inside lists and dicts of JSON."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {plain(str(key)): plain_deep(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_deep(item) for item in value]
    return value


def distinct(
    stems: Mapping[str, str], suffix: str = "_{}", fold: Callable[[str], str] = str
) -> dict[str, str]:
    """Give each name its stem, and a number besides where another name has the same.

    Args:
        stems: Name → wanted text, in the order in which they may choose.
        suffix: How the number is added.
        fold: What two texts must differ in.

    Returns:
        Name → its text. Linear in the number of names, however many share a stem.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    last: dict[str, int] = {}
    for name, stem in stems.items():
        candidate = stem
        number = last.get(fold(stem), 1)
        while fold(candidate) in taken:
            number += 1
            candidate = stem + suffix.format(number)
        taken.add(fold(candidate))
        last[fold(stem)] = number
        found[name] = candidate
    return found
