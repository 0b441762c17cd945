"""Cited URLs, each thing one node."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.model import EdgeKind, Entry, Node, NodeKind, Severity, UrlReference
from graph.resolve.canonical import Canonical, canonical
from graph.resolve.findings import Findings, entry_id, without_credentials
from graph.resolve.text import commonest

MAX_LABEL = 80
POINTING = re.compile(
    r"an?|click|her|here|his|its|link|my|our|read|see|source|that|their|the|these|this|via|your",
    re.IGNORECASE,
)
"""Link texts that start so say nothing of what is linked."""


class Citation(NamedTuple):
    """A place where an entry cites a thing."""

    path: str
    reference: UrlReference
    form: Canonical


def add_urls(entries: Iterable[Entry], found: Findings) -> None:
    """Add `cites` edges and a node for each thing cited."""
    things: defaultdict[str, list[Citation]] = defaultdict(list)
    for entry in entries:
        for reference in entry.urls:
            form = canonical(reference.url)
            if form is None:
                _report_invalid(entry, reference, found)
            else:
                things[form.identity].append(Citation(entry.path, reference, form))
    for citations in things.values():
        target = found.add(_node(citations))
        for path, reference, _ in citations:
            source = entry_id(path)
            found.state(EdgeKind.CITES, source, target, reference.spot, reference.relation)


def _node(citations: Sequence[Citation]) -> Node:
    """A cited thing, with the best of the URLs that entries wrote.

    That is https before http, a full site before a mobile one, then the commonest.
    """
    forms = Counter(citation.form for citation in citations)
    best = min(forms, key=lambda form: (form.rank, -forms[form], form.url))
    labels = Counter(one.reference.label for one in citations if _is_telling(one.reference.label))
    label = next(iter(commonest(labels)), _readable(best.url))
    return Node(NodeKind.URL, best.url, label, url=best.url, site=best.site)


def _is_telling(label: str) -> bool:
    """Whether a link text names what is linked: several words, and no pointing ones first."""
    words = label.split(maxsplit=2)
    return (
        len(words) > 1
        and len(label) <= MAX_LABEL
        and not POINTING.fullmatch(words[0])
        and "://" not in label
    )


def _readable(url: str) -> str:
    """A URL as a reader would say it: no scheme, no `www.`, no final slash, not endless."""
    return _short(url.partition("://")[2].removeprefix("www.").rstrip("/"))


def _short(text: str) -> str:
    return text if len(text) <= MAX_LABEL else text[: MAX_LABEL - 1] + "…"


def _report_invalid(entry: Entry, reference: UrlReference, found: Findings) -> None:
    found.report(
        "url-invalid",
        Severity.WARNING,
        entry.path,
        reference.spot.line,
        f"'{_short(without_credentials(reference.url))}' is no valid URL",
        "correct it; it is not in the graph",
    )
