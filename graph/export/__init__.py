"""Export: one file per format, written whole or not at all.

`EXPORTERS` is the one table of formats: the command line offers its names, the pipeline writes its
files. An exporter is looked up only when it runs, so that a build without a page needs no pyvis.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

Exporter = Callable[["nx.MultiDiGraph[str]", Analysis, Sequence[Diagnostic]], Iterator[bytes]]
"""Turns what is known into the bytes of one file, piece by piece."""
Beginning = Callable[["nx.MultiDiGraph[str]"], Exporter]
"""Makes what a file holds of the graph alone, and gives what goes on from there."""


class Format(NamedTuple):
    """A format that `--format` knows."""

    name: str
    summary: str
    """One line for `--help`."""
    exporters: Mapping[str, Exporter]
    """File name → what writes it."""
    default: bool = True
    """Written unless the user asks for other formats."""
    beginning: Beginning | None = None
    """What can be done of its one file while the analysis is still under way, if that is much."""

    def files(
        self, graph: "nx.MultiDiGraph[str]", analysis: Analysis, diagnostics: Sequence[Diagnostic]
    ) -> Iterator[tuple[str, Iterator[bytes]]]:
        """The names of its files, and their bytes."""
        for name, export in self.exporters.items():
            yield name, export(graph, analysis, diagnostics)

    def begun(self, graph: "nx.MultiDiGraph[str]") -> "Format":
        """The same, with what of its file follows from the graph alone held in memory."""
        if not self.beginning:
            return self
        export = self.beginning(graph)
        return self._replace(exporters=dict.fromkeys(self.exporters, export))


def _late(module: str, function: str) -> Exporter:
    """An exporter whose module is imported when it first runs."""

    def export(
        graph: "nx.MultiDiGraph[str]", analysis: Analysis, diagnostics: Sequence[Diagnostic]
    ) -> Iterator[bytes]:
        exporter = cast(Exporter, getattr(import_module(f"graph.export.{module}"), function))
        yield from exporter(graph, analysis, diagnostics)

    return export


def _begin(module: str, function: str) -> Beginning:
    """A beginning whose module is imported when it is made."""

    def begin(graph: "nx.MultiDiGraph[str]") -> Exporter:
        return cast(Beginning, getattr(import_module(f"graph.export.{module}"), function))(graph)

    return begin


_FORMATS = (
    Format(
        "html",
        "the page to look at",
        {"graph.html": _late("html", "export_html")},
        beginning=_begin("html", "begin_html"),
    ),
    Format(
        "graphml",
        "the graph, for Gephi, igraph and networkx",
        {"graph.graphml": _late("graphml", "export_graphml")},
        beginning=_begin("graphml", "begin_graphml"),
    ),
    Format(
        "people-ideas",
        "people and ideas, tied by the entries they share (GraphML)",
        {"people-ideas.graphml": _late("people_ideas", "export_people_ideas")},
        beginning=_begin("people_ideas", "begin_people_ideas"),
    ),
    Format(
        "themes",
        "the themes, for scripts",
        {"themes.json": _late("themes_json", "export_themes_json")},
    ),
    Format(
        "themes-md",
        "the themes, as a note to read",
        {"themes.md": _late("themes_md", "export_themes_md")},
    ),
    Format(
        "diagnostics",
        "what was not understood",
        {"diagnostics.json": _late("diagnostics_json", "export_diagnostics_json")},
    ),
    Format(
        "gexf",
        "the graph with its dates, for Gephi's time line",
        {"graph.gexf": _late("gexf", "export_gexf")},
        default=False,
    ),
    Format(
        "json",
        "the graph as networkx's node-link data",
        {"graph.json": _late("node_link", "export_node_link")},
        default=False,
    ),
    Format(
        "csv",
        "nodes and edges, for spreadsheets",
        {
            "nodes.csv": _late("tables", "export_nodes_csv"),
            "edges.csv": _late("tables", "export_edges_csv"),
        },
        default=False,
    ),
)

EXPORTERS: dict[str, Format] = {each.name: each for each in _FORMATS}
"""Name → format, in the order in which their files are written."""

DEFAULT_FORMATS = tuple(name for name, each in EXPORTERS.items() if each.default)
"""What a build writes unless told otherwise."""


def begin_formats(
    graph: "nx.MultiDiGraph[str]", names: Iterable[str], begun: dict[str, Format]
) -> None:
    """Begin some formats (`Format.begun`), by their names."""
    begun.update((name, EXPORTERS[name].begun(graph)) for name in names)
