"""Whether a heading or block that a link points at exists."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from graph.model import Entry
from graph.resolve.slugs import slug

DUPLICATE_NUMBER = re.compile(r"-\d+\Z")
"""What Markdown renderers append to the anchor of a heading that occurs again."""


class _Places(NamedTuple):
    """What links can point at in an entry."""

    blocks: Collection[str]
    headings: dict[str, list[int]]
    """The letters of a heading → its places among the headings."""


class Anchors:
    """The anchors of entries, each entry's read once and only if a link asks for it."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._entries = entries
        self._places: dict[str, _Places] = {}

    def known(self, path: str, anchor: str) -> bool:
        """Whether an entry has this `heading`, `outer#inner`, `id` or `^block`.

        Headings are compared by their letters and digits, so that Obsidian's spelling and the
        anchors of web renderers (`my-heading`, `my-heading-1`) both count. The time does not grow
        with the entry.
        """
        if path not in self._places:
            self._places[path] = _places_in(self._entries[path])
        blocks, headings = self._places[path]
        if anchor.removeprefix("^").lower() in blocks:
            return True
        if anchor.startswith("^"):
            return False
        place = -1
        for part in filter(None, anchor.split("#")):
            later = [_later(headings.get(each, []), place) for each in _spellings(part)]
            place = min((each for each in later if each >= 0), default=-1)
            if place < 0:
                return False
        return True


def _places_in(entry: Entry) -> _Places:
    headings: defaultdict[str, list[int]] = defaultdict(list)
    for place, heading in enumerate(entry.headings):
        headings[_letters(heading.text)].append(place)
    return _Places({block.lower() for block in entry.blocks}, dict(headings))


def _later(places: list[int], place: int) -> int:
    """The first of some places behind another, else -1."""
    at = bisect_right(places, place)
    return places[at] if at < len(places) else -1


def _spellings(part: str) -> tuple[str, str]:
    return _letters(part), _letters(DUPLICATE_NUMBER.sub("", part))


def _letters(text: str) -> str:
    return slug(text).replace("-", "")
