"""Cases of parsing as text: how they are read, and how an entry's facts are written."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.model import DateClue, Entry, Link, NameMention, UrlReference

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    name: str
    path: str
    source: str
    facts: str


def read_cases(file: Path) -> Iterator[Case]:
    """A file of cases: name, `.`, source, `.`, facts, `.`; after ` @ ` in a name, the path."""
    parts = re.split(r"^\.\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for head, source, facts in zip(parts[:-1:3], parts[1::3], parts[2::3], strict=True):
        name, _, path = head.strip().partition(" @ ")
        yield Case(f"{file.stem}: {name}", path or "note.md", source, facts.strip())


def write_facts(entry: Entry) -> str:
    """All facts of an entry but counts and candidates, one a line; defaults are left out."""
    return "\n".join(_lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    yield f"title: {entry.title}"
    yield from (f"alias: {alias}" for alias in entry.aliases)
    yield from map(_date, entry.dates)
    yield from (f"tag: {tag.name} (line {tag.spot.line})" for tag in entry.tags)
    yield from map(_link, entry.links)
    yield from map(_url, entry.urls)
    yield from map(_name, entry.names)
    yield from (f"phrase: {it.text} ({it.source}, line {it.spot.line})" for it in entry.phrases)
    yield from (f"heading: {'#' * it.level} {it.text} (line {it.line})" for it in entry.headings)
    yield from (f"block: {block}" for block in entry.blocks)
    yield from (f"meta: {key} = {value}" for key, value in entry.meta)
    yield from (f"{it.severity}: {it.code} (line {it.line})" for it in entry.diagnostics)


def _date(clue: DateClue) -> str:
    readings = " or ".join(f"{it.iso} {it.order}".strip() for it in clue.readings) or "no day"
    return f"date: {readings} ({clue.source} {clue.text!r}, line {clue.line})"


def _link(link: Link) -> str:
    kind = "embed" if link.embed else "link"
    anchor = f" #{link.anchor}" if link.anchor else ""
    label = f" | {link.label}" if link.label else ""
    relation = f" by {link.relation}" if link.relation else ""
    return f"{kind}: {link.target}{anchor}{label}{relation} ({link.syntax}, line {link.spot.line})"


def _url(url: UrlReference) -> str:
    label = f" | {url.label}" if url.label else ""
    relation = f" by {url.relation}" if url.relation else ""
    return f"url: {url.url}{label}{relation} (line {url.spot.line})"


def _name(name: NameMention) -> str:
    handle = f" {name.handle}" if name.handle else ""
    return f"name: {name.name} ({name.cue}{handle}, line {name.spot.line})"
