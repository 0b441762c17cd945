"""Which of the texts that a writer set apart may be an idea."""

import re

from graph.parse.rules.template import is_unfilled

MAX_PHRASE = 80
"""Characters; what is longer is a sentence."""

_MAX_WORDS = 8
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:\d+[.)]\s+)+|(?<!\S)#\S+\s?")


def plain_phrase(text: str) -> str:
    """A phrase without tags and numbering, and without punctuation around it.

    Empty where it is too long, an address, without a letter, or still to be filled in.
    """
    if len(text) > 2 * MAX_PHRASE:
        return ""
    text = _NUMBERING.sub("", text).strip(" \t\n.,:;…")
    if len(text) > MAX_PHRASE or not _LETTER.search(text) or _ADDRESS.match(text):
        return ""
    if is_unfilled(text):
        return ""
    return text if len(text.split()) <= _MAX_WORDS else ""
