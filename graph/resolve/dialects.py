"""What Obsidian, Logseq and Dendron write differently, and how to tell them apart."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import unquote

import msgspec

from graph.config import LinksConfig
from graph.model import Entry, Link, LinkSyntax, known_as
from graph.resolve.paths import folder_of, name_of, without_suffix
from graph.resolve.text import fold

DENDRON_SCHEME = "dendron://"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
PAGE_IN_LINK = re.compile(r"\[\[([^\[\]]+)\]\]")
HUGO_PAGE = re.compile(r"(?:^|/)content/(.+)/_?index\Z")
"""A page that is a folder, or the page of a section: `content/posts/walk/index.md`."""
POST = re.compile(r"(?:^|/)_posts/(?:.+/)?(\d{4}-\d\d-\d\d)-([^/]+)\Z")
"""A post of Jekyll's, shown as `/2025/01/05/walk`, or by its name alone."""
SITE_KEYS = frozenset({"permalink", "url"})
"""Keys of Jekyll and Hugo that say where the site shows an entry."""
ZETTEL = re.compile(r"\A(?:\d{12}|\d{14})(?!\d)|(?<!\d)(?:\d{12}|\d{14})\Z")
"""The minute or second of a note, by which a Zettelkasten (Zettlr, The Archive) knows it."""
JOURNAL_NAME = re.compile(r"(\d{4})_(\d\d)_(\d\d)\Z")
JOURNAL_DAYS = tuple(
    map(
        re.compile,
        (
            r"(?:\w+, )?(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>\d{4})",
            r"\w+, (?P<d>\d\d)-(?P<m>\d\d)-(?P<y>\d{4})",
            r"(?:\w+, )?(?P<m>\d\d)/(?P<d>\d\d)/(?P<y>\d{4})",
            r"\w+, (?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)",
            r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d) \w+",
            r"(?P<y>\d{4})年(?P<m>\d\d)月(?P<d>\d\d)日",
        ),
    )
)
"""Logseq's formats for the name of a day that can mean one day only, and not those of
`_day_names`."""


def detect(entries: Sequence[Entry], config: LinksConfig, attachments: Collection[str]) -> str:
    """Name the dialect: as configured, else as the vault shows it, else `obsidian`.

    Dendron shows itself by pipes: more links whose text after `|` names a note than links whose
    text before it does. Logseq shows itself by its settings, by journals named `2024_09_25`, or
    by names that hold `___` for `/`.
    """
    if config.dialect != "auto":
        return config.dialect
    if _has_reversed_pipes(entries):
        return "dendron"
    if any(path.endswith("logseq/config.edn") for path in attachments):
        return "logseq"
    return "logseq" if any(_is_logseq_name(entry.path) for entry in entries) else "obsidian"


def other_names(entries: Iterable[Entry], dialect: str) -> list[tuple[str, str]]:
    """The names besides its file's that its app and the dialect give to an entry, with its path."""
    return [
        (name, entry.path)
        for entry in entries
        for name in (*_app_names(entry), *(_logseq_names(entry) if dialect == "logseq" else ()))
    ]


def page_of_site(path: str) -> str:
    """The place of a page on its site, however the site shows it: `walk`, `walk.html`."""
    return path.removesuffix(".html").removesuffix("/index")


def journal_day(name: str) -> str:
    """The ISO date of the day that Logseq calls so, by its rarer formats; else empty."""
    found = next((match for day in JOURNAL_DAYS if (match := day.fullmatch(name))), None)
    return f"{found['y']}-{found['m']}-{found['d']}" if found else ""


def written(link: Link, dialect: str) -> Link:
    """A link as the dialect means it, in Obsidian's terms."""
    if dialect == "dendron":
        return _dendron(link) if link.syntax is LinkSyntax.WIKI else link
    if link.syntax is LinkSyntax.MARKDOWN and link.target.startswith("[["):
        return _page_link(link)
    return link


def _dendron(link: Link) -> Link:
    """`[[label|note]]`, `[[dendron://vault/note]]`, and ranges of an embed: `#from,1:#to`."""
    target, anchor = link.target, link.anchor
    if link.label:
        target, _, anchor = link.label.partition("#")
    if target.startswith(DENDRON_SCHEME):
        target = target.removeprefix(DENDRON_SCHEME).partition("/")[2]
    anchor = anchor.partition(",")[0].partition(":#")[0]
    return msgspec.structs.replace(link, target=target.strip(), anchor=anchor)


def _page_link(link: Link) -> Link:
    """`[label]([[page]])` of Logseq and Roam."""
    page = PAGE_IN_LINK.fullmatch(link.target)
    if not page:
        return link
    return msgspec.structs.replace(link, target=page[1], syntax=LinkSyntax.WIKI)


def _has_reversed_pipes(entries: Sequence[Entry]) -> bool:
    names = {fold(name_of(entry.path)) for entry in entries}
    forward = backward = 0
    for entry in entries:
        for link in entry.links:
            if link.syntax is LinkSyntax.WIKI and link.label and link.target:
                after = link.label.partition("#")[0].strip()
                before_known = fold(name_of(link.target)) in names
                after_known = fold(name_of(after)) in names or after.startswith(DENDRON_SCHEME)
                forward += before_known and not after_known
                backward += after_known and not before_known
    return backward > forward


def _is_logseq_name(path: str) -> bool:
    name = name_of(path)
    return "___" in name.strip("_") or (
        folder_of(path).rpartition("/")[2] == "journals" and bool(JOURNAL_NAME.match(name))
    )


def _app_names(entry: Entry) -> Iterator[str]:
    """The names that tools other than the dialect's know an entry by.

    A TextBundle's folder, a name of Notion without its id, the place of Hugo's and Jekyll's pages
    on the site, a Zettelkasten's number.
    """
    name = name_of(known_as(entry.path))
    if name != name_of(entry.path):
        yield name
    page = HUGO_PAGE.search(without_suffix(entry.path))
    if page:
        yield page[1]
    post = POST.search(without_suffix(entry.path))
    if post:
        yield f"{post[1].replace('-', '/')}/{post[2]}"
        yield post[2]
    for key, value in entry.meta:
        if key in SITE_KEYS and value.startswith("/") and (place := page_of_site(value.strip("/"))):
            yield place
    number = ZETTEL.search(name)
    if number and number.group() != name:
        yield number.group()
    yield from (value for key, value in entry.meta if key == "id" and ZETTEL.fullmatch(value))


def _logseq_names(entry: Entry) -> list[str]:
    """The page name: its title, its file's name decoded, and the day of a journal."""
    name = name_of(entry.path)
    names = [entry.title, unquote(name.replace("___", "/"))]
    match = JOURNAL_NAME.match(name)
    if match:
        names += _day_names(*map(int, match.groups()))
    return [name for name in names if name]


def _day_names(year: int, month: int, day: int) -> list[str]:
    """A day as Logseq's usual journal formats write it; empty where there is no such day."""
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return []
    ordinal = f"{day}{_ordinal(day)}, {year}"
    long = MONTHS[month - 1]
    first = ordinal.partition(",")[0]
    return [
        iso,
        iso.replace("-", "/"),
        f"{long[:3]} {ordinal}",
        f"{long} {ordinal}",
        f"{first} {long[:3]} {year}",
        f"{first} {long} {year}",
    ]


def _ordinal(day: int) -> str:
    if day in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
