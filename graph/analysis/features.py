"""What each entry speaks of: words, people, tags, ideas, links and sites, weighted."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.analysis.sparse import Table, unit_rows
from graph.model import EdgeKind, NodeKind

Terms = Mapping[str, tuple[tuple[str, int], ...]]
"""Entry node id → its content words with their counts."""

TERM = "term"
SITE = "site"
EDGE_WEIGHTS = {
    EdgeKind.TAGGED: 3.0,
    EdgeKind.MENTIONS: 1.5,
    EdgeKind.DISCUSSES: 1.5,
    EdgeKind.CITES: 1.0,
    EdgeKind.LINKS_TO: 1.5,
    EdgeKind.EMBEDS: 1.0,
}
"""How much one edge says about what its entry is about, where a word of the text says 1."""
HABIT = 0.5
"""From this share of tagged entries on, tags say what entries are about ..."""
STRAY_TAG = 1.0
"""... and else, as with names of channels and commands, what a word would."""
SITE_WEIGHT = 0.7
TITLE_WEIGHT = 2.0
"""Added for a word that also stands in the title."""
COMMONEST = 0.4
"""A feature of more than this share of the entries tells none from another."""
RAREST = 3
"""A feature of fewer entries ties nothing together."""
IDF_POWER = 0.5
"""How much rarity weighs. Below 1, since the weights of shared features grow with their number."""
MOST_FEATURES = 150
"""Per entry, the weightiest: bounds the cost of one endless entry."""
WORD = re.compile(r"[^\W\d_][\w'’]*")


@dataclass(frozen=True, slots=True)
class Features:
    """A weighted table of entries and what they speak of."""

    entries: tuple[str, ...]
    """Row → entry node id, sorted."""
    names: tuple[str, ...]
    """Column → node id, or `term:word`, `site:host`; sorted."""
    tagged: bool
    """Whether the writer tags by habit."""
    matrix: Table
    """Entries × features: TF-IDF, each row of length 1 (or empty)."""


def describe_entries(graph: "nx.MultiDiGraph[str]", terms: Terms) -> Features:
    """Build the table from the graph's edges and the entries' words; linear in both."""
    entries = tuple(sorted(n for n in graph if graph.nodes[n]["kind"] == NodeKind.ENTRY))
    tagged = _tags_by_habit(graph, entries)
    weights = EDGE_WEIGHTS if tagged else EDGE_WEIGHTS | {EdgeKind.TAGGED: STRAY_TAG}
    described = [_describe(graph, entry, terms.get(entry, ()), weights) for entry in entries]
    spread: defaultdict[str, int] = defaultdict(int)
    for features in described:
        for name in features:
            spread[name] += 1
    most = max(COMMONEST * len(entries), RAREST)
    names = tuple(sorted(n for n, count in spread.items() if RAREST <= count <= most))
    column = {name: j for j, name in enumerate(names)}
    idf = {name: math.log(len(entries) / spread[name]) ** IDF_POWER for name in names}
    weighted = [
        {column[name]: weight * idf[name] for name, weight in features.items() if name in column}
        for features in described
    ]
    table = _table([_strongest(row) for row in weighted], len(names))
    return Features(entries, names, tagged, table)


def _tags_by_habit(graph: "nx.MultiDiGraph[str]", entries: Sequence[str]) -> bool:
    kinds = graph.nodes
    tagged = sum(
        any(kinds[node]["kind"] == NodeKind.TAG for node in graph.successors(entry))
        for entry in entries
    )
    return tagged >= HABIT * len(entries)


def _describe(
    graph: "nx.MultiDiGraph[str]",
    entry: str,
    terms: tuple[tuple[str, int], ...],
    weights: Mapping[EdgeKind, float],
) -> dict[str, float]:
    """The entry's features with their weights before IDF."""
    title = set(WORD.findall(graph.nodes[entry].get("title", "").casefold()))
    features: defaultdict[str, float] = defaultdict(float)
    for term, count in terms:
        features[f"{TERM}:{term}"] = 1 + math.log(count) + TITLE_WEIGHT * (term in title)
    for _, target, edge in graph.out_edges(entry, data=True):
        weight = weights.get(edge["kind"])
        if weight is None:
            continue
        features[target] += weight * (1 + math.log(edge.get("count", 1)))
        site = graph.nodes[target].get("site")
        if site:
            features[f"{SITE}:{site}"] += SITE_WEIGHT
    if graph.in_degree(entry):
        features[entry] = EDGE_WEIGHTS[EdgeKind.LINKS_TO]
    return features


def _strongest(row: dict[int, float]) -> list[tuple[int, float]]:
    """The weightiest features of one entry, in the order of their columns."""
    cells = list(row.items())
    if len(row) > MOST_FEATURES:
        cells = sorted(cells, key=lambda cell: (-cell[1], cell[0]))[:MOST_FEATURES]
    return sorted(cells)


def _table(rows: list[list[tuple[int, float]]], width: int) -> Table:
    starts = np.cumsum([0, *(len(row) for row in rows)], dtype=np.intp)
    columns = np.array([j for row in rows for j, _ in row], dtype=np.intp)
    cells = np.array([weight for row in rows for _, weight in row], dtype=np.float64)
    return unit_rows(Table(starts, columns, cells, width))
