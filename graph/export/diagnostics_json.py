"""`diagnostics.json`: what was not understood, for scripts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.export.json_text import lines
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx


def export_diagnostics_json(
    _graph: "nx.MultiDiGraph[str]", _analysis: Analysis, diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """A list of `{code, severity, path, line, message, hint}`, one on each line."""
    yield from lines(
        {name: getattr(each, name) for name in Diagnostic.__struct_fields__} for each in diagnostics
    )
    yield b"\n"
