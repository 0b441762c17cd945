"""Links by the places where a site shows its entries."""

import pytest


@pytest.fixture
def posts(write):
    return [
        write.entry("_posts/2025-01-05-the-ferry.md"),
        write.entry("_posts/walks/2025-02-06-low-tide.markdown"),
        write.entry("pages/about.md", meta=(("permalink", "/who/we/are.html"),)),
        write.entry("pages/now.md", meta=(("url", "/these-days/"),)),
        write.entry("pages/home.md", meta=(("url", "/"),)),
        write.entry("pages/abroad.md", meta=(("url", "https://example.com/abroad"),)),
        write.entry("boats.md"),
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/2025/01/05/the-ferry/", "_posts/2025-01-05-the-ferry.md"),
        ("/2025/01/05/the-ferry.html", "_posts/2025-01-05-the-ferry.md"),
        ("/2025/02/06/low-tide/index.html", "_posts/walks/2025-02-06-low-tide.markdown"),
        ("/walks/sea/2025/02/06/low-tide", "_posts/walks/2025-02-06-low-tide.markdown"),
        ("/the-ferry/", "_posts/2025-01-05-the-ferry.md"),
        ("/who/we/are.html", "pages/about.md"),
        ("/who/we/are", "pages/about.md"),
        ("/these-days/", "pages/now.md"),
        ("/boats", "boats.md"),
    ],
)
def test_a_link_to_a_page_of_the_site_leads_to_its_entry(write, know, posts, target, expected):
    source = write.entry("a.md", links=(write.markdown(target),))
    assert know(*posts, source).targets("a.md", "links_to") == [f"entry:{expected}"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/2025/01/06/the-ferry/", ["missing:2025/01/06/the-ferry"]),
        ("/2025/01/05/the-ferry.pdf", []),
        ("/who.html", []),
        ("/abroad-too/", ["missing:abroad-too"]),
    ],
)
def test_another_link_of_that_form_leads_nowhere(write, know, posts, target, expected):
    source = write.entry("a.md", links=(write.markdown(target),))
    assert know(*posts, source).targets("a.md", "links_to") == expected


def test_the_page_at_the_top_of_the_site_is_not_what_nobody_has_written(write, know, posts):
    source = write.entry("a.md", links=(write.wiki("Harbour"), write.markdown("harbour.md")))
    assert know(*posts, source).targets("a.md", "links_to") == ["missing:harbour"]


def test_two_posts_of_one_name_are_told_apart_by_their_days(write, know):
    posts = [write.entry(f"_posts/2025-01-0{day}-notes.md") for day in (5, 6)]
    links = (write.markdown("/2025/01/06/notes/"), write.markdown("/notes/"))
    known = know(*posts, write.entry("a.md", links=links))
    assert known.targets("a.md", "links_to") == [
        "entry:_posts/2025-01-05-notes.md",
        "entry:_posts/2025-01-06-notes.md",
    ]
    assert known.codes() == ["link-ambiguous"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("obsidian://boats", ["entry:boats.md"]),
        ("obsidian://pages/about.md", ["entry:pages/about.md"]),
        ("obsidian://of another vault", []),
    ],
)
def test_an_address_of_obsidians_leads_to_a_note_of_this_vault(
    write, know, posts, target, expected
):
    known = know(*posts, write.entry("a.md", links=(write.markdown(target),)))
    assert known.targets("a.md", "links_to") == expected
    assert known.codes() == []
