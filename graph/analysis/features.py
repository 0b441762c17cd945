"""What each entry speaks of: words, people, tags, ideas, links and sites, weighted."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np
from scipy import sparse

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
SITE_WEIGHT = 0.7
TITLE_WEIGHT = 2.0
"""Added for a word that also stands in the title."""
COMMONEST = 0.4
"""A feature of more than this share of the entries tells none from another."""
RAREST = 2
"""A feature of fewer entries ties nothing together."""
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
    matrix: sparse.csr_matrix
    """Entries × features: TF-IDF, each row of length 1 (or empty)."""


def describe_entries(graph: "nx.MultiDiGraph[str]", terms: Terms) -> Features:
    """Build the table from the graph's edges and the entries' words; linear in both."""
    entries = tuple(sorted(n for n in graph if graph.nodes[n]["kind"] == NodeKind.ENTRY))
    described = [_describe(graph, entry, terms.get(entry, ())) for entry in entries]
    spread: defaultdict[str, int] = defaultdict(int)
    for features in described:
        for name in features:
            spread[name] += 1
    most = max(COMMONEST * len(entries), RAREST)
    names = tuple(sorted(n for n, count in spread.items() if RAREST <= count <= most))
    column = {name: j for j, name in enumerate(names)}
    idf = {name: math.log(len(entries) / spread[name]) for name in names}
    weighted = [
        {column[name]: weight * idf[name] for name, weight in features.items() if name in column}
        for features in described
    ]
    return Features(entries, names, _unit_rows([_strongest(row) for row in weighted], len(names)))


def _describe(
    graph: "nx.MultiDiGraph[str]", entry: str, terms: tuple[tuple[str, int], ...]
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
        features[target] += weight * (1 + math.log(edge.get("count", 1)))
        site = graph.nodes[target].get("site")
        if site:
            features[f"{SITE}:{site}"] += SITE_WEIGHT
    if graph.in_degree(entry):
        features[entry] = EDGE_WEIGHTS[EdgeKind.LINKS_TO]
    return features


def _strongest(row: dict[int, float]) -> list[tuple[int, float]]:
    """The weightiest features of one entry, in the order of their columns."""
    return sorted(sorted(row.items(), key=lambda item: (-item[1], item[0]))[:MOST_FEATURES])


def _unit_rows(rows: list[list[tuple[int, float]]], columns: int) -> sparse.csr_matrix:
    starts = np.cumsum([0, *(len(row) for row in rows)])
    indices = np.array([j for row in rows for j, _ in row], dtype=np.int32)
    data = np.array([weight for row in rows for _, weight in row], dtype=np.float64)
    matrix = sparse.csr_matrix((data, indices, starts), shape=(len(rows), columns))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ matrix)
