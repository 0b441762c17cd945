"""See the people, ideas and themes that run through a folder of Markdown journal entries.

    import graph

    built = graph.build("vault")
    built.graph                      # a networkx.MultiDiGraph
    built.themes                     # best first
    graph.people_ideas(built.graph)  # who goes with what
    built.write("output")

Names are loaded when first used, so that `import graph` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.config import Config, load_config
    from graph.errors import InkthreadError
    from graph.export.people_ideas import people_ideas
    from graph.model import Analysis, Diagnostic, Entry, Theme
    from graph.pipeline import Build, build

__all__ = [
    "Analysis",
    "Build",
    "Config",
    "Diagnostic",
    "Entry",
    "InkthreadError",
    "Theme",
    "build",
    "load_config",
    "people_ideas",
]

_HOMES = {
    "Analysis": "graph.model",
    "Build": "graph.pipeline",
    "Config": "graph.config",
    "Diagnostic": "graph.model",
    "Entry": "graph.model",
    "InkthreadError": "graph.errors",
    "Theme": "graph.model",
    "build": "graph.pipeline",
    "load_config": "graph.config",
    "people_ideas": "graph.export.people_ideas",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
