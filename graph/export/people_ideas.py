"""The projection: people and ideas, tied where entries name both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx
import numpy as np

from graph.export.graphml import write_graphml
from graph.export.rows import rows
from graph.model import Analysis, Diagnostic, NodeKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
    projection = people_ideas(graph)
    return write_graphml(rows(projection, analysis), str(projection.graph.get("note", "")))


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
    members = sorted(node for node, data in graph.nodes(data=True) if data.get("kind") in KINDS)
    entries = sorted(n for n, data in graph.nodes(data=True) if data.get("kind") == NodeKind.ENTRY)
    number = {node: index for index, node in enumerate(members)}
    named = [_named(graph, entry, number) for entry in entries]
    ties = _ties(named, len(members))
    projection: nx.Graph[str] = nx.Graph()
    projection.add_nodes_from((node, graph.nodes[node]) for node in members)
    projection.add_edges_from(_edges(graph, members, entries, ties))
    if note := _note(named, ties):
        projection.graph["note"] = note
    return projection


def _named(graph: "nx.MultiDiGraph[str]", entry: str, number: dict[str, int]) -> list[int]:
    """The people and ideas of an entry as numbers, the foremost first."""
    counts: Counter[str] = Counter()
    for _, target, data in graph.out_edges(entry, data=True):
        if target in number:
            counts[target] += int(data.get("count", 1))
    is_person = {node: graph.nodes[node]["kind"] == NodeKind.PERSON for node in counts}
    foremost = sorted(counts, key=lambda node: (not is_person[node], -counts[node], node))
    return [number[node] for node in foremost]


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
    order = np.argsort(pairs, kind="stable")
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
    for entry, those in enumerate(named):
        numbers = np.array(sorted(those[:MAX_PER_ENTRY]), dtype=np.int64)
        one, other = np.triu_indices(len(numbers), 1)
        pairs.append(numbers[one] * members + numbers[other])
        entries.append(np.full(len(one), entry, dtype=np.int64))
    return np.concatenate(pairs), np.concatenate(entries)


def _npmi(shared: "Integers", one: "Integers", other: "Integers", entries: int) -> "Floats":
    """log(p(x,y) / p(x)p(y)) / -log p(x,y), and 1 where every entry names both."""
    together = shared / max(entries, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        npmi = np.log(shared * float(entries) / (one * other)) / -np.log(together)
    return np.where(together == 1, 1.0, npmi).round(6)


def _edges(
    graph: "nx.MultiDiGraph[str]", members: Sequence[str], entries: Sequence[str], ties: _Ties
) -> Iterator[tuple[str, str, dict[str, object]]]:
    for one, other, weight, npmi, start in zip(*(a.tolist() for a in ties[:5]), strict=True):
        shared = [entries[at] for at in ties.shared[start : start + weight].tolist()]
        yield (
            members[one],
            members[other],
            {"weight": weight, "npmi": npmi, **_evidence(graph, shared)},
        )


def _evidence(graph: "nx.MultiDiGraph[str]", shared: Sequence[str]) -> dict[str, object]:
    dates = sorted(filter(None, (graph.nodes[entry].get("date") for entry in shared)))
    paths = [str(graph.nodes[entry].get("path", entry)) for entry in shared[:MAX_PATHS]]
    span = {"first": dates[0], "last": dates[-1]} if dates else {}
    return {"entries": " ; ".join(paths), **span}


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
