"""One theme in full, the themes of a stretch of time, and what lies between them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from graph.model import Analysis, Bridge, Gap, Theme
from graph.query.names import fold, unknown
from graph.query.periods import Period
from graph.query.together import by_month

if TYPE_CHECKING:
    import networkx as nx


class ThemeEntry(msgspec.Struct, frozen=True):
    """An entry of a theme."""

    path: str
    title: str
    date: str
    """ISO date; empty where unknown."""


class Touching(msgspec.Struct, frozen=True):
    """A theme that shares entries with another."""

    id: str
    label: str
    shared: int
    """Entries that both hold."""


class ThemeInfo(msgspec.Struct, frozen=True):
    """A theme and its entries, the most typical first."""

    theme: Theme
    entries: tuple[ThemeEntry, ...]
    touches: tuple[Touching, ...] = ()


class Between(msgspec.Struct, frozen=True):
    """Who bridges two themes, and which themes are near and never meet."""

    bridges: tuple[Bridge, ...]
    gaps: tuple[Gap, ...]
    labels: dict[str, str]
    """Id → label, of all themes that are named."""


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


def theme_info(
    graph: "nx.MultiDiGraph[str]", theme: Theme, themes: Sequence[Theme] = ()
) -> ThemeInfo:
    """Name the entries of a theme, and those of all themes that it touches."""
    nodes = ((path, graph.nodes[f"entry:{path}"]) for path in theme.entries)
    entries = (ThemeEntry(path, has["title"], has.get("date", "")) for path, has in nodes)
    labels = {other.id: other.label for other in themes}
    touches = (
        Touching(touch.theme, labels[touch.theme], touch.shared)
        for touch in theme.touches
        if touch.theme in labels
    )
    return ThemeInfo(theme, tuple(entries), tuple(touches))


def between(analysis: Analysis) -> Between:
    """What lies between the themes, with their labels."""
    pairs = (*(one.themes for one in analysis.bridges), *(one.themes for one in analysis.gaps))
    named = {theme for pair in pairs for theme in pair}
    labels = {theme.id: theme.label for theme in analysis.themes if theme.id in named}
    return Between(analysis.bridges, analysis.gaps, labels)


def themes_within(
    graph: "nx.MultiDiGraph[str]", themes: Sequence[Theme], period: Period
) -> tuple[Theme, ...]:
    """The themes as far as they lie in a stretch of time, those with most entries there first."""
    found = [theme_within(graph, theme, period) for theme in themes]
    return tuple(sorted((one for one in found if one.entries), key=lambda t: -len(t.entries)))


def theme_within(graph: "nx.MultiDiGraph[str]", theme: Theme, period: Period) -> Theme:
    """A theme as far as it lies in a stretch of time.

    Entries, company, sentences and months are those of the stretch; name, trend and bursts are
    those of the whole vault, since a stretch does not say what it rose or fell from.
    """
    dates = {path: graph.nodes[f"entry:{path}"].get("date", "") for path in theme.entries}
    kept = {path for path, date in dates.items() if period.holds(date)}
    nodes = [f"entry:{path}" for path in theme.entries if path in kept]
    held = {node for entry in nodes for node in graph.successors(entry)}
    names = {graph.nodes[n].get(key) for n in held for key in ("label", "url", "site")}

    def still(listed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in listed if name in names)

    days = sorted(dates[path] for path in kept)
    return msgspec.structs.replace(
        theme,
        entries=tuple(path for path in theme.entries if path in kept),
        weights=tuple(
            w for path, w in zip(theme.entries, theme.weights, strict=False) if path in kept
        ),
        people=still(theme.people),
        tags=still(theme.tags),
        ideas=still(theme.ideas),
        urls=still(theme.urls),
        sites=still(theme.sites),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        by_month=by_month(graph, nodes),
        undated=0,
        evidence=tuple(quote for quote in theme.evidence if quote.path in kept),
    )


def undated(graph: "nx.MultiDiGraph[str]") -> int:
    """How many entries have no date, and so lie in no stretch of time."""
    return sum(has["kind"] == "entry" and not has.get("date") for _, has in graph.nodes(data=True))
