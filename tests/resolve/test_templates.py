"""Which headings and labels come from a template, and are no ideas."""

import pytest

from graph.config import Config
from graph.model import Collocation, PhraseSource, SourceFile
from graph.parse import parse
from graph.resolve.templates import template_labels

THREE = "## Must do\n\n## Tide tables\n\n## Link to\n"
TWO = "## Tide tables\n\n## Link to\n"


@pytest.fixture
def ideas(know):
    """Labels of the ideas of a vault with these texts."""

    def ideas(*texts):
        files = (SourceFile(f"{n}.md", text.encode()) for n, text in enumerate(texts))
        known = know(*(parse(file, Config()) for file in files))
        return [known.nodes[f"idea:{key}"].label for key in known.ids("idea")]

    return ideas


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([THREE] * 2, []),
        ([TWO] * 3, []),
        ([TWO] * 2, ["Link to", "Tide tables"]),
        (["## Tide tables\n"] * 3, ["Tide tables"]),
        (["## Tide tables\n\n## Link to\n", "## Link to\n\n## Tide tables\n"] * 2,
         ["Link to", "Tide tables"]),
        (["## 1. Must do\n\n## 2. Tide tables\n\n## 3. Link to\n", THREE], []),
        (["**Tides** \n\n**Herons:**\n\n**Link to** — \n"] * 2, []),
        (["- **Tides:** low at six\n- **Herons:** two\n- **Link to:** none\n"] * 2, []),
        (["## Tide tables\n\n## Link to\n\n## Tide tables\n"] * 2, ["Link to", "Tide tables"]),
    ],
)  # fmt: skip
def test_labels_that_entries_share_in_their_order_are_no_ideas(ideas, texts, expected):
    assert ideas(*texts) == expected


def test_they_are_none_where_they_stand_by_themselves_either(ideas):
    assert ideas(THREE, THREE, "## Link to\n", "## Link to\n") == []


def test_a_label_that_stands_more_often_by_itself_is_an_idea(ideas):
    others = ["We saw two herons."] * 20
    assert ideas(THREE, THREE, *["## Link to\n"] * 3, *others) == ["Link to"]


def test_what_the_text_itself_sets_apart_is_an_idea_though_a_label_is_called_so(ideas):
    assert ideas(THREE, THREE, "We read the **tide tables** again.") == ["tide tables"]


def test_a_template_gives_no_terms(write, know):
    def entry(number, context):
        label = write.phrase("Tide tables", PhraseSource.HEADING)
        other = write.phrase("Link to", PhraseSource.HEADING)
        pair = Collocation("Tide tables", 1, context)
        return write.entry(f"{number}.md", phrases=(label, other), collocations=[pair], words=99)

    labels = [entry(number, "Tide tables") for number in range(3)]
    said = [entry(number, "by the tide tables") for number in range(3)]
    assert know(*labels).ids("idea") == []
    assert know(*said).ids("idea") == ["tide-tables"]


def test_links_and_words_in_the_text_are_no_labels(write):
    emphasis, link = PhraseSource.EMPHASIS, PhraseSource.LINK_TEXT
    texts = ("tides", "herons", "reeds")
    said = [write.phrase(text, emphasis) for text in texts]
    for phrases in (
        [write.phrase(text, link) for text in texts],
        [type(p)(p.text, p.source, type(p.spot)(1, f"the {p.text} again")) for p in said],
        [type(p)(p.text, p.source, type(p.spot)(1, f"{p.text} again")) for p in said],
    ):
        entries = [write.entry(f"{n}.md", phrases=tuple(phrases)) for n in range(2)]
        assert template_labels(entries) == frozenset()
