"""Entries that are about a person, and the person's name."""

import re
from typing import NamedTuple

from graph.model import Entry, LinkSyntax, known_as
from graph.resolve.paths import folder_of, name_of
from graph.resolve.slugs import slug
from graph.resolve.text import fold

FOLDERS = frozenset({"person", "people", "persons", "contacts"})
TYPES = frozenset({"person", "people", "contact"})
TYPE_KEYS = frozenset({"type", "kind", "class", "category", "categories"})
TAGS = frozenset({"person", "contact"})
"""Not `people`, which is also what an entry is tagged that speaks of people."""
NAMESPACES = ("person/", "people/")
TEMPLATES = frozenset({"templates", "template"})
FOLDER_NOTES = frozenset({"index", "readme", "people", "persons", "contacts"})
MAX_WORDS = 5
_ID = re.compile(r"\A\d[\d.-]{5,}[\s_-]+|[\s_-]+\d[\d.-]{5,}\Z")
"""What a slip-box adds to each file's name: `20240102 Ada`. Shorter numbers tell people apart."""


class PersonNote(NamedTuple):
    """The names of the person that an entry is about."""

    name: str
    aliases: tuple[str, ...]


def person_of(entry: Entry) -> PersonNote | None:
    """The person that an entry is about, if it is about one.

    An entry is about a person if its front matter says so (`type: person`, `categories:
    [[People]]`), it is tagged `#person`, it lies in a folder `People`, `Persons` or `Contacts`,
    its name is `Person/NAME` (Logseq, also as `Person___NAME`), or starts with `@`. Templates
    and the folder's own notes are about nobody, and so is a name without any letter.
    """
    path = known_as(entry.path)
    folders = {fold(part) for part in folder_of(path).split("/")}
    stem = name_of(path).replace("___", "/")
    if folders & TEMPLATES or fold(stem) in FOLDER_NOTES:
        return None
    if not (folders & FOLDERS or is_person_namespace(stem) or _is_marked(entry)):
        return None
    name = _without_id(plain_name(stem))
    if not any(char.isalpha() for char in name):
        return None
    return _name_and_aliases(name, entry)


def plain_name(name: str) -> str:
    """A name without the signs of person notes: `@Ada`, `@Ada/2024`, `Person/Ada`."""
    name = name.strip()
    if name.startswith("@"):
        return name[1:].partition("/")[0].strip()
    return name.rpartition("/")[2].strip().removeprefix("@").strip()


def _without_id(name: str) -> str:
    return _ID.sub("", name)


def is_person_namespace(target: str) -> bool:
    """Whether a link's target says that it is a person: `@Ada`, `Person/Ada`."""
    return target.startswith("@") or fold(target).startswith(NAMESPACES)


def _is_marked(entry: Entry) -> bool:
    return (
        any(fold(key) in TYPE_KEYS and fold(value) in TYPES for key, value in entry.meta)
        or any(fold(tag.name.strip("#")) in TAGS for tag in entry.tags)
        or any(
            link.syntax is LinkSyntax.WIKI
            and fold(link.relation) in TYPE_KEYS
            and fold(link.target) in TYPES
            for link in entry.links
        )
    )


def _name_and_aliases(name: str, entry: Entry) -> PersonNote:
    """The title is the name where it only says more of the file's name: `ada` and Ada Lovelace."""
    title = _without_id(plain_name(entry.title.replace("___", "/")))
    words, title_words = slug(name).split("-"), slug(title).split("-")
    names = [name, *entry.aliases]
    if set(words) <= set(title_words) and len(title_words) <= MAX_WORDS:
        names.insert(0, title)
    return PersonNote(names[0], tuple(names[1:]))
