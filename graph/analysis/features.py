"""What each entry speaks of: words, people, tags, ideas, links and sites, weighted."""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.analysis.sparse import Indices, Numbers, Table, in_order, unit_rows
from graph.model import EdgeKind, NodeKind, WordCounts

Terms = Mapping[str, WordCounts]
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
    r"|(?:minute|hour|day|week|weekend|month|year|time|morning|afternoon|evening|night)s?"
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
    nodes = graph.nodes
    ends = {node: ends for node, ends in graph.adjacency() if nodes[node]["kind"] == NodeKind.ENTRY}
    entries, topics = tuple(sorted(ends)), _topics(graph)
    described = (
        (
            _words_of(nodes[entry].get("title", ""), terms.get(entry, ())),
            _linked(graph, entry, ends[entry], topics),
        )
        for entry in entries
    )
    every, table = _gathered(described)
    spread = np.bincount(table.columns, minlength=table.width).tolist()
    most = max(COMMONEST * len(entries), RAREST)
    told = {n: count for n, count in zip(every, spread, strict=True) if RAREST <= count <= most}
    names = tuple(sorted(n for n in told if not WHEN.fullmatch(n.partition(":")[2])))
    rarity = np.array([math.log(len(entries) / told[name]) ** IDF_POWER for name in names])
    column = {name: j for j, name in enumerate(names)}
    places = np.array([column.get(name, -1) for name in every], dtype=np.intp)
    return Features(entries, names, topics, unit_rows(_weighted(table, places, rarity)))


Weights = Mapping[str, float]


def _gathered(described: Iterable[tuple[Weights, Weights]]) -> tuple[list[str], Table]:
    """The words and nodes of all entries as a table, its columns in the order of coming."""
    number = count().__next__
    words, nodes = defaultdict[str, int](number), defaultdict[str, int](number)
    starts, columns, cells = array("q", [0]), array("q"), array("d")
    for said, held in described:
        columns.extend(map(words.__getitem__, said))
        columns.extend(map(nodes.__getitem__, held))
        cells.extend(said.values())
        cells.extend(held.values())
        starts.append(len(columns))
    named = {words[word]: f"{TERM}:{word}" for word in words} | {
        nodes[node]: node for node in nodes
    }
    every = [named[column] for column in range(len(named))]
    return every, Table(np.array(starts), np.array(columns), np.array(cells), len(every))


def _weighted(table: Table, places: Indices, rarity: Numbers) -> Table:
    """The cells by the rarity of their features, only the weightiest of each entry.

    Args:
        table: As `_gathered` makes it.
        places: Its columns' new places; -1 where a feature is left out.
        rarity: What a cell in each of the new columns is multiplied by.
    """
    columns = places[table.columns]
    inside = columns >= 0
    rows, columns = table.rows[inside], columns[inside]
    cells = table.cells[inside] * rarity[columns]
    kept = _weightiest(rows, columns, cells)
    rows, columns, cells = rows[kept], columns[kept], cells[kept]
    order = in_order(rows * len(rarity) + columns)
    counts = np.bincount(rows, minlength=table.height)
    return Table(np.cumsum([0, *counts]), columns[order], cells[order], len(rarity))


def _weightiest(rows: Indices, columns: Indices, cells: Numbers) -> NDArray[np.bool_]:
    """Which cells are among the weightiest of their row, where a row has too many; rows sorted."""
    kept = np.ones(len(rows), dtype=bool)
    counts = np.bincount(rows)
    crowded = np.flatnonzero(counts[rows] > MOST_FEATURES)
    order = crowded[np.lexsort((columns[crowded], -cells[crowded], rows[crowded]))]
    kept[order] = (
        np.arange(len(order)) - np.searchsorted(rows[crowded], rows[order]) < MOST_FEATURES
    )
    return kept


def _topics(graph: "nx.MultiDiGraph[str]") -> frozenset[str]:
    declared: Counter[str] = Counter()
    tags = [node for node, has in graph.nodes(data=True) if has["kind"] == NodeKind.TAG]
    for _, tag, edge in graph.in_edges(tags, data=True):
        if edge["kind"] == EdgeKind.TAGGED:
            declared[tag] += 1 if DECLARED.match(edge["context"]) else -1
    return frozenset(tag for tag, balance in declared.items() if balance >= 0)


def _words_of(title: str, terms: WordCounts) -> dict[str, float]:
    """An entry's words with their weights before IDF."""
    weights = {term: 1 + math.log(count) for term, count in terms}
    for word in weights.keys() & WORD.findall(title.casefold()):
        weights[word] += TITLE_WEIGHT
    return weights


def _linked(
    graph: "nx.MultiDiGraph[str]",
    entry: str,
    ends: Mapping[str, Mapping[str, Mapping[str, Any]]],
    topics: frozenset[str],
) -> dict[str, float]:
    """What an entry links to, tags and mentions, with its weight before IDF.

    Args:
        graph: The typed graph.
        entry: Its node id.
        ends: Node that it leads to → the edges there.
        topics: Tags that count in full.
    """
    features: defaultdict[str, float] = defaultdict(float)
    for target, edges in ends.items():
        for edge in edges.values():
            kind = edge["kind"]
            weight = EDGE_WEIGHTS.get(kind)
            if weight is None:
                continue
            if kind == EdgeKind.TAGGED and target not in topics:
                weight = STRAY_TAG
            features[target] += weight * (1 + math.log(edge.get("count", 1)))
            if kind == EdgeKind.CITES and (site := graph.nodes[target].get("site")):
                features[f"{SITE}:{site}"] += SITE_WEIGHT
    if next(graph.predecessors(entry), None) is not None:
        features[entry] = EDGE_WEIGHTS[EdgeKind.LINKS_TO]
    return features
