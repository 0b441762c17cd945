import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.config import Config
from graph.model import SourceFile
from graph.parse import parse
from graph.parse.text import MAX_CONTEXT, count_words, sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Two words.", 2),
        ("don't well-known rock’n’roll", 3),
        ("看海 near 海边", 5),
        ("ソート表", 4),
        ("어제 바다", 2),
        ("at https://example.com/a-b/c now", 3),
        ("— … 12:30", 2),
    ],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text)[0] == words


def test_terms_are_folded_words_that_carry_meaning() -> None:
    _, terms = count_words("The Tide's high; tides turn, the TIDE turns. An ebb, 2024, a3 b.")
    assert terms == (("ebb", 1), ("high", 1), ("tide", 2), ("tides", 1), ("turn", 1), ("turns", 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("看海边的灯塔", "海边 灯塔 看海"),
        ("海辺のコーヒーを飲む", "コーヒー 海辺"),
        ("海, 灯", ""),
        ("自己", ""),
        ("夜の灯台、灯台", "灯台 灯台"),
        ("iPhone海边", "iphone 海边"),
        ("바닷가에서", "바닷가에서"),
        ("der Leuchtturm und das Meer", "leuchtturm meer"),
        ("le phare dans la brume", "brume phare"),
    ],
)
def test_terms_of_other_languages(text: str, expected: str) -> None:
    _, terms = count_words(text)
    assert " ".join(" ".join([term] * count) for term, count in terms) == expected


def test_words_of_two_blocks_stay_apart() -> None:
    entry = parse(SourceFile("note.md", b"# Harbour\n\nlight\n\n- fence\n- heron\n"), Config())
    assert entry.terms == (("fence", 1), ("harbour", 1), ("heron", 1), ("light", 1))
    assert entry.words == 4


def test_the_times_of_logseqs_tasks_are_no_text() -> None:
    times = "SCHEDULED: <2025-01-07 Tue>\n  :LOGBOOK:\n  CLOCK: [2025-01-05 Sun]\n  :END:"
    entry = parse(
        SourceFile("note.md", f"- TODO beans\n  {times}\n  and peas\n".encode()), Config()
    )
    assert [term for term, _ in entry.terms] == ["beans", "peas", "todo"]


def test_properties_above_the_text_are_no_text() -> None:
    text = b"# Frost\n\nDate: 2025-01-05\nMood: calm\n\nBeds.\n"
    assert parse(SourceFile("note.md", text), Config()).words == 2


@pytest.mark.parametrize(
    ("text", "fact", "context"),
    [
        ("One. Two three. Four.", "three", "Two three."),
        ("One\ntwo three\nfour", "three", "two three"),
        ("一。二三。四", "三", "二三。"),
        ("  much   room  ", "room", "much room"),
    ],
)
def test_a_fact_stands_in_its_sentence_or_line(text: str, fact: str, context: str) -> None:
    start = text.index(fact)
    assert sentence(text, start, start + len(fact)) == context


def test_a_long_sentence_is_cut_around_the_fact() -> None:
    text = "word " * 100 + "fact" + " word" * 100
    context = sentence(text, 500, 504)
    assert context.startswith("…word")
    assert context.endswith("word…")
    assert " fact " in context
    assert len(context) <= MAX_CONTEXT


@given(st.text(), st.integers(0, 400), st.integers(0, 400))
def test_a_context_is_short(text: str, start: int, length: int) -> None:
    assert len(sentence(text, start, start + length)) <= MAX_CONTEXT
