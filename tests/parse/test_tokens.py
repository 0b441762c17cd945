"""The passages of an entry are cut into words together, and as each would be alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import NameSign
from graph.parse.collocations import collocations
from graph.parse.prose.candidates import find_candidates
from graph.parse.prose.kinds import BREAK
from graph.parse.prose.passages import Mark, Passage
from graph.parse.prose.tokens import NOWHERE, Tokens, gaps_and_words
from graph.parse.text import count_words

PIECES = (
    *("tide", "Mira", "Okafor's", "J.", "R.R.", "A.", "e.g.", "Dr.", "St.", "3.5,", "u.s."),
    *("well-known", "(low", "water)", "--", "//", "潮汐", "潮A.", "x.", "\0\0", "’s", "_a_", "ok,"),
    *("\n", "\t", "\u00a0", "", "#", "w/", "…", "5k.", "it's."),
)
texts = st.lists(st.sampled_from(PIECES), max_size=8).flatmap(
    lambda pieces: st.sampled_from((" ", "")).map(lambda blank: blank.join(pieces))
)


@given(st.lists(texts, max_size=4))
def test_each_passage_is_cut_as_if_it_were_alone(texts: list[str]) -> None:
    tokens = Tokens([Passage(text, 1) for text in texts])
    for number, text in enumerate(texts):
        assert tokens.parts_of(number) == gaps_and_words(text)[:-1]


european = st.text(
    st.one_of(st.sampled_from("A.a'’-e s\n3éŁ🌊ẞ"), st.characters(max_codepoint=0x2BFF))
)


@given(european)
def test_a_text_is_cut_in_one_way_whatever_letters_stand_before_it(text: str) -> None:
    _, first, before, *rest = gaps_and_words("潮\n" + text)
    assert first == "潮"
    assert [before.removeprefix("\n"), *rest] == gaps_and_words(text)


@given(european)
def test_words_are_counted_in_one_way_whatever_letters_stand_before_them(text: str) -> None:
    text = "x".join(text.split()).replace("://", "")
    words, terms = count_words(text)
    assert count_words("潮" + text) == (words + 1, terms)


@given(st.lists(texts, max_size=4))
def test_a_token_begins_where_its_place_says(texts: list[str]) -> None:
    tokens, place = Tokens([Passage(text, 7) for text in texts]), NOWHERE
    for index, word in enumerate(tokens.words):
        if word == BREAK:
            continue
        if index >= place.end:
            place = tokens.place(index)
        start, text = place.start(index), place.passage.text
        assert text.startswith(word, start)
        assert place.line == 7 + text.count("\n", 0, start)


@given(st.lists(texts, max_size=4))
def test_no_name_and_no_pair_goes_over_the_end_of_a_passage(texts: list[str]) -> None:
    passages = [Passage(text, 1) for text in texts]
    whole = Tokens(passages)
    alone = [Tokens([passage]) for passage in passages]
    names = {name.name for each in alone for name in find_candidates(each)}
    pairs = {pair.text.lower() for each in alone for pair in collocations(each)}
    assert {name.name for name in find_candidates(whole)} == names
    assert {pair.text.lower() for pair in collocations(whole)} == pairs


@pytest.mark.parametrize(
    ("marked", "names"),
    [((0, 4), ["Mira", "Okafor"]), ((0, 11), ["Mira Okafor"]), ((5, 11), ["Mira", "Okafor"])],
)
def test_a_name_does_not_go_over_the_end_of_a_mark(
    marked: tuple[int, int], names: list[str]
) -> None:
    text = "Mira Okafor rowed"
    passages = [Passage("before", 1), Passage(text, 2, (Mark(NameSign.BOLD, *marked),))]
    assert [found.name for found in find_candidates(Tokens(passages))] == names
