"""What each link points at, by the rules of docs/links.md."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, partial
from typing import NamedTuple

from graph.model import Entry, Link, LinkSyntax, known_as
from graph.resolve.dialects import journal_day, page_of_site, written
from graph.resolve.notes import Candidates, Notes
from graph.resolve.paths import ATTACHMENT, folder_of, is_dotted, join, name_of, without_suffix
from graph.resolve.text import NO_BREAK_SPACE

_POST_AT_END = re.compile(r"/(\d{4}/\d\d/\d\d/[^/]+)\Z")
OBSIDIAN_SCHEME = "obsidian://"
"""Begins the path in a vault, this or another, that Obsidian is to open."""
FOLDER_NOTES = ("index", "readme")
"""What a Markdown link to a folder opens."""


class Outcome(StrEnum):
    """What a link's target turned out to be."""

    ENTRY = "entry"
    MISSING = "missing"
    ATTACHMENT = "attachment"
    ITSELF = "itself"
    OUTSIDE = "outside"
    """A path that leaves the vault, or another host."""
    NO_BLOCK = "no block"
    """A block that no entry holds."""


class Resolution(NamedTuple):
    """Where one link leads."""

    outcome: Outcome
    target: str = ""
    """The path of the entry, or the missing path as resolved."""
    candidates: Candidates = ()
    """All entries that bear the name, `target` among them, where there are several."""
    placed: bool = False
    """Whether the place of `target` (in the vault's or the source's folder) chose among them,
    and not merely the length of its path."""


class ResolvedLink(NamedTuple):
    """A link with where it leads."""

    source: str
    """Path of the entry that holds it."""
    link: Link
    """As the dialect means it."""
    resolution: Resolution


def resolve_links(entries: Sequence[Entry], notes: Notes, dialect: str) -> Iterable[ResolvedLink]:
    """Decide every link of every entry, in the order of the entries."""
    decide = cache(partial(_resolve, notes=notes))
    for entry in entries:
        folder = folder_of(entry.path)
        for link in entry.links:
            meant = written(link, dialect)
            resolution = decide(meant.target, meant.syntax, folder)
            if resolution.target == entry.path:
                resolution = resolution._replace(outcome=Outcome.ITSELF)
            yield ResolvedLink(entry.path, meant, resolution)


def _resolve(target: str, syntax: LinkSyntax, folder: str, notes: Notes) -> Resolution:
    target = target.replace(NO_BREAK_SPACE, " ").replace("\\", "/").strip()
    if not target:
        return Resolution(Outcome.ITSELF)
    if target.startswith("(("):
        return _block(target.strip("()"), notes)
    if target.startswith(OBSIDIAN_SCHEME):
        entry = notes.at(without_suffix(target.removeprefix(OBSIDIAN_SCHEME)))
        return Resolution(Outcome.ENTRY if entry else Outcome.ATTACHMENT, entry)
    if target.startswith(":/"):
        return _joplin(target[2:], notes)
    if syntax is LinkSyntax.MARKDOWN:
        return _markdown(target, folder, notes)
    return _wiki(target, folder, notes)


def _block(block: str, notes: Notes) -> Resolution:
    """The entry that holds a block of Logseq; Roam exports no ids of blocks."""
    entry = notes.holding(block)
    return Resolution(Outcome.ENTRY if entry else Outcome.NO_BLOCK, entry or block)


def _joplin(name: str, notes: Notes) -> Resolution:
    """`:/id`: the note whose file bears the id; else, most likely, an image."""
    for entry in notes.ending_in(name):
        return Resolution(Outcome.ENTRY, entry)
    return Resolution(Outcome.ATTACHMENT)


def _wiki(target: str, folder: str, notes: Notes) -> Resolution:
    """Obsidian's rules: path, own folder, name or end of path, then (ours) alias and title."""
    if is_dotted(target):
        return _exactly(join(folder, target), notes)
    path = join("", target)
    if not path:
        return Resolution(Outcome.OUTSIDE)
    if "." in name_of(path) and notes.attached(path):
        return Resolution(Outcome.ATTACHMENT)
    found = _anywhere(path, folder, notes)
    if found.outcome is Outcome.MISSING:
        day = journal_day(path)
        titled = notes.titled(path) or _holding_heading(path, notes)
        for entry in titled or (notes.called(day) if day else ()):
            return Resolution(Outcome.ENTRY, entry)
    return found


def _holding_heading(path: str, notes: Notes) -> Candidates:
    """The entry of Bear's `[[note/heading]]`."""
    note, _, heading = path.rpartition("/")
    candidates = notes.titled(note) or notes.ending_in(note)[:1]
    return tuple(entry for entry in candidates if notes.has_heading(entry, heading))


def _markdown(target: str, folder: str, notes: Notes) -> Resolution:
    """The source's folder, then the vault's, a folder's own note, then as a wikilink.

    A folder's note is never taken from elsewhere: `[x](index.md)` means its own folder.
    """
    if target.startswith("//"):
        return Resolution(Outcome.OUTSIDE)
    path = join("" if target.startswith("/") else folder, target)
    if path is None or is_dotted(target):
        return _exactly(path, notes, folders=True)
    found = _file_or_folder(path, notes)
    if found.outcome is not Outcome.ENTRY and (page := _page_of_site(path, notes)):
        return Resolution(Outcome.ENTRY, page)
    if found.outcome is not Outcome.MISSING:
        return found
    from_root = join("", target)
    if not from_root or name_of(from_root).lower() in FOLDER_NOTES:
        return found
    at_root = _file_or_folder(from_root, notes)
    if at_root.outcome is not Outcome.MISSING:
        return at_root
    elsewhere = _anywhere(from_root, folder, notes)
    return found if elsewhere.outcome is Outcome.MISSING else elsewhere


def _page_of_site(path: str, notes: Notes) -> str:
    """The entry that a site shows at a path; of Jekyll's posts categories may stand before it."""
    page = page_of_site(path)
    dated = _POST_AT_END.search(page)
    found = notes.called(page) or (notes.called(dated[1]) if dated else ())
    return found[0] if len(found) == 1 else ""


def _exactly(path: str | None, notes: Notes, folders: bool = False) -> Resolution:
    """The entry at a path and nowhere else."""
    if path is None:
        return Resolution(Outcome.OUTSIDE)
    if folders:
        return _file_or_folder(path, notes)
    if entry := notes.at(without_suffix(path)):
        return Resolution(Outcome.ENTRY, entry)
    return _without_entry(path, notes)


def _file_or_folder(path: str, notes: Notes) -> Resolution:
    """The entry at a path, or the note of the folder there."""
    if entry := notes.at(without_suffix(path)):
        return Resolution(Outcome.ENTRY, entry)
    for name in FOLDER_NOTES:
        if entry := notes.at(f"{path}/{name}" if path else name):
            return Resolution(Outcome.ENTRY, entry)
    return _without_entry(path, notes)


def _anywhere(path: str, folder: str, notes: Notes) -> Resolution:
    """The entry that a name or an end of a path means, seen from a folder."""
    stem = without_suffix(path)
    candidates = notes.ending_in(stem)
    if not candidates:
        return _by_other_name(stem, notes) or _without_entry(path, notes)
    placed = notes.at(stem) or (notes.at(f"{folder}/{stem}") if folder else "")
    rivals = candidates if len(candidates) > 1 and not (placed and "/" in stem) else ()
    return Resolution(Outcome.ENTRY, placed or candidates[0], rivals, placed=bool(placed))


def _by_other_name(stem: str, notes: Notes) -> Resolution | None:
    """The entry that the dialect or an alias calls so."""
    candidates = notes.called(stem) or notes.alias(stem)
    if not candidates:
        return None
    return Resolution(Outcome.ENTRY, candidates[0], candidates if len(candidates) > 1 else ())


def _without_entry(path: str, notes: Notes) -> Resolution:
    if notes.attached(path) or ATTACHMENT.search(path):
        return Resolution(Outcome.ATTACHMENT)
    if not path:
        return Resolution(Outcome.OUTSIDE)
    return Resolution(Outcome.MISSING, without_suffix(known_as(path)))
