"""Vault-relative paths as text."""

import re

_BUNDLE = re.compile(r"\.textbundle/text\.(?:md|markdown)\Z", re.IGNORECASE)
_NOTION_ID = re.compile(r" [0-9a-f]{32}(?=/|\.(?:md|markdown)\Z)", re.IGNORECASE)


def known_as(path: str) -> str:
    """The path of an entry as its writer knows it.

    An entry in a TextBundle (textbundle.org, version 2) is known by its folder, and what Notion
    exports without the page's id: `Walk.textbundle/text.md` and `Walk 01..ef.md` are `Walk.md`.
    """
    return _NOTION_ID.sub("", _BUNDLE.sub(".md", path))
