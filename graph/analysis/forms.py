"""Forms: whether a word is used as a name of something, or as what somebody does."""

import re
from collections import Counter

import networkx as nx

from graph.analysis.features import WORD
from graph.model import NodeKind

BEFORE_NOUNS = "a an the this that these those my our your his her their its some any every no"
BEFORE_OTHERS = (
    "i we you he she they it who to will would can could should must may might did not"
    " is are was were be been very too really quite"
)
BEHIND_NOUNS = (
    "of in on at to for with from by about and or but as than if when where while because that"
    " which who i we you he she they it is are was were has have had will would can could did"
)
FIRST = "".join(sorted({word[0] for word in f"{BEFORE_NOUNS} {BEFORE_OTHERS}".split()}))
FOLLOWED = re.compile(
    rf"\b(?=[{FIRST}])(?:({BEFORE_NOUNS.replace(' ', '|')})|{BEFORE_OTHERS.replace(' ', '|')})"
    rf" +([^\W\d_][\w'’]*+)(?(1)(?! +(?!(?:{BEHIND_NOUNS.replace(' ', '|')})\b)[^\W\d_]))"
)
"""A word behind one that says what kind of word follows. English; silent elsewhere."""
SET_APART = frozenset({NodeKind.ENTRY, NodeKind.IDEA, NodeKind.URL, NodeKind.MISSING})
"""Nodes whose labels the writer set apart, in whatever language. Not tags: many are commands."""
Seen = tuple[int, int]
"""How often a word is seen as a noun, and as another."""
UNSEEN: Seen = (0, 0)


def count_forms(graph: "nx.MultiDiGraph[str]") -> dict[str, Seen]:
    """Word → how often it is seen as a noun, and as another.

    Counts what stands before it in the sentences of the graph's edges, and how often it is part
    of what the writer set apart: a title, a heading, a link. Linear in these.
    """
    apart: list[str] = []
    followed: Counter[tuple[str, str]] = Counter()
    for node, ends in graph.adjacency():
        kind = graph.nodes[node]["kind"]
        if kind in SET_APART:
            apart.append(str(graph.nodes[node]["label"]))
        if kind == NodeKind.ENTRY:
            contexts = {edge["context"] for edges in ends.values() for edge in edges.values()}
            followed.update(FOLLOWED.findall("\n".join(contexts).casefold()))
    nouns = Counter(WORD.findall("\n".join(apart).casefold()))
    others: Counter[str] = Counter()
    for (noun, word), count in followed.items():
        (nouns if noun else others)[word] += count
    return {
        word: (nouns.get(word, 0), others.get(word, 0)) for word in nouns.keys() | others.keys()
    }
