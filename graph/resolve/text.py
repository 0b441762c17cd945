"""When two spellings are one name, and which of them is shown."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

NO_BREAK_SPACE = "\u00a0"


@lru_cache(maxsize=1 << 18)
def fold(name: str) -> str:
    """The form in which names are compared: NFC, case-folded, no-break spaces as blanks.

    Folding can undo NFC, hence the second pass (Unicode 3.13, canonical caseless matching).
    """
    if name.isascii():
        return name.lower()
    composed = unicodedata.normalize("NFC", name.replace(NO_BREAK_SPACE, " "))
    return unicodedata.normalize("NFC", composed.casefold())


def commonest(spellings: Counter[str]) -> list[str]:
    """Spellings, the commonest first; equally common ones in code point order."""
    return sorted(spellings, key=lambda spelling: (-spellings[spelling], spelling))


class Spellings(defaultdict[str, Counter[str]]):
    """How often each thing was spelled which way."""

    def __init__(self) -> None:
        super().__init__(Counter)

    def labels(self) -> Iterator[tuple[str, str]]:
        """Each thing with its commonest spelling, in the order of the keys."""
        return ((key, commonest(self[key])[0]) for key in sorted(self))
