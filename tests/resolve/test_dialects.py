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
        ("Sep 26th, 2024", "missing:sep 26th, 2024"),
    ],
)
def test_a_logseq_link_leads_to(write, know, logseq, target, expected):
    source = write.entry("pages/a.md", links=(write.wiki(target),))
    assert know(*logseq, source).targets("pages/a.md", "links_to") == [expected]


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
