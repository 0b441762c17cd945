"""What a writer may want to mend: links that lead nowhere, entries that stand alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from graph.model import Diagnostic, NodeKind, Severity
from graph.query.evidence import Ref, edges_into, in_time, ref

if TYPE_CHECKING:
    import networkx as nx

SAID_AS_BROKEN = "link-missing"
"""The code of the diagnostic that `Check.broken` tells with its context."""


class BrokenLink(msgspec.Struct, frozen=True):
    """A link to an entry that does not exist."""

    target: str
    """As the link names it."""
    path: str
    line: int
    context: str


class Problem(msgspec.Struct, frozen=True):
    """A diagnostic, with its fields named in JSON."""

    code: str
    severity: str
    path: str
    line: int
    message: str
    hint: str


class Check(msgspec.Struct, frozen=True):
    """The state of a vault."""

    broken: tuple[BrokenLink, ...]
    """By path and line. An entry not written yet is no mistake: many writers link ahead."""
    orphans: tuple[Ref, ...]
    """Entries that share nothing with any other entry: no link, person, idea, tag or URL."""
    problems: tuple[Problem, ...]
    """The other diagnostics: ambiguous links, unreadable entries, and so on."""
    left_out: int
    """Files and folders left out on purpose; diagnostics.json names each."""


def check(graph: "nx.MultiDiGraph[str]", diagnostics: Sequence[Diagnostic]) -> Check:
    """Collect what may need mending, in time linear in the graph."""
    return Check(
        tuple(_broken(graph)),
        tuple(ref(graph, node) for node in sorted(graph) if _stands_alone(graph, node)),
        tuple(
            Problem(**msgspec.structs.asdict(one))
            for one in diagnostics
            if one.code != SAID_AS_BROKEN and not _left_out(one)
        ),
        sum(map(_left_out, diagnostics)),
    )


def _left_out(one: Diagnostic) -> bool:
    """Whether it names a file that is no entry on purpose: an image, or what is hidden."""
    return one.severity is Severity.INFO and one.code.startswith("file-")


def _broken(graph: "nx.MultiDiGraph[str]") -> list[BrokenLink]:
    facts = [
        fact
        for node in graph
        if graph.nodes[node]["kind"] == NodeKind.MISSING
        for fact in edges_into(graph, node)
    ]
    ordered = sorted(facts, key=lambda fact: (fact.path, fact.line, in_time(fact)))
    return [BrokenLink(fact.target.label, fact.path, fact.line, fact.context) for fact in ordered]


def _stands_alone(graph: "nx.MultiDiGraph[str]", node: str) -> bool:
    if graph.nodes[node]["kind"] != NodeKind.ENTRY or any(graph.predecessors(node)):
        return False
    return not any(
        graph.nodes[other]["kind"] == NodeKind.ENTRY or len(graph.pred[other]) > 1
        for other in graph.successors(node)
    )
