"""`themes.json`: the themes, best first, for scripts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from graph.export.json_text import indented
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx


def export_themes_json(
    _graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """`{"themes": [...]}`, each with the fields of `graph.model.Theme`; unknown dates are empty."""
    yield indented({"themes": msgspec.to_builtins(analysis.themes)})
