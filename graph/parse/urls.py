"""Web addresses as they stand in text: where they begin and end, and what is none."""

import re
from html import unescape
from urllib.parse import unquote

MAX_URL = 16_384
"""A longer run of letters is data, not an address; the bound also keeps matching linear."""

_BARE = re.compile(
    r"(?:https?://|www\.)(?=[\w\[])[^\s<>\"`|\u3000-\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
    rf"“”‘’「」『』《》【】、]{{1,{MAX_URL}}}",
    re.IGNORECASE,
)
_TRAILING = "?!.,:*_~'\""
_PAIRS = {")": "(", "]": "[", "}": "{"}
_ENTITY = re.compile(r"&[a-zA-Z0-9]+;$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_COMPLETE = re.compile(r"www\.[\w-]+\.\w|https?://[\w\[]", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_HREF = re.compile(
    r"\b(?:href|link|src|url)\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'>]+))", re.IGNORECASE
)
_WWW = re.compile(r"www\.[^\s/]+\.", re.IGNORECASE)
_OBSIDIAN = re.compile(r"obsidian://open\?(?:[^#]{0,500}&)?file=([^&#]{1,2000})", re.IGNORECASE)
"""An address by which Obsidian opens a note."""
_INVISIBLE = re.compile(r"[\x00-\x20\x7f]")


def match_bare(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the address that begins at `start` ends, or a run of letters too long for one.

    GitHub Flavored Markdown 0.29, section 6.9: trailing punctuation, an entity and brackets that
    were not opened inside are no part of it. Added here: quotation marks and the punctuation of
    Chinese and Japanese end it, because no blank stands before them; so does `](`, because the
    address then is the text of a link.

    Returns:
        The end, and whether an address stands before it.
    """
    match = _BARE.match(text, start, end)
    if not match:
        return start, False
    if len(match.group()) >= MAX_URL:
        return match.end(), False
    stop = start + _trimmed_length(match.group().partition("](")[0])
    return stop, bool(_COMPLETE.match(text, start, stop))


def _trimmed_length(url: str) -> int:
    surplus = {close: url.count(close) - url.count(opening) for close, opening in _PAIRS.items()}
    end = len(url)
    while True:  # up to a letter of the scheme or the host at most
        last = url[end - 1]
        if last in _PAIRS and surplus[last] > 0:
            surplus[last] -= 1
            end -= 1
        elif last == ";":
            entity = _ENTITY.search(url, max(0, end - 32), end)
            end = entity.start() if entity else end - 1
        elif last in _TRAILING:
            end -= 1
        else:
            return end


def bare_url(text: str) -> str:
    """The address that a bare text stands for: escapes undone, a scheme before `www.`."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = unescape(text)
    return text if text[:4].lower() == "http" else "http://" + text


def is_web(destination: str) -> bool:
    """Whether a link's destination is an http(s) address."""
    return bool(_WEB.match(destination)) and len(destination) <= MAX_URL


def html_urls(tag: str) -> list[str]:
    """The http(s) addresses in a tag's `href` and `src`, and in a template's `link` and `url`."""
    if tag.startswith(("<!", "<?")):
        return []
    found = ("".join(groups) for groups in _HREF.findall(tag))
    return [url for url in found if is_web(url)]


def with_scheme(destination: str) -> str:
    """A link's destination, with the scheme that a writer left out before `www.`."""
    return f"http://{destination}" if _WWW.match(destination) else destination


def is_relative(destination: str) -> bool:
    """Whether a link's destination can name a file of the vault: no scheme, no host.

    An address of Obsidian's can.
    """
    plain = _INVISIBLE.sub("", destination)
    if not plain or plain[:2].replace("\\", "/") == "//":
        return False
    return not _SCHEME.match(plain) or bool(_OBSIDIAN.match(plain))


def split_destination(destination: str) -> tuple[str, str]:
    """Path and anchor of a relative destination, percent signs decoded once, no query.

    Percent signs that encode no UTF-8, or a control character, stay as they are. An address of
    Obsidian's gives `obsidian://path`.
    """
    named = _OBSIDIAN.match(destination)
    if named:
        path, _, anchor = _decoded(named[1]).partition("#")
        return f"obsidian://{path.strip()}", anchor.strip()
    path, _, anchor = destination.partition("#")
    return _decoded(path.partition("?")[0]).strip(), _decoded(anchor).strip()


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    try:
        plain = unquote(text, errors="strict")
    except UnicodeDecodeError:
        return text
    return text if any(character < " " for character in plain) else plain
