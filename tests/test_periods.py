"""Stretches of time, and what changed from one to another."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import query
from graph.errors import UsageError
from graph.model import Quote, Theme, Trend


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2024", ["2024-01-01", "2024-12-31"], ["2023-12-31", "2025-01-01", ""]),
        ("2024-09", ["2024-09-01", "2024-09-30"], ["2024-08-31", "2024-10-01"]),
        ("2024-09-25", ["2024-09-25"], ["2024-09-24", "2024-09-26"]),
        ("2024-09..2025-03", ["2024-09-01", "2025-03-31"], ["2024-08-31", "2025-04-01"]),
        ("2024..2024-06-15", ["2024-01-01", "2024-06-15"], ["2024-06-16"]),
        ("..2024", ["1900-01-01", "2024-12-31"], ["2025-01-01", ""]),
        ("2024..", ["2024-01-01", "2999-01-01"], ["2023-12-31", ""]),
    ],
)
def test_a_period_is_a_date_or_a_range(text, inside, outside):
    period = query.parse_period(text)
    assert [day for day in inside if not period.holds(day)] == []
    assert [day for day in outside if period.holds(day)] == []


@pytest.mark.parametrize(
    "text", ["", "..", "24", "2024-13", "2024-9", "last year", "2025..2024", "2024-09..2024-08-31"]
)
def test_what_names_no_time_is_refused_with_a_hint(text):
    with pytest.raises(UsageError) as caught:
        query.parse_period(text)
    assert "2024-09" in caught.value.hint or "before it begins" in caught.value.message


@given(st.text())
def test_no_text_raises_anything_else(text):
    try:
        assert query.parse_period(text).name == text
    except UsageError:
        return


def theme(name, *paths, **more):
    return Theme(name, name.title(), (), paths, (), (), (), "", "", {}, Trend.STEADY, 1.0, **more)


@pytest.fixture
def graph():
    """Ten entries of 2023, ten of 2024, one undated; Ilse comes, Tove goes, Anna stays."""
    graph = nx.MultiDiGraph()
    for name in ("ilse", "tove", "anna"):
        graph.add_node(f"person:{name}", kind="person", label=name.title())
    for year, guest in ((2023, "tove"), (2024, "ilse")):
        for month in range(1, 11):
            path = f"{year}-{month:02}.md"
            graph.add_node(f"entry:{path}", kind="entry", path=path, date=f"{year}-{month:02}-05")
            for name in (guest, "anna") if month % 2 else ():
                graph.add_edge(f"entry:{path}", f"person:{name}", kind="mentions")
    graph.add_node("entry:loose.md", kind="entry", path="loose.md")
    return graph


def compared(graph, *themes):
    return query.compare(graph, themes, query.parse_period("2023"), query.parse_period("2024"))


def test_what_came_and_what_went_is_told_of_people(graph):
    found = compared(graph)
    assert [(one.label, one.before, one.after, one.change) for one in found.people] == [
        ("Ilse", 0, 5, "came"),
        ("Tove", 5, 0, "went"),
    ]


def test_entries_without_a_date_are_counted_and_in_neither(graph):
    found = compared(graph)
    assert (found.first.entries, found.second.entries, found.undated) == (10, 10, 1)


def test_every_theme_of_either_time_is_told(graph):
    themes = [
        theme("pottery", *(f"2024-{month:02}.md" for month in range(1, 7))),
        theme("choir", "2023-01.md", "2023-02.md", "2024-01.md"),
        theme("later", "loose.md"),
    ]
    assert [(one.id, one.change) for one in compared(graph, *themes).themes] == [
        ("pottery", "came"),
        ("choir", "kept"),
    ]


@given(*[st.integers(0, 50)] * 4)
def test_change_and_its_reverse_are_as_sure(a, b, more, others):
    sizes = (a + more, b + others)
    there = query.log_likelihood(a, b, sizes)
    assert there == pytest.approx(query.log_likelihood(b, a, sizes[::-1]), abs=1e-9)
    assert there >= -1e-9


def test_a_theme_of_a_stretch_holds_only_what_lies_in_it(graph):
    quotes = tuple(Quote(path, 1, "so it was") for path in ("2023-01.md", "2024-01.md"))
    whole = theme(
        "choir", "2024-01.md", "2023-01.md", "loose.md", weights=(0.9, 0.8, 0.7), evidence=quotes
    )
    (found,) = query.themes_within(graph, [whole], query.parse_period("2024"))
    assert found.entries == ("2024-01.md",)
    assert found.weights == (0.9,)
    assert found.evidence == quotes[1:]
    assert (found.first, found.last, found.by_month) == ("2024-01-05", "2024-01-05", {"2024-01": 1})
    assert query.themes_within(graph, [whole], query.parse_period("2022")) == ()
    assert query.undated(graph) == 1
