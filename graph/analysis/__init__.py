"""Analyse: the graph to communities, layout, importance and themes. Never changes a fact."""

from collections.abc import Callable
from functools import partial

import networkx as nx

from graph.analysis.between import describe_company, find_bridges, find_gaps, with_touches
from graph.analysis.chart import Chart, draw_chart
from graph.analysis.features import Terms
from graph.analysis.themes import find_themes, strongest_themes
from graph.model import Analysis, Theme
from graph.processes import Beside


def analyse(
    graph: "nx.MultiDiGraph[str]",
    terms: Terms,
    known: Chart | None = None,
    shared: bool = False,
    meanwhile: Callable[[], object] = tuple,
) -> tuple[Analysis, Chart]:
    """Find what the graph does not say outright: groups, weight, places and recurring themes.

    Args:
        graph: Nodes and edges with the attributes that `graph.assemble` gives them; not changed.
        terms: Entry node id → its content words with their counts.
        known: A chart drawn before, of this graph or one like it.
        shared: Let other processes find the themes.
        meanwhile: What to do in this one until they are found.

    Returns:
        The same values for the same facts, in whatever order nodes and edges were added; and the
        chart that is in them, to be known the next time.
    """
    finding = partial(find_themes, graph, terms, shared)
    with Beside(finding, tuple[Theme, ...], shared) as other:
        chart = draw_chart(graph, known)
        meanwhile()
        themes = other.result()
    company = describe_company(graph, themes)
    analysis = Analysis(
        communities=chart.communities,
        positions=chart.positions,
        importance=chart.importance,
        themes=with_touches(company),
        theme_of=strongest_themes(graph, themes),
        bridges=find_bridges(graph, company),
        gaps=find_gaps(graph, company),
    )
    return analysis, chart
