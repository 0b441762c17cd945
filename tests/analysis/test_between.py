import networkx as nx
import pytest

from graph.analysis.between import describe_company, find_bridges, find_gaps, with_touches
from graph.model import Bridge, Gap, Theme, Touch, Trend

TOTAL = 120


def theme(name, numbers):
    entries = tuple(f"{number:03}.md" for number in numbers)
    return Theme(name, name.title(), (), entries, (), (), (), "", "", {}, Trend.UNKNOWN, 1.0)


def vault(**held):
    """Entries by number; each person or page is in the entries whose numbers are given."""
    graph = nx.MultiDiGraph()
    for number in range(TOTAL):
        graph.add_node(f"entry:{number:03}.md", kind="entry", path=f"{number:03}.md")
    for name, numbers in held.items():
        node = f"person:{name}"
        graph.add_node(node, kind="person", label=name.title())
        if name.startswith("page"):
            node = f"url:https://{name}.example/"
            graph.add_node(node, kind="url", url=node[4:], site=f"{name}.example")
        for number in numbers:
            graph.add_edge(f"entry:{number:03}.md", node, kind="mentions")
    return graph


POTTERY, CHOIR, GARDEN = (
    theme("pottery", range(8)),
    theme("choir", range(10, 18)),
    theme("garden", (6, 7, 20, 21, 22)),
)
THEMES = (POTTERY, CHOIR, GARDEN)


def company(graph):
    return describe_company(graph, THEMES)


def test_a_theme_touches_those_it_shares_entries_with():
    sizes = [POTTERY, CHOIR, theme("garden", (5, 6, 7, 20))]
    pottery, choir, garden = with_touches(describe_company(vault(), sizes))
    assert pottery.touches == (Touch("garden", 3),)
    assert garden.touches == (Touch("pottery", 3),)
    assert choir.touches == ()


def test_a_person_of_two_themes_is_a_bridge():
    graph = vault(ilse=(0, 1, 2, 10, 11))
    assert find_bridges(graph, company(graph)) == (Bridge("Ilse", ("pottery", "choir"), (3, 2)),)


@pytest.mark.parametrize(
    "numbers",
    [range(TOTAL), (0, 1, 2), (6, 7), (0, 10)],
    ids=["who is everywhere", "of one theme", "where the themes meet", "met once in each"],
)
def test_nobody_else_is_a_bridge(numbers):
    graph = vault(ilse=numbers)
    assert find_bridges(graph, company(graph)) == ()


def test_near_themes_that_never_meet_are_a_gap():
    graph = vault(ilse=(0, 1, 10, 11), page=(2, 3, 12))
    (gap,) = find_gaps(graph, company(graph))
    assert gap == Gap(("pottery", "choir"), ("Ilse",), ("page.example", "https://page.example/"))


@pytest.mark.parametrize(
    "held",
    [
        {"ilse": (0, 1, 20, 21), "tove": (2, 22)},
        {"ilse": (0, 1), "tove": (10, 11)},
        {"ilse": range(TOTAL), "tove": range(TOTAL)},
    ],
    ids=["themes that meet", "themes with other people", "what all entries have"],
)
def test_nothing_else_is_a_gap(held):
    graph = vault(**held)
    assert find_gaps(graph, company(graph)) == ()


def test_no_themes_have_nothing_between_them():
    found = describe_company(vault(), ())
    assert with_touches(found) == find_bridges(vault(), found) == find_gaps(vault(), found) == ()
