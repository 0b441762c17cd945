"""Given names that one person may go by: Robert, Rob, Bob."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nicknames import NickNamer


@lru_cache(maxsize=1 << 14)
def also_called(given: str) -> frozenset[str]:
    """The short and the long forms of a given name, folded; without the name itself.

    English ones, from the package `nicknames`.
    """
    table = _table()
    return frozenset((table.nicknames_of(given) | table.canonicals_of(given)) - {given})


@cache
def _table() -> "NickNamer":
    from nicknames import NickNamer  # late, because reading its table takes some milliseconds

    return NickNamer()
