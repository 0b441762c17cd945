"""Analyse: the graph to communities, layout, importance and themes. Never changes a fact."""
