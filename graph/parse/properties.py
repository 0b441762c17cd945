"""What the keys of a front matter, and of Logseq's page properties, mean."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from graph.model import DateClue, DateSource, Diagnostic, NameCue, NameMention, Severity, Spot, Tag
from graph.parse.dates import read_date
from graph.parse.rules.hashtag import MAX_TAG, tag_name
from graph.parse.rules.template import is_unfilled
from graph.parse.rules.wikilink import split_wikilink
from graph.parse.text import MAX_CONTEXT
from graph.parse.values import Property, Scalar, as_property, leaves

MAX_META = 2_000
"""Characters of a value kept as an attribute."""
MAX_TITLE = 1_000

_POST = re.compile(r"(?:^|/)_posts/(?:[^/]+/)*\d{4}-\d\d?-\d\d?-[^/]+\Z|(?:^|/)_drafts/")
"""Of Jekyll, which wants the day in the name; Hexo's posts lie in the same folder."""
_BETWEEN = " ; "
_TAG_KEYS = frozenset(("tags", "tag"))
_ALIAS_KEYS = frozenset(("aliases", "alias"))
_DATE_KEYS = (
    "date",
    "day",
    "datum",
    "dato",
    "fecha",
    "дата",
    "日期",
    "日付",
    "날짜",
    "created",
    "date created",
    "created time",
    "created at",
    "created on",
    "creation date",
    "creationdate",
    "createdat",
    "published",
    "publish date",
    "publishdate",
    "pubdate",
)
"""Best first: when it happened, in some languages, when it was written, when it was published."""
_PEOPLE_KEYS = frozenset(
    ("people", "person", "persons", "attendees", "attendee", "participants", "participant", "with")
)

_READ_KEYS = _TAG_KEYS | _ALIAS_KEYS | _PEOPLE_KEYS | frozenset(_DATE_KEYS)


def without_groups(properties: Iterable[Property]) -> Iterator[Property]:
    """The properties, those that Zola groups as `taxonomies` by themselves."""
    for item in properties:
        if item.name == "taxonomies" and isinstance(item.value, dict):
            yield from (as_property(key, value) for key, value in item.value.items())
        else:
            yield item


def title_of(properties: Iterable[Property]) -> Scalar | None:
    """The title that the writer gave, with the line it stands on."""
    for item in properties:
        if item.name == "title" and isinstance(item.value, Scalar):
            text = item.value.text.strip()[:MAX_TITLE]
            if text and not is_unfilled(text):
                return Scalar(text, item.value.line)
    return None


def aliases_of(properties: Iterable[Property]) -> tuple[str, ...]:
    """Other names of the entry, each once; one string may hold several, by commas."""
    names = (
        _unlinked(part)
        for item in properties
        if item.name in _ALIAS_KEYS
        for leaf in leaves(item.value)
        for part in _parts(leaf, item)
    )
    return tuple(dict.fromkeys(name[:MAX_TITLE] for name in names if name))


def tags_of(properties: Iterable[Property], path: str = "") -> Iterator[Tag]:
    """Tags of the keys `tags` and `tag`: a list, a string, or a string with commas.

    A part that is a wikilink is a link and no tag. In a post of Jekyll blanks part a string too.

    Args:
        properties: The front matter.
        path: The entry's.
    """
    is_post = bool(_POST.search(path))
    for item in properties:
        if item.name not in _TAG_KEYS:
            continue
        for leaf in leaves(item.value):
            parts = _parts(leaf, item)
            if is_post and isinstance(item.value, Scalar) and len(parts) == 1:
                parts = leaf.text.split()
            for part in parts:
                yield from tags_in(part, leaf.line, f"{item.key}: {', '.join(parts)}")


def tags_in(part: str, line: int, context: str) -> Iterator[Tag]:
    """The tag that one part of a list names; several where each begins with `#`.

    A link and an address are none.
    """
    words = part.split()
    several = len(words) > 1 and all(word.startswith("#") for word in words)
    for text in words if several else [part]:
        name = "" if "[[" in text or "://" in text else tag_name(text.strip(" \"'"))
        if name:
            yield Tag(name, Spot(line, context[:MAX_CONTEXT]))


def names_of(properties: Iterable[Property]) -> Iterator[NameMention]:
    """People whom a key such as `people` or `attendees` lists."""
    for item in properties:
        if is_people_key(item.name):
            for leaf in leaves(item.value):
                yield from names_in(leaf.text, leaf.line, item.key)


def is_people_key(name: str) -> bool:
    """Whether a key, case-folded, lists people."""
    return name in _PEOPLE_KEYS


def is_date_key(name: str) -> bool:
    """Whether a key, case-folded, says when the entry was written or what day it is of."""
    return name in _DATE_KEYS


def is_tag_key(name: str) -> bool:
    """Whether a key, case-folded, lists tags."""
    return name in _TAG_KEYS


def names_in(text: str, line: int, key: str) -> Iterator[NameMention]:
    """The people whom a text lists, between commas or semicolons."""
    spot = Spot(line, f"{key}: {' '.join(text.split())}"[:MAX_CONTEXT])
    for part in text.replace(";", ",").split(","):
        name = _unlinked(part).lstrip("@").removesuffix("'s").removesuffix("’s").strip()
        if any(character.isalpha() for character in name):
            yield NameMention(name[:MAX_CONTEXT], NameCue.PEOPLE_KEY, "", spot)


def dates_of(properties: Iterable[Property]) -> list[DateClue]:
    """The dates of an entry, the most telling key first; of a list, its first date.

    A text that names no day is a clue without readings where it was meant to name one, and no
    clue where it was not: `2020-11`, `tomorrow`, `published: false`.
    """
    clues = []
    for item in properties:
        if item.name in _DATE_KEYS:
            for leaf in islice(leaves(item.value), 1):
                text = leaf.text.strip()[:MAX_META]
                clue = DateClue(DateSource.FRONT_MATTER, text, read_date(text), leaf.line)
                if clue.readings or _means_a_day(text):
                    clues.append((_DATE_KEYS.index(item.name), clue))
    return [clue for _, clue in sorted(clues, key=lambda found: found[0])]


def meta_of(properties: Iterable[Property]) -> tuple[tuple[str, str], ...]:
    """The keys whose value is one text, or a list of texts that nothing else reads, as text."""
    pairs = ((item.key[:MAX_META], _as_text(item)) for item in properties if item.key.strip())
    return tuple((key, text) for key, text in pairs if text)


def problems_of(properties: Iterable[Property], path: str) -> Iterator[Diagnostic]:
    """What a front matter says that cannot be taken as it stands."""
    for item in properties:
        if item.name in _TAG_KEYS:
            yield from _tag_problems(item, path)
        if isinstance(item.value, Scalar) and len(item.value.text) > MAX_META:
            message = f"{item.key[:60]} has more than {MAX_META:,} characters; the rest is left out"
            hint = "move long texts into the body"
            yield _warning("front-matter", path, item.value.line, message, hint)


def _tag_problems(item: Property, path: str) -> Iterator[Diagnostic]:
    if isinstance(item.value, dict):
        line = next((leaf.line for leaf in leaves(item.value)), 1)
        hint = "write tags as a list"
        yield _warning("tags-unreadable", path, line, f"{item.key} is a mapping", hint)
    for leaf in leaves(item.value):
        if any(len(part) > MAX_TAG for part in _parts(leaf, item)):
            message = f"a tag of more than {MAX_TAG} characters was left out"
            yield _warning("tags-unreadable", path, leaf.line, message, "write a shorter tag")


def _warning(code: str, path: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, path, line, message, hint)


def _means_a_day(text: str) -> bool:
    """Whether a text has digits enough for a year, a month and a day."""
    digits = sum(character.isdecimal() for character in text)
    return digits >= 7 or (digits >= 5 and any(character.isalpha() for character in text))


def _parts(leaf: Scalar, item: Property) -> list[str]:
    """A lone string may hold several values; an item of a list is one."""
    if isinstance(item.value, Scalar) and "[[" not in leaf.text:
        return [part.strip() for line in leaf.text.split("\n") for part in line.split(",")]
    return [leaf.text.strip()]


def _as_text(item: Property) -> str:
    if isinstance(item.value, Scalar):
        return item.value.text.strip()[:MAX_META]
    if not isinstance(item.value, list) or item.name in _READ_KEYS:
        return ""
    texts = [part.text.strip() for part in item.value if isinstance(part, Scalar)]
    return _BETWEEN.join(text for text in texts if text and "[[" not in text)[:MAX_META]


def _unlinked(text: str) -> str:
    """The name in `[[name]]` or `[[path/name|label]]`, or the text itself."""
    text = text.strip()
    if not (text.startswith("[[") and text.endswith("]]")):
        return text
    link = split_wikilink(text[2:-2])
    return link.label or link.target.rpartition("/")[2]
