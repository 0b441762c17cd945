"""From a name as people type it to a node, or to the nearest names."""

import difflib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from graph.errors import UnknownNodeError
from graph.model import NodeKind, Theme
from graph.query.listing import aliases_of

if TYPE_CHECKING:
    import networkx as nx

KIND_ORDER = (
    NodeKind.PERSON,
    NodeKind.IDEA,
    NodeKind.TAG,
    NodeKind.ENTRY,
    NodeKind.URL,
    NodeKind.MISSING,
)
"""Which kind is meant, where several things bear one name."""

SUGGESTIONS = 3
SIGILS = {NodeKind.TAG: "#", NodeKind.PERSON: "@"}


class Match(msgspec.Struct, frozen=True):
    """The node that a name means, and the others that it could mean."""

    node: str
    others: tuple[str, ...]


def find_node(graph: "nx.MultiDiGraph[str]", name: str) -> Match:
    """Find the node that bears a name: its id, key, label, title, path, URL or an alias.

    Letter case, Unicode form and runs of white space do not matter; `#tag`, `@person`,
    `[[entry]]` and paths without `.md` are understood. A full id (`tag:garden`) wins; else
    the first kind of `KIND_ORDER`, then the node in most entries. Linear in the nodes.

    Raises:
        UnknownNodeError: No node bears the name; the hint lists the nearest names.
    """
    wanted = fold(name.removeprefix("[[").removesuffix("]]"))
    nodes = graph.nodes(data=True)
    found = [node for node, has in nodes if wanted in map(fold, _names(node, has))]
    if not found:
        labels = {fold(one): one for node, has in nodes for one in _spoken_names(has)}
        raise UnknownNodeError(
            f"nothing in this vault is called {name!r}",
            _nearest(wanted, labels) or "inkthread people and inkthread ideas list what there is",
        )

    def rank(node: str) -> tuple[bool, int, int, str]:
        kind = KIND_ORDER.index(NodeKind(graph.nodes[node]["kind"]))
        return (fold(node) != wanted, kind, -graph.nodes[node]["entries"], node)

    best, *others = sorted(found, key=rank)
    return Match(best, tuple(others))


def find_theme(themes: Sequence[Theme], name: str) -> Theme:
    """Find a theme by its id or label, or by one of its terms.

    Raises:
        UnknownNodeError: No theme bears the name; the hint lists the nearest.
    """
    wanted = fold(name)
    for names in (_theme_names, _theme_terms):
        for theme in themes:
            if wanted in map(fold, names(theme)):
                return theme
    labels = {fold(one): one for theme in themes for one in (theme.label, *theme.terms)}
    raise UnknownNodeError(
        f"no theme is called {name!r}", _nearest(wanted, labels) or "inkthread themes lists them"
    )


def fold(text: str) -> str:
    """Bring a name to the form in which names are compared."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return unicodedata.normalize("NFC", composed.casefold())


def _names(node: str, has: Mapping[str, Any]) -> Iterator[str]:
    yield node
    yield node.partition(":")[2]
    for name in _spoken_names(has):
        yield name
        yield SIGILS.get(NodeKind(has["kind"]), "") + name
    if "path" in has:
        yield has["path"]
        yield has["path"].rpartition(".")[0]
        yield has["path"].rpartition("/")[2].rpartition(".")[0]
    if "url" in has:
        yield has["url"]
        yield has["url"].partition("://")[2]


def _spoken_names(has: Mapping[str, Any]) -> Iterator[str]:
    yield has["label"]
    if "title" in has:
        yield has["title"]
    yield from aliases_of(has)


def _theme_names(theme: Theme) -> tuple[str, ...]:
    return (theme.id, theme.label)


def _theme_terms(theme: Theme) -> tuple[str, ...]:
    return theme.terms


def _nearest(wanted: str, labels: Mapping[str, str]) -> str:
    """Name up to three labels that hold the words, or are spelt much alike."""
    holding = sorted(
        (folded for folded in labels if wanted in folded), key=lambda one: (len(one), one)
    )
    alike = difflib.get_close_matches(wanted, labels, SUGGESTIONS)
    nearest = list(dict.fromkeys([*alike, *holding]))[:SUGGESTIONS]
    return f"did you mean {', '.join(labels[one] for one in nearest)}?" if nearest else ""
