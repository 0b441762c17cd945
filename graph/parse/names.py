"""What makes a text look like the name of a person."""

import re
from urllib.parse import unquote

_PARTICLE = (
    r"(?:al|ben|bin|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|san|ten|ter|van|von|y|zu)"
)
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w'’.-]*"
_FULL_NAME = re.compile(rf"{_CAPITALISED}(?: (?:{_PARTICLE}|{_CAPITALISED})){{0,3}} {_CAPITALISED}")
_NO_NAME = re.compile(r"[\d|/:;!?#@()\[\]\"“”&+]")
_BIOGRAPHY = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?,?\s+(?:is|was)\s+(?:an?|the|one\s+of\s+the)\s+([^\n.]{1,120})"
)
_ROLE = re.compile(
    r"\b(?:\w{3,}(?:ist|ician|grapher|ologist)|activist|actor|actress|architect|artist|author|blogger"
    r"|ceo|chair|chef|coach|composer|correspondent|critic|cto|dean|designer|developer|director"
    r"|doctor|editor|educator|engineer|entrepreneur|executive|explorer|fellow|filmmaker|founder"
    r"|co-?founder|friend|historian|inventor|investor|judge|king|lawyer|lecturer|librarian|manager"
    r"|mathematician|minister|monk|musician|neighbou?r|nurse|painter|ph\.?d|philosopher"
    r"|physician|pianist|pilot|player|playwright|podcaster|poet|politician|president|priest|producer"
    r"|professor|programmer|prophet|queen|reporter|researcher|runner|sailor|scholar|scientist"
    r"|sculptor|singer|soldier|speaker|student|surgeon|swimmer|teacher|theologian|thinker"
    r"|translator|trader|writer|woman|man|person)\b",
    re.IGNORECASE,
)

_PROFILE = re.compile(
    r"https?://(?:www\.|mobile\.|m\.)?(?P<host>[\w.-]+?)/?(?P<path>/[^?#]*)?(?:[?#].*)?$",
    re.IGNORECASE,
)
_ONE_SEGMENT = {
    "x.com": "x.com",
    "twitter.com": "x.com",
    "github.com": "github.com",
    "instagram.com": "instagram.com",
}
_NO_HANDLE = frozenset(
    """
    about account accounts apps blog collections compose contact customer-stories enterprise
    events explore features hashtag home i intent jobs login marketplace messages new
    notifications orgs p pricing privacy readme reel search security settings share signup site
    sponsors stories team terms topics trending tos
    """.split()  # noqa: SIM905 - a table of quoted words would be unreadable
)
_HANDLE = re.compile(r"[\w.-]{2,60}")


def looks_like_full_name(text: str) -> bool:
    """Two to five words, each with a capital but for particles such as `van` and `de`."""
    return len(text) <= 60 and not _NO_NAME.search(text) and bool(_FULL_NAME.fullmatch(text))


def is_biography(text: str, name_end: int) -> bool:
    """Whether a text that opens with a name goes on to say who bears it.

    Args:
        text: Plain text of the block.
        name_end: Where the name ends.
    """
    if not looks_like_full_name(text[:name_end].strip()):
        return False
    match = _BIOGRAPHY.match(text, name_end)
    return bool(match and _ROLE.search(match[1]))


def profile_handle(url: str) -> str:
    """`site/handle` where the URL is somebody's own page on a site of pages, else empty."""
    match = _PROFILE.match(url)
    if not match:
        return ""
    host = match["host"].lower()
    segments = [unquote(part) for part in (match["path"] or "").split("/") if part]
    site, handle = _site_handle(host, segments)
    return f"{site}/{handle.casefold()}" if _HANDLE.fullmatch(handle) else ""


def _site_handle(host: str, segments: list[str]) -> tuple[str, str]:
    if host.endswith(".substack.com"):
        return "substack.com", host.split(".")[0] if not segments else ""
    if host.endswith("linkedin.com") and len(segments) >= 2 and segments[0] in ("in", "pub"):
        return "linkedin.com", segments[1]
    if host == "bsky.app" and len(segments) == 2 and segments[0] == "profile":
        return host, segments[1]
    if len(segments) != 1:
        return "", ""
    if segments[0].startswith("@"):
        return host, segments[0].strip("@").split("@")[0]
    site = _ONE_SEGMENT.get(host, "")
    return (site, segments[0]) if site and segments[0].lower() not in _NO_HANDLE else ("", "")


def profile_name(label: str, handle: str) -> str:
    """The name that the text of a link to a profile gives, else empty.

    A full name with capitals counts; so does a text of up to three words of which one is part of
    the handle. `twitter` and `this thread` do not.
    """
    label = label.strip()
    if label.startswith("@") and _HANDLE.fullmatch(label[1:]):
        return label[1:]
    if looks_like_full_name(label):
        return label
    words = label.casefold().split()
    if not 1 <= len(words) <= 3 or _NO_NAME.search(label):
        return ""
    user = re.sub(r"[\W\d_]", "", handle.partition("/")[2])
    return label if any(len(word) >= 3 and word in user for word in words) else ""
