"""One theme with its entries by name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from graph.model import Theme
from graph.query.names import fold, unknown

if TYPE_CHECKING:
    import networkx as nx


class ThemeEntry(msgspec.Struct, frozen=True):
    """An entry of a theme."""

    path: str
    title: str
    date: str
    """ISO date; empty where unknown."""


class ThemeInfo(msgspec.Struct, frozen=True):
    """A theme and its entries, the most typical first."""

    theme: Theme
    entries: tuple[ThemeEntry, ...]


def find_theme(themes: Sequence[Theme], name: str) -> Theme:
    """Find a theme by its id or label, or by one of its terms.

    Raises:
        UnknownNodeError: No theme bears the name; the hint lists the nearest.
    """
    wanted = fold(name)
    by_name = ((theme, (theme.id, theme.label)) for theme in themes)
    by_term = ((theme, theme.terms) for theme in themes)
    for theme, names in (*by_name, *by_term):
        if wanted in map(fold, names):
            return theme
    raise unknown(name, (label for theme in themes for label in (theme.label, *theme.terms)))


def theme_info(graph: "nx.MultiDiGraph[str]", theme: Theme) -> ThemeInfo:
    """Name the entries of a theme."""
    entries = ((path, graph.nodes[f"entry:{path}"]) for path in theme.entries)
    return ThemeInfo(
        theme, tuple(ThemeEntry(path, has["title"], has.get("date", "")) for path, has in entries)
    )
