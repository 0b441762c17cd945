import networkx as nx
import pytest

from graph.analysis.features import describe_entries
from graph.analysis.forms import count_forms
from graph.analysis.naming import Names

INSIDE = range(10)


def vault(*contexts: str):
    """Forty entries, the first ten about one thing; and the sentences in which words stand."""
    graph = nx.MultiDiGraph()
    for number in range(40):
        graph.add_node(f"entry:{number:02}", kind="entry", label="", path=f"{number:02}", title="")
    graph.add_node("idea:wild-clay", kind="idea", label="wild clay")
    for number, context in enumerate(contexts):
        graph.add_edge(
            f"entry:{number:02}", "idea:wild-clay", kind="discusses", count=1, context=context
        )
    return graph


def named(graph, words, labels=None, titles=None):
    """The names of the first ten entries; each word with how many inside and outside hold it."""
    terms = {f"entry:{number:02}": [("day", 1)] for number in range(40)}
    for word, (inside, outside) in words.items():
        for number in (*range(inside), *range(10, 10 + outside)):
            terms[f"entry:{number:02}"].append((word, 1))
    features = describe_entries(graph, {entry: tuple(found) for entry, found in terms.items()})
    names = Names(features, labels or {}, count_forms(graph), {}, titles or {})
    return names.pick(names.rank(list(INSIDE)), set())


@pytest.mark.parametrize(
    ("better", "worse"),
    [((8, 0), (5, 0)), ((8, 0), (8, 6)), ((8, 0), (6, 1)), ((8, 1), (4, 0))],
    ids=["of more entries", "not of others", "never of others", "of most, not of some"],
)
def test_a_name_is_frequent_inside_and_rare_outside(better, worse):
    assert named(vault(), {"aaa": worse, "bbb": better})[0] == "bbb"


def test_what_is_as_frequent_outside_is_no_name():
    assert named(vault(), {"aaa": (5, 15)}) == []


def test_a_noun_is_preferred_to_a_verb():
    graph = vault("we saw the kiln", "I saw a kiln", "they saw my kiln", "I saw our old kiln")
    assert named(graph, {"saw": (8, 0), "kiln": (7, 0)})[0] == "kiln"


def test_a_word_of_many_entries_that_is_hardly_seen_as_a_noun_is_none():
    seen = {"kiln": "saw a kiln and", "damp": "felt a damp and"}
    words = {"damp": (10, 5), "kiln": (6, 0)}
    assert named(vault(), words)[0] == "damp"
    assert named(vault(*seen.values()), words)[0] == "kiln"


def test_what_is_said_already_is_not_said_again():
    graph, words = vault(), {"ash": (9, 0), "glaze": (8, 0), "kiln": (6, 0)}
    assert named(graph, words, {"term:kiln": "Ash-glazes"}) == ["ash", "glaze"]
    assert named(graph, words, {"term:ash": "glaze ash"}) == ["glaze ash", "kiln"]


def test_what_the_titles_say_is_preferred():
    titles = {f"entry:{number:02}": "The kiln again" for number in range(4)}
    words = {"shelf": (8, 0), "kiln": (7, 0)}
    assert named(vault(), words)[0] == "shelf"
    assert named(vault(), words, titles=titles)[0] == "kiln"


@pytest.mark.parametrize(
    "code", ["cve-2023", "ask-people-team", "v12", "a_b", "team/sales", "mira@home"]
)
def test_what_nobody_reads_out_is_no_name(code):
    assert named(vault(), {"x": (8, 0)}, {"term:x": code}) == []


@pytest.mark.parametrize(
    ("context", "topic"),
    [
        ("tags: pottery, choir", True),
        ("tags:: #pottery", True),
        ("#pottery", True),
        ("Two bowls at last #pottery", True),
        ("Ask in the #pottery channel", False),
        ("Ask in #pottery.", False),
        ("#pottery [[two bowls]]", False),
    ],
)
def test_a_tag_by_itself_is_what_the_entry_is_about(context, topic):
    graph = vault()
    graph.add_node("tag:pottery", kind="tag", label="pottery")
    for number in range(5):
        graph.add_edge(f"entry:{number:02}", "tag:pottery", kind="tagged", count=1, context=context)
    assert ("tag:pottery" in describe_entries(graph, {}).topics) is topic


def test_a_part_of_a_word_without_blanks_is_told_as_the_whole():
    assert named(vault(), {"数字": (8, 0), "字花": (8, 0), "花园": (8, 0)}) == ["数字花园"]
