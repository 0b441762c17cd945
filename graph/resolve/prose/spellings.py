"""Which full names are one name, spelled more or less fully: A. Turing, Alan M. Turing."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph.resolve.nicknames import also_called

MANY = 8
"""So many bearers of a surname and given name are compared; it is ambiguous by then."""


def spellings(keys: Iterable[str]) -> dict[str, str]:
    """Key → the key that stands for all spellings of one name.

    Two full names are one where the surname is the same, the given names are the same, nicknames
    or initials of one another, and no middle name speaks against it. A name that could be several
    others' is none of theirs. Time is linear in the names.

    Args:
        keys: Names of two words and more as `key_of` gives them.
    """
    found: dict[str, str] = {}
    same_letters: dict[str, str] = {}
    bearers: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(keys, key=lambda key: (-len(letters(key)), -len(key), key)):
        first, *_, last = key.split()
        alike = {
            bearer
            for given in _looked_up(first)
            for bearer in bearers[last, given]
            if _agree(key.split()[1:-1], bearer.split()[1:-1])
        }
        only = alike.pop() if len(alike) == 1 else key
        found[key] = same_letters.setdefault(letters(key), only)
        if found[key] == key:
            for given in {first, f"{first[0]}…", f"{first}."}:
                if len(bearers[last, given]) < MANY:
                    bearers[last, given].append(key)
    return found


def _looked_up(first: str) -> set[str]:
    """Under which given names the bearers of this one may stand."""
    if len(first) == 1:
        return {f"{first}…"}
    return {first, f"{first[0]}.", *also_called(first)}


def _agree(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two rows of middle names can be one person's: one stands within the other."""
    fewer, more = sorted((some, others), key=len)
    rest = iter(more)
    return all(any(_one_name(name, other) for other in rest) for name in fewer)


def _one_name(some: str, other: str) -> bool:
    return some == other or (min(len(some), len(other)) == 1 and some[0] == other[0])


@lru_cache(maxsize=1 << 16)
def letters(key: str) -> str:
    """A key without signs and accents, to compare C.S. Lewis and c. s. lewis."""
    plain = key if key.isascii() else unicodedata.normalize("NFKD", key)
    return "".join(char for char in plain if char.isalnum())
