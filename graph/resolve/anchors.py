"""Whether a heading or block that a link points at exists."""

import re

from graph.model import Entry
from graph.resolve.slugs import slug

DUPLICATE_NUMBER = re.compile(r"-\d+\Z")
"""What Markdown renderers append to the anchor of a heading that occurs again."""


class Anchors:
    """The anchors of entries, each entry's read once and only if a link asks for it."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._entries = entries
        self._headings: dict[str, list[str]] = {}

    def known(self, path: str, anchor: str) -> bool:
        """Whether an entry has this `heading`, `outer#inner`, `id` or `^block`.

        Headings are compared by their letters and digits, so that Obsidian's spelling and the
        anchors of web renderers (`my-heading`, `my-heading-1`) both count.
        """
        entry = self._entries[path]
        if anchor.removeprefix("^").lower() in {block.lower() for block in entry.blocks}:
            return True
        if anchor.startswith("^"):
            return False
        if path not in self._headings:
            self._headings[path] = [_letters(heading.text) for heading in entry.headings]
        remaining = iter(self._headings[path])
        return all(
            any(heading in _spellings(part) for heading in remaining)
            for part in anchor.split("#")
            if part
        )


def _spellings(part: str) -> tuple[str, str]:
    return _letters(part), _letters(DUPLICATE_NUMBER.sub("", part))


def _letters(text: str) -> str:
    return slug(text).replace("-", "")
