"""Two stretches of time side by side: what came, what went, what there is more or less of."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from graph.model import NodeKind, Theme
from graph.query.periods import Period

if TYPE_CHECKING:
    import networkx as nx

SURE = 3.84
"""Dunning's log-likelihood from which a change counts: chi-squared with one degree, p < 0.05."""
CAME, MORE, KEPT, LESS, WENT = "came", "more", "kept", "less", "went"
ORDER = (CAME, MORE, KEPT, LESS, WENT)


class Span(msgspec.Struct, frozen=True):
    """A stretch of time, and how much of the vault lies in it."""

    name: str
    entries: int


class Change(msgspec.Struct, frozen=True):
    """How often something occurs in either stretch."""

    id: str
    """Of the theme, or of the node."""
    label: str
    before: int
    """Entries of the first stretch."""
    after: int
    """Entries of the second."""
    change: str
    """`came` and `went`: it is in one stretch only; `more` and `less`: its share changed. All
    beyond chance; else `kept`."""


class Comparison(msgspec.Struct, frozen=True):
    """What changed from one stretch of time to another."""

    first: Span
    second: Span
    undated: int
    """Entries of the vault without a date, which are in neither."""
    themes: tuple[Change, ...]
    """Every theme that is in either; what came is first, what went is last."""
    people: tuple[Change, ...]
    """Only those that changed; so too ideas and tags."""
    ideas: tuple[Change, ...]
    tags: tuple[Change, ...]


def compare(
    graph: "nx.MultiDiGraph[str]", themes: Sequence[Theme], first: Period, second: Period
) -> Comparison:
    """Compare two stretches of time by the entries that hold each theme, person, idea and tag.

    Linear in the edges. Whether a difference is more than chance is judged by the log-likelihood
    ratio (Dunning 1993), since stretches differ in length and most things are rare.
    """
    dates = {
        node: has.get("date", "")
        for node, has in graph.nodes(data=True)
        if has["kind"] == NodeKind.ENTRY
    }
    spans = [{node for node, date in dates.items() if each.holds(date)} for each in (first, second)]
    sizes = (len(spans[0]), len(spans[1]))

    def changes(kind: NodeKind) -> tuple[Change, ...]:
        counts = [_held(graph, span, kind) for span in spans]
        rows = ((node, graph.nodes[node]["label"]) for node in counts[0] | counts[1])
        found = (_change(*row, (counts[0][row[0]], counts[1][row[0]]), sizes) for row in rows)
        return _in_order((one for one in found if one.change != KEPT), sizes)

    def change(theme: Theme) -> Change:
        held = {f"{NodeKind.ENTRY}:{path}" for path in theme.entries}
        counts = (len(held & spans[0]), len(held & spans[1]))
        return _change(theme.id, theme.label, counts, sizes)

    of_themes = map(change, themes)
    return Comparison(
        Span(first.name, sizes[0]),
        Span(second.name, sizes[1]),
        sum(not date for date in dates.values()),
        _in_order((one for one in of_themes if one.before or one.after), sizes),
        changes(NodeKind.PERSON),
        changes(NodeKind.IDEA),
        changes(NodeKind.TAG),
    )


def log_likelihood(before: int, after: int, sizes: tuple[int, int]) -> float:
    """Dunning's G: how ill one common share explains both counts; 0 where it explains them well.

    Args:
        before: Entries of the first stretch that hold the thing.
        after: The same of the second.
        sizes: All entries of either.
    """
    share = (before + after) / max(sum(sizes), 1)
    cells = [
        (seen, size * rate)
        for count, size in zip((before, after), sizes, strict=True)
        for seen, rate in ((count, share), (size - count, 1 - share))
    ]
    return 2 * sum(seen * math.log(seen / expected) for seen, expected in cells if seen)


def _held(graph: "nx.MultiDiGraph[str]", entries: Iterable[str], kind: NodeKind) -> Counter[str]:
    """Node → in how many of the entries it occurs."""
    return Counter(
        node
        for entry in entries
        for node in graph.successors(entry)
        if graph.nodes[node]["kind"] == kind
    )


def _change(id_: str, label: str, counts: tuple[int, int], sizes: tuple[int, int]) -> Change:
    before, after = counts
    change = KEPT
    if log_likelihood(before, after, sizes) >= SURE:
        grew = after * sizes[0] > before * sizes[1]
        change = (MORE if before else CAME) if grew else (LESS if after else WENT)
    return Change(id_, label, before, after, change)


def _in_order(changes: Iterable[Change], sizes: tuple[int, int]) -> tuple[Change, ...]:
    """By what happened, the surest first."""

    def rank(one: Change) -> tuple[int, float, str]:
        sure = log_likelihood(one.before, one.after, sizes)
        return (ORDER.index(one.change), -round(sure, 9), one.id)

    return tuple(sorted(changes, key=rank))
