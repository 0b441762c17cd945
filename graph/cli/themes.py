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
    plural,
    span,
    sparkline,
    table,
    whole_axis,
)

if TYPE_CHECKING:
    from graph.model import Theme
    from graph.pipeline import Build
    from graph.query import ThemeInfo

ENTRIES = frozenset({1})
TERMS = 5


def render(answer: "Sequence[Theme] | ThemeInfo", limit: int | None) -> Iterator[str]:
    """All themes as a table, or one in full."""
    return _all(answer, limit) if isinstance(answer, Sequence) else _one(answer, limit)


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
    yield f"{plural(len(theme.entries), 'entry', 'entries')}{when}  {sparkline(theme.by_month)}"
    yield from (
        f"{name}: {clean(', '.join(words))}"
        for name, words in (
            ("trend", [theme.trend] if theme.trend else []),
            ("terms", theme.terms),
            ("people", theme.people),
            ("tags", theme.tags),
            ("links", theme.urls),
        )
        if words
    )
    yield ""
    rows = [[clean(one.date), clean(one.path), clean(one.title)] for one in info.entries]
    yield from first_of(table(rows), limit)


@click.command(epilog=examples("themes", "themes garden", "themes --json"))
@click.argument("name", required=False)
@answers(render)
def command(build: "Build", name: str | None) -> "tuple[Theme, ...] | ThemeInfo":
    """List the themes, or show the one called NAME."""
    from graph.query import find_theme, theme_info

    if name is None:
        return build.themes
    return theme_info(build.graph, find_theme(build.themes, name))
