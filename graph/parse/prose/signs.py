"""Sets of signs as whole numbers, one bit for each: joining two costs next to nothing."""

from functools import lru_cache

from graph.model import NameSign

_ALL = tuple(NameSign)
BIT = {sign: 1 << position for position, sign in enumerate(_ALL)}
"""Sign → the number that stands for it alone."""


def mask(*signs: NameSign) -> int:
    """The number that stands for a set of signs."""
    return sum(BIT[sign] for sign in set(signs))


@lru_cache(maxsize=1 << 14)
def signs_in(number: int) -> tuple[NameSign, ...]:
    """The signs that a number stands for, in the order of `NameSign`."""
    return tuple(sign for sign in _ALL if number & BIT[sign])
