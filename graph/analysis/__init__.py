"""Analyse: the graph to communities, layout, importance and themes. Never changes a fact."""

import networkx as nx

from graph.analysis.between import describe_company, find_bridges, find_gaps, with_touches
from graph.analysis.chart import Chart, draw_chart
from graph.analysis.features import Terms
from graph.analysis.themes import find_themes, strongest_themes
from graph.model import Analysis


def analyse(graph: "nx.MultiDiGraph[str]", terms: Terms, chart: Chart | None = None) -> Analysis:
    """Find what the graph does not say outright: groups, weight, places and recurring themes.

    Args:
        graph: Nodes and edges with the attributes that `graph.assemble` gives them; not changed.
        terms: Entry node id → its content words with their counts.
        chart: What `draw_chart` made of this graph, where that is known already.

    Returns:
        The same values for the same facts, in whatever order nodes and edges were added.
    """
    drawn = chart or draw_chart(graph)
    themes = find_themes(graph, terms)
    company = describe_company(graph, themes)
    return Analysis(
        communities=drawn.communities,
        positions=drawn.positions,
        importance=drawn.importance,
        themes=with_touches(company),
        theme_of=strongest_themes(graph, themes),
        bridges=find_bridges(graph, company),
        gaps=find_gaps(graph, company),
    )
