"""Tags, and the broader tags that nested ones imply."""

from collections.abc import Iterable

from graph.model import EdgeKind, Entry, Node, NodeKind, Severity, Spot
from graph.resolve.findings import Findings, entry_id
from graph.resolve.text import Spellings, fold

MAX_DEPTH = 32
"""A deeper nested tag stands alone: its prefixes together grow with the square of its length."""


def add_tags(entries: Iterable[Entry], found: Findings) -> None:
    """Add `tagged` edges as written and `broader` edges from `a/b` to `a`.

    Case is folded for identity; the label is the commonest spelling. A name of digits alone is
    no tag (Obsidian's rule). A parent that nobody wrote is labelled as its children spell it.
    """
    spellings, parents = Spellings(), Spellings()
    for entry in entries:
        for tag in entry.tags:
            parts = [part for part in tag.name.strip("# ").split("/") if part]
            name = "/".join(parts)
            if not name or name.isdecimal():
                continue
            if fold(name) not in spellings:
                _report_depth(entry, parts, tag.spot, found)
            spellings[fold(name)][name] += 1
            for depth in range(1, len(parts) if len(parts) <= MAX_DEPTH else 0):
                parent = "/".join(parts[:depth])
                parents[fold(parent)][parent] += 1
            found.state(EdgeKind.TAGGED, entry_id(entry.path), tag_id(fold(name)), tag.spot)
    _add_nodes(spellings, parents, found)


def tag_id(key: str) -> str:
    """The node id of a folded tag."""
    return f"{NodeKind.TAG.value}:{key}"


def _add_nodes(spellings: Spellings, parents: Spellings, found: Findings) -> None:
    for key, label in (*spellings.labels(), *parents.labels()):
        found.add(Node(NodeKind.TAG, key, label))
    for key in sorted({*spellings, *parents}):
        parent = key.rpartition("/")[0]
        if parent in parents:
            found.state(EdgeKind.BROADER, tag_id(key), tag_id(parent), Spot(0, ""))


def _report_depth(entry: Entry, parts: list[str], spot: Spot, found: Findings) -> None:
    if len(parts) > MAX_DEPTH:
        found.report(
            "tag-deep",
            Severity.INFO,
            entry.path,
            spot.line,
            f"a tag nested {len(parts)} levels deep stands alone, without broader tags",
            f"nest at most {MAX_DEPTH} levels",
        )
