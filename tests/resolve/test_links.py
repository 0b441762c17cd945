"""Where links lead: docs/links.md, one case for each rule."""

import unicodedata

import pytest

VAULT = (
    "Home.md",
    "Rivers.md",
    "trips/Coast.md",
    "trips/2023/Packing.md",
    "trips/notes.md",
    "work/notes.md",
    "archive/old/work/notes.md",
    "guide/index.md",
    "guide/setup.md",
    "team/README.md",
    "Café.md",
    "v1.2 plan.md",
)

WIKILINKS = [
    ("exact path", "Home.md", "trips/Coast", "entry:trips/Coast.md"),
    ("exact path with ending", "Home.md", "trips/Coast.md", "entry:trips/Coast.md"),
    ("leading slash", "trips/Coast.md", "/Rivers", "entry:Rivers.md"),
    ("relative to the source", "trips/Coast.md", "./2023/Packing", "entry:trips/2023/Packing.md"),
    ("relative, one folder up", "trips/Coast.md", "../Rivers", "entry:Rivers.md"),
    ("relative has no fallback", "trips/Coast.md", "./Rivers", "missing:trips/rivers"),
    ("own folder", "trips/Coast.md", "notes", "entry:trips/notes.md"),
    ("own folder, below", "trips/Coast.md", "2023/Packing", "entry:trips/2023/Packing.md"),
    ("unique name", "Home.md", "Packing", "entry:trips/2023/Packing.md"),
    ("other case", "Home.md", "pACKING", "entry:trips/2023/Packing.md"),
    ("end of path", "Home.md", "2023/Packing", "entry:trips/2023/Packing.md"),
    ("shortest path", "Home.md", "notes", "entry:work/notes.md"),
    ("longer end of path", "Home.md", "old/work/notes", "entry:archive/old/work/notes.md"),
    ("decomposed letters", "Home.md", unicodedata.normalize("NFD", "Café"), "entry:Café.md"),
    ("no-break space", "Home.md", "v1.2\u00a0plan", "entry:v1.2 plan.md"),
    ("heading", "Home.md", "Rivers#Sources", "entry:Rivers.md"),
    ("alias", "Home.md", "Streams", "entry:Rivers.md"),
    ("alias in other case", "Home.md", "streams", "entry:Rivers.md"),
    ("missing", "Home.md", "Lighthouses", "missing:lighthouses"),
    ("missing path", "Home.md", "far/Away.md", "missing:far/away"),
    ("point in a name", "Home.md", "Mr. Finch", "missing:mr. finch"),
    ("backslash", "Home.md", r"trips\Coast", "entry:trips/Coast.md"),
]

MARKDOWN_LINKS = [
    ("own folder", "guide/index.md", "setup.md", "entry:guide/setup.md"),
    ("own folder before root", "trips/Coast.md", "notes.md", "entry:trips/notes.md"),
    ("one folder up", "guide/setup.md", "../trips/Coast.md", "entry:trips/Coast.md"),
    ("ending left out", "guide/index.md", "setup", "entry:guide/setup.md"),
    ("vault root", "guide/setup.md", "/Rivers.md", "entry:Rivers.md"),
    ("vault root without slash", "guide/setup.md", "trips/Coast.md", "entry:trips/Coast.md"),
    ("folder with index", "Home.md", "guide/", "entry:guide/index.md"),
    ("folder without slash", "Home.md", "guide", "entry:guide/index.md"),
    ("folder with README", "guide/setup.md", "../team/", "entry:team/README.md"),
    ("this folder", "guide/setup.md", "./", "entry:guide/index.md"),
    ("blank in a name", "Home.md", "v1.2 plan.md", "entry:v1.2 plan.md"),
    ("name anywhere", "Home.md", "Packing.md", "entry:trips/2023/Packing.md"),
    ("end of a rooted path", "Home.md", "/2023/Packing", "entry:trips/2023/Packing.md"),
    ("dots have no fallback", "guide/setup.md", "../Packing.md", "missing:packing"),
    ("index only of its own folder", "work/notes.md", "index.md", "missing:work/index"),
    ("missing, as resolved", "trips/Coast.md", "Shore.md", "missing:trips/shore"),
]


@pytest.fixture
def lead(write, know):
    """The targets of one link in the vault above."""

    def lead(source, link, attachments=()):
        facts = {
            "Rivers.md": {
                "aliases": ("Streams",),
                "headings": write.headings("Sources", "Deltas & Mouths", "Sources"),
                "blocks": ("bend",),
            }
        }
        entries = [
            write.entry(
                path, **facts.get(path, {}), **({"links": (link,)} if path == source else {})
            )
            for path in VAULT
        ]
        return know(*entries, attachments=attachments)

    return lead


@pytest.mark.parametrize(
    ("source", "target", "expected"), [c[1:] for c in WIKILINKS], ids=[c[0] for c in WIKILINKS]
)
def test_a_wikilink_leads_to(lead, write, source, target, expected):
    assert lead(source, write.wiki(target)).targets(source, "links_to") == [expected]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [c[1:] for c in MARKDOWN_LINKS],
    ids=[c[0] for c in MARKDOWN_LINKS],
)
def test_a_markdown_link_leads_to(lead, write, source, target, expected):
    assert lead(source, write.markdown(target)).targets(source, "links_to") == [expected]


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        ("Rivers#Sources", []),
        ("Rivers#sources", []),
        ("Rivers#Deltas  Mouths", []),
        ("Rivers#Sources#Deltas & Mouths", []),
        ("Rivers#Deltas & Mouths#Sources", []),
        ("Rivers#^bend", []),
        ("Rivers#Bridges", ["anchor-missing"]),
        ("Rivers#^ford", ["anchor-missing"]),
        ("notes", ["link-ambiguous"]),
        ("work/notes", []),
        ("Nowhere", ["link-missing"]),
        ("../Nowhere", ["link-outside"]),
    ],
)
def test_a_wikilink_gives_the_diagnostic(lead, write, target, codes):
    assert lead("Home.md", write.wiki(target)).codes() == codes


def test_markdown_anchors_are_known_by_the_slugs_of_renderers(lead, write):
    assert lead("Home.md", write.markdown("Rivers.md#deltas--mouths")).codes() == []
    assert lead("Home.md", write.markdown("Rivers.md#sources-1")).codes() == []


def test_a_missing_anchor_leaves_the_link(lead, write):
    known = lead("Home.md", write.wiki("Rivers#Bridges"))
    assert known.targets("Home.md", "links_to") == ["entry:Rivers.md"]


@pytest.mark.parametrize("target", ["", "#Top", "Home", "Home.md", "./Home", "/Home#Top"])
def test_a_link_to_itself_gives_no_edge(lead, write, target):
    assert lead("Home.md", write.wiki(target)).edges("links_to") == []


@pytest.mark.parametrize(
    "target", ["../Rivers", "../../../etc/passwd", "/../x", "..\\..\\windows\\win.ini"]
)
def test_a_link_that_leaves_the_vault_gives_no_node(lead, write, target):
    known = lead("Home.md", write.wiki(target))
    assert (known.ids("missing"), known.codes()) == ([], ["link-outside"])


@pytest.mark.parametrize("target", ["photo.png", "plan.pdf", "pics/Map.PNG", "LICENSE", "data.v2"])
def test_a_link_to_an_attachment_gives_no_node(lead, write, target):
    known = lead("Home.md", write.wiki(f"!{target}"), ["pics/map.png", "LICENSE", "data.v2"])
    assert (known.ids("missing"), known.edges("embeds"), known.codes()) == ([], [], [])


@pytest.mark.parametrize(
    ("attachments", "targets"),
    [([], ["entry:map.png.md"]), (["map.png"], []), (["map"], ["entry:map.png.md"])],
)
def test_a_name_with_an_ending_means_the_file_before_the_note(write, know, attachments, targets):
    link = write.wiki("map.png")
    entries = (write.entry("a.md", links=(link,)), write.entry("map.png.md"))
    assert know(*entries, attachments=attachments).targets("a.md", "links_to") == targets


def test_an_embed_is_an_edge_of_its_own(lead, write):
    assert lead("Home.md", write.wiki("!Rivers")).edges("embeds") == [
        ("entry:Home.md", "entry:Rivers.md")
    ]


def test_of_names_that_differ_in_case_the_one_spelled_so_wins(write, know):
    links = (write.wiki("north"), write.wiki("North"))
    known = know(
        write.entry("x/North.md"), write.entry("y/north.md"), write.entry("a.md", links=links)
    )
    assert known.targets("a.md", "links_to") == ["entry:x/North.md", "entry:y/north.md"]


def test_the_files_name_wins_over_an_alias(write, know):
    known = know(
        write.entry("a.md", links=(write.wiki("Pine"),)),
        write.entry("deep/down/Pine.md"),
        write.entry("Trees.md", aliases=("Pine",)),
    )
    assert known.targets("a.md", "links_to") == ["entry:deep/down/Pine.md"]


def test_repeated_links_are_one_edge_with_count_first_line_and_relation(write, know):
    links = (write.wiki("b", 7), write.wiki("b", 3, relation="up"), write.wiki("B", 9))
    edge = know(write.entry("a.md", links=links), write.entry("b.md")).knowledge.edges[0]
    assert (edge.count, edge.line, edge.context, edge.relation) == (3, 3, "b", "up")


def test_a_missing_note_has_one_node_labelled_as_it_is_mostly_spelled(write, know):
    links = (write.wiki("Deep Sea"), write.wiki("deep sea"), write.wiki("Deep Sea.md"))
    known = know(write.entry("a.md", links=links))
    assert [(n.key, n.label) for n in known.nodes.values() if n.kind == "missing"] == [
        ("deep sea", "Deep Sea")
    ]


def test_a_place_that_chooses_is_told_but_does_not_warn(lead, write):
    known = lead("trips/Coast.md", write.wiki("notes"))
    (diagnostic,) = known.knowledge.diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("link-ambiguous", "info")
    assert diagnostic.message.startswith("'notes' can mean trips/notes.md (taken), work/notes.md")


def test_a_name_that_the_entry_shares_with_others_is_told_even_if_it_means_itself(write, know):
    known = know(write.entry("x/Same.md", links=(write.wiki("Same"),)), write.entry("y/Same.md"))
    assert (known.edges("links_to"), known.codes()) == ([], ["link-ambiguous"])


@pytest.mark.parametrize("target", ["//host.example/x", "."])
def test_a_markdown_link_that_names_no_file_of_the_vault_gives_no_node(lead, write, target):
    assert lead("Home.md", write.markdown(target)).ids("missing") == []


def test_what_is_said_of_a_file_again_is_said_once(write, know):
    links = tuple(write.wiki("Nowhere", line) for line in (5, 4, 6))
    (diagnostic,) = know(write.entry("a.md", links=links)).knowledge.diagnostics
    assert (diagnostic.path, diagnostic.line) == ("a.md", 4)


HERON = "(bird)(2b1e07c4-52a6-4d53-9f0c-8b1f3a6d9e70)"


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([f"{HERON}|Grey heron", f"{HERON}|the heron", f"{HERON}|Grey heron", HERON], "Grey heron"),
        ([HERON], HERON),
        (["202503141030|Grey heron"], "Grey heron"),
        (["Herons|that bird"], "Herons"),
    ],
)
def test_a_missing_note_that_a_machine_named_is_labelled_as_links_call_it(
    write, know, links, expected
):
    known = know(write.entry("a.md", links=tuple(map(write.wiki, links))))
    (key,) = known.ids("missing")
    assert known.nodes[f"missing:{key}"].label == expected
