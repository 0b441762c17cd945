"""Communities: groups of nodes with more edges among themselves than chance explains."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

import igraph
import networkx as nx

SEED = 1
LARGEST_SHARE = 0.15
"""A community that holds more of the nodes than this is split again: no reader can tell
apart what lies in one huge blob."""
SMALLEST_SPLIT = 60
"""Up to this many nodes a community is left whole, however small the vault."""
FINER = 2.0
"""The factor of the resolution from one try to split a community to the next."""
MOST_TRIES = 5


def find_communities(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Number the community of every node, the largest community first.

    Leiden on modularity (Traag, Waltman & van Eck 2019), near linear in the edges. Nodes and
    edges are sorted first and the generator is seeded, so the order in which they were added
    does not matter.
    """
    nodes = sorted(graph)
    groups = _split_huge(_undirected(graph, nodes), len(nodes))
    groups.sort(key=lambda group: (-len(group), group))
    return {nodes[i]: number for number, group in enumerate(groups) for i in group}


def _undirected(graph: "nx.MultiDiGraph[str]", nodes: Sequence[str]) -> igraph.Graph:
    """The graph with one edge for each pair of nodes, weighted by its kinds of edge."""
    index = {node: i for i, node in enumerate(nodes)}
    weights: Counter[tuple[int, int]] = Counter()
    for source, target in graph.edges():
        i, j = sorted((index[source], index[target]))
        weights[i, j] += 1
    edges = sorted(pair for pair in weights if pair[0] != pair[1])
    undirected = igraph.Graph(n=len(nodes), edges=edges)
    undirected.es["weight"] = [weights[edge] for edge in edges]
    undirected.vs["node"] = range(len(nodes))
    return undirected


def _split_huge(whole: igraph.Graph, nodes: int) -> list[list[int]]:
    """Leiden groups of node numbers, the huge ones split at ever higher resolution."""
    limit = max(SMALLEST_SPLIT, LARGEST_SHARE * nodes)
    done: list[list[int]] = []
    waiting = [(whole, 1.0, 0)]
    while waiting:
        part, resolution, tries = waiting.pop()
        for group in leiden(part, resolution):
            if len(group) > limit and tries < MOST_TRIES:
                waiting.append((part.subgraph(group), resolution * FINER, tries + 1))
            else:
                done.append(part.vs[group]["node"])
    return done


def leiden(graph: igraph.Graph, resolution: float) -> list[list[int]]:
    """The groups of one seeded Leiden run, as vertex numbers."""
    if graph.vcount() == 0:
        return []
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - no secret
    clustering = graph.community_leiden(
        objective_function="modularity",
        weights="weight",
        resolution=resolution,
        n_iterations=4,
    )
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for vertex, group in enumerate(clustering.membership):
        groups[group].append(vertex)
    return list(groups.values())
