"""`inkthread themes`: what the vault is about, and how that moves."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples
from graph.cli.render import (
    clean,
    dim,
    first_of,
    heading,
    note,
    place,
    plural,
    span,
    sparkline,
    table,
    whole_axis,
)

if TYPE_CHECKING:
    from graph.model import Theme
    from graph.pipeline import Build
    from graph.query import Between, Period, ThemeInfo

ENTRIES = frozenset({1})
TERMS = 5


def render(answer: "Sequence[Theme] | ThemeInfo | Between", limit: int | None) -> Iterator[str]:
    """All themes as a table, one in full, or what lies between them."""
    from graph.query import ThemeInfo

    if isinstance(answer, Sequence):
        return _all(answer, limit)
    return _one(answer, limit) if isinstance(answer, ThemeInfo) else _between(answer, limit)


def _all(themes: "Sequence[Theme]", limit: int | None) -> Iterator[str]:
    if not themes:
        yield "none found"
        return
    axis = whole_axis(theme.by_month for theme in themes)
    first, *rest = table([_header(), *(_row(theme, axis) for theme in themes)], ENTRIES)
    yield first
    yield from first_of(rest, limit)


def _header() -> list[str]:
    return [dim(name) for name in ("theme", "entries", "trend", "through time", "people", "terms")]


def _row(theme: "Theme", axis: Sequence[str]) -> list[str]:
    return [
        clean(theme.label),
        str(len(theme.entries)),
        theme.trend,
        sparkline(theme.by_month, months=axis),
        clean(", ".join(theme.people[:2])),
        dim(clean(", ".join(theme.terms[:TERMS]))),
    ]


def _one(info: "ThemeInfo", limit: int | None) -> Iterator[str]:
    theme = info.theme
    yield heading(clean(theme.label)) + f"  {clean(theme.id)}"
    when = f", {span(theme.first, theme.last)}" if theme.first else ""
    undated = f", {theme.undated} without a date" if theme.undated else ""
    count = plural(len(theme.entries), "entry", "entries")
    yield f"{count}{when}{undated}  {sparkline(theme.by_month)}"
    yield from (
        f"{name}: {clean(', '.join(words))}"
        for name, words in (
            ("trend", [theme.trend] if theme.trend else []),
            ("bursts", [span(*burst) for burst in theme.bursts]),
            ("terms", theme.terms),
            ("people", theme.people),
            ("ideas", theme.ideas),
            ("tags", theme.tags),
            ("sites", theme.sites),
            ("links", theme.urls),
            ("touches", [f"{touch.label} ({touch.shared})" for touch in info.touches]),
        )
        if words
    )
    if theme.evidence:
        yield ""
        yield from table(
            [[place(quote.path, quote.line), dim(clean(quote.context))] for quote in theme.evidence]
        )
    yield ""
    rows = [[clean(one.date), clean(one.path), clean(one.title)] for one in info.entries]
    yield from first_of(table(rows), limit)


def _between(found: "Between", limit: int | None) -> Iterator[str]:
    """Who bridges two themes, then which are near and never meet."""

    def pair(themes: tuple[str, str]) -> str:
        return clean(" and ".join(found.labels[theme] for theme in themes))

    bridges = [
        [clean(one.person), pair(one.themes), dim("{} and {} entries".format(*one.entries))]
        for one in found.bridges
    ]
    gaps = [
        [pair(one.themes), dim(clean(", ".join((*one.people, *one.sources))))] for one in found.gaps
    ]
    for title, rows in (("people who bridge", bridges), ("near, and never in one entry", gaps)):
        yield heading(title)
        yield from first_of(table(rows), limit) if rows else ["none found"]
        if rows is bridges:
            yield ""


@click.command(
    epilog=examples(
        "themes",
        "themes garden",
        "themes --since 2024-09 --until 2025-03",
        "themes --between",
        "themes --json",
    )
)
@click.argument("name", required=False)
@click.option("--since", metavar="DATE", help="Only entries from then: 2024, 2024-09, 2024-09-25.")
@click.option("--until", metavar="DATE", help="Only entries up to then, that day included.")
@click.option(
    "--between", "gaps", is_flag=True, help="Show who bridges two themes, and which never meet."
)
@answers(render)
def command(
    build: "Build", *, name: str | None, since: str | None, until: str | None, gaps: bool
) -> "tuple[Theme, ...] | ThemeInfo | Between":
    """List the themes, or show the one called NAME.

    A trend is read from the whole vault: rising or fading (Mann-Kendall test), bursty
    (Kleinberg's bursts), seasonal (Rayleigh's test over the year), dormant (too long a silence
    for chance), else steady; none where fewer than five entries have a date.
    """
    from graph.query import between, find_theme, theme_info, theme_within, themes_within

    if gaps:
        return between(build.analysis)
    when = _period(build, since, until)
    if name is None:
        return themes_within(build.graph, build.themes, when) if when else build.themes
    theme = find_theme(build.themes, name)
    shown = theme_within(build.graph, theme, when) if when else theme
    return theme_info(build.graph, shown, build.themes)


def _period(build: "Build", since: str | None, until: str | None) -> "Period | None":
    """The stretch of time that was asked for; says what lies in none."""
    from graph.query import make_period, undated

    if since is None and until is None:
        return None
    if without := undated(build.graph):
        note(f"{plural(without, 'entry', 'entries')} without a date left out")
    return make_period(since or "", until or "")
