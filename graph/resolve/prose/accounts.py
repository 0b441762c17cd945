"""Accounts and sites whose name says whose they are: x.com/paulg, paulgraham.com."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from graph.model import Entry
from graph.resolve.mentions import Mention
from graph.resolve.prose.spellings import letters
from graph.resolve.slugs import slug

SHORTEST = 4
"""A shorter account fits too many names."""


class Accounts:
    """The people of a vault by the accounts that they may have; linear in the names.

    An account that is a whole name, such as `paulgraham`, is that person's. One of parts, `paulg`,
    `pgraham` or `grahamp`, is where the entry names the person too. One that fits two is nobody's.

    Args:
        named: Entries with the names of people in them.
    """

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._parts: defaultdict[str, set[str]] = defaultdict(set)
        self._here: defaultdict[str, set[str]] = defaultdict(set)
        for path, name in sorted({(path, name) for path, name in named if "-" in slug(name)}):
            words = [letters(word) for word in slug(name).split("-")]
            if all(words):
                self._here[path].add(name)
                first, last = words[0], words[-1]
                self._whole["".join(words)].add(name)
                self._whole[first + last].add(name)
                for account in (first + last[0], first[0] + last, last + first[0], last + first):
                    self._parts[account].add(name)

    def owner(self, account: str, path: str = "") -> str:
        """The name of the one whose account it is, else empty.

        Args:
            account: As its site calls it.
            path: The entry that speaks of it.
        """
        key = _key(account)
        if len(key) < SHORTEST:
            return ""
        fitting = self._whole.get(key) or self._parts.get(key, set()) & self._here.get(path, set())
        return min(fitting) if len({slug(name) for name in fitting}) == 1 else ""


def owners(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    """Those mentioned by an account or a word, each with the full name whose account that is."""
    accounts = Accounts((mention.path, mention.person) for mention in mentions)
    for mention in mentions:
        account = mention.handle.rpartition("/")[2] or mention.person
        owner = accounts.owner(account, mention.path) if " " not in mention.person else ""
        words = slug(owner).split("-")
        if owner and slug(mention.name) in (slug(account), words[0], words[-1]):
            yield mention, owner


def site_owners(
    entries: Iterable[Entry], named: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Entries with the full names of those whose sites they link to."""
    accounts = Accounts(named)
    for entry in entries:
        for reference in entry.urls:
            owner = accounts.owner(_site(reference.url), entry.path)
            if owner:
                yield entry.path, owner


@lru_cache(maxsize=1 << 14)
def _key(account: str) -> str:
    """The letters of an account, in which it is compared with names."""
    return "".join(char for char in letters(account.casefold()) if char.isalpha())


@lru_cache(maxsize=1 << 14)
def _site(url: str) -> str:
    """The name in a host: `paulgraham` of www.paulgraham.com."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").split(".")[0]
