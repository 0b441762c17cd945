import random

import networkx as nx
import pytest
from support.diary import THEMES, Planted, diary

from graph.analysis.themes import find_themes, strongest_themes
from graph.model import Trend


def f1(found, true):
    return 2 * len(found & true) / (len(found) + len(true))


def best_theme(themes, true):
    return max(themes, key=lambda theme: f1(set(theme.entries), true))


@pytest.fixture(scope="module")
def written():
    return diary()


@pytest.fixture(scope="module")
def themes(written):
    return find_themes(written.graph, written.terms)


@pytest.mark.parametrize("name", THEMES)
def test_a_planted_theme_is_found_and_named(name, written, themes):
    found = best_theme(themes, written.members[name])
    assert f1(set(found.entries), written.members[name]) > 0.9
    assert found.label == name


@pytest.mark.parametrize("name", THEMES)
def test_a_planted_theme_is_called_by_its_trend(name, written, themes):
    assert best_theme(themes, written.members[name]).trend == THEMES[name].trend


def test_a_theme_knows_its_company(written, themes):
    assert best_theme(themes, written.members["pottery"]).people[0] == "Mara Vint"


def test_a_tag_names_its_theme():
    written = diary(tagged=True)
    labels = {theme.label for theme in find_themes(written.graph, written.terms)}
    assert labels >= set(THEMES)


def test_no_theme_is_named_after_a_person_who_goes_with_it():
    written = diary()
    for path in sorted(written.members["pottery"]):
        terms = dict(written.terms[f"entry:{path}"])
        written.terms[f"entry:{path}"] = tuple(sorted({**terms, "mara": 9}.items()))
    for _, data in written.graph.nodes(data=True):
        if data["label"] == "Mara Vint":
            data["entries"] = len(written.members["pottery"])
    found = best_theme(find_themes(written.graph, written.terms), written.members["pottery"])
    assert found.people[0] == "Mara Vint"
    assert "mara" not in found.terms


def test_a_quote_says_a_word_that_the_reader_is_shown():
    written = diary()
    said = ["Mara Vint came by for soup again.", "Mara Vint showed me how to trim the clay."]
    for number, path in enumerate(sorted(written.members["pottery"])):
        for _, _, edge in written.graph.out_edges(f"entry:{path}", data=True):
            edge.update(context=said[number % 2], line=1)
    found = best_theme(find_themes(written.graph, written.terms), written.members["pottery"])
    assert "clay" in found.terms
    assert [quote.context for quote in found.evidence] == said[1:]


def test_stubs_do_not_hide_the_themes_of_what_was_written():
    written = diary()
    words = sorted({word for terms in written.terms.values() for word, _ in terms})
    rng = random.Random(4)
    for number in range(400):
        path = f"stub {number}.md"
        written.graph.add_node(f"entry:{path}", kind="entry", label=path, path=path, title=path)
        written.terms[f"entry:{path}"] = tuple((word, 1) for word in rng.sample(words, 3))
    themes = find_themes(written.graph, written.terms)
    for members in written.members.values():
        assert f1(set(best_theme(themes, members).entries), members) > 0.8


@pytest.mark.parametrize("when", ["July", "Weekend", "Mornings"])
def test_what_only_says_when_is_no_theme(when):
    written, tag = diary(), f"tag:{when.casefold()}"
    written.graph.add_node(tag, kind="tag", label=when)
    for path in sorted(written.members["pottery"]):
        written.graph.add_edge(f"entry:{path}", tag, key="tagged", kind="tagged", count=1,
                               line=1, context=f"#{when}")  # fmt: skip
    found = best_theme(find_themes(written.graph, written.terms), written.members["pottery"])
    assert found.label == "pottery"
    assert when not in found.terms


def test_a_tag_within_a_greater_one_is_a_theme_of_its_own():
    written = diary(tagged=True)
    written.graph.add_node("tag:glaze", kind="tag", label="glaze")
    for path in sorted(written.members["pottery"])[::2][:8]:
        written.graph.add_edge(f"entry:{path}", "tag:glaze", key="tagged", kind="tagged", count=1,
                               line=1, context="tags: glaze")  # fmt: skip
    labels = {theme.label for theme in find_themes(written.graph, written.terms)}
    assert labels >= {"pottery", "glaze"}


def test_entries_that_say_the_same_are_in_the_same_themes():
    written = diary()
    twins = {}
    for number, path in enumerate(sorted(written.members["pottery"])[:12]):
        twins[path] = twin = f"twin {number}.md"
        written.graph.add_node(
            f"entry:{twin}", **{**written.graph.nodes[f"entry:{path}"], "path": twin}
        )
        for _, target, edge in list(written.graph.out_edges(f"entry:{path}", data=True)):
            written.graph.add_edge(f"entry:{twin}", target, **edge)
        written.terms[f"entry:{twin}"] = written.terms[f"entry:{path}"]
    for theme in find_themes(written.graph, written.terms):
        assert all(
            (path in theme.entries) == (twin in theme.entries) for path, twin in twins.items()
        )


def test_labels_and_ids_are_unique(themes):
    assert len({theme.id for theme in themes}) == len({theme.label for theme in themes})
    assert len({theme.id for theme in themes}) == len(themes)


def test_the_order_of_the_graph_does_not_matter(written, themes):
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(reversed(list(written.graph.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(written.graph.edges(keys=True, data=True))))
    terms = dict(reversed(written.terms.items()))
    assert find_themes(shuffled, terms) == themes


@pytest.mark.parametrize("entries", [0, 1, 2, 5])
def test_a_tiny_vault_raises_nothing(entries):
    written = diary(entries)
    themes = find_themes(written.graph, written.terms)
    assert strongest_themes(written.graph, themes).keys() <= set(written.graph)


def test_entries_that_share_words_by_threes_alone_have_no_theme():
    written = diary(30, themes={})
    terms = {entry: ((f"word{n // 3}", 1),) for n, entry in enumerate(sorted(written.terms))}
    assert find_themes(written.graph, terms) == ()


def test_every_entry_of_a_theme_leads_to_a_theme(written, themes):
    theme_of = strongest_themes(written.graph, themes)
    paths = {path for theme in themes for path in theme.entries}
    assert {f"entry:{path}" for path in paths} <= theme_of.keys()
    assert set(theme_of.values()) <= {theme.id for theme in themes}


def without(written, gone):
    """The themes of the diary without some of its entries."""
    fewer = written.graph.copy()
    fewer.remove_nodes_from(gone)
    return find_themes(fewer, {e: words for e, words in written.terms.items() if e not in gone})


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("last", [False, True], ids=["anywhere", "at the end"])
def test_a_twentieth_more_entries_leaves_memberships_and_ids_where_they_were(seed, last):
    written = diary(seed=seed)
    paths = sorted(written.terms)
    share = len(paths) // 20
    gone = paths[-share:] if last else random.Random(seed).sample(paths, share)
    before, after = (
        without(written, set(gone)),
        {theme.id: theme for theme in find_themes(written.graph, written.terms)},
    )
    held = sum(len(theme.entries) for theme in before)
    stayed = sum(
        max(len({*theme.entries} & {*other.entries}) for other in after.values())
        for theme in before
    )
    assert stayed >= 0.85 * held
    assert sum(theme.id in after for theme in before) >= 0.85 * len(before)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("entries", [60, 120, 300])
def test_noise_has_no_themes(entries, seed):
    noise = diary(entries, seed=seed, themes={})
    assert find_themes(noise.graph, noise.terms) == ()


@pytest.mark.parametrize("seed", range(3))
def test_of_many_faint_themes_none_need_stand_out(seed):
    faint = {
        f"theme{n}": Planted(tuple(f"word{n}x{k}" for k in range(14)), Trend.STEADY, lambda _: 0.1)
        for n in range(30)
    }
    written = diary(250, seed=seed, themes=faint)
    assert len(find_themes(written.graph, written.terms)) >= 10
