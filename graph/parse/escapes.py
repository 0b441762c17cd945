"""Characters that a front matter writes as two escapes, as JSON writes all beyond U+FFFF."""

import re
from typing import NamedTuple

HALF = "half of a pair of escapes stands for no character"
_REPLACEMENT = "\ufffd"
_ESCAPE = re.compile(
    r"\\(?:u(?P<high>[dD][89abAB][\da-fA-F]{2})\\u(?P<low>[dD][c-fC-F][\da-fA-F]{2})"
    r"|u(?P<half>[dD][89a-fA-F][\da-fA-F]{2})"
    r"|.)",
    re.DOTALL,
)
"""Any escape, so that a backslash that is itself escaped begins none."""


class Joined(NamedTuple):
    """A text without surrogate escapes."""

    text: str
    lost: int
    """Line of the first half that stands alone, and so for nothing; 0 where none does."""


def join_escapes(text: str) -> Joined:
    r"""Write the character itself for `\ud83d\ude00`, and U+FFFD for one half of such a pair.

    JSON has no other way to escape it (RFC 8259, section 7); YAML 1.2 has, but is often written by
    programs that know JSON's alone. A half is no character, and no file can hold it. Linear.
    """
    lost = 0

    def written(escape: re.Match[str]) -> str:
        nonlocal lost
        if escape["low"]:
            high, low = int(escape["high"], 16), int(escape["low"], 16)
            return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
        if escape["half"]:
            lost = lost or 1 + text.count("\n", 0, escape.start())
            return _REPLACEMENT
        return escape[0]

    return Joined(_ESCAPE.sub(written, text), lost)
