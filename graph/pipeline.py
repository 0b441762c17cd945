"""The one place where the stages meet. Read `build` from top to bottom: it is the diagram."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from graph.analysis import analyse
from graph.assemble import build_graph
from graph.config import Config
from graph.errors import OutputError, UsageError, VaultError
from graph.export import DEFAULT_FORMATS, EXPORTERS
from graph.export.writer import write_all
from graph.model import Analysis, Diagnostic, Entry, SourceFile, Theme
from graph.parse import parse
from graph.resolve import resolve
from graph.vault import FileRef, read, scan

if TYPE_CHECKING:
    import networkx as nx

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and the total (0 where unknown)."""


@dataclass(frozen=True, slots=True)
class Build:
    """What one run over a vault gives: the graph, what algorithms add to it, and what to mend."""

    vault: Path
    graph: "nx.MultiDiGraph[str]"
    """Nodes and edges as docs/nodes-and-edges.md describes them."""
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes, best first."""
        return self.analysis.themes

    def write(self, output: Path | str, formats: Sequence[str] = DEFAULT_FORMATS) -> list[Path]:
        """Write files into a folder, all of them or none.

        Args:
            output: The folder; made where it does not exist. Not inside the vault.
            formats: Names from `graph.export.EXPORTERS`.

        Returns:
            The files written, in the order of the formats.

        Raises:
            UsageError: A format is unknown.
            OutputError: The folder cannot be written; what stood there is untouched.
        """
        folder = Path(output)
        _refuse_unknown(formats)
        _refuse_inside_vault(folder, self.vault)
        return write_all(folder, self._files(formats))

    def _files(self, formats: Sequence[str]) -> Iterator[tuple[str, Iterable[bytes]]]:
        for name in dict.fromkeys(formats):
            yield from EXPORTERS[name].files(self.graph, self.analysis, self.diagnostics)


def build(
    vault: Path | str, config: Config | None = None, progress: Progress | None = None
) -> Build:
    """Read a folder of entries and build its graph, in time linear in the text.

    Args:
        vault: The folder of entries; it is only ever read.
        config: Settings; see docs/configuration.md.
        progress: Told of each step.

    Raises:
        VaultError: The folder cannot be read or holds no entry.
    """
    root = Path(vault)
    settings = config or Config()
    tell = progress or _silent

    found = scan(root, settings.vault)
    entries, unread = _parse_all(root, found.entries, settings, tell)
    _require_entries(root, entries, unread)
    tell("resolve", 0, 0)
    knowledge = resolve(entries, settings, found.others)
    tell("build", 0, 0)
    graph = build_graph(knowledge)
    tell("analyse", 0, 0)
    analysis = analyse(graph, knowledge.terms)
    for node, theme in analysis.theme_of.items():
        graph.nodes[node]["theme"] = theme
    diagnostics = _in_order([*found.diagnostics, *unread, *knowledge.diagnostics])
    return Build(root, graph, analysis, diagnostics)


def _parse_all(
    root: Path, refs: Sequence[FileRef], config: Config, tell: Progress
) -> tuple[list[Entry], list[Diagnostic]]:
    entries: list[Entry] = []
    unread: list[Diagnostic] = []
    for done, ref in enumerate(refs):
        tell("parse", done, len(refs))
        source = read(root, ref, config.vault.max_file_bytes)
        if isinstance(source, SourceFile):
            entries.append(parse(source, config))
        else:
            unread.append(source)
    return entries, unread


def _require_entries(root: Path, entries: Sequence[Entry], unread: Sequence[Diagnostic]) -> None:
    if entries:
        return
    if unread:
        first = unread[0]
        raise VaultError(
            f"{root}: no entry could be read; {first.path} {first.message}", first.hint
        )
    raise VaultError(f"{root}: holds no entry", "entries are files that end in .md")


def _refuse_unknown(formats: Sequence[str]) -> None:
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


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass
