"""Cited URLs, each thing one node."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

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


class _Thing:
    """What is known of one cited thing."""

    def __init__(self) -> None:
        self.forms: dict[str, Canonical] = {}
        self.urls: Counter[str] = Counter()
        self.labels: Counter[str] = Counter()

    def add(self, form: Canonical, label: str) -> None:
        """Take in one citation."""
        self.forms[form.url] = form
        self.urls[form.url] += 1
        if _is_telling(label):
            self.labels[label] += 1

    def node(self) -> Node:
        """The node, with the best of the URLs that entries wrote.

        That is https before http, a full site before a mobile one, then the commonest.
        """
        best = min((self.forms[url] for url in commonest(self.urls)), key=lambda form: form.rank)
        label = next(iter(commonest(self.labels)), _readable(best.url))
        return Node(NodeKind.URL, best.url, label, url=best.url, site=best.site)


def add_urls(entries: Iterable[Entry], found: Findings) -> None:
    """Add `cites` edges and a node for each thing cited."""
    things: defaultdict[str, _Thing] = defaultdict(_Thing)
    cited: list[tuple[str, str, UrlReference]] = []
    for entry in entries:
        for reference in entry.urls:
            form = canonical(reference.url)
            if form is None:
                _report_invalid(entry, reference, found)
                continue
            cited.append((entry_id(entry.path), form.identity, reference))
            things[form.identity].add(form, reference.label)
    ids = {identity: found.add(thing.node()) for identity, thing in things.items()}
    for source, identity, reference in cited:
        found.state(EdgeKind.CITES, source, ids[identity], reference.spot, reference.relation)


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
