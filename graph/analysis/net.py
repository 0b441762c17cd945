"""The graph as one undirected table, in which groups of nodes are found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.analysis.sparse import Indices, Table
from graph.model import NodeKind


@dataclass(frozen=True)
class Net:
    """Nodes and how many edges there are between each two of them."""

    names: tuple[str, ...]
    sizes: Indices
    """How many nodes each stands for: itself and, but for links, those that hang on it alone."""
    ties: Table
    """Nodes × nodes, the same both ways."""

    @cached_property
    def size(self) -> int:
        """How many nodes all of them stand for."""
        return int(self.sizes.sum())

    @cached_property
    def degrees(self) -> NDArray[np.float64]:
        """The edges of each node."""
        found = np.bincount(self.ties.rows, self.ties.cells, len(self.names))
        return found.astype(np.float64)

    def beside(self, node: int) -> Indices:
        """The nodes that share an edge with one."""
        return self.ties.columns[self.ties.starts[node] : self.ties.starts[node + 1]]

    def names_of(self, nodes: Indices) -> list[str]:
        """The names of some nodes."""
        return [self.names[node] for node in nodes.tolist()]

    def only(self, kept: Indices) -> "Net":
        """Some of the nodes, in ascending order, and the edges between them."""
        place = np.full(len(self.names), -1)
        place[kept] = np.arange(len(kept))
        rows, columns = place[self.ties.rows], place[self.ties.columns]
        inside = (rows >= 0) & (columns >= 0)
        ties = _table(rows[inside], columns[inside], self.ties.cells[inside], len(kept))
        return Net(tuple(self.names_of(kept)), self.sizes[kept], ties)

    def parts(self) -> list[Indices]:
        """Its nodes, as far as they hang together."""
        import igraph

        ends = np.stack([self.ties.rows, self.ties.columns], axis=1)
        whole = igraph.Graph(n=len(self.names), edges=ends.tolist())
        return [np.array(part) for part in whole.connected_components()]


def net_of(graph: "nx.MultiDiGraph[str]", leaves: Mapping[str, str]) -> Net:
    """The graph without direction, loops and leaves; near linear in nodes and edges.

    Args:
        graph: Any graph.
        leaves: Node that is left out → the one that it hangs on.
    """
    names = tuple(sorted(node for node in graph if node not in leaves))
    index = {name: i for i, name in enumerate(names)}
    weights: Counter[tuple[int, int]] = Counter()
    for source, target in graph.edges():
        if source in index and target in index and source != target:
            weights[index[source], index[target]] += 1
            weights[index[target], index[source]] += 1
    pairs = np.array(sorted(weights), dtype=np.intp).reshape(-1, 2)
    cells = np.array([weights[i, j] for i, j in pairs.tolist()], dtype=np.float32)
    hung = Counter(
        on for leaf, on in leaves.items() if graph.nodes[leaf].get("kind") != NodeKind.URL
    )
    sizes = np.array([1 + hung[name] for name in names], dtype=np.intp)
    return Net(names, sizes, _table(pairs[:, 0], pairs[:, 1], cells, len(names)))


def _table(rows: Indices, columns: Indices, cells: NDArray[np.floating], size: int) -> Table:
    """Cells in the order of their rows as a table."""
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=size))])
    return Table(starts, columns, cells, size)


def leaves_of(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Node with one neighbour → that neighbour, where it has others too."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for source, target in edges:
        if source != target:
            neighbours[source].add(target)
            neighbours[target].add(source)
    single = {node: next(iter(ends)) for node, ends in neighbours.items() if len(ends) == 1}
    return {node: stem for node, stem in single.items() if len(neighbours[stem]) > 1}
