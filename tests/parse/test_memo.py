"""A memo saves work and never grows without bound."""

from graph.parse import memo
from graph.parse.memo import Memo


def test_what_was_made_is_not_made_again() -> None:
    made: list[str] = []
    lengths = Memo(lambda word: made.append(word) or len(word))
    assert [lengths[word] for word in ("tide", "ebb", "tide")] == [4, 3, 4]
    assert made == ["tide", "ebb"]


def test_a_full_memo_begins_anew(monkeypatch) -> None:
    monkeypatch.setattr(memo, "MAX_WORDS", 3)
    lengths = Memo(len)
    assert [lengths["x" * number] for number in range(1, 8)] == [1, 2, 3, 4, 5, 6, 7]
    assert len(lengths) <= 3


def test_a_very_long_word_is_not_kept(monkeypatch) -> None:
    monkeypatch.setattr(memo, "MAX_LENGTH", 4)
    lengths = Memo(len)
    assert lengths["tides"] == 5
    assert not lengths
