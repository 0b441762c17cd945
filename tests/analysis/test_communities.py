from collections import Counter

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


def test_entries_go_with_the_hub_that_they_are_nearest_to():
    graph = nx.MultiDiGraph()
    for day in range(60):
        graph.add_edge(f"entry:{day}.md", "tag:pottery" if day < 25 else "tag:work", "tagged")
        graph.add_edge(f"entry:{day}.md", f"idea:{day // 5}", "discusses")
    graph.add_edge("entry:3.md", "tag:work", "tagged")
    communities = find_communities(graph)
    assert {communities[f"entry:{day}.md"] for day in range(25)} == {communities["tag:pottery"]}
    assert {communities[f"entry:{day}.md"] for day in range(25, 60)} == {communities["tag:work"]}


def test_a_huge_star_keeps_what_holds_to_nothing_else():
    graph = nx.MultiDiGraph()
    for day in range(400):
        graph.add_edge(f"entry:{day:03}.md", "tag:journal", "tagged")
        graph.add_edge(f"entry:{day:03}.md", f"idea:{day % 300 // 50}", "discusses")
    communities = find_communities(graph)
    sizes = Counter(communities.values())
    assert max(sizes.values()) <= 0.25 * len(graph)
    assert communities["idea:0"] == communities["entry:001.md"] != communities["idea:1"]


@pytest.mark.parametrize("number", range(8))
def test_one_edge_more_moves_few_nodes_to_another_community(number):
    graph = diary(300).graph
    before = find_communities(graph)
    entries = sorted(node for node in graph if node.startswith("entry:"))
    people = sorted(node for node in graph if node.startswith("person:"))
    graph.add_edge(entries[number * 37], people[number % len(people)], "mentions")
    after = find_communities(graph)
    together = Counter((before[node], after[node]) for node in before)
    stay = Counter()
    for (old, _), count in together.items():
        stay[old] = max(stay[old], count)
    assert stay.total() >= 0.95 * len(before)


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
