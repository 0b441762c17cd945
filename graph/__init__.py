"""See the people, ideas and themes that run through a folder of Markdown journal entries.

    import graph

    built = graph.build("vault")
    built.graph                      # a networkx.MultiDiGraph
    built.themes                     # best first
    graph.people_ideas(built.graph)  # who goes with what
    built.write("output")
    graph.open("output")             # the same graph, another day

Names are loaded when first used, so that `import graph` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.cache import cache_for
    from graph.config import Config, load_config
    from graph.errors import InkthreadError
    from graph.export.people_ideas import people_ideas
    from graph.export.reopen import open_graph as open  # noqa: A004 - reads `graph.open`
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
    "cache_for",
    "load_config",
    "open",
    "people_ideas",
]

_HOMES = {
    "Analysis": ("graph.model", "Analysis"),
    "Build": ("graph.pipeline", "Build"),
    "Config": ("graph.config", "Config"),
    "Diagnostic": ("graph.model", "Diagnostic"),
    "Entry": ("graph.model", "Entry"),
    "InkthreadError": ("graph.errors", "InkthreadError"),
    "Theme": ("graph.model", "Theme"),
    "build": ("graph.pipeline", "build"),
    "cache_for": ("graph.cache", "cache_for"),
    "load_config": ("graph.config", "load_config"),
    "open": ("graph.export.reopen", "open_graph"),
    "people_ideas": ("graph.export.people_ideas", "people_ideas"),
}
"""Public name → the module that holds it, and its name there."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
