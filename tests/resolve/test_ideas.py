"""Which phrases are ideas."""

import pytest

from graph.model import NameCue, PhraseSource
from graph.resolve.phrases import is_phrase, stem_key

EMPHASIS, HEADING, LINK_TEXT = (
    PhraseSource.EMPHASIS,
    PhraseSource.HEADING,
    PhraseSource.LINK_TEXT,
)

TERMS = (("fuzzy", 1), ("slowness", 1))
"""Content words, as parsing gives them: `really` is none."""


@pytest.fixture
def ideas(write, know):
    """Labels of the ideas in a vault whose entries each hold these phrases."""

    def ideas(*entries, links=(), names=(), config=None):
        vault = [
            write.entry(
                f"{number}.md",
                phrases=tuple(write.phrase(*phrase) for phrase in phrases),
                links=tuple(map(write.wiki, links)),
                names=tuple(write.name(name, NameCue.MENTION) for name in names),
                terms=TERMS,
            )
            for number, phrases in enumerate(entries)
        ]
        known = know(*vault, config={"ideas": config or {}})
        return [known.nodes[f"idea:{key}"].label for key in known.ids("idea")]

    return ideas


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([[("slow travel by train", EMPHASIS)]], ["slow travel by train"]),
        ([[("slowness", EMPHASIS)]], []),
        ([[("slowness", EMPHASIS)], [("Slowness.", EMPHASIS)]], ["Slowness"]),
        ([[("slowness", EMPHASIS), ("slowness", EMPHASIS)]], []),
        ([[("really", EMPHASIS)], [("really", EMPHASIS)]], []),
        ([[("AI", EMPHASIS)], [("AI", EMPHASIS)]], ["AI"]),
        ([[("Slow travel", HEADING)]], []),
        ([[("2. Slow travel", HEADING)], [("Slow travel", HEADING)]], ["Slow travel"]),
        ([[("Slow travel", HEADING)], [("slow travel", LINK_TEXT)]], ["Slow travel"]),
        ([[("Fuzzy task", EMPHASIS)], [("fuzzy tasks", HEADING)]], ["Fuzzy task"]),
        ([[("here", LINK_TEXT)], [("here", LINK_TEXT)]], []),
        ([[("C++", HEADING)], [("C", HEADING)], [("C++", HEADING)], [("C#", HEADING)]], ["C++"]),
    ],
)
def test_a_vault_has_the_ideas(ideas, entries, expected):
    assert ideas(*entries) == expected


@pytest.mark.parametrize("text", ["here", "this", "Read more", "click here", "website", "video"])
def test_a_link_text_that_only_points_is_no_idea(write, know, text):
    pointing = write.phrase(text, LINK_TEXT)
    terms = tuple((word.lower(), 1) for word in sorted(text.split()))
    vault = [write.entry(f"{n}.md", phrases=(pointing,), terms=terms) for n in range(2)]
    assert know(*vault).ids("idea") == []


@pytest.mark.parametrize(("things", "expected"), [(1, ["reed-music"]), (3, [])])
def test_the_text_of_links_is_no_idea_if_it_leads_to_several_things(write, know, things, expected):
    phrase = write.phrase("Reed Music", LINK_TEXT)
    vault = [
        write.entry(
            f"{number}.md",
            phrases=(phrase,),
            urls=(write.url(f"https://example.com/{number % things}", "Reed Music"),),
        )
        for number in range(3)
    ]
    assert know(*vault).ids("idea") == expected


@pytest.mark.parametrize("text", ["slow travel", "慢旅行", "plan B", "the 5 am club", "X"])
def test_a_text_can_be_an_idea(text):
    assert is_phrase(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "3.5 %",
        "Sep 25th, 2024",
        "25 September",
        "Monday",
        "Last week",
        "6 months",
        "Fall 2022",
        "Release 0.4",
        "See also",
        "https://example.com",
        "see www.example.com",
        "growth.example",
        "Notes on growth.md",
        "me@example.com",
        "heron (2b1e07c4-52a6-4d53-9f0c-8b1f3a6d9e70)",
        "heron 9f0c8b1f3a6d9e70",
        "202503141030 Herons",
        "We went there on foot today.",
        "nine words are more than an idea can have",
        "x" * 200,
    ],
)
def test_a_text_cannot_be_an_idea(text):
    assert not is_phrase(text)


def test_a_phrase_in_most_entries_is_a_template(ideas):
    entries = [[("Morning pages", HEADING)]] * 5
    assert ideas(*entries) == []
    assert ideas(*entries, *[[]] * 20) == ["Morning pages"]


def test_a_missing_wikilink_that_recurs_is_an_idea(ideas):
    assert ideas([], links=["Slow travel"]) == []
    assert ideas([], [], links=["Slow travel", "far/away"]) == ["Slow travel"]


def test_a_person_is_no_idea(ideas):
    assert ideas([("Ada Finch", EMPHASIS)], names=["ada finch"]) == []


def test_what_the_config_ignores_is_no_idea(ideas):
    assert ideas([("fuzzy tasks", EMPHASIS)], config={"ignore": ["Fuzzy task"]}) == []


def test_a_link_text_whose_entry_is_in_the_graph_is_no_idea(write, know):
    phrases = (write.phrase("slow travel", LINK_TEXT),)
    links = (write.wiki("Trains|slow travel"),)
    writers = [write.entry(f"{n}.md", phrases=phrases, links=links) for n in range(2)]
    assert know(*writers, write.entry("Trains.md")).ids("idea") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("tasks", "task"), ("Stories", "story"), ("flies", "fly"), ("Fuzzy  Tasks!", "fuzzy-task")],
)
def test_two_phrases_are_one_idea(first, second):
    assert stem_key(first) == stem_key(second)


@pytest.mark.parametrize(
    ("first", "second"), [("glass", "glas"), ("ties", "ty"), ("tennis", "tenni"), ("C++", "C")]
)
def test_two_phrases_are_two_ideas(first, second):
    assert stem_key(first) != stem_key(second)
