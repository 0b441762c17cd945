"""`themes.md`: the themes as a note that a diarist would keep, in Obsidian or elsewhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from graph.export.text import plain
from graph.model import Analysis, Diagnostic, NodeKind, Quote, Theme

if TYPE_CHECKING:
    import networkx as nx

TOP = 10
"""People, tags, links and entries listed for a theme."""
MAX_COLUMNS = 48
"""Columns of a sparkline; in a longer span each stands for several months."""
_BARS = "▁▂▃▄▅▆▇█"
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#~$^]|&(?=#?\w{1,32};)|=(?==)|%(?=%)")
"""What starts markup within a line, in CommonMark, GFM and Obsidian."""
_LOOK_ALIKES = str.maketrans("[]|<`\\", "()¦‹'∖")
_PLAIN_TAG = re.compile(r"(?=.*[^\d/])[\w/-]+")
"""What Obsidian reads as a tag: no space, and not digits alone."""
_PLAIN_HEADING = re.compile(r"\w+(?:[ '-]\w+)*")
"""What stands in a heading and in a link to it alike."""
_UNLINKABLE = re.compile(r"[\[\]|#^<>\\`%]|\s\s|[\t\n\r]")
"""What the target of a wikilink cannot hold."""


def export_themes_md(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, _diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """One section for each theme, best first, and one for what lies between them."""
    labels = {theme.id: theme.label for theme in analysis.themes}
    yield f"# Themes\n\n{_summary(analysis.themes)}\n".encode()
    for theme in analysis.themes:
        yield ("\n" + _section(graph, theme, labels)).encode()
    yield _between(analysis, labels).encode()


def _summary(themes: Sequence[Theme]) -> str:
    if not themes:
        return "No themes were found: too few entries share anything."
    entries = len({path for theme in themes for path in theme.entries})
    return f"{_plural(len(themes), 'theme')} in {_plural(entries, 'entry', 'entries')}."


def _section(graph: "nx.MultiDiGraph[str]", theme: Theme, labels: Mapping[str, str]) -> str:
    lists = {
        "Words": [escaped(term) for term in theme.terms[:TOP]],
        "People": [escaped(name) for name in theme.people[:TOP]],
        "Tags": [_tag(name) for name in theme.tags[:TOP]],
        "Links": [_url(graph, url) for url in theme.urls[:TOP]],
        "Touches": [_theme(labels[touch.theme]) for touch in theme.touches],
    }
    lines = [f"## {escaped(theme.label)}", "", _course(theme), ""]
    lines += [f"> {_quote(graph, quote)}\n" for quote in theme.evidence]
    lines += [f"- **{name}**: {', '.join(items)}" for name, items in lists.items() if items]
    lines += ["", *(f"- {_entry(graph, path)}" for path in theme.entries[:TOP])]
    if len(theme.entries) > TOP:
        lines.append(f"- and {_plural(len(theme.entries) - TOP, 'more entry', 'more entries')}")
    return "\n".join(lines) + "\n"


def _course(theme: Theme) -> str:
    """Its run through time, in one line."""
    parts = [_plural(len(theme.entries), "entry", "entries")]
    if theme.trend:
        parts.append(theme.trend.value)
    if theme.first:
        parts.append(theme.first if theme.first == theme.last else f"{theme.first} – {theme.last}")
    if theme.undated:
        parts.append(f"{theme.undated} without a date")
    if theme.by_month:
        parts.append(f"`{sparkline(theme.by_month)}`")
    return " · ".join(parts)


def _between(analysis: Analysis, labels: Mapping[str, str]) -> str:
    """Who bridges two themes, and which are near and never meet; nothing where there is none."""
    bridges = [f"{escaped(one.person)}: {_pair(one.themes, labels)}" for one in analysis.bridges]
    gaps = [
        f"{_pair(one.themes, labels)} share {escaped(', '.join((*one.people, *one.sources)))}"
        for one in analysis.gaps
    ]
    lines = []
    for title, items in (("People who bridge themes", bridges), ("Near, and never met", gaps)):
        if items:
            lines += ["", f"## {title}", "", *(f"- {item}" for item in items)]
    return "".join(f"{line}\n" for line in lines)


def _pair(themes: tuple[str, str], labels: Mapping[str, str]) -> str:
    return " and ".join(_theme(labels[theme]) for theme in themes)


def _theme(label: str) -> str:
    """A link to a theme's section, where its heading is one that a link can name."""
    return f"[[#{label}|{label}]]" if _PLAIN_HEADING.fullmatch(label) else escaped(label)


def _quote(graph: "nx.MultiDiGraph[str]", quote: Quote) -> str:
    return f"“{escaped(quote.context)}” — {_entry(graph, quote.path)}, line {quote.line}"


def _plural(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def sparkline(by_month: dict[str, int]) -> str:
    """Draw months as bars from the first to the last, `·` where there is nothing.

    Args:
        by_month: `YYYY-MM` → entries; not empty.
    """
    counts = {int(month[:4]) * 12 + int(month[5:7]) - 1: n for month, n in by_month.items()}
    first, span = min(counts), max(counts) - min(counts) + 1
    columns = [0] * min(span, MAX_COLUMNS)
    for month, count in counts.items():
        columns[(month - first) * len(columns) // span] += count
    top = max(columns)
    return "".join(_BARS[(n * len(_BARS) - 1) // top] if n else "·" for n in columns)


# ------------------------------------------------------------------------- text of the vault


def escaped(text: str) -> str:
    """Text of the vault that stays text: one line, no markup, no HTML, no tag, no comment."""
    return _MARKUP.sub(r"\\\g<0>", _one_line(text))


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", plain(text)).strip()


def _tag(name: str) -> str:
    return f"#{name}" if _PLAIN_TAG.fullmatch(name) else escaped(name)


def _url(graph: "nx.MultiDiGraph[str]", url: str) -> str:
    data = graph.nodes.get(f"{NodeKind.URL.value}:{url}", {})
    shown = escaped(str(data.get("label") or url.partition("://")[2] or url))
    target = quote(plain(url), safe="%/:?#[]@!$&'*+,;=~.-_")
    return f"[{shown}](<{target}>)" if url.startswith(("https://", "http://")) else shown


def _entry(graph: "nx.MultiDiGraph[str]", path: str) -> str:
    data = graph.nodes.get(f"{NodeKind.ENTRY.value}:{path}", {})
    date = f" ({data['date']})" if data.get("date") else ""
    return _link(path, str(data.get("title") or path)) + date


def _link(path: str, title: str) -> str:
    """A wikilink; for a path that no wikilink can hold, a Markdown link."""
    if _UNLINKABLE.search(path) or path != plain(path):
        return f"[{escaped(title)}](<{quote(plain(path))}>)"
    return f"[[{path.removesuffix('.md')}|{_alias(title)}]]"


def _alias(title: str) -> str:
    """A wikilink has no escapes, so what would end it or be markup gives way to a look-alike."""
    return _one_line(title).translate(_LOOK_ALIKES).replace("%%", "%")
