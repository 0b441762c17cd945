import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from graph.export.text import plain
from graph.export.themes_json import export_themes_json
from graph.export.themes_md import escaped, export_themes_md, sparkline
from graph.model import Trend

QUOTE = {"path": "log/rain.md", "line": 3, "context": "At last *rain* on the beds."}


@pytest.fixture
def note(graph, analysis, theme, other_theme):
    """The note, with a change to its first theme."""

    def write(**changes: object) -> str:
        themes = (msgspec.structs.replace(theme, **changes), other_theme)
        changed = msgspec.structs.replace(analysis, themes=themes)
        return b"".join(export_themes_md(graph, changed, ())).decode()

    return write


def test_the_json_has_the_fields_of_the_contract_in_order(graph, analysis):
    found = json.loads(b"".join(export_themes_json(graph, analysis, ())))
    assert list(found) == ["generator", "themes", "bridges", "gaps"]
    assert list(found["themes"][0].items()) == [
        ("id", "t1"),
        ("label", "Garden and rain"),
        ("terms", ["bed", "rain"]),
        ("entries", ["2024-03-02.md", "log/rain.md", "plans.md"]),
        ("people", ["Mara K."]),
        ("tags", ["Garden", "garden/beds"]),
        ("urls", ["https://example.org/beds"]),
        ("first", "2024-03-02"),
        ("last", "2024-04-11"),
        ("by_month", {"2024-03": 1, "2024-04": 1}),
        ("trend", "steady"),
        ("score", 0.75),
        ("weights", [0.9, 0.8, 0.5]),
        ("ideas", ["no dig"]),
        ("sites", ["example.org"]),
        ("undated", 1),
        ("bursts", [["2024-03", "2024-03"]]),
        (
            "evidence",
            [{"path": "log/rain.md", "line": 3, "context": "At last *rain* on the beds."}],
        ),
        ("touches", [{"theme": "t2", "shared": 2}]),
    ]
    assert found["bridges"] == [{"person": "Mara K.", "themes": ["t1", "t2"], "entries": [2, 1]}]
    assert found["gaps"] == [
        {"themes": ["t1", "t2"], "people": ["Mara K."], "sources": ["example.org"]}
    ]


@pytest.mark.parametrize(
    ("by_month", "drawn"),
    [
        ({"2024-03": 5}, "█"),
        ({"2024-01": 1, "2024-02": 8}, "▁█"),
        ({"2024-01": 1, "2024-04": 1}, "█··█"),
        ({"2023-12": 4, "2024-01": 2}, "█▄"),
    ],
)
def test_months_are_drawn_as_bars(by_month, drawn):
    assert sparkline(by_month) == drawn


def test_a_long_span_is_drawn_in_48_columns():
    assert len(sparkline({f"{year}-01": 1 for year in range(1900, 2024)})) == 48


def test_an_undated_theme_has_no_course(note):
    bare = note(first="", last="", by_month={}, trend=Trend.UNKNOWN, undated=0)
    assert "\n3 entries\n" in bare


def test_what_has_no_date_is_counted(note):
    assert " · 1 without a date · " in note()


def test_a_sentence_stands_with_its_entry_and_line(note):
    assert (
        "> “At last \\*rain\\* on the beds.” — [[log/rain|Rain, at last]] (2024-04-11), line 3\n"
    ) in note()


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Garden and rain", "[[#Garden and rain|Garden and rain]]"),
        ("C# [notes]", r"C\# \[notes\]"),
    ],
)
def test_a_theme_is_a_link_to_its_section_where_one_can_be(note, label, shown):
    assert f"- Mara K.: {shown} and [[#Slow water|Slow water]]\n" in note(label=label)


def test_a_note_without_gaps_says_nothing_of_them(graph, analysis):
    bare = msgspec.structs.replace(analysis, bridges=(), gaps=())
    found = b"".join(export_themes_md(graph, bare, ())).decode()
    assert "never met" not in found
    assert "bridge" not in found


def test_long_lists_are_cut_and_say_so(note):
    assert "- and 2 more entries\n" in note(entries=tuple(f"{n}.md" for n in range(12)))


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("log/rain.md", "- [[log/rain|Rain, at last]] (2024-04-11)"),
        ("two words.md", "- [[two words|two words.md]]"),
        ("日記/雨.md", "- [[日記/雨|日記/雨.md]]"),
        ("a|b.md", "- [a|b.md](<a%7Cb.md>)"),
        ("a#b.md", r"- [a\#b.md](<a%23b.md>)"),
        ("[x].md", r"- [\[x\].md](<%5Bx%5D.md>)"),
        ("a\nb.md", "- [a b.md](<a%0Ab.md>)"),
        ("<b>.md", r"- [\<b\>.md](<%3Cb%3E.md>)"),
        ("a`b`.md", r"- [a\`b\`.md](<a%60b%60.md>)"),
    ],
)
def test_entries_are_links_that_obsidian_follows(note, path, link):
    assert link in note(entries=(path,)).splitlines()


@pytest.mark.parametrize(
    ("title", "alias"),
    [
        ("a ]] b", "a )) b"),
        ("a | b", "a ¦ b"),
        ("<img src=x onerror=alert(1)>", "‹img src=x onerror=alert(1)>"),
        ("two\nlines", "two lines"),
        ("100 %% of it", "100 % of it"),
        ("`= this.x` \\", "'= this.x' ∖"),
        ("R&D -> C", "R&D -> C"),
    ],
)
def test_no_title_breaks_out_of_its_link(graph, analysis, theme, title, alias):
    graph.nodes["entry:plans.md"]["title"] = title
    found = b"".join(export_themes_md(graph, analysis, ())).decode()
    assert f"- [[plans|{alias}]]" in found.splitlines()


@pytest.mark.parametrize(
    ("tag", "shown"),
    [("garden", "#garden"), ("a/b", "#a/b"), ("2024", "2024"), ("two words", "two words")],
)
def test_tags_are_live_where_obsidian_reads_them(note, tag, shown):
    assert f"- **Tags**: {shown}\n" in note(tags=(tag,))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("R&D in 5% of v=1, e.g. mood-swings (2)", "R&D in 5% of v=1, e.g. mood-swings (2)"),
        ("&lt; == %% *a* [b](c) #d", r"\&lt; \== \%% \*a\* \[b\](c) \#d"),
    ],
)
def test_only_markup_is_escaped(text, shown):
    assert escaped(text) == shown


def test_a_link_is_shown_by_its_label(note):
    assert "- **Links**: [Beds](<https://example.org/beds>)\n" in note()


def test_only_web_addresses_are_links(note):
    found = note(urls=("javascript:alert(1)", "https://example.org/a b>c"))
    assert "- **Links**: javascript:alert(1), " in found
    assert r"[example.org/a b\>c](<https://example.org/a%20b%3Ec>)" in found


MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@given(st.text())
def test_escaped_text_reads_as_the_text_itself(text):
    (block,) = MARKDOWN.parseInline(f"x{escaped(text)}x")
    assert {child.type for child in block.children} <= {"text", "text_special"}
    assert (
        "".join(child.content for child in block.children) == f"x{' '.join(plain(text).split())}x"
    )


@given(st.text(), st.text())
def test_no_text_of_the_vault_becomes_html(label, name):
    tokens = MARKDOWN.parse(f"## {escaped(label)}\n\n- **People**: {escaped(name)}\n")
    found = [token.type for token in tokens] + [
        child.type for token in tokens for child in token.children or ()
    ]
    assert not [kind for kind in found if "html" in kind or "link" in kind or "code" in kind]
    assert found.count("heading_open") == 1
