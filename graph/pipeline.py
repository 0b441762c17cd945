"""The one place where the stages meet. Read `_work_out` from top to bottom: it is the diagram.

Stages are imported when they run, so that a build with nothing to do loads none of them, and
processes that parse start small.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from graph.cache import Cache
from graph.config import Config
from graph.errors import OutputError, UsageError, VaultError
from graph.gather import Survey, survey
from graph.model import Analysis, Diagnostic, Knowledge, Theme
from graph.processes import can_fork
from graph.summary import Summary, summarise
from graph.written import Ledger

if TYPE_CHECKING:
    import networkx as nx

    from graph.export import Format

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and the total (0 where unknown)."""

SHARED_EDGES = range(2_000, 150_000)
"""With fewer connections all is found and written sooner than another process is ready; with more,
memory would pass a gigabyte: beside others a build takes up to two thirds more of it."""


class Findings(msgspec.Struct, frozen=True):
    """All that a build works out."""

    fingerprint: bytes
    knowledge: Knowledge
    """Without terms, which only the analysis reads."""
    analysis: Analysis


class Found(NamedTuple):
    """The same, with the knowledge as a graph."""

    graph: "nx.MultiDiGraph[str]"
    analysis: Analysis
    begun: dict[str, "Format"]
    """Formats of which a part is made already, to be written once."""


class Report(msgspec.Struct, frozen=True):
    """What a build says of itself: all that is needed where nothing changed."""

    fingerprint: bytes
    summary: Summary
    diagnostics: tuple[Diagnostic, ...]


class Build:
    """What one run over a vault gives: the graph, what algorithms add to it, and what to mend.

    Attributes:
        vault: The folder of entries.
        summary: What was found, in numbers.
        diagnostics: What was not understood, by path and line.
    """

    def __init__(
        self, vault: Path, report: Report, find: Callable[[], Found], cache: Cache
    ) -> None:
        self.vault = vault
        self.summary = report.summary
        self.diagnostics = report.diagnostics
        self._fingerprint = report.fingerprint
        self._find = find
        self._cache = cache

    @cached_property
    def _found(self) -> Found:
        return self._find()

    @property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """Nodes and edges as docs/nodes-and-edges.md describes them."""
        return self._found.graph

    @property
    def analysis(self) -> Analysis:
        """Communities, places on the map, importance and themes."""
        return self._found.analysis

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes, best first."""
        return self.analysis.themes

    def write(self, output: Path | str, formats: Sequence[str] | None = None) -> list[Path]:
        """Write files into a folder, all of them or none.

        Files that are as the cache remembers this very build to have left them stay as they are.

        Args:
            output: The folder; made where it does not exist. Not inside the vault.
            formats: Names from `graph.export.EXPORTERS`; unless given, all that are default there.

        Returns:
            The files, in the order of the formats.

        Raises:
            UsageError: A format is unknown.
            OutputError: The folder cannot be written; what stood there is untouched.
        """
        from graph.export import DEFAULT_FORMATS, EXPORTERS

        folder = Path(output)
        chosen = list(dict.fromkeys(DEFAULT_FORMATS if formats is None else formats))
        _refuse_unknown(chosen)
        _refuse_inside_vault(folder, self.vault)
        names = [name for each in chosen for name in EXPORTERS[each].exporters]
        ledger = Ledger(self._cache, folder, self._fingerprint)
        if not ledger.holds(names):
            from graph.export.writer import write_all

            with _no_collector():
                write_all(folder, self._files(chosen), _is_shared(self.graph))
            ledger.note(names)
        return [folder / name for name in names]

    def _files(self, formats: Sequence[str]) -> Iterator[tuple[str, Iterable[bytes]]]:
        from graph.export import EXPORTERS

        for name in formats:
            chosen = self._found.begun.pop(name, EXPORTERS[name])
            yield from chosen.files(self.graph, self.analysis, self.diagnostics)


def build(
    vault: Path | str,
    config: Config | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    formats: Sequence[str] = (),
) -> Build:
    """Read a folder of entries and build its graph, in time linear in the text.

    Args:
        vault: The folder of entries; it is only ever read.
        config: Settings; see docs/configuration.md.
        progress: Told of each step.
        cache: What earlier builds worked out (`graph.cache_for`); changes nothing but the time.
        formats: What will be written; some of it is made while the themes are being found.

    Raises:
        UsageError: A format is unknown.
        VaultError: The folder cannot be read or holds no entry.
    """
    _refuse_unknown(formats)
    root = Path(vault)
    memory = cache or Cache(None)
    tell = progress or _silent
    with _no_collector():
        state = survey(root, config or Config(), memory, lambda n, of: tell("parse", n, of))
        report = memory.load("report", Report)
        if report and report.fingerprint == state.fingerprint:
            return Build(root, report, lambda: _recall(state, memory, tell), memory)
        report, found = _work_out(state, memory, tell, formats)
    return Build(root, report, lambda: found, memory)


def _work_out(
    state: Survey, memory: Cache, tell: Progress, formats: Sequence[str] = ()
) -> tuple[Report, Found]:
    """Run all stages, and remember what they found."""
    from graph.analysis import analyse
    from graph.analysis.chart import Chart
    from graph.export import begin_formats

    knowledge, unread = _know(state, tell)
    tell("assemble", 0, 0)
    graph = _graph_of(knowledge, state.config)
    tell("analyse", 0, 0)
    known, shared = memory.load("chart", Chart), _is_shared(graph)
    begun: dict[str, Format] = {}
    begin = partial(begin_formats, graph, formats if shared else (), begun)
    analysis, chart = analyse(graph, knowledge.terms, known, shared, begin)
    _attach_themes(graph, analysis)

    diagnostics = _in_order([*unread, *knowledge.diagnostics])
    summary = summarise(knowledge.nodes, knowledge.edges, analysis.themes, diagnostics)
    report = Report(state.fingerprint, summary, diagnostics)
    facts = Knowledge(knowledge.nodes, knowledge.edges, {}, ())
    if chart is not known:
        memory.store("chart", chart)
    memory.store("findings", Findings(state.fingerprint, facts, analysis))
    memory.store("report", report)
    return report, Found(graph, analysis, begun)


def _know(state: Survey, tell: Progress) -> tuple[Knowledge, Sequence[Diagnostic]]:
    """What the entries say together, and what could not be read."""
    try:
        return _resolved(state, tell)
    except msgspec.MsgspecError:
        # What an entry has packed is checked when it is unpacked; then the cache was forged.
        return _resolved(replace(state, cache=Cache(None)), tell)


def _resolved(state: Survey, tell: Progress) -> tuple[Knowledge, Sequence[Diagnostic]]:
    """The same; the entries end here, since the later stages need the memory."""
    from graph.resolve import resolve

    gathered = state.gather(lambda n, of: tell("parse", n, of))
    _require_entries(state.root, gathered.entries, gathered.diagnostics)
    tell("resolve", 0, 0)
    return resolve(gathered.entries, state.config, gathered.others), gathered.diagnostics


def _recall(state: Survey, memory: Cache, tell: Progress) -> Found:
    """What the last build found, where the cache still holds it; else worked out again."""
    with _no_collector():
        findings = memory.load("findings", Findings)
        if not findings or findings.fingerprint != state.fingerprint:
            return _work_out(state, memory, tell)[1]
        graph = _graph_of(findings.knowledge, state.config)
        _attach_themes(graph, findings.analysis)
        return Found(graph, findings.analysis, {})


def _graph_of(knowledge: Knowledge, config: Config) -> "nx.MultiDiGraph[str]":
    from graph.assemble import build_graph

    graph = build_graph(knowledge)
    if config.page.obsidian:
        graph.graph["obsidian_vault"] = config.page.obsidian
    return graph


def _is_shared(graph: "nx.MultiDiGraph[str]") -> bool:
    """Whether other processes pay, and can be had."""
    return graph.number_of_edges() in SHARED_EDGES and can_fork()


def _attach_themes(graph: "nx.MultiDiGraph[str]", analysis: Analysis) -> None:
    for node, theme in analysis.theme_of.items():
        graph.nodes[node]["theme"] = theme


def _require_entries(root: Path, entries: Sequence[object], unread: Sequence[Diagnostic]) -> None:
    if entries:
        return
    if unread:
        first = unread[0]
        raise VaultError(
            f"{root}: no entry could be read; {first.path} {first.message}", first.hint
        )
    raise VaultError(f"{root}: holds no entry", "entries are files that end in .md")


def _refuse_unknown(formats: Sequence[str]) -> None:
    from graph.export import EXPORTERS

    unknown = sorted(set(formats) - set(EXPORTERS))
    if unknown:
        raise UsageError(f"unknown format: {unknown[0]}", f"one of: {', '.join(EXPORTERS)}")


def _refuse_inside_vault(folder: Path, vault: Path) -> None:
    if folder.resolve().is_relative_to(vault.resolve()):
        raise OutputError(
            f"{folder}: lies inside the vault, which is never written",
            "name another folder with -o",
        )


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(diagnostics), key=lambda d: (d.path, d.line, d.code, d.message)))


@contextmanager
def _no_collector() -> Iterator[None]:
    """Let no garbage be looked for: values here form no cycles, and looking doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass
