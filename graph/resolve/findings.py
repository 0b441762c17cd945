"""What the steps of resolving have found so far, and how it becomes `Knowledge`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

import msgspec

from graph.model import (
    Diagnostic,
    Edge,
    EdgeKind,
    Entry,
    Knowledge,
    Node,
    NodeKind,
    Severity,
    Spot,
    WordCounts,
)

ENTRY_PREFIX = f"{NodeKind.ENTRY.value}:"
CREDENTIALS = re.compile(r"(?<=://)[^\s/@]{1,256}@")


class _Statement(msgspec.Struct, gc=False):
    """An edge while its occurrences are still being counted."""

    count: int
    line: int
    context: str
    relation: str


class Findings:
    """Nodes, edges and diagnostics, gathered step by step."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._statements: dict[tuple[str, str, EdgeKind], _Statement] = {}
        self._diagnostics: dict[tuple[str, str, str], Diagnostic] = {}

    def add(self, node: Node) -> str:
        """Take in a node, unless it is known, and give its id."""
        self._nodes.setdefault(node.id, node)
        return node.id

    def state(
        self,
        kind: EdgeKind,
        source: str,
        target: str,
        spot: Spot,
        relation: str = "",
        count: int = 1,
    ) -> None:
        """Count occurrences of an edge; the first in the file gives line and context."""
        known = self._statements.get((source, target, kind))
        if known is None:
            self._statements[source, target, kind] = _Statement(
                count, spot.line, spot.context, relation
            )
            return
        known.count += count
        known.relation = known.relation or relation
        if spot.line < known.line:
            known.line, known.context = spot.line, spot.context

    def report(
        self, code: str, severity: Severity, path: str, line: int, message: str, hint: str
    ) -> None:
        """Take in a diagnostic; what is said of a file again is said once, of its first line."""
        key = path, code, message
        known = self._diagnostics.get(key)
        if known is None or line < known.line:
            self._diagnostics[key] = Diagnostic(code, severity, path, line, message, hint)

    def knowledge(self, entries: Iterable[Entry], terms: Mapping[str, WordCounts]) -> Knowledge:
        """All of it in a fixed order, with the diagnostics of parsing."""
        entries = list(entries)
        parsing = (diagnostic for entry in entries for diagnostic in entry.diagnostics)
        everything = {*self._diagnostics.values(), *parsing}
        return Knowledge(
            nodes=tuple(self._nodes[key] for key in sorted(self._nodes)),
            edges=tuple(self._edges()),
            terms=terms,
            diagnostics=tuple(
                sorted(everything, key=lambda d: (d.path, d.line, d.code, d.message))
            ),
        )

    def _edges(self) -> Iterator[Edge]:
        for (source, target, kind), said in sorted(self._statements.items(), key=itemgetter(0)):
            context = without_credentials(said.context)
            yield Edge(kind, source, target, said.count, said.line, context, said.relation)


def entry_id(path: str) -> str:
    """The node id of the entry at a path."""
    return ENTRY_PREFIX + path


def without_credentials(text: str) -> str:
    """A text without the user names and passwords of its URLs."""
    return CREDENTIALS.sub("", text) if "@" in text else text
