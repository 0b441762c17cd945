"""Logseq's and Dendron's own ways with links."""

import pytest

from graph.config import LinksConfig
from graph.resolve.dialects import detect


@pytest.fixture
def logseq(write):
    return [
        write.entry("journals/2024_09_25.md"),
        write.entry("pages/Garden___Pond.md"),
        write.entry("pages/Garden%2FShed.md"),
        write.entry("pages/hedge.md", title="Hedge Rows"),
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Garden/Pond", "entry:pages/Garden___Pond.md"),
        ("garden/shed", "entry:pages/Garden%2FShed.md"),
        ("Hedge Rows", "entry:pages/hedge.md"),
        ("Sep 25th, 2024", "entry:journals/2024_09_25.md"),
        ("September 25th, 2024", "entry:journals/2024_09_25.md"),
        ("2024-09-25", "entry:journals/2024_09_25.md"),
        ("2024_09_25", "entry:journals/2024_09_25.md"),
        ("25th Sep 2024", "entry:journals/2024_09_25.md"),
        ("25th September 2024", "entry:journals/2024_09_25.md"),
        ("25.09.2024", "entry:journals/2024_09_25.md"),
        ("09/25/2024", "entry:journals/2024_09_25.md"),
        ("Wed, 09/25/2024", "entry:journals/2024_09_25.md"),
        ("Wednesday, 25-09-2024", "entry:journals/2024_09_25.md"),
        ("Wed, 2024/09/25", "entry:journals/2024_09_25.md"),
        ("2024-09-25 Wednesday", "entry:journals/2024_09_25.md"),
        ("2024年09月25日", "entry:journals/2024_09_25.md"),
        ("09-10-2024", "missing:09-10-2024"),
        ("Sep 26th, 2024", "missing:sep 26th, 2024"),
        ("26.09.2024", "missing:26.09.2024"),
    ],
)
def test_a_logseq_link_leads_to(write, know, logseq, target, expected):
    source = write.entry("pages/a.md", links=(write.wiki(target),))
    assert know(*logseq, source).targets("pages/a.md", "links_to") == [expected]


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2024_09_01", "Sep 1st, 2024"),
        ("2024_09_02", "Sep 2nd, 2024"),
        ("2024_09_03", "Sep 3rd, 2024"),
        ("2024_09_11", "Sep 11th, 2024"),
        ("2024_09_13", "September 13th, 2024"),
    ],
)
def test_a_logseq_day_is_called(write, know, day, written):
    source = write.entry("a.md", links=(write.wiki(written),))
    known = know(source, write.entry(f"journals/{day}.md"))
    assert known.targets("a.md", "links_to") == [f"entry:journals/{day}.md"]


def test_a_logseq_journal_of_a_day_that_is_none_goes_by_its_file_name(write, know):
    links = (write.wiki("2024_02_30"), write.wiki("2024-02-30"))
    known = know(write.entry("a.md", links=links), write.entry("journals/2024_02_30.md"))
    assert known.targets("a.md", "links_to") == [
        "entry:journals/2024_02_30.md",
        "missing:2024-02-30",
    ]


def test_another_markdown_link_in_logseq_stays_one(write, know, logseq):
    source = write.entry("pages/a.md", links=(write.markdown("hedge.md"),))
    assert know(*logseq, source).targets("pages/a.md", "links_to") == ["entry:pages/hedge.md"]


def test_a_logseq_page_in_a_markdown_link_is_a_wikilink(write, know, logseq):
    source = write.entry("pages/a.md", links=(write.markdown("[[Garden/Pond]]"),))
    assert know(*logseq, source).targets("pages/a.md", "links_to") == [
        "entry:pages/Garden___Pond.md"
    ]


@pytest.mark.parametrize(
    ("text", "expected", "codes"),
    [
        ("Ponds|garden.pond", "entry:garden.pond.md", []),
        ("Ponds|garden.pond#newts", "entry:garden.pond.md", []),
        ("Ponds|garden.pond#toads", "entry:garden.pond.md", ["anchor-missing"]),
        ("garden.pond", "entry:garden.pond.md", []),
        ("dendron://home/garden.pond", "entry:garden.pond.md", []),
        ("!dendron://home/garden.pond#newts,1:#*", "entry:garden.pond.md", []),
        ("Ponds|dendron://home/garden.pond", "entry:garden.pond.md", []),
        ("Shed|garden.shed", "missing:garden.shed", ["link-missing"]),
    ],
)
def test_a_dendron_link_leads_to(write, know, text, expected, codes):
    known = know(
        write.entry("a.md", links=(write.wiki(text),)),
        write.entry("garden.pond.md", headings=write.headings("Newts")),
        config={"links": {"dialect": "dendron"}},
    )
    kind = "embeds" if text.startswith("!") else "links_to"
    assert (known.targets("a.md", kind), known.codes()) == ([expected], codes)


@pytest.mark.parametrize(
    ("paths", "links", "attachments", "dialect"),
    [
        (["a.md"], [], [], "obsidian"),
        (["a.md", "pond.md"], ["pond|Ponds"], [], "obsidian"),
        (["a.md", "pond.md"], ["Ponds|pond"], [], "dendron"),
        (["a.md", "pond.md"], ["Ponds|pond", "pond|Ponds"], [], "obsidian"),
        (["a.md"], ["Ponds|dendron://home/pond"], [], "dendron"),
        (["a.md"], [], ["logseq/config.edn"], "logseq"),
        (["a.md", "journals/2024_09_25.md"], [], [], "logseq"),
        (["a.md", "pages/A___B.md"], [], [], "logseq"),
        (["a.md", "___.md"], [], [], "obsidian"),
    ],
)
def test_the_vault_shows_its_dialect(write, paths, links, attachments, dialect):
    first, *others = paths
    entries = [
        write.entry(first, links=tuple(map(write.wiki, links))),
        *map(write.entry, others),
    ]
    assert detect(entries, LinksConfig(), attachments) == dialect
    assert detect(entries, LinksConfig(dialect="obsidian"), attachments) == "obsidian"
