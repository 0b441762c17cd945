"""Positions on the map."""

import random

import igraph
import networkx as nx
import numpy as np
import pytest
from support.graphs import analysis_of, journal_graph

from graph.analysis import discs, islands
from graph.analysis.communities import find_communities
from graph.analysis.islands import SPACING, Islands
from graph.analysis.layout import SHAPES, layout
from graph.analysis.petals import LINK_SPACING, PETAL_SPACING

GRAPH = journal_graph(600)
ANALYSIS = analysis_of(GRAPH)


def _distances(points):
    delta = points[:, None, :] - points[None, :, :]
    distance = np.hypot(delta[..., 0], delta[..., 1])
    return distance[np.triu_indices(len(points), 1)]


def _middle(values):
    return (min(values) + max(values)) / 2


def test_every_node_has_a_place():
    assert set(ANALYSIS.positions) == set(GRAPH)


def test_linked_nodes_do_not_overlap():
    linked = [node for node in GRAPH if GRAPH.degree(node) and GRAPH.nodes[node]["kind"] != "url"]
    points = np.array([ANALYSIS.positions[node] for node in linked])
    assert _distances(points).min() > SPACING * 0.9


def test_links_of_one_entry_hang_around_it_without_touching():
    graph = nx.MultiDiGraph(GRAPH)
    urls = [f"url:https://example.org/{number}" for number in range(60)]
    entry = next(node for node in sorted(graph) if graph.nodes[node]["kind"] == "entry")
    for url in urls:
        graph.add_node(url, kind="url", label=url)
        graph.add_edge(entry, url, key="cites", kind="cites", count=1)
    positions = layout(graph, ANALYSIS.communities)
    points = np.array([positions[url] for url in urls])
    assert _distances(points).min() > LINK_SPACING
    assert np.hypot(*(points - positions[entry]).T).max() < 2 * SPACING


def test_the_order_of_nodes_and_edges_does_not_matter():
    shuffled = nx.MultiDiGraph()
    nodes, edges = list(GRAPH.nodes(data=True)), list(GRAPH.edges(keys=True, data=True))
    random.Random(3).shuffle(nodes)
    random.Random(4).shuffle(edges)
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from(edges)
    again = layout(shuffled, ANALYSIS.communities)
    assert again == ANALYSIS.positions


def test_communities_lie_apart():
    islands = {}
    for node, number in ANALYSIS.communities.items():
        if GRAPH.degree(node):
            islands.setdefault(number, []).append(ANALYSIS.positions[node])
    discs = []
    for places in islands.values():
        middle = np.mean(places, axis=0)
        discs.append((middle, np.hypot(*(np.array(places) - middle).T).max()))
    apart = [np.hypot(*(a - b)) > max(r, s) for i, (a, r) in enumerate(discs) for b, s in discs[:i]]
    assert all(apart)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("number", [60, 150, 600])
def test_the_map_has_the_shape_of_a_window(number, seed):
    graph = journal_graph(number, seed)
    positions = analysis_of(graph).positions
    points = np.array([positions[node] for node in graph if graph.degree(node)])
    width, height = np.ptp(points, axis=0) + SPACING
    assert 0.9 * SHAPES[0] < width / height < 1.25 * SHAPES[1]


def test_nodes_without_edges_stand_in_rows_below_the_middle_of_the_map():
    graph = nx.MultiDiGraph(GRAPH)
    graph.add_nodes_from(["entry:lonely.md", "entry:quiet.md"], kind="entry", label="x")
    positions = layout(graph, ANALYSIS.communities)
    lowest = max(positions[node][1] for node in graph if graph.degree(node))
    lonely, quiet = positions["entry:lonely.md"], positions["entry:quiet.md"]
    assert lonely[1] == quiet[1] > lowest
    assert lonely[0] != quiet[0]
    middle = {
        linked: _middle(
            [x for node, (x, _) in positions.items() if bool(graph.degree(node)) == linked]
        )
        for linked in (True, False)
    }
    assert middle[False] == pytest.approx(middle[True], abs=SPACING)


def test_what_hangs_on_one_node_alone_gathers_around_it():
    graph = nx.MultiDiGraph(GRAPH)
    hub = next(node for node in sorted(graph) if graph.nodes[node]["kind"] == "entry")
    tags = [f"tag:{number}" for number in range(2000)]
    for tag in tags:
        graph.add_node(tag, kind="tag", label=tag)
        graph.add_edge(hub, tag, key="tagged", kind="tagged", count=1)
    communities = ANALYSIS.communities | {tag: 1000 + n for n, tag in enumerate(tags)}
    positions = layout(graph, communities)
    points = np.array([positions[tag] for tag in tags])
    assert np.hypot(*(points - positions[hub]).T).max() < 510
    assert _distances(points).min() > 1.4 * PETAL_SPACING
    others = [node for node in GRAPH if GRAPH.degree(node) and node != hub]
    away = np.array([positions[node] for node in others]) - positions[hub]
    assert np.hypot(*away.T).min() > 490


def test_an_empty_graph_has_no_places():
    assert layout(nx.MultiDiGraph(), {}) == {}


def test_a_lone_pair_stands_apart():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", count=1)
    (ax, ay), (bx, by) = layout(graph, {"a": 0, "b": 0}).values()
    assert np.hypot(ax - bx, ay - by) > SPACING * 0.9


def test_igraph_keeps_its_own_random_numbers():
    random.seed(1)
    expected = random.random()
    random.seed(1)
    analysis_of(journal_graph(60))
    random.seed(1)
    assert random.random() == expected
    assert igraph.Graph.Erdos_Renyi(5, 0.5).vcount() == 5


def _map(graph):
    return layout(graph, find_communities(graph))


def _stayed(before, after):
    """The share of nodes that moved less than a twentieth of the map's width."""
    old = np.array([before[node] for node in before])
    new = np.array([after[node] for node in before])
    return (np.hypot(*(new - old).T) < np.ptp(old[:, 0]) / 20).mean()


def _with_an_entry(graph, number, like):
    graph.add_node(f"entry:new-{number}.md", kind="entry", label="New")
    for target in list(graph.successors(like))[:3]:
        graph.add_edge(f"entry:new-{number}.md", target, key="links_to", count=1)


def _with_an_edge(graph, number, like):
    ideas = sorted(node for node in graph if graph.nodes[node]["kind"] == "idea")
    graph.add_edge(like, ideas[number], key="discusses", count=1)


def _without_the_entry(graph, _number, like):
    graph.remove_node(like)


@pytest.mark.parametrize("changed", [_with_an_entry, _with_an_edge, _without_the_entry])
def test_the_map_stays_where_it_was_when_little_changes(changed):
    before = _map(GRAPH)
    shares = []
    for number, like in enumerate(sorted(GRAPH)[:200:20]):
        graph = nx.MultiDiGraph(GRAPH)
        changed(graph, number, like)
        after = _map(graph)
        shares.append(_stayed({node: before[node] for node in before if node in after}, after))
    assert np.median(shares) > 0.8


def test_only_islands_that_changed_are_drawn_anew(monkeypatch):
    before = Islands()
    layout(GRAPH, ANALYSIS.communities, before)
    graph = nx.MultiDiGraph(GRAPH)
    first = [node for node, number in ANALYSIS.communities.items() if number == 0]
    graph.add_edge(*sorted(first)[:2], key="new", count=1)
    expected = layout(graph, ANALYSIS.communities)
    drawn = []
    monkeypatch.setattr(islands, "drawn", lambda *facts: drawn.append(facts) or discs.drawn(*facts))
    assert layout(graph, ANALYSIS.communities, Islands(before.drawn)) == expected
    assert len(drawn) == 1


def test_an_island_of_another_size_is_not_trusted():
    drawer = Islands()
    expected = layout(GRAPH, ANALYSIS.communities, drawer)
    short = {digest: points[:-16] for digest, points in drawer.drawn.items()}
    assert layout(GRAPH, ANALYSIS.communities, Islands(short)) == expected
