"""What holds of the knowledge of every vault."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.config import Config
from graph.model import (
    DateClue,
    DateOrder,
    DateReading,
    DateSource,
    Diagnostic,
    Entry,
    Heading,
    Link,
    LinkSyntax,
    NameCue,
    NameMention,
    Phrase,
    PhraseSource,
    Severity,
    Spot,
    Tag,
    UrlReference,
    pack,
)
from graph.resolve import resolve

# A few words in all their spellings, so that things meet; and any text, so that nothing raises.
WORD = st.sampled_from(
    ["ada", "Ada", "ada finch", "pond", "Pond", "Café", "Cafe\u0301", "a/b", "A/b", "../x", "x.md"]
)
TEXT = WORD | st.text(max_size=12)
SPOT = st.builds(Spot, st.integers(1, 9), TEXT)
ORDERS = st.sampled_from(DateOrder)
READING = st.builds(DateReading, st.dates().map(str), ORDERS)
PATH = st.builds("{}{}.md".format, st.sampled_from(["", "People/", "x/", "journals/"]), WORD)
URL = st.sampled_from(["http://a.example/", "https://www.a.example", "https://b.example/?q"]) | TEXT


def some(strategy):
    return st.lists(strategy, max_size=4).map(tuple)


ENTRY = st.builds(
    Entry,
    path=PATH,
    title=TEXT,
    aliases=some(TEXT),
    dates=some(st.builds(DateClue, st.sampled_from(DateSource), TEXT, some(READING), st.just(1))),
    tags=some(st.builds(Tag, TEXT, SPOT)),
    links=some(
        st.builds(Link, TEXT, TEXT, TEXT, st.sampled_from(LinkSyntax), st.booleans(), TEXT, SPOT)
    ),
    urls=some(st.builds(UrlReference, URL, TEXT, TEXT, SPOT)),
    names=some(st.builds(NameMention, TEXT, st.sampled_from(NameCue), TEXT, SPOT)),
    phrases=some(st.builds(Phrase, TEXT, st.sampled_from(PhraseSource), SPOT)),
    headings=some(st.builds(Heading, TEXT, st.integers(1, 6), st.integers(1, 9))),
    blocks=some(TEXT),
    meta=some(st.tuples(TEXT, TEXT)),
    packed_terms=some(st.tuples(TEXT, st.integers(1, 9))).map(pack),
    words=st.integers(0, 99),
    diagnostics=some(
        st.builds(Diagnostic, TEXT, st.sampled_from(Severity), TEXT, st.integers(0, 9), TEXT)
    ),
)
VAULT = st.lists(ENTRY, max_size=6, unique_by=lambda entry: entry.path)


@settings(deadline=None)
@given(VAULT, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(entries, chance: random.Random):
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert resolve(entries, Config()) == resolve(shuffled, Config())


@settings(deadline=None)
@given(VAULT)
def test_ids_are_unique_and_sorted_and_every_edge_has_its_ends(entries):
    knowledge = resolve(entries, Config())
    ids = [node.id for node in knowledge.nodes]
    keys = [(edge.source, edge.target, edge.kind) for edge in knowledge.edges]
    assert ids == sorted(set(ids))
    assert keys == sorted(set(keys))
    assert {end for source, target, _ in keys for end in (source, target)} <= set(ids)


@settings(deadline=None)
@given(VAULT)
def test_every_node_but_an_entry_has_an_edge_and_no_entry_links_to_itself(entries):
    knowledge = resolve(entries, Config())
    touched = {end for edge in knowledge.edges for end in (edge.source, edge.target)}
    assert all(node.id in touched for node in knowledge.nodes if node.kind != "entry")
    assert all(edge.source != edge.target for edge in knowledge.edges)
