"""The projection: people and ideas, tied where entries name both."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx
import numpy as np

from graph.export.graphml import Document
from graph.export.rows import Attributes, EdgeRow, node_rows
from graph.export.text import plain
from graph.model import Analysis, Diagnostic, NodeKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from graph.export import Exporter

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]

MAX_PER_ENTRY = 50
"""People and ideas of one entry that are tied to each other: 50 make 1,225 ties."""
MAX_TIES = 100_000
"""Ties kept over the whole vault; Gephi draws no more in good time."""
MAX_PATHS = 20
"""Entries named on a tie; `weight` counts all."""
KINDS = frozenset({NodeKind.PERSON.value, NodeKind.IDEA.value})


def export_people_ideas(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`people-ideas.graphml`: see `people_ideas`."""
    members, document = _document(graph)
    return document.with_nodes(node_rows(members, analysis, "key"))


def begin_people_ideas(graph: "nx.MultiDiGraph[str]") -> "Exporter":
    """The same, its ties written at once and kept."""
    members, document = _document(graph)
    document.keep()
    return lambda _graph, analysis, _: document.with_nodes(node_rows(members, analysis, "key"))


def _document(graph: "nx.MultiDiGraph[str]") -> tuple[dict[str, dict[str, Any]], Document]:
    """The nodes of the projection, and its ties as a file."""
    found = _project(graph, plain)
    ties = [EdgeRow(one, other, "", data) for one, other, data in found.edges]
    return found.nodes, Document(False, [*found.nodes], ties, found.note)


def people_ideas(graph: "nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    """Project the graph on its people and ideas.

    Two of them are tied where at least one entry names both. A tie has

    - `weight`: how many entries name both,
    - `npmi`: normalised pointwise mutual information, -1 to 1: how much more often they meet than
      chance would have it (Bouma 2009, "Normalized (Pointwise) Mutual Information in Collocation
      Extraction"); 0 is chance, 1 is never one without the other,
    - `entries`: the paths of the first 20 such entries, ` ; ` between,
    - `first`, `last`: the dates of the earliest and latest, where known.

    An entry that names k of them makes k(k-1)/2 ties, so the cost is bounded twice: of an entry
    only the 50 that it names most are tied, people before ideas; and of all ties the 100,000
    strongest are kept, by `weight`, then `npmi`. Where ties were left out, `graph["note"]` says how
    many.

    Returns:
        An undirected graph; its nodes keep their attributes, and those without a tie stay.
    """
    found = _project(graph, str)
    projection: nx.Graph[str] = nx.Graph()
    projection.add_nodes_from(found.nodes.items())
    projection.add_edges_from(found.edges)
    if found.note:
        projection.graph["note"] = found.note
    return projection


class _Projection(NamedTuple):
    """What the projection holds, in order."""

    nodes: dict[str, dict[str, Any]]
    edges: Iterator[tuple[str, str, Attributes]]
    """Both ends and the attributes of each tie."""
    note: str
    """What was left out; empty where nothing was."""


def _project(graph: "nx.MultiDiGraph[str]", text: Callable[[str], str]) -> _Projection:
    """Project the graph; `text` is what to make of a path or a date on a tie."""
    nodes = dict(iter(graph.nodes(data=True)))
    members = {node: nodes[node] for node in sorted(nodes) if nodes[node].get("kind") in KINDS}
    entries = sorted(node for node, data in nodes.items() if data.get("kind") == NodeKind.ENTRY)
    named = _named(graph, entries, members)
    ties = _ties(named, len(members))
    paths = [text(str(nodes[entry].get("path", entry))) for entry in entries]
    dates = [text(str(nodes[entry].get("date", ""))) for entry in entries]
    return _Projection(members, _edges([*members], paths, dates, ties), _note(named, ties))


def _named(
    graph: "nx.MultiDiGraph[str]", entries: Sequence[str], members: Mapping[str, Mapping[str, Any]]
) -> list[list[int]]:
    """The people and ideas of each entry as numbers, the foremost first."""
    targets = dict(graph.adjacency())
    number = {node: at for at, node in enumerate(members)}
    is_person = [data["kind"] == NodeKind.PERSON for data in members.values()]

    def foremost(entry: str) -> list[int]:
        counts = {
            number[target]: sum([int(data.get("count", 1)) for data in edges.values()])
            for target, edges in targets[entry].items()
            if target in number
        }
        return sorted(counts, key=lambda one: (not is_person[one], -counts[one], one))

    return [foremost(entry) for entry in entries]


class _Ties(NamedTuple):
    """Ties as arrays of one length, the pair of numbers ascending."""

    one: "Integers"
    other: "Integers"
    weight: "Integers"
    npmi: "Floats"
    start: "Integers"
    """Where in `shared` the entries of the tie begin; `weight` says how many they are."""
    shared: "Integers"
    """Numbers of entries (of another length)."""
    left_out: int


def _ties(named: Sequence[Sequence[int]], members: int) -> _Ties:
    """Count the pairs that entries share, and keep the strongest.

    A pair is one integer, one * members + other: sorting arrays of those takes a tenth of the
    memory of a dict of pairs.
    """
    pairs, entry = _pairs(named, members)
    order = np.lexsort((entry, pairs))
    code, start, weight = np.unique(pairs[order], return_index=True, return_counts=True)
    one, other = np.divmod(code, max(members, 1))
    occurs = np.bincount(np.fromiter(chain.from_iterable(named), np.int64), minlength=members)
    npmi = _npmi(weight, occurs[one], occurs[other], len(named))
    kept = np.sort(np.lexsort((code, -npmi, -weight))[:MAX_TIES])
    return _Ties(
        one[kept],
        other[kept],
        weight[kept],
        npmi[kept],
        start[kept],
        entry[order],
        len(code) - len(kept),
    )


def _pairs(named: Sequence[Sequence[int]], members: int) -> tuple["Integers", "Integers"]:
    """Every pair of every entry as an integer, and the number of its entry."""
    none = np.zeros(0, dtype=np.int64)
    pairs, entries = [none], [none]
    by_size: defaultdict[int, list[int]] = defaultdict(list)
    for entry, those in enumerate(named):
        by_size[min(len(those), MAX_PER_ENTRY)].append(entry)
    for size, alike in by_size.items():
        numbers = np.array([named[entry][:size] for entry in alike], dtype=np.int64)
        numbers.sort(axis=1)
        one, other = np.triu_indices(size, 1)
        pairs.append((numbers[:, one] * members + numbers[:, other]).ravel())
        entries.append(np.repeat(np.array(alike, dtype=np.int64), len(one)))
    return np.concatenate(pairs), np.concatenate(entries)


def _npmi(shared: "Integers", one: "Integers", other: "Integers", entries: int) -> "Floats":
    """log(p(x,y) / p(x)p(y)) / -log p(x,y), and 1 where every entry names both."""
    together = shared / max(entries, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        npmi = np.log(shared * float(entries) / (one * other)) / -np.log(together)
    return np.where(together == 1, 1.0, npmi).round(6)


def _edges(
    members: Sequence[str], paths: Sequence[str], dates: Sequence[str], ties: _Ties
) -> Iterator[tuple[str, str, Attributes]]:
    for one, other, weight, npmi, start in zip(*(a.tolist() for a in ties[:5]), strict=True):
        shared = ties.shared[start : start + weight].tolist()
        named = " ; ".join([paths[entry] for entry in shared[:MAX_PATHS]])
        days = [dates[entry] for entry in shared if dates[entry]]
        span = {"first": min(days), "last": max(days)} if days else {}
        tie: Attributes = {"weight": weight, "npmi": npmi, "entries": named, **span}
        yield members[one], members[other], tie


def _note(named: Sequence[Sequence[int]], ties: _Ties) -> str:
    """What was left out for the sake of size; empty where nothing was."""
    crowded = sum(len(those) > MAX_PER_ENTRY for those in named)
    parts = []
    if crowded:
        parts.append(
            f"{crowded} entries name more than {MAX_PER_ENTRY} people and ideas; "
            "only the foremost are tied."
        )
    if ties.left_out:
        parts.append(f"The {ties.left_out} weakest ties are left out.")
    return " ".join(parts)
