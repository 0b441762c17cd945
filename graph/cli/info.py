"""`inkthread info`: what is known of one node."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from graph.cli.answers import answers, examples, node_called
from graph.cli.facts import rows_of_entries, rows_of_targets
from graph.cli.render import clean, counted, first_of, heading, plural, span, sparkline, table

if TYPE_CHECKING:
    from graph.pipeline import Build
    from graph.query import Group, Info

TOGETHER = {"person": "With", "idea": "About", "tag": "Tags", "url": "Links"}
GROUPS = {
    ("mentions", True): "People",
    ("mentions", False): "Entries",
    ("discusses", True): "Ideas",
    ("discusses", False): "Entries",
    ("tagged", True): "Tags",
    ("tagged", False): "Entries",
    ("cites", True): "Cites",
    ("cites", False): "Entries",
    ("links_to", True): "Links to",
    ("links_to", False): "Linked from",
    ("embeds", True): "Embeds",
    ("embeds", False): "Embedded in",
    ("broader", True): "Part of",
    ("broader", False): "Holds",
}


def render(info: "Info", limit: int | None) -> Iterator[str]:
    """Lay a node out as a page."""
    yield heading(clean(info.node.label)) + f"  {clean(info.node.id)}"
    yield from _occurrence(info)
    yield from (f"{key}: {clean(value)}" for key, value in _telling(info))
    if info.together:
        yield ""
        rows = [
            [TOGETHER[kind], counted(first)]
            for kind, nodes in info.together.items()
            for first in [nodes[:limit] if limit else nodes]
        ]
        yield from table(rows)
    for group in info.neighbours:
        yield from _group(group, limit)


def _occurrence(info: "Info") -> Iterable[str]:
    if info.node.kind != "entry":
        when = f", {span(info.first, info.last)}" if info.first else ""
        yield f"{plural(info.entries, 'entry', 'entries')}{when}  {sparkline(info.by_month)}"
    if info.theme:
        yield f"theme: {clean(info.theme)}"


def _telling(info: "Info") -> Iterator[tuple[str, object]]:
    """The attributes that add something to the heading."""
    from graph.model import in_words

    for key, value in info.attributes.items():
        said_below = key in ("path", "confidence", "evidence")
        if not said_below and value not in ("", info.node.label):
            yield key.removeprefix("meta."), value
    if info.attributes.get("confidence", 1) != 1:
        yield "confidence", info.attributes["confidence"]
    if info.attributes.get("evidence"):
        yield "inferred from prose", in_words(str(info.attributes["evidence"]))


def _group(group: "Group", limit: int | None) -> Iterator[str]:
    yield ""
    yield heading(GROUPS[group.edge, group.outgoing])
    rows = (rows_of_targets if group.outgoing else rows_of_entries)(group.evidence)
    yield from first_of(("  " + row for row in rows), limit)


@click.command(
    epilog=examples(
        "info Anna", "info '#garden' -n 0", "info 2025-04-24.md", "info tag:garden --json"
    )
)
@click.argument("node")
@answers(render, limit=10)
def command(build: "Build", node: str) -> "Info":
    """Say what NODE is, when it occurs, with whom and what.

    NODE is a name, an alias, a title, a path, a URL, a #tag or an id such as person:anna.
    """
    from graph.query import node_info

    return node_info(build.graph, node_called(build, node))
