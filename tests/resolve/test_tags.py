"""Tags and their broader tags."""

import pytest


@pytest.fixture
def tagged(write, know):
    def tagged(*names):
        return know(write.entry("a.md", tags=tuple(map(write.tag, names))))

    return tagged


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        (["Journal"], ["journal"]),
        (["#Journal", "JOURNAL"], ["journal"]),
        (["a/B/c"], ["a", "a/b", "a/b/c"]),
        (["a//b/"], ["a", "a/b"]),
        (["日記"], ["日記"]),
        (["Straße", "STRASSE"], ["strasse"]),
        (["1984", "", "#", "/"], []),
        (["y1984"], ["y1984"]),
    ],
)
def test_tags_have_the_keys(tagged, written, keys):
    assert tagged(*written).ids("tag") == keys


def test_an_entry_has_the_tag_as_written_and_tags_their_broader_ones(tagged):
    known = tagged("a/b/c")
    assert known.edges("tagged") == [("entry:a.md", "tag:a/b/c")]
    assert known.edges("broader") == [("tag:a/b", "tag:a"), ("tag:a/b/c", "tag:a/b")]


def test_a_tag_is_labelled_by_its_commonest_spelling(tagged):
    known = tagged("Deep/Sea", "deep/sea", "deep/sea", "Deep/Air")
    assert [known.nodes[f"tag:{key}"].label for key in ("deep", "deep/sea")] == ["Deep", "deep/sea"]


def test_a_tag_that_is_nested_too_deep_stands_alone(tagged):
    known = tagged("/".join("x" * 40))
    assert (len(known.ids("tag")), known.codes()) == (1, ["tag-deep"])
