"""Sites that give one thing several addresses, and the one we keep."""

import re
from collections.abc import Callable, Mapping

from ada_url import URL

PREFIX = re.compile(r"\A(?:www|m|mobile|amp)\.(?=[^.]+\.[^.])")
"""Names of hosts that serve the pages of the domain behind them."""
VIDEO_ID = re.compile(r"[\w-]{11}\Z", re.ASCII)
VIDEO_PATH = re.compile(r"/(?:embed|shorts|live|v|e)/([\w-]{11})(?:/|\Z)", re.ASCII)
PAPER = re.compile(
    r"/(?:abs|pdf|html|format)/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}))(?:v\d+)?"
    r"(?:\.pdf)?/?\Z"
)
STATUS = re.compile(r"/([^/]+|i/web)/status(?:es)?/(\d+)")
WIKIPEDIA_MOBILE = re.compile(r"([a-z-]+)\.m\.(wiki\w+\.org)\Z")
YOUTUBE_SHARE = re.compile("si|feature|pp")
TWITTER_SHARE = re.compile("s|t")
SPOTIFY_SHARE = re.compile("si|context|nd")
GOOGLE_AMP = re.compile(r"/amp/(s/)?(.+)\Z")
AMAZON = re.compile(r"/(?:dp|gp/product)/([A-Z0-9]{10})(?:/|\Z)")


def desktop(host: str) -> str:
    """A host without `www.`, `m.` and the like, if a whole domain is left."""
    return PREFIX.sub("", host, count=1)


def unwrap(url: URL) -> None:
    """Replace the address of Google's AMP viewer by the page that it shows, in place."""
    while desktop(url.hostname) == "google.com" and (match := GOOGLE_AMP.match(url.pathname)):
        try:
            url.href = f"{'https' if match[1] else 'http'}://{match[2]}{url.search}"
        except ValueError:
            return


def rewrite(url: URL) -> None:
    """Give a URL of a known site its one form, in place; leave others alone.

    Only shapes that the site itself treats as the same thing are rewritten.
    """
    host = url.hostname
    rule = RULES.get(desktop(host))
    if rule:
        rule(url)
    elif match := WIKIPEDIA_MOBILE.match(host):
        url.protocol, url.host = "https:", f"{match[1]}.{match[2]}"


def _youtube(url: URL) -> None:
    """A video is `www.youtube.com/watch?v=ID`, without place in time or list."""
    video = _video(url)
    url.protocol = "https:"
    if video:
        url.host, url.pathname, url.search = "www.youtube.com", "/watch", f"v={video}"
    elif url.hostname != "youtu.be":
        url.host = "www.youtube.com"
        drop(url, YOUTUBE_SHARE)


def _video(url: URL) -> str:
    if url.hostname == "youtu.be":
        text = url.pathname[1:12]
    elif url.pathname == "/watch":
        text = parameter(url, "v")
    else:
        match = VIDEO_PATH.match(url.pathname)
        text = match[1] if match else ""
    return text if VIDEO_ID.match(text) else ""


def _twitter(url: URL) -> None:
    """All is on `x.com`; a post has neither share tokens nor the number of a photo."""
    url.protocol, url.host = "https:", "x.com"
    drop(url, TWITTER_SHARE)
    match = STATUS.match(url.pathname)
    if match:
        url.pathname = f"/{match[1]}/status/{match[2]}"


def _arxiv(url: URL) -> None:
    """A paper is its abstract's page, without version."""
    match = PAPER.match(url.pathname)
    if match:
        url.protocol, url.host, url.search = "https:", "arxiv.org", ""
        url.pathname = f"/abs/{match[1]}"


def _doi(url: URL) -> None:
    """The old host of DOIs."""
    url.protocol, url.host = "https:", "doi.org"


def _spotify(url: URL) -> None:
    """Share tokens say who shared it."""
    drop(url, SPOTIFY_SHARE)


def _amazon(url: URL) -> None:
    """A product is its number; the words around it and the referrer vary."""
    match = AMAZON.search(url.pathname)
    if match:
        url.pathname, url.search = f"/dp/{match[1]}", ""


def parameter(url: URL, name: str) -> str:
    """The first value of a query parameter, undecoded; empty where there is none."""
    for part in url.search.removeprefix("?").split("&"):
        key, _, value = part.partition("=")
        if key == name:
            return value
    return ""


def drop(url: URL, names: re.Pattern[str]) -> None:
    """Remove query parameters; the others stay untouched and in their order."""
    parts = url.search.removeprefix("?").split("&")
    kept = "&".join(part for part in parts if part and not names.fullmatch(part.partition("=")[0]))
    url.search = f"?{kept}" if kept else ""


RULES: Mapping[str, Callable[[URL], None]] = {
    "youtube.com": _youtube,
    "music.youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "youtu.be": _youtube,
    "twitter.com": _twitter,
    "x.com": _twitter,
    "arxiv.org": _arxiv,
    "export.arxiv.org": _arxiv,
    "alphaxiv.org": _arxiv,
    "dx.doi.org": _doi,
    "amazon.com": _amazon,
    "amazon.co.uk": _amazon,
    "amazon.de": _amazon,
    "open.spotify.com": _spotify,
}
