"""Words that nothing beside them calls a name are passed over, and no candidate is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import NameCandidate
from graph.parse.prose import tokens
from graph.parse.prose.candidates import find_candidates
from graph.parse.prose.passages import Passage
from graph.parse.prose.tokens import Tokens

WORDS = (
    *(
        "okafor",
        "tidewrack",
        "mira",
        "Mira",
        "Okafor",
        "with",
        "and",
        "said",
        "the",
        "ferry",
        "saw",
    ),
    *(
        "by",
        "van",
        "de",
        "uncle",
        "dr.",
        "j",
        "J.",
        "w/",
        "&",
        "-",
        ",",
        ".",
        ":",
        "'s",
        "I",
        "The",
    ),
    *("painter", "called", "ok", "dm", "xx", "\n", ""),
)
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def candidates(*texts: str) -> tuple[NameCandidate, ...]:
    return find_candidates(Tokens([Passage(text, 1) for text in texts]))


@given(texts)
def test_no_candidate_is_lost(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_is_plain_line", lambda _: False)
        expected = candidates(text)
    assert candidates(text) == expected


def test_a_word_is_kept_where_its_neighbour_tells() -> None:
    assert [found.name for found in candidates("rowed with okafor today")] == ["okafor"]
    assert candidates("rowed past okafor today") == ()
