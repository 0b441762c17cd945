"""What is known of a word beforehand: a name somewhere, a place, ordinary English.

lexicon.txt holds one line for each kind of word: five digits, then the words. It is written by
scripts/build_lexicon.py, which names the sources; LICENSES.md holds their terms.
"""

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from graph.parse.memo import Memo


class Word(NamedTuple):
    """A word's standing; 0 is none."""

    given: int = 0
    """In how many countries it is a given name: 1 in one, 2 in some, 3 in many."""
    surname: int = 0
    """In how many countries it is a surname, likewise."""
    ordinary: int = 0
    """How common it is as an English word: 1 very, 4 little."""
    place: int = 0
    """1 if it is a large city, a state or a country."""
    brand: int = 0
    """1 if it is a well-known company, product or project, and nothing else."""

    @property
    def is_name(self) -> bool:
        """Whether it is a name anywhere."""
        return bool(self.given or self.surname)


UNKNOWN = Word()


@cache
def lexicon() -> dict[str, Word]:
    """All words that are known, folded."""
    text = resources.files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8")
    words: dict[str, Word] = {}
    for line in text.splitlines():
        code, *group = line.split()
        words.update(dict.fromkeys(group, Word(*map(int, code))))
    return words


def _look_up(word: str) -> Word:
    words = lexicon()
    found = words.get(word.casefold())
    if found:
        return found
    plain = fold(word)
    found = words.get(plain)
    if found is None and "-" in plain:
        parts = [words.get(part, UNKNOWN) for part in plain.split("-")]
        return Word(*(min(levels) for levels in zip(*parts, strict=True)))
    if found and found.ordinary and plain != word.casefold().replace("’", "'"):
        return found._replace(ordinary=0)  # `tomé` is not the English `tome`
    return found or UNKNOWN


known = Memo(_look_up).__getitem__
"""What the lexicon says of a word, whatever its case and accents."""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case without accents, apostrophes made straight."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def is_place(name: str) -> bool:
    """Whether a name of one word or two is that of a large place."""
    return bool(_whole(name).place)


def is_brand(name: str) -> bool:
    """Whether a name of one word or two is that of a well-known company, product or project."""
    return bool(_whole(name).brand)


def _whole(name: str) -> Word:
    return lexicon().get(fold(name).replace(" ", "_"), UNKNOWN)
