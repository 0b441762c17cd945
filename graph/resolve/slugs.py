"""One slug for every name and phrase, in any script."""

import re
import unicodedata
from functools import lru_cache

from graph.resolve.text import fold

APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
SIGNS_OF_A_NAME = "+#"
"""Signs that tell names apart when they follow a letter: C, C++ and C#."""
ASCII_WORD = re.compile(r"[a-z0-9][a-z0-9+#]*")


@lru_cache(maxsize=1 << 18)
def slug(text: str) -> str:
    """Lower-case letters and digits of any script, with `-` between words; never empty.

    Labels that differ only in case, punctuation, blanks or Unicode composition share a slug,
    and so a node: that is what a slug is for. A text without letters and digits is spelled by
    its code points (`★` is `u2605`), so that two of them stay apart.
    """
    folded = fold(text).translate(APOSTROPHES)
    words = ASCII_WORD.findall(folded) if folded.isascii() else _words(folded)
    return "-".join(words) or "-".join(f"u{ord(char):x}" for char in text) or "u0"


def _words(folded: str) -> list[str]:
    """Words of any script; patterns of the standard library split them at vowel signs."""
    kept = ""
    for char in folded:
        inside = kept and not kept.endswith(" ")
        kept += char if _belongs(char) or (char in SIGNS_OF_A_NAME and inside) else " "
    return kept.split()


def _belongs(char: str) -> bool:
    """Letters, digits, and the marks that many scripts write vowels with."""
    return char.isalnum() or unicodedata.category(char).startswith("M")
