"""Properties above the text that nothing delimits, as some apps write them.

`Key: value` lines stand at the top in MultiMarkdown (Syntax Guide, "Metadata") and below the title
in Notion's exports; `% title`, `% authors` and `% date` are Pandoc's title block.
"""

import re
from typing import NamedTuple

from graph.parse.dates import read_date
from graph.parse.fields import Field
from graph.parse.properties import is_date_key, is_tag_key
from graph.parse.values import key_name

_PAIR = re.compile(
    r"(\*{0,2})([^\s:*_`\[\]<>|-][^:*`\[\]<>|]{0,39})?\*{0,2}:\*{0,2}(?:[ \t]+(.*))?"
)
_MARKED = re.compile(r"(\*{1,2}|`)(?=\S)([^*`]{1,200})(?<=\S)\1")
_PANDOC = re.compile(r"%(?:[ \t]+(.*))?")
_PANDOC_KEYS = ("title", "author", "date")
_MAX_LINES = 200
_TAG_WORDS = 4
"""A longer text between commas is a sentence."""
_PAGE = re.compile(
    r"(?P<name>[^,:()\n]{1,200}) \((?P<named>[^()\s]{1,2000}\.md)\)"
    r"|(?<=[ ,])(?P<bare>[^\s,()]{1,2000}\.md)(?=,|$)",
    re.MULTILINE,
)
"""Notion's relation: `Page (../Folder/Page%20id.md)`, before 2022 only the path."""

_DESTINATION = re.compile(
    r" \((?:[^()\s]{1,2000}\.md|https://(?:www\.notion\.so|app\.notion\.com)/[^()\s]{0,2000})\)"
)
"""What stands behind the name of each."""


class Header(NamedTuple):
    """The properties at the beginning of a block."""

    fields: list[Field]
    """Their values as written, without emphasis, code marks and what Notion adds to a link."""
    whole: bool
    """Whether the block holds nothing else."""


NO_HEADER = Header([], False)


def read_header(text: str, line: int) -> Header:
    """The properties with which a block begins that stands at the top or below the title.

    Any lines of prose may hold a colon. So one of them must be telling: a date that names a day, or
    tags. Where text follows at once, they end with the last telling one.

    Args:
        text: The block, with its mark-up.
        line: Line of the file on which it begins.
    """
    if text.startswith("%"):
        return _read_pandoc(text, line)
    fields: list[Field] = []
    lines = text.split("\n", _MAX_LINES)
    for number, each in enumerate(lines, line):
        match = _PAIR.fullmatch(each.rstrip())
        if match:
            fields.append(_field(match, number))
        elif fields and each[:1] in (" ", "\t"):
            last = fields[-1]
            fields[-1] = last._replace(value=f"{last.value} {each.strip()}".strip())
        else:
            break
    else:
        return Header(fields, True) if any(map(_is_telling, fields)) else NO_HEADER
    while fields and not _is_telling(fields[-1]):
        fields.pop()
    return Header(fields, False)


def _field(match: re.Match[str], line: int) -> Field:
    bold, key, value = match.groups(default="")
    value = _DESTINATION.sub("", value.rstrip("*" if bold else ""))
    return Field(key.strip(), _MARKED.sub(r"\2", value).strip(), frozenset(), line, True)


def _read_pandoc(text: str, line: int) -> Header:
    lines = text.split("\n")
    found = [match for each in lines if (match := _PANDOC.fullmatch(each.rstrip()))]
    if not len(found) == len(lines) <= len(_PANDOC_KEYS):
        return NO_HEADER
    pairs = zip(_PANDOC_KEYS, found, strict=False)
    return Header(
        [
            Field(key, (match[1] or "").strip(), frozenset(), number, True)
            for number, (key, match) in enumerate(pairs, line)
        ],
        True,
    )


def _is_telling(field: Field) -> bool:
    name = key_name(field.key)
    if is_tag_key(name):
        return bool(field.value) and all(map(_is_short, field.value.split(",")))
    return is_date_key(name) and bool(read_date(field.value))


def _is_short(text: str) -> bool:
    words = len(text.split())
    is_list = "[" in text and "[[" not in text
    return words <= _TAG_WORDS and not is_list and not text.endswith((".", "!", "?"))


def plain_header(text: str) -> str:
    """A header without bold keys, the pages that Notion names as Markdown links."""
    text = text.replace("**", "")
    return _PAGE.sub(_as_link, text) if ".md" in text else text


def _as_link(match: re.Match[str]) -> str:
    if match["bare"]:
        return f"[]({match['bare']})"
    name = match["name"]
    return f"{name[: -len(name.lstrip())]}[{name.strip()}]({match['named']})"
