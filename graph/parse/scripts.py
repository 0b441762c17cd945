"""Which letters a text is written in, so that plain ones cost little."""

import re

_EUROPEAN = re.compile(r"[\0-\u058f\u1e00-\u2bff\U0001f000-\U0001faff]*")


def is_european(text: str) -> bool:
    """Whether a text holds Latin, Greek, Cyrillic or Armenian letters, signs and emoji alone.

    Patterns for these compile and match in a fraction of the time of those for all scripts.
    """
    return text.isascii() or _EUROPEAN.fullmatch(text) is not None
