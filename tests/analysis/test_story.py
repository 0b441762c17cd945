"""What goes with a theme: the commonest first, then what its most typical entries hold."""

import networkx as nx
import pytest

from graph.analysis.covers import Cover
from graph.analysis.story import Stories
from graph.model import Theme

ENTRIES = ("entry:a.md", "entry:b.md", "entry:c.md")
HELD = {
    "entry:a.md": ("person:ulf", "person:ada"),
    "entry:b.md": ("person:zoe", "person:ulf"),
    "entry:c.md": ("person:bo", "person:zoe"),
}


def theme_of(weights: dict[int, float], held: dict[str, tuple[str, ...]] = HELD) -> Theme:
    """A theme whose entries, by number, are so typical."""
    graph = nx.MultiDiGraph()
    for entry in ENTRIES:
        graph.add_node(entry, kind="entry", path=entry.removeprefix("entry:"), date="2024-05-01")
    for entry, nodes in held.items():
        for node in nodes:
            graph.add_node(node, kind="person", label=node.removeprefix("person:").title())
            graph.add_edge(entry, node, kind="mentions", line=1, context="")
    return Stories(graph, ENTRIES).tell(Cover(weights, 0.5), ["walks"], {})


@pytest.mark.parametrize(
    ("weights", "people"),
    [
        ({0: 0.9, 1: 0.5, 2: 0.4}, ("Ulf", "Zoe", "Ada", "Bo")),
        ({2: 0.9, 1: 0.5, 0: 0.4}, ("Zoe", "Ulf", "Bo", "Ada")),
        ({0: 0.9}, ("Ada", "Ulf")),
    ],
)
def test_people_whom_as_many_entries_name_stand_by_how_typical_these_are(weights, people) -> None:
    assert theme_of(weights).people == people


def test_the_order_in_which_edges_were_added_does_not_matter() -> None:
    turned = {entry: nodes[::-1] for entry, nodes in reversed(HELD.items())}
    weights = {0: 0.9, 1: 0.5, 2: 0.4}
    assert theme_of(weights, turned) == theme_of(weights)
