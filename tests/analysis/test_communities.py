import networkx as nx
import pytest
from support.diary import diary

from graph.analysis.communities import find_communities
from graph.analysis.importance import rank_nodes


def cliques(sizes):
    graph = nx.MultiDiGraph()
    for group, size in enumerate(sizes):
        names = [f"idea:{group}-{i:03}" for i in range(size)]
        graph.add_edges_from((a, b, "links_to") for a in names for b in names if a < b)
    return graph


def test_groups_apart_are_communities_the_largest_first():
    communities = find_communities(cliques([4, 9, 6]))
    assert [communities[f"idea:{group}-000"] for group in range(3)] == [2, 0, 1]
    assert len(set(communities.values())) == 3


def test_a_blob_is_split_until_it_can_be_read():
    graph = nx.MultiDiGraph(nx.connected_watts_strogatz_graph(600, 6, 0.02, seed=1))
    graph = nx.relabel_nodes(graph, {i: f"idea:{i:03}" for i in graph})
    sizes = {}
    for number in find_communities(graph).values():
        sizes[number] = sizes.get(number, 0) + 1
    assert max(sizes.values()) <= 0.25 * 600


@pytest.mark.parametrize("measure", [find_communities, rank_nodes])
def test_the_order_of_the_graph_does_not_matter(measure):
    graph = diary(120).graph
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(reversed(list(graph.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert measure(shuffled) == measure(graph)


@pytest.mark.parametrize("measure", [find_communities, rank_nodes])
def test_no_nodes_and_one_node_raise_nothing(measure):
    alone = nx.MultiDiGraph()
    assert measure(alone) == {}
    alone.add_node("entry:a.md", kind="entry")
    assert measure(alone) == {"entry:a.md": 0}


def test_importance_is_between_nought_and_one_and_favours_the_hub():
    graph = nx.MultiDiGraph((f"entry:{i}.md", "tag:hub", "tagged") for i in range(20))
    ranks = rank_nodes(graph)
    assert max(ranks, key=ranks.get) == "tag:hub"
    assert all(0 <= rank <= 1 for rank in ranks.values())
