"""A made-up diary as a graph: themes planted in it, each with its words, company and course."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import networkx as nx

from graph.model import Trend

Terms = dict[str, tuple[tuple[str, int], ...]]
START = date(2022, 1, 1)
DAYS = 1100
YEARS = DAYS / 365.2425


@dataclass(frozen=True)
class Planted:
    """One theme of the diary."""

    words: tuple[str, ...]
    trend: Trend
    chance: Callable[[float], float]
    """Time from 0 to 1 → the chance that an entry of then has the theme."""
    person: str = ""
    site: str = ""


THEMES: Mapping[str, Planted] = {
    "pottery": Planted(
        ("clay", "glaze", "kiln", "wheel", "bowl", "pottery", "studio", "firing"),
        Trend.STEADY,
        lambda _: 0.20,
        person="Mara Vint",
    ),
    "running": Planted(
        ("run", "pace", "marathon", "trail", "knee", "shoes", "running", "miles"),
        Trend.RISING,
        lambda t: 0.36 * t,
        site="strides.example",
    ),
    "thesis": Planted(
        ("thesis", "chapter", "advisor", "draft", "citation", "library", "defence", "footnote"),
        Trend.FADING,
        lambda t: 0.32 * (1 - t) + 0.05,
        person="Odile Weir",
    ),
    "allotment": Planted(
        ("tomato", "soil", "seedling", "compost", "slug", "bean", "allotment", "harvest"),
        Trend.DORMANT,
        lambda t: 0.25 if t < 0.55 else 0.0,
    ),
    "moving": Planted(
        ("boxes", "landlord", "lease", "movers", "flat", "keys", "moving", "deposit"),
        Trend.BURSTY,
        lambda t: 0.45 if 0.30 < t < 0.38 or 0.78 < t < 0.86 else 0.005,
        site="rooms.example",
    ),
    "skiing": Planted(
        ("snow", "slope", "lift", "chalet", "skis", "skiing", "powder", "frost"),
        Trend.SEASONAL,
        lambda t: 0.40 if abs((t * YEARS + 0.4) % 1 - 0.5) < 0.12 else 0.0,
    ),
    "cello": Planted(
        ("cello", "bow", "sonata", "rehearsal", "quartet", "strings", "concert", "bach"),
        Trend.STEADY,
        lambda _: 0.10,
        person="Bram Lorne",
    ),
}
COMMON = tuple(f"day{i}" for i in range(400))
"""Words of no theme; the first are much the commonest."""


@dataclass(frozen=True)
class Diary:
    """The graph, its words, and the truth."""

    graph: nx.MultiDiGraph
    terms: Terms
    members: dict[str, frozenset[str]]
    """Theme → the paths of its entries."""


def diary(
    entries: int = 500,
    *,
    days: int = DAYS,
    seed: int = 0,
    themes: Mapping[str, Planted] = THEMES,
    tagged: bool = False,
) -> Diary:
    """Write a diary of that many entries, spread over that many days."""
    rng = random.Random(seed)
    graph, terms = nx.MultiDiGraph(), {}
    members: dict[str, set[str]] = {name: set() for name in themes}
    for i in range(entries):
        when = i / max(entries - 1, 1)
        path = f"{i:05}.md"
        held = [name for name, theme in themes.items() if rng.random() < theme.chance(when)]
        for name in held:
            members[name].add(path)
        terms[f"entry:{path}"] = _words({name: themes[name] for name in held}, rng)
        day = (START + timedelta(days=int(when * days))).isoformat()
        graph.add_node(
            f"entry:{path}", kind="entry", label=path, path=path, title=path, date=day, entries=1
        )
        for name in held:
            _link(graph, f"entry:{path}", themes[name], name if tagged else "", rng)
    return Diary(graph, terms, {name: frozenset(paths) for name, paths in members.items()})


def _words(held: Mapping[str, Planted], rng: random.Random) -> tuple[tuple[str, int], ...]:
    """Words of no theme, some of each theme's, and mostly its name."""
    chosen = Counter(COMMON[int(len(COMMON) * rng.random() ** 2)] for _ in range(40))
    for name, theme in held.items():
        chosen.update(rng.sample(theme.words, rng.randint(3, 5)))
        chosen.update([name] if rng.random() < 0.6 else [])
    return tuple(sorted(chosen.items()))


def _link(graph: nx.MultiDiGraph, entry: str, theme: Planted, tag: str, rng: random.Random) -> None:
    if theme.person and rng.random() < 0.5:
        _edge(graph, entry, "person", theme.person, "mentions")
    if theme.site and rng.random() < 0.5:
        page = f"https://{theme.site}/{rng.randint(1, 9)}"
        _edge(graph, entry, "url", page, "cites")
        graph.nodes[f"url:{page}"].update(url=page, site=theme.site)
    if tag:
        _edge(graph, entry, "tag", tag, "tagged")


def _edge(graph: nx.MultiDiGraph, entry: str, kind: str, label: str, edge: str) -> None:
    node = f"{kind}:{label}"
    graph.add_node(node, kind=kind, label=label)
    graph.add_edge(entry, node, key=edge, kind=edge, count=1, line=1, context="")
