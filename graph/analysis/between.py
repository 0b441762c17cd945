"""What lies between themes: which of them touch, who bridges two, and which never meet."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TypeVar

import msgspec
import networkx as nx

from graph.model import Bridge, Gap, NodeKind, Theme, Touch

MORE_THAN_CHANCE = 2.0
"""Pearson residual, (seen - expected) / sqrt(expected), from which things go together."""
FEWEST_SHARED = 2
MOST_TOUCHES = 5
MOST_BRIDGES = 12
MOST_OF_ONE = 2
"""Bridges told of one person, so that the one who is everywhere leaves room."""
MOST_GAPS = 12
NEAR = 0.15
"""Cosine of two themes' people and sources from which they are near."""
NAMED = 5
"""People and sources named for a gap, of each."""
SITE = "site"
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Company:
    """Who and what the entries of each theme hold."""

    themes: tuple[Theme, ...]
    entries: tuple[frozenset[str], ...]
    """Paths, in the order of the themes."""
    held: tuple[Counter[str], ...]
    """Node id of a person or URL, or `site:host` → in how many of a theme's entries it occurs."""
    spread: Counter[str]
    """The same for the whole vault."""
    total: int
    """Entries of the vault."""


def describe_company(graph: "nx.MultiDiGraph[str]", themes: Sequence[Theme]) -> Company:
    """Count the people and sources of every theme; linear in the edges of its entries."""
    of_entry = _people_and_sources(graph)
    return Company(
        tuple(themes),
        tuple(frozenset(theme.entries) for theme in themes),
        tuple(Counter(chain.from_iterable(map(of_entry.__getitem__, t.entries))) for t in themes),
        Counter(chain.from_iterable(of_entry.values())),
        len(of_entry),
    )


def with_touches(company: Company) -> tuple[Theme, ...]:
    """The themes, each with those that it shares more entries with than chance explains."""
    touches: defaultdict[int, list[tuple[float, Touch]]] = defaultdict(list)
    for a, b in combinations(range(len(company.themes)), 2):
        one, other = company.entries[a], company.entries[b]
        shared = len(one & other)
        residual = _residual(shared, len(one) * len(other) / company.total)
        if shared >= FEWEST_SHARED and residual >= MORE_THAN_CHANCE:
            touches[a].append((residual, Touch(company.themes[b].id, shared)))
            touches[b].append((residual, Touch(company.themes[a].id, shared)))
    return tuple(
        msgspec.structs.replace(theme, touches=_strongest(touches[number], MOST_TOUCHES))
        for number, theme in enumerate(company.themes)
    )


def find_bridges(graph: "nx.MultiDiGraph[str]", company: Company) -> tuple[Bridge, ...]:
    """People who belong to two themes, to each more than chance explains and by its own entries."""
    near: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, held in enumerate(company.held):
        for person, count in held.items():
            if count >= FEWEST_SHARED and person.startswith(f"{NodeKind.PERSON}:"):
                expected = company.spread[person] * len(company.entries[number]) / company.total
                near[person].append((_residual(count, expected), number))
    found: list[tuple[float, Bridge]] = []
    for person in sorted(near):
        sure = [each for each in near[person] if each[0] >= MORE_THAN_CHANCE]
        of_one = sorted(_bridged(graph, company, person, sure), key=lambda one: -round(one[0], 9))
        found += of_one[:MOST_OF_ONE]
    return _strongest(found, MOST_BRIDGES)


def find_gaps(graph: "nx.MultiDiGraph[str]", company: Company) -> tuple[Gap, ...]:
    """Pairs of themes that are near in their people or sources and yet never meet in an entry.

    The structural gaps of Paranyushkin's InfraNodus (WWW 2019), read from company, not words.
    At least one person or source must be in several entries of either.
    """
    vectors = [_weighted(held, company) for held in company.held]
    found = []
    for a, b in combinations(range(len(company.themes)), 2):
        if company.entries[a] & company.entries[b]:
            continue
        common = sorted(vectors[a].keys() & vectors[b].keys())
        parts = {node: vectors[a][node] * vectors[b][node] for node in common}
        near = sum(parts.values())
        firm = any(
            min(company.held[a][node], company.held[b][node]) >= FEWEST_SHARED for node in common
        )
        if near >= NEAR and firm:
            found.append((near, _gap(graph, (company.themes[a].id, company.themes[b].id), parts)))
    return _strongest(found, MOST_GAPS)


def _people_and_sources(graph: "nx.MultiDiGraph[str]") -> dict[str, set[str]]:
    """Path of each entry → the people, URLs and sites that it holds."""
    nodes = graph.nodes(data=True)
    path = {node: has["path"] for node, has in nodes if has["kind"] == NodeKind.ENTRY}
    found: dict[str, set[str]] = {each: set() for each in path.values()}
    for node, has in nodes:
        held = [node] if has["kind"] in (NodeKind.PERSON, NodeKind.URL) else []
        if has.get("site"):
            held.append(f"{SITE}:{has['site']}")
        if held:
            for entry in graph.predecessors(node):
                found[path[entry]].update(held)
    return found


def _bridged(
    graph: "nx.MultiDiGraph[str]",
    company: Company,
    person: str,
    near: Sequence[tuple[float, int]],
) -> Iterator[tuple[float, Bridge]]:
    """The bridges between themes that hold a person; with each how surely it does so."""
    if len(near) < 2:
        return
    own = {graph.nodes[entry].get("path", "") for entry in graph.predecessors(person)}
    label = graph.nodes[person]["label"]
    for (left, a), (right, b) in combinations(near, 2):
        one, other = own & company.entries[a], own & company.entries[b]
        if one - other and other - one:
            ids = (company.themes[a].id, company.themes[b].id)
            yield min(left, right), Bridge(label, ids, (len(one), len(other)))


def _weighted(held: Counter[str], company: Company) -> dict[str, float]:
    """TF-IDF of people and sources, of length 1."""
    weights = {
        node: (1 + math.log(count)) * math.log(company.total / company.spread[node])
        for node, count in held.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {node: weight / length for node, weight in weights.items() if weight > 0}


def _gap(graph: "nx.MultiDiGraph[str]", themes: tuple[str, str], parts: dict[str, float]) -> Gap:
    ranked = sorted(parts, key=lambda node: (-round(parts[node], 9), node))
    people = [graph.nodes[n]["label"] for n in ranked if n.startswith(f"{NodeKind.PERSON}:")]
    sites = [n.removeprefix(f"{SITE}:") for n in ranked if n.startswith(f"{SITE}:")]
    urls = [graph.nodes[n]["url"] for n in ranked if n.startswith(f"{NodeKind.URL}:")]
    return Gap(themes, tuple(people[:NAMED]), tuple((sites + urls)[:NAMED]))


def _residual(seen: int, expected: float) -> float:
    return (seen - expected) / math.sqrt(expected) if expected else 0.0


def _strongest(found: Iterable[tuple[float, Item]], most: int) -> tuple[Item, ...]:
    """The strongest, in their given order where they are equal."""
    ranked = sorted(found, key=lambda each: -round(each[0], 9))
    return tuple(item for _, item in ranked[:most])
