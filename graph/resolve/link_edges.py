"""Links as edges, and what to tell the writer about them."""

from collections.abc import Iterable, Sequence

from graph.model import EdgeKind, Entry, Node, NodeKind, Severity
from graph.resolve.anchors import Anchors
from graph.resolve.findings import Findings, entry_id
from graph.resolve.links import Outcome, Resolution, ResolvedLink
from graph.resolve.phrases import holds_machine_id
from graph.resolve.text import Spellings, fold


def add_links(links: Iterable[ResolvedLink], entries: Sequence[Entry], found: Findings) -> None:
    """Add `links_to` and `embeds` edges, and a node for each missing target.

    A missing target that a machine named is labelled as links call it, if they do.
    A link of an entry to itself and a link to an attachment give no edge. `#[[name]]` is a tag, and
    a link where an entry is called so.
    """
    anchors = Anchors({entry.path: entry for entry in entries})
    spellings, names = Spellings(), Spellings()
    tagged = {(entry.path, tag.name, tag.spot) for entry in entries for tag in entry.tags}
    for link in links:
        outcome, target = link.resolution.outcome, link.resolution.target
        if outcome is Outcome.MISSING and (link.source, target, link.link.spot) in tagged:
            continue
        _report(link, anchors, found)
        if outcome is Outcome.MISSING:
            spellings[fold(target)][target] += 1
            if link.link.label and holds_machine_id(target):
                names[fold(target)][link.link.label] += 1
            target = missing_id(target)
        elif outcome is Outcome.ENTRY:
            target = entry_id(target)
        else:
            continue
        kind = EdgeKind.EMBEDS if link.link.embed else EdgeKind.LINKS_TO
        found.state(kind, entry_id(link.source), target, link.link.spot, link.link.relation)
    for key, label in (dict(spellings.labels()) | dict(names.labels())).items():
        found.add(Node(NodeKind.MISSING, key, label))


def missing_id(target: str) -> str:
    """The node id of a target that has no file."""
    return f"{NodeKind.MISSING.value}:{fold(target)}"


def _report(link: ResolvedLink, anchors: Anchors, found: Findings) -> None:
    resolution = link.resolution
    if resolution.outcome is Outcome.OUTSIDE:
        _say(
            link,
            "link-outside",
            Severity.WARNING,
            f"'{link.link.target}' leads out of the vault",
            "link to a file of the vault, or to a full URL",
            found,
        )
    elif resolution.outcome is Outcome.MISSING:
        _say(
            link,
            "link-missing",
            Severity.INFO,
            f"no entry is called '{resolution.target}'",
            "create it, or correct the link; it is in the graph as a missing node",
            found,
        )
    elif resolution.outcome is Outcome.NO_BLOCK:
        _say(
            link,
            "anchor-missing",
            Severity.INFO,
            f"no entry has the block '{resolution.target}'",
            "correct the reference; it is left out",
            found,
        )
    elif resolution.candidates:
        _say(
            link,
            "link-ambiguous",
            Severity.INFO if resolution.placed else Severity.WARNING,
            f"'{link.link.target}' can mean {_some(resolution)}",
            "write enough of the path to name one entry",
            found,
        )
    _report_anchor(link, anchors, found)


def _report_anchor(link: ResolvedLink, anchors: Anchors, found: Findings) -> None:
    if not link.link.anchor or link.resolution.outcome not in (Outcome.ENTRY, Outcome.ITSELF):
        return
    path = link.resolution.target or link.source
    if not anchors.known(path, link.link.anchor):
        _say(
            link,
            "anchor-missing",
            Severity.INFO,
            f"{path} has no heading or block '{link.link.anchor}'",
            "correct the part after #; the link itself is in the graph",
            found,
        )


def _say(
    link: ResolvedLink, code: str, severity: Severity, message: str, hint: str, found: Findings
) -> None:
    found.report(code, severity, link.source, link.link.spot.line, message, hint)


def _some(resolution: Resolution, shown: int = 3) -> str:
    """The chosen entry and a few others; never all of them, for there may be thousands."""
    chosen, candidates = resolution.target, resolution.candidates
    others = [path for path in candidates[: shown + 1] if path != chosen][:shown]
    more = len(candidates) - 1 - len(others)
    rest = f" and {more} more" if more else ""
    return f"{chosen} (taken), {', '.join(others)}{rest}"
