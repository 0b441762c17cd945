"""Communities: what lies nearer to one hub than to any other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import networkx as nx
import numpy as np

from graph.analysis.hubs import divide, find_hubs
from graph.analysis.net import Net, leaves_of, net_of
from graph.analysis.sparse import Indices

HUB = 0.5
"""A hub adds so many times the root of the number of nodes to what is next to a hub."""
LARGEST_SHARE = 0.25
"""A community that holds more of the nodes than this is split again: no reader can tell
apart what lies in one huge blob."""
SMALLEST_SPLIT = 60
"""Up to this many nodes a community is left whole, however small the vault."""
MOST_TRIES = 5
"""At each further try to split, half as much makes a hub."""


def find_communities(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Number the community of every node, the largest community first.

    Each hub gathers what is nearest to it; what no hub reaches is a community as far as it hangs
    together. A node with one neighbour goes where that one goes. A huge community is split again
    without its hub, which keeps what is tied to nothing else. Near linear in the edges.
    """
    leaves = leaves_of(graph.edges())
    groups = enumerate(_small_enough(net_of(graph, leaves)))
    community = {name: number for number, names in groups for name in names}
    community |= {leaf: community[stem] for leaf, stem in leaves.items()}
    return _numbered(community)


def _small_enough(whole: Net) -> Iterator[list[str]]:
    """Communities of which none is huge, but where nothing splits it."""
    limit = max(SMALLEST_SPLIT, LARGEST_SHARE * whole.size)
    waiting = [(whole, 0)]
    while waiting:
        net, tries = waiting.pop()
        for hub, group in _gathered(net, HUB / 2**tries):
            if net.sizes[group].sum() <= limit or tries == MOST_TRIES:
                yield net.names_of(group)
                continue
            rest = net.only(group[group != hub])
            tied = rest.degrees > 0
            yield [*net.names_of(group[group == hub]), *rest.names_of(np.flatnonzero(~tied))]
            waiting.append((rest.only(np.flatnonzero(tied)), tries + 1))


def _gathered(net: Net, share: float) -> Iterator[tuple[int, Indices]]:
    """Each hub and what belongs to it; then, with -1, what belongs to none."""
    hubs = find_hubs(net, share * net.size**0.5)
    mine = divide(net, hubs)
    for number, hub in enumerate(hubs):
        yield hub, np.flatnonzero(mine == number)
    adrift = np.flatnonzero(mine < 0)
    for part in net.only(adrift).parts():
        yield -1, adrift[part]


def _numbered(community: Mapping[str, int]) -> dict[str, int]:
    """The same communities, numbered from the largest down."""
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for node in sorted(community):
        groups[community[node]].append(node)
    ranked = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    return {node: number for number, group in enumerate(ranked) for node in group}
