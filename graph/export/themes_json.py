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
    """`{"generator", "themes": [...], "bridges": [...], "gaps": [...]}`; unknown dates are empty.

    The fields are those of `Theme`, `Bridge` and `Gap` in `graph.model`.
    """
    parts = {
        "generator": "inkthread",
        "themes": analysis.themes,
        "bridges": analysis.bridges,
        "gaps": analysis.gaps,
    }
    yield indented(msgspec.to_builtins(parts))
