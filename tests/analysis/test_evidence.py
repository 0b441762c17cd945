import networkx as nx
import pytest

from graph.analysis.evidence import MOST_QUOTES, Lines, find_quotes

WORDS = {"clay": 4.0, "wild clay": 3.0, "kiln": 2.0, "glaze": 1.0}


def vault(*lines: tuple[str, str, str]):
    """The lines of entries, from path, date and one line each."""
    graph = nx.MultiDiGraph()
    graph.add_node("idea:clay", kind="idea", label="clay")
    for number, (path, date, context) in enumerate(lines):
        entry = f"entry:{path}"
        graph.add_node(entry, kind="entry", path=path, date=date)
        graph.add_node(f"idea:{number}", kind="idea", label=str(number))
        graph.add_edge(entry, f"idea:{number}", kind="discusses", line=7, context=context)
    return Lines(graph), list(dict.fromkeys(f"entry:{path}" for path, _, _ in lines))


def quoted(*lines):
    return [quote.context for quote in find_quotes(*vault(*lines), WORDS)]


def test_a_quote_says_where_it_stands():
    (quote,) = find_quotes(*vault(("a.md", "2024-01-01", "We dug clay below the bridge.")), WORDS)
    assert (quote.path, quote.line, quote.context) == ("a.md", 7, "We dug clay below the bridge.")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("We dug wild clay below the bridge.", "We dug a hole below the bridge, glaze and all."),
        ("The kiln was hot all night.", "of the kiln and of all the other"),
        ("The kiln was hot all night.", "The kiln was hot all night, and then it w…"),
        ("The kiln was hot all night.", "…and then the kiln was hot all night."),
    ],
    ids=["more of the theme's words", "a whole sentence", "not one that is cut", "a beginning"],
)
def test_of_two_sentences_of_an_entry_the_better_is_quoted(better, worse):
    assert quoted(("a.md", "2024-01-01", worse), ("a.md", "2024-01-01", better)) == [better]


@pytest.mark.parametrize(
    "line",
    [
        "Nothing of this is about it at all.",
        "clay kiln",
        "tags: clay, kiln, glaze, other things",
        "topic:: clay kiln glaze other things",
        "ut of the clay that we dug by the river, and the kiln w",
        "",
    ],
)
def test_what_shows_nothing_is_no_quote(line):
    assert quoted(("a.md", "2024-01-01", line)) == []


def test_quotes_of_one_month_stand_in_the_order_of_their_days():
    later = ("a.md", "2024-01-20", "We dug wild clay below the bridge.")
    earlier = ("b.md", "2024-01-02", "The kiln was hot all night.")
    assert quoted(later, earlier) == [earlier[2], later[2]]


def test_quotes_come_from_different_entries_in_order_of_time():
    lines = [
        ("c.md", "", "At some time we fired the kiln."),
        ("b.md", "2024-05-01", "In May we fired the kiln again."),
        ("a.md", "2024-01-01", "In winter we fired the kiln once."),
        ("a.md", "2024-01-01", "In winter we fired the kiln twice."),
    ]
    assert [text.split()[1] for text in quoted(*lines)] == ["winter", "May", "some"]


def test_quotes_differ_in_what_they_say():
    lines = [(f"{n}.md", f"2024-{n:02}-01", f"Clay on the day number {n}.") for n in range(1, 10)]
    lines.append(("glaze.md", "2024-12-01", "The glaze ran down to the shelf."))
    found = quoted(*lines)
    assert len(found) == MOST_QUOTES
    assert "The glaze ran down to the shelf." in found


def test_what_several_entries_repeat_is_quoted_once():
    lines = [(f"{n}.md", f"2024-{n:02}-01", "How was the clay today?") for n in range(1, 5)]
    assert quoted(*lines, ("e.md", "2024-05-01", "Glaze at last.  The shelf is full.")) == [
        "How was the clay today?",
        "Glaze at last.  The shelf is full.",
    ]


def test_scripts_without_spaces_are_quoted_too():
    lines, entries = vault(("a.md", "2024-01-01", "今日は粘土を川で掘りました。"))
    assert find_quotes(lines, entries, {"粘土": 2.0})
