"""Which phrases can be an idea at all, and which of them are the same."""

import re
from functools import lru_cache

from graph.resolve.slugs import slug
from graph.resolve.text import fold

MAX_WORDS = 8
MAX_SENTENCE_FREE = 4
"""So many words may end in a full stop and still be a phrase, as `_deployment._` does."""
MAX_LENGTH = 100
EDGES = " \t\n.,;:!?*_=~\"'“”‘’«»()[]{}<>-–—…|/\\"
LETTER = re.compile(r"[^\W\d_]")
SIGN = re.compile(r"[.@:]")
"""Without one of them a text is no address and no version."""
ADDRESS = re.compile(
    r"://|\bwww\.|@\w|\A\S+\.[a-z]{2,12}(?:/\S*)?\Z|\.(?:gif|jpe?g|md|pdf|png)\Z", re.IGNORECASE
)
"""Of a page, a person or a file."""
NUMBERING = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]\s+")
MACHINE_ID = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b(?=[a-f]*\d)[0-9a-f]{16,}\b|\d{12,}",
    re.IGNORECASE,
)
"""A UUID, a hash, or digits that number a note or tell its second."""
VERSION = re.compile(r"\d\.\d")
HOUSEKEEPING = re.compile(
    r"about|additional links?|appendix|background|changelog|conclusions?|contact|contents"
    r"|description|details|examples?|faqs?|features?|further reading|getting started|intro"
    r"|introduction|links?|misc|notes?|other|overview|purpose|references?|related|resources?"
    r"|see also|summary|table of contents|tasks?|thanks?|thank you|tips?|tl-?dr|to-?dos?|updates?"
    r"|usage|warnings?"
)
"""Headings that say what kind of text follows, not what it is about."""
CALENDAR = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?"
    r"|sun)(?:day)?|today|tomorrow|tonight|yesterday|\d+(?:st|nd|rd|th|am|pm|h|年|月|日|号)?"
    r"|last|next|(?:day|week|weekend|month|year)s?|morning|afternoon|evening|night"
)
"""A word that only says when."""


@lru_cache(maxsize=1 << 16)
def trim(text: str) -> str:
    """A phrase without the blanks, punctuation and numbering round it."""
    return NUMBERING.sub("", " ".join(text.split()), count=1).strip(EDGES)


def holds_machine_id(text: str) -> bool:
    """Whether a machine made a part of a name: `heron-2b1e07c4-52a6-4d53-9f0c-8b1f3a6d9e70`."""
    return bool(MACHINE_ID.search(text))


def is_phrase(text: str) -> bool:
    """Whether a text can be an idea: no sentence, number, date, address or mere housekeeping."""
    if len(text) > MAX_LENGTH or not LETTER.search(text) or holds_machine_id(text):
        return False
    if SIGN.search(text) and (ADDRESS.search(text) or VERSION.search(text)):
        return False
    if HOUSEKEEPING.fullmatch(fold(text)):
        return False
    words = text.split()
    if len(words) > MAX_WORDS or _ends_sentence(text, len(words)):
        return False
    return not _is_place_in_series(words) and not is_date(text)


def is_date(text: str) -> bool:
    """Whether a text only says when: `May 3rd`, `Last week`."""
    return all(CALENDAR.fullmatch(word) for word in slug(text).split("-"))


def _is_place_in_series(words: list[str]) -> bool:
    """`Lecture 4`, `Fall 2022`."""
    return len(words) == 2 and any(word.isdecimal() for word in words)


def _ends_sentence(text: str, words: int) -> bool:
    return words > MAX_SENTENCE_FREE and text.rstrip("\"'”’)").endswith((".", "!", "?", "…"))


@lru_cache(maxsize=1 << 16)
def stem_key(text: str) -> str:
    """The slug with plural endings folded, so that `fuzzy task` and `fuzzy tasks` are one."""
    if text.isascii() and text.isalpha():
        return _singular(text.lower())
    return "-".join(_singular(word) for word in slug(text).split("-"))


def _singular(word: str) -> str:
    if len(word) < 4 or not word.isascii() or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word
    return word if word.endswith(("ss", "us", "is", "as", "os")) else word[:-1]
