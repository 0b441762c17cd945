"""What is known of words that were met before: a vault repeats a few thousand of them."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MAX_WORDS = 1 << 16
MAX_LENGTH = 60
"""Characters; a longer text is hardly met again."""


class Memo(dict[str, T]):
    """A function of a word as a table that fills itself; looking up costs no call of Python.

    It forgets all before it holds too many words.

    Args:
        make: A pure function.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> T:
        value = self._make(word)
        if len(word) <= MAX_LENGTH:
            if len(self) >= MAX_WORDS:
                self.clear()
            self[word] = value
        return value
