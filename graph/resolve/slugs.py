"""One slug for every name and phrase, in any script."""

import unicodedata
from functools import lru_cache

APOSTROPHES = "'’ʼ`´"
SIGNS_OF_A_NAME = "+#"
"""Signs that tell names apart when they follow a letter: C, C++ and C#."""


@lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """Lower-case letters and digits of any script, with `-` between words; never empty.

    Labels that differ only in case, punctuation, blanks or Unicode composition share a slug,
    and so a node: that is what a slug is for. A text without letters and digits is spelled by
    its code points (`★` is `u2605`), so that two of them stay apart.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    kept: list[str] = []
    for char in folded:
        if _belongs(char) or (char in SIGNS_OF_A_NAME and kept and kept[-1] != "-"):
            kept.append(char)
        elif char not in APOSTROPHES and kept and kept[-1] != "-":
            kept.append("-")
    return "".join(kept).rstrip("-") or "-".join(f"u{ord(char):x}" for char in text) or "u0"


def _belongs(char: str) -> bool:
    """Letters, digits, and the marks that many scripts write vowels with."""
    return char.isalnum() or unicodedata.category(char).startswith("M")
