"""Forms: whether a word is used as a name of something, or as what somebody does."""

import re
from collections import Counter

import networkx as nx

from graph.analysis.features import WORD
from graph.model import NodeKind

BEFORE_NOUNS = "a an the this that these those my our your his her their its some any every no"
BEFORE_VERBS = "i we you he she they it who to will would can could should must may might did not"
FIRST = "".join(sorted({word[0] for word in f"{BEFORE_NOUNS} {BEFORE_VERBS}".split()}))
FOLLOWED = re.compile(
    rf"\b(?=[{FIRST}])(?:({BEFORE_NOUNS.replace(' ', '|')})|{BEFORE_VERBS.replace(' ', '|')})"
    r" +([^\W\d_][\w'’]*)"
)
"""A word behind one that says what kind of word follows. English; silent elsewhere."""
SET_APART = frozenset({NodeKind.ENTRY, NodeKind.IDEA, NodeKind.URL, NodeKind.MISSING})
"""Nodes whose labels the writer set apart, in whatever language. Not tags: many are commands."""


def count_forms(graph: "nx.MultiDiGraph[str]") -> dict[str, float]:
    """Word → from 0, only ever a verb, over 1, unknown, to 2, only ever a noun.

    Counts what stands before it in the sentences of the graph's edges, and how often it is part
    of what the writer set apart: a title, a heading, a link. Linear in these.
    """
    nouns: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    for node, ends in graph.adjacency():
        kind = graph.nodes[node]["kind"]
        if kind in SET_APART:
            nouns.update(WORD.findall(str(graph.nodes[node]["label"]).casefold()))
        if kind == NodeKind.ENTRY:
            contexts = {edge["context"] for edges in ends.values() for edge in edges.values()}
            for noun, word in FOLLOWED.findall("\n".join(contexts).casefold()):
                (nouns if noun else verbs)[word] += 1
    return {
        word: 2 * (nouns.get(word, 0) + 1) / (nouns.get(word, 0) + verbs.get(word, 0) + 2)
        for word in nouns.keys() | verbs.keys()
    }
