"""From a name as people type it to a node, or to the nearest names."""

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING, Any

import msgspec

from graph.errors import UnknownNodeError
from graph.model import NodeKind
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
ELSEWHERE = "inkthread people, ideas and themes list what there is"
SIGILS = {NodeKind.TAG: "#", NodeKind.PERSON: "@"}


class Match(msgspec.Struct, frozen=True):
    """The node that a name means, and the others that it could mean."""

    node: str
    others: tuple[str, ...]
    """Links are left out where the node is none: a person's page often bears their name."""


def find_node(graph: "nx.MultiDiGraph[str]", name: str) -> Match:
    """Find the node that bears a name: its id, key, label, title, path, URL or an alias.

    Letter case, Unicode form and runs of white space do not matter; `#tag`, `@person`,
    `[[entry]]` and paths without `.md` are understood. A full id (`tag:garden`) wins; else
    the first kind of `KIND_ORDER`, then the path as it is written, then the node in most entries.
    A part of a name will do where it is part of one person's only. Linear in the nodes.

    Raises:
        UnknownNodeError: No node bears the name; the hint lists the nearest names.
    """
    is_link = name.startswith("[[") and name.endswith("]]")
    wanted = {fold(name), fold(name[2:-2] if is_link else name)}
    nodes = graph.nodes(data=True)
    found = [node for node, has in nodes if not wanted.isdisjoint(map(fold, _names(node, has)))]
    if not found:
        found = [node for node, has in nodes if _is_part_of_person(wanted, has)]
        if len(found) != 1:
            labels = (label for _, has in nodes for label in _spoken_names(has))
            raise unknown(name, labels)

    def rank(node: str) -> tuple[bool, bool, int, bool, int, str]:
        kind = KIND_ORDER.index(NodeKind(graph.nodes[node]["kind"]))
        other_key = node.partition(":")[2] != name
        return (
            node != name,
            fold(node) not in wanted,
            kind,
            other_key,
            -graph.nodes[node]["entries"],
            node,
        )

    best, *others = sorted(found, key=rank)
    return Match(best, tuple(one for one in others if not _is_link(one) or _is_link(best)))


def fold(text: str) -> str:
    """Bring a name to the form in which names are compared."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return unicodedata.normalize("NFC", composed.casefold())


def unknown(name: str, labels: Iterable[str]) -> UnknownNodeError:
    """Name up to three labels that hold the words, or are spelt much alike."""
    wanted, folded = fold(name), {fold(label): label for label in labels}
    holding = sorted((one for one in folded if wanted in one), key=lambda one: (len(one), one))
    alike = difflib.get_close_matches(wanted, folded, SUGGESTIONS)
    nearest = list(dict.fromkeys([*alike, *holding]))[:SUGGESTIONS]
    named = ", ".join(folded[one] for one in nearest)
    return UnknownNodeError(
        f"nothing in this vault is called {name!r}",
        f"did you mean {named}?" if named else ELSEWHERE,
    )


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


def _is_link(node: str) -> bool:
    return node.startswith((f"{NodeKind.URL}:", f"{NodeKind.MISSING}:"))


def _is_part_of_person(wanted: Set[str], has: Mapping[str, Any]) -> bool:
    if has["kind"] != NodeKind.PERSON:
        return False
    return not all(wanted.isdisjoint(fold(name).split()) for name in _spoken_names(has))
