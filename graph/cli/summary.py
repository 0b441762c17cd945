"""What a build found, in a few lines, and what it could not understand."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from graph.cli.render import clean, note, plural, problem, span
from graph.model import Diagnostic, Severity
from graph.summary import Summary
from graph.vault import as_text

FILES_NAMED = 20
THEMES_NAMED = 6


class BuildAnswer(Summary, frozen=True):
    """What a build found and wrote."""

    files: tuple[str, ...] = ()


def with_files(summary: Summary, files: Sequence[Path]) -> BuildAnswer:
    """Add the files that were written."""
    written = tuple(as_text(str(file)) for file in files)
    return BuildAnswer(**msgspec.structs.asdict(summary), files=written)


def summary_lines(summary: BuildAnswer) -> Iterator[str]:
    """Say what was found and where it is."""
    yield from found_lines(summary)
    yield ""
    names = [file.rpartition("/")[2] for file in summary.files]
    yield f"wrote {clean(', '.join(names))}"
    page = next((file for file in summary.files if file.endswith(".html")), "")
    if page:
        yield f"open {clean(page)}"


def found_lines(summary: Summary) -> Iterator[str]:
    """Say what was found."""
    yield f"{plural(summary.entries, 'entry', 'entries')}{_when(summary)}"
    yield ", ".join(
        (
            plural(summary.people, "person", "people"),
            plural(summary.ideas, "idea"),
            plural(summary.tags, "tag"),
            plural(summary.urls, "URL"),
            plural(summary.edges, "connection"),
        )
    )
    if summary.themes:
        named = ", ".join(clean(label) for label in summary.themes[:THEMES_NAMED])
        more = ", ..." if len(summary.themes) > THEMES_NAMED else ""
        yield f"{plural(len(summary.themes), 'theme')}: {named}{more}"
    if summary.errors or summary.warnings:
        yield f"{plural(summary.errors, 'error')}, {plural(summary.warnings, 'warning')}"


def warn(diagnostics: Sequence[Diagnostic], files_written: Sequence[str] = ()) -> None:
    """Name on stderr every file with a warning or an error, the first of them in full."""
    serious = [one for one in diagnostics if one.severity is not Severity.INFO]
    files = [list(same) for _, same in groupby(serious, key=lambda one: one.path)]
    for same in files[:FILES_NAMED]:
        first, *others = sorted(same, key=lambda one: one.severity is not Severity.ERROR)
        more = f" (and {len(others)} more)" if others else ""
        problem(first.severity.value, _where(first) + first.message + more)
    if len(files) > FILES_NAMED:
        listed = next((file for file in files_written if file.endswith("diagnostics.json")), "")
        note(f"and {len(files) - FILES_NAMED:,} more files; see {listed or 'inkthread check'}")


def _where(diagnostic: Diagnostic) -> str:
    line = f":{diagnostic.line}" if diagnostic.line else ""
    return f"{diagnostic.path}{line}: " if diagnostic.path else ""


def _when(summary: Summary) -> str:
    dated = f", {span(summary.first, summary.last)}" if summary.first else ""
    return dated + (f" ({summary.undated:,} without a date)" if summary.undated else "")
