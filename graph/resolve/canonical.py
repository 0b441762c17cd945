"""The canonical form of a URL, and when two URLs are one thing (docs/links.md lists the rules)."""

import re
from functools import lru_cache
from typing import NamedTuple

from ada_url import URL

from graph.resolve.sites import desktop, drop, rewrite, unwrap

TRACKING = re.compile(
    r"(?:utm|pk|mtm|hsa)_.*|_ga|_gl|_hsenc|_hsmi|amp|dclid|fbclid|gad_source|gbraid|gclid|gclsrc"
    r"|igsh|igshid|mc_cid|mc_eid|mkt_tok|msclkid|oly_anon_id|oly_enc_id|ref_src|ref_url|sr_share"
    r"|srsltid|ttclid|twclid|vero_id|wbraid|wickedid|yclid",
    re.IGNORECASE,
)
"""Query parameters that say where a reader came from, never what the page shows."""
ROUTES = ("#/", "#!")
"""Starts of fragments that name a page of their own, not a place in one."""
PARTS = re.compile(r"https?://(?:[^/@]*@)?(\[[^]]*\]|[^/:]*)(:\d+|)([^?]*)(.*)", re.DOTALL)
"""Host, port, path and query of a normalised URL."""
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


class Canonical(NamedTuple):
    """A URL in canonical form."""

    url: str
    site: str
    """The host without `www.`."""
    identity: str
    """Equal for URLs that are one thing: without scheme, `www.`, `m.` and final slash."""
    rank: tuple[bool, bool]
    """Smaller is better for showing: not `http:`, not a mobile host."""


@lru_cache(maxsize=1 << 17)
def canonical(url: str) -> Canonical | None:
    """Normalise a URL (WHATWG), without credentials, tracking and fragment.

    Returns:
        None where the text is no valid http(s) URL.
    """
    try:
        text = _normal(URL(url))
    except ValueError:
        return None
    if not (parts := PARTS.match(text)):
        return None
    host, port, path, query = parts.groups()
    site = host.removeprefix("www.")
    identity = desktop(host + port).rstrip(".") + path.rstrip("/") + query
    return Canonical(text, site, identity, (text.startswith("http:"), desktop(site) != site))


def _normal(url: URL) -> str:
    """A URL as text. What it does not hold is not removed, since each access to it is slow."""
    text = url.href
    if "/amp/" in text:
        unwrap(url)
    if "@" in text:
        url.username = url.password = ""
    if "#" in text:
        url.hash = url.hash if url.hash.startswith(ROUTES) else ""
    if "?" in text:
        drop(url, TRACKING)
    rewrite(url)
    return ESCAPE.sub(_escape, url.href)


def _escape(match: re.Match[str]) -> str:
    """Decode what needs no escape, and write the others in capitals (RFC 3986, 6.2.2)."""
    char = chr(int(match[1], 16))
    return char if UNRESERVED.fullmatch(char) else match[0].upper()
