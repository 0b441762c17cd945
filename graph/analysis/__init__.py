"""Analyse: the graph to communities, layout, importance and themes. Never changes a fact."""

import networkx as nx

from graph.analysis.communities import find_communities
from graph.analysis.features import Terms
from graph.analysis.importance import rank_nodes
from graph.analysis.layout import layout
from graph.analysis.themes import find_themes, strongest_themes
from graph.model import Analysis


def analyse(graph: "nx.MultiDiGraph[str]", terms: Terms) -> Analysis:
    """Find what the graph does not say outright: groups, weight, places and recurring themes.

    Args:
        graph: Nodes and edges with the attributes that `graph.assemble` gives them; not changed.
        terms: Entry node id → its content words with their counts.

    Returns:
        The same values for the same facts, in whatever order nodes and edges were added.
    """
    communities = find_communities(graph)
    importance = rank_nodes(graph)
    positions = layout(graph, communities, importance)
    themes = find_themes(graph, terms)
    theme_of = strongest_themes(graph, themes)
    return Analysis(
        communities=communities,
        positions=positions,
        importance=importance,
        themes=themes,
        theme_of=theme_of,
    )
