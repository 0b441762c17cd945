"""What each entry speaks of: words, people, tags, ideas, links and sites, weighted."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
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
STRAY_TAG = 1.0
"""Of a tag within sentences, which says what a word would: many are channels or commands."""
DECLARED = re.compile(r"[\w.-]+::?\s|.*#[^\s#]*\w$", re.DOTALL)
"""The line of a tag that says what its entry is about: a property, or ending in tags."""
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
WHEN = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|today|tomorrow|yesterday|tonight"
)
"""What only says when is no theme: the dates of the entries say it better. English."""
WORD = re.compile(r"[^\W\d_][\w'’]*")


@dataclass(frozen=True, slots=True)
class Features:
    """A weighted table of entries and what they speak of."""

    entries: tuple[str, ...]
    """Row → entry node id, sorted."""
    names: tuple[str, ...]
    """Column → node id, or `term:word`, `site:host`; sorted."""
    topics: frozenset[str]
    """The tags, as node ids, that mostly stand by themselves and not within a sentence."""
    matrix: Table
    """Entries × features: TF-IDF, each row of length 1 (or empty)."""


def describe_entries(graph: "nx.MultiDiGraph[str]", terms: Terms) -> Features:
    """Build the table from the graph's edges and the entries' words; linear in both."""
    entries = tuple(sorted(n for n in graph if graph.nodes[n]["kind"] == NodeKind.ENTRY))
    topics = _topics(graph)
    described = [_describe(graph, entry, terms.get(entry, ()), topics) for entry in entries]
    spread: defaultdict[str, int] = defaultdict(int)
    for features in described:
        for name in features:
            spread[name] += 1
    most = max(COMMONEST * len(entries), RAREST)
    named = (n for n, count in spread.items() if RAREST <= count <= most)
    names = tuple(sorted(n for n in named if not WHEN.fullmatch(n.partition(":")[2])))
    column = {name: j for j, name in enumerate(names)}
    idf = {name: math.log(len(entries) / spread[name]) ** IDF_POWER for name in names}
    weighted = [
        {column[name]: weight * idf[name] for name, weight in features.items() if name in column}
        for features in described
    ]
    table = _table([_strongest(row) for row in weighted], len(names))
    return Features(entries, names, topics, table)


def _topics(graph: "nx.MultiDiGraph[str]") -> frozenset[str]:
    declared: Counter[str] = Counter()
    for _, target, edge in graph.edges(data=True):
        if edge["kind"] == EdgeKind.TAGGED:
            declared[target] += 1 if DECLARED.match(edge["context"]) else -1
    return frozenset(tag for tag, balance in declared.items() if balance >= 0)


def _describe(
    graph: "nx.MultiDiGraph[str]",
    entry: str,
    terms: tuple[tuple[str, int], ...],
    topics: frozenset[str],
) -> dict[str, float]:
    """The entry's features with their weights before IDF."""
    title = set(WORD.findall(graph.nodes[entry].get("title", "").casefold()))
    features: defaultdict[str, float] = defaultdict(float)
    for term, count in terms:
        features[f"{TERM}:{term}"] = 1 + math.log(count) + TITLE_WEIGHT * (term in title)
    for _, target, edge in graph.out_edges(entry, data=True):
        weight = EDGE_WEIGHTS.get(edge["kind"])
        if weight is None:
            continue
        if edge["kind"] == EdgeKind.TAGGED and target not in topics:
            weight = STRAY_TAG
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
