"""Hubs, and which of them each node belongs to.

Every step is linear or local, so that one edge more moves a border and no more. Methods that seek
the best division of a whole graph turn all of it (docs/decisions/0012-a-map-that-stays.md).
"""

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graph.analysis.net import Net
from graph.analysis.sparse import Indices, Numbers, Stacked

MOST_HUBS = 40
STEPS = 16
"""Of the walks from the nodes to the hubs. More hardly move a border."""
SWEEPS = 4
MARGIN = 0.1
"""By this share of its edges a node has to be better off with another hub before it goes there.
Without it those that are as well off here as there go to and fro, and take others along."""


def find_hubs(net: Net, least: float) -> list[int]:
    """Nodes that few others can match in what they are next to together.

    Greedy (Nemhauser, Wolsey & Fisher 1978), and lazily, for what a node adds can only fall
    (Minoux 1978); near linear in the edges.

    Args:
        net: The graph.
        least: How much each hub must add to what those before it are next to.

    Returns:
        At most 40 nodes, the one that adds most first.
    """
    met = np.zeros(len(net.names), dtype=np.bool_)
    queue = [(-_added(net, node, met), node) for node in np.flatnonzero(net.degrees).tolist()]
    heapq.heapify(queue)
    hubs: list[int] = []
    while queue and len(hubs) < MOST_HUBS and -queue[0][0] >= least:
        known, node = heapq.heappop(queue)
        added = _added(net, node, met)
        if added < -known:
            heapq.heappush(queue, (-added, node))
        else:
            hubs.append(node)
            met[node] = True
            met[net.beside(node)] = True
    return hubs


def _added(net: Net, node: int, met: NDArray[np.bool_]) -> int:
    """How many nodes that no hub is next to a node is next to, or is."""
    beside = net.beside(node)
    return int(net.sizes[beside][~met[beside]].sum() + (not met[node]) * net.sizes[node])


def divide(net: Net, hubs: Sequence[int]) -> Indices:
    """Which of the hubs each node belongs to, as its place in their list; -1 for none.

    Whichever a random walk from the node meets first, all hubs brought to the same mass
    (harmonic functions and class mass normalisation: Zhu, Ghahramani & Lafferty 2003). Then a node
    goes over to the hub whose community holds most of its edges beyond what chance explains
    (modularity; the local moves of Blondel et al. 2008), if that is much better; at last the hubs
    that are left alone do so. O(edges · hubs).
    """
    if not hubs:
        return np.full(len(net.names), -1)
    near = _walks(net, hubs)
    mine = np.where(near.max(axis=1) > 0, near.argmax(axis=1), -1)
    mine[hubs] = range(len(hubs))
    ties = Stacked(net.ties)
    for _ in range(SWEEPS):
        mine = _moved(net, ties, mine, len(hubs))
        mine[hubs] = range(len(hubs))
    left = np.array(hubs)[np.bincount(mine[mine >= 0]) == 1]
    mine[left] = _moved(net, ties, mine, len(hubs))[left]
    return mine


def _walks(net: Net, hubs: Sequence[int]) -> Numbers:
    """How likely a walk from each node meets each hub first, as a share of that hub's mass."""
    home = np.eye(len(hubs), dtype=np.float32)
    shares = np.zeros((len(net.names), len(hubs)), np.float32)
    shares[hubs] = home
    step = Stacked(net.ties.with_cells(net.ties.cells / net.degrees[net.ties.rows]))
    for _ in range(STEPS):
        shares = step.times(shares)
        shares[hubs] = home
    return shares / np.maximum(net.degrees @ shares, 1)


def _moved(net: Net, ties: Stacked, mine: Indices, count: int) -> Indices:
    """One local move of all nodes at once, by the graph's ties."""
    members = np.flatnonzero(mine >= 0)
    belongs = np.zeros((len(mine), count), np.float32)
    belongs[members, mine[members]] = 1
    mass = net.degrees @ belongs
    gain = ties.times(belongs)[members] - np.outer(net.degrees[members], mass / mass.sum())
    here = np.arange(len(members)), mine[members]
    own = net.degrees[members]
    stay = gain[here] + own * own / mass.sum()
    best = gain.argmax(axis=1)
    goes = gain[here[0], best] > stay + MARGIN * own
    moved = mine.copy()
    moved[members[goes]] = best[goes]
    return moved
