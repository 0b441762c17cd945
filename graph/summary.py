"""What a build found, in numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from graph.model import Diagnostic, Edge, Node, NodeKind, Severity, Theme


class Summary(msgspec.Struct, frozen=True):
    """What a build found."""

    entries: int
    undated: int
    first: str
    """ISO date of the first dated entry; empty where none is. So too `last`."""
    last: str
    people: int
    ideas: int
    tags: int
    urls: int
    missing: int
    edges: int
    themes: tuple[str, ...]
    """Labels, best first."""
    errors: int
    warnings: int


def summarise(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    themes: Iterable[Theme],
    diagnostics: Iterable[Diagnostic],
) -> Summary:
    """Count what a build holds."""
    kinds = Counter(node.kind for node in nodes)
    dates = [node.date for node in nodes if node.date]
    severities = Counter(one.severity for one in diagnostics)
    return Summary(
        entries=kinds[NodeKind.ENTRY],
        undated=kinds[NodeKind.ENTRY] - len(dates),
        first=min(dates, default=""),
        last=max(dates, default=""),
        people=kinds[NodeKind.PERSON],
        ideas=kinds[NodeKind.IDEA],
        tags=kinds[NodeKind.TAG],
        urls=kinds[NodeKind.URL],
        missing=kinds[NodeKind.MISSING],
        edges=len(edges),
        themes=tuple(theme.label for theme in themes),
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
    )
