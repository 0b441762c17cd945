"""Cited URLs, each thing one node."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from graph.model import EdgeKind, Entry, Node, NodeKind, Severity, UrlReference
from graph.resolve.canonical import Canonical, canonical
from graph.resolve.findings import Findings, entry_id, without_credentials
from graph.resolve.link_texts import points
from graph.resolve.phrases import trim
from graph.resolve.text import commonest, fold

MAX_LABEL = 80
VAGUE = 3
"""A text that leads to so many things names none of them; two may be about the same."""
TITLE_WORDS = 4
"""So many words are a title, and no chance, however many things bear it."""


class Citation(NamedTuple):
    """A place where an entry cites a thing."""

    path: str
    reference: UrlReference
    form: Canonical


def add_urls(entries: Iterable[Entry], found: Findings) -> frozenset[str]:
    """Add `cites` edges and a node for each thing cited.

    Returns:
        Texts of links, trimmed and folded, that name nothing: they lead to several things.
    """
    things: defaultdict[str, list[Citation]] = defaultdict(list)
    for entry in entries:
        for reference in entry.urls:
            form = canonical(reference.url)
            if form is None:
                _report_invalid(entry, reference, found)
            else:
                things[form.identity].append(Citation(entry.path, reference, form))
    vague = _vague_texts(things.values())
    for citations in things.values():
        target = found.add(_node(citations, vague))
        for path, reference, _ in citations:
            source = entry_id(path)
            found.state(EdgeKind.CITES, source, target, reference.spot, reference.relation)
    return vague


def _vague_texts(things: Iterable[Iterable[Citation]]) -> frozenset[str]:
    """The short texts that lead to several things: `Release notes`."""
    leads = Counter(
        text
        for citations in things
        for text in {fold(trim(citation.reference.label)) for citation in citations}
    )
    return frozenset(
        text for text in leads if leads[text] >= VAGUE and len(text.split()) < TITLE_WORDS
    )


def _node(citations: Sequence[Citation], vague: Collection[str]) -> Node:
    """A cited thing, with the best of the URLs that entries wrote.

    That is https before http, a full site before a mobile one, then the commonest.
    """
    forms = Counter(citation.form for citation in citations)
    best = min(forms, key=lambda form: (form.rank, -forms[form], form.url))
    texts = (citation.reference.label for citation in citations)
    labels = Counter(text for text in texts if _is_telling(text, vague))
    label = next(iter(commonest(labels)), _readable(best.url))
    return Node(NodeKind.URL, best.url, label, url=best.url, site=best.site)


def _is_telling(text: str, vague: Collection[str]) -> bool:
    """Whether a link text names what is linked, in several words."""
    return (
        len(text.split(maxsplit=1)) > 1
        and len(text) <= MAX_LABEL
        and "://" not in text
        and not points(text)
        and fold(trim(text)) not in vague
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
