"""Tell the files that a build wrote from those of others, which are never replaced."""

import re
import stat
from collections.abc import Iterable
from pathlib import Path

from graph.errors import OutputError

_XML = rb"<\?xml [^>]*>\s*<!-- Created by inkthread -->"
BEGINNINGS = {
    "graph.html": rb"(?s)<!doctype html>.*<title>Inkthread</title>",
    "graph.graphml": _XML,
    "people-ideas.graphml": _XML,
    "themes.json": rb'\{\s*"generator":\s*"inkthread"',
    "themes.md": rb"# Themes\s+(\d+ themes? in \d|No themes were found)",
    "diagnostics.json": rb'\[\s*(\]|\{\s*"code":\s*"[^"]*",\s*"severity":\s*"\w+",\s*"path":)',
    "graph.gexf": _XML,
    "graph.json": rb'\{\s*"generator":\s*"inkthread"',
    "nodes.csv": rb"id,kind,label,path,title,",
    "edges.csv": rb"source,target,weight,kind,count,",
}
"""File → what it begins with. A format without room for our name is told by its first words."""
HEAD = 4096
"""Bytes that are looked at."""


def require_ours(files: Iterable[Path]) -> None:
    """See that each file may be replaced: it is missing, or blank, or a build wrote it.

    Raises:
        OutputError: One is someone else's, or no regular file.
        OSError: One cannot be read.
    """
    for file in files:
        problem = _problem(file)
        if problem:
            raise OutputError(
                f"{file}: {problem}, so it is not replaced",
                "move it away, or choose another folder with -o",
            )


def _problem(file: Path) -> str:
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return "not a regular file"
        with file.open("rb") as opened:
            head = opened.read(HEAD)
    except FileNotFoundError:
        return ""
    begins = BEGINNINGS.get(file.name)
    ours = begins is not None and re.match(begins, head)
    return "" if ours or not head.strip() else "not written by inkthread"
