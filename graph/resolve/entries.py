"""Each entry as a node."""

from collections.abc import Iterable, Mapping

from graph.model import Entry, Node, NodeKind
from graph.resolve.findings import Findings


def add_entries(entries: Iterable[Entry], days: Mapping[str, str], found: Findings) -> None:
    """Add a node for every entry.

    Args:
        entries: All entries.
        days: Path → ISO date, where it is known.
        found: Takes the nodes.
    """
    for entry in entries:
        found.add(
            Node(
                NodeKind.ENTRY,
                key=entry.path,
                label=entry.title,
                path=entry.path,
                title=entry.title,
                date=days.get(entry.path, ""),
                words=entry.words,
                meta=entry.meta,
            )
        )
