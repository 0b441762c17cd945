"""What speaks for a person and against is said in words, whatever it is."""

import pytest

from graph.model import REASONS, NameSign, in_words
from graph.resolve.prose.weights import BIAS, weights

SAID = [
    ("after-with +1.3", "for it “with” before it (1.3)"),
    ("given +1.3, ways +0.4", "for it a given name (1.3), the ways in which it is met (0.4)"),
    (
        "peers +1.3, common -0.8, short -0.2",
        "for it the names beside it (1.3); "
        "against it a common English word (0.8), a short word (0.2)",
    ),
    ("common -0.8", "against it a common English word (0.8)"),
    ("of-tomorrow +0.3", "for it of-tomorrow (0.3)"),
    ("", ""),
]


@pytest.mark.parametrize(("codes", "words"), SAID)
def test_codes_become_words(codes, words) -> None:
    assert in_words(codes) == words


def test_every_code_has_words_and_no_others_have() -> None:
    of_vault = {code for row in weights().evidence.values() for code in row}
    codes = of_vault | {sign.value for sign in NameSign}
    assert set(REASONS) == codes - {BIAS, "look"}


def test_no_two_codes_have_the_same_words() -> None:
    assert len(set(REASONS.values())) == len(REASONS)
