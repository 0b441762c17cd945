"""Who is a person, and which names are one."""

import pytest

from graph.model import NameCue, PhraseSource


def people(known):
    return {node.label: node for node in known.nodes.values() if node.kind == "person"}


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("People/Ada Finch.md", {}),
        ("work/Contacts/Ada Finch.md", {}),
        ("Ada Finch.md", {"meta": (("type", "person"),)}),
        ("Ada Finch.md", {"meta": (("Type", "Person"),)}),
        ("Ada Finch.md", {"tags": ("person",)}),
        ("Ada Finch.md", {"links": (("People", "categories"),)}),
        ("@Ada Finch.md", {}),
        ("Person___Ada Finch.md", {}),
        ("Person/Ada Finch.md", {}),
    ],
)
def test_a_note_is_about_a_person(write, know, path, facts):
    made = {
        "meta": facts.get("meta", ()),
        "tags": tuple(map(write.tag, facts.get("tags", ()))),
        "links": tuple(write.wiki(t, relation=r) for t, r in facts.get("links", ())),
    }
    known = know(write.entry(path, **made))
    assert list(people(known)) == ["Ada Finch"]
    assert known.edges("mentions") == [(f"entry:{path}", "person:ada-finch")]


@pytest.mark.parametrize(
    "path", ["People/index.md", "People/People.md", "Templates/People/Name.md", "People/2024.md"]
)
def test_a_note_is_about_nobody(write, know, path):
    assert people(know(write.entry(path))) == {}


@pytest.mark.parametrize(
    ("path", "title", "label", "aliases"),
    [
        ("People/ada.md", "Ada Finch", "Ada Finch", ("ada",)),
        ("People/ada-finch.md", "Ada Finch", "Ada Finch", ()),
        ("People/Ada Finch.md", "Meeting notes", "Ada Finch", ()),
        ("People/202401021530-ada.md", "Ada Finch", "Ada Finch", ("ada",)),
    ],
)
def test_a_title_that_says_more_of_the_name_is_the_name(write, know, path, title, label, aliases):
    (node,) = people(know(write.entry(path, title=title))).values()
    assert (node.label, node.aliases) == (label, aliases)


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("People/202401021530 Ada Finch.md", "Ada Finch"),
        ("People/2024-01-02_Ada Finch.md", "Ada Finch"),
        ("People/Ada Finch 202401021530.md", "Ada Finch"),
        ("People/Ada Finch 2.md", "Ada Finch 2"),
    ],
)
def test_an_id_in_the_name_of_a_file_is_no_part_of_the_persons(write, know, path, label):
    assert list(people(know(write.entry(path)))) == [label]


@pytest.mark.parametrize(
    ("cue", "confidence"),
    [
        (NameCue.PEOPLE_KEY, 1.0),
        (NameCue.MENTION, 1.0),
        (NameCue.WIKI_MENTION, 1.0),
        (NameCue.PROFILE, 0.9),
        (NameCue.BIOGRAPHY, 0.85),
    ],
)
def test_a_cue_makes_a_person_of_a_name(write, know, cue, confidence):
    known = know(write.entry("a.md", names=(write.name("Ada Finch", cue),)))
    assert people(known)["Ada Finch"].confidence == confidence


def test_a_link_to_a_persons_note_mentions_the_person_too(write, know):
    known = know(
        write.entry("People/Ada Finch.md", aliases=("Ada",)),
        write.entry("a.md", links=(write.wiki("Ada"),)),
    )
    assert known.targets("a.md", "links_to") == ["entry:People/Ada Finch.md"]
    assert known.targets("a.md", "mentions") == ["person:ada-finch"]


@pytest.mark.parametrize("target", ["Person/Ada Finch", "@Ada Finch", "@Ada Finch/2024-05-01"])
def test_a_link_that_says_it_is_a_person_needs_no_note(write, know, target):
    known = know(write.entry("a.md", links=(write.wiki(target),)))
    assert known.targets("a.md", "mentions") == ["person:ada-finch"]


def test_the_page_of_a_persons_namespace_is_no_part_of_the_name(write, know):
    names = (write.name("ada/2024-05-01", NameCue.WIKI_MENTION),)
    assert list(people(know(write.entry("a.md", names=names)))) == ["ada"]


def test_a_link_to_a_name_that_is_a_persons_elsewhere_mentions_it(write, know):
    known = know(
        write.entry("a.md", links=(write.wiki("Ada Finch"),)),
        write.entry("b.md", names=(write.name("ada finch", NameCue.PEOPLE_KEY),)),
    )
    assert known.targets("a.md", "mentions") == ["person:ada-finch"]


def test_an_at_sign_in_prose_makes_no_person_of_a_linked_place(write, know):
    known = know(
        write.entry("a.md", links=(write.wiki("Paris"),)),
        write.entry("b.md", names=(write.name("paris", NameCue.MENTION),)),
    )
    assert known.targets("a.md", "mentions") == []


def test_a_name_that_is_a_link_in_a_people_key_is_counted_once(write, know):
    known = know(
        write.entry(
            "a.md",
            links=(write.wiki("Ada Finch", 2, relation="people"),),
            names=(write.name("Ada Finch", NameCue.PEOPLE_KEY, line=2),),
        )
    )
    assert [edge.count for edge in known.knowledge.edges if edge.kind == "mentions"] == [1]


def test_aliases_of_a_persons_note_are_the_person(write, know):
    known = know(
        write.entry("People/Ada Finch.md", aliases=("Birdie",)),
        write.entry("a.md", names=(write.name("birdie", NameCue.MENTION),)),
    )
    assert people(known)["Ada Finch"].aliases == ("Birdie",)


def test_an_alias_that_two_people_claim_joins_nobody(write, know):
    known = know(
        write.entry("People/Ann Lee.md", aliases=("Ann",)),
        write.entry("People/Ann Moor.md", aliases=("Ann",)),
        write.entry("a.md", names=(write.name("Ann", NameCue.MENTION),)),
    )
    assert sorted(people(known)) == ["Ann", "Ann Lee", "Ann Moor"]


def test_an_alias_that_is_anothers_name_joins_nobody(write, know):
    known = know(write.entry("People/Ann.md"), write.entry("People/Ann Moor.md", aliases=("Ann",)))
    assert sorted(people(known)) == ["Ann", "Ann Moor"]


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        (["Ann", "Ann Lee"], ["Ann Lee"]),
        (["annlee", "Ann Lee"], ["Ann Lee"]),
        (["Ann Lee", "Bo Moor"], ["Ann Lee", "Bo Moor"]),
    ],
)
def test_names_of_one_profile_are_one_person_where_they_agree(write, know, names, labels):
    cues = tuple(write.name(name, NameCue.PROFILE, "x.com/annlee") for name in names)
    assert sorted(people(know(write.entry("a.md", names=cues)))) == labels


def test_the_commonest_spelling_of_the_fullest_name_is_the_label(write, know):
    cues = tuple(
        write.name(name, NameCue.PROFILE, "x.com/annlee")
        for name in ("Ann", "Ann", "ann lee", "Ann Lee", "Ann Lee")
    )
    (node,) = people(know(write.entry("a.md", names=cues))).values()
    assert (node.key, node.label, node.aliases) == ("ann-lee", "Ann Lee", ("Ann",))


@pytest.fixture
def corrected(write, know):
    """People of an entry that names Will, William Oak and Rose, under a config."""

    def corrected(**config):
        names = ("Will", "William Oak", "Rose")
        cues = tuple(write.name(name, NameCue.PROFILE) for name in names)
        links = (write.wiki("Austin", 2),)
        phrases = (write.phrase("Grace", PhraseSource.STRONG, 3),)
        entry = write.entry("a.md", names=cues, links=links, phrases=phrases)
        return people(know(entry, config={"people": config}))

    return corrected


@pytest.mark.parametrize(
    ("config", "labels"),
    [
        ({}, ["Rose", "Will", "William Oak"]),
        ({"ignore": ["will"]}, ["Rose", "William Oak"]),
        ({"merge": [["William Oak", "Will"]]}, ["Rose", "William Oak"]),
        ({"merge": [["Old Bill", "Will", "William Oak"]]}, ["Old Bill", "Rose"]),
        ({"alias": {"William Oak": ["Will"]}}, ["Rose", "William Oak"]),
        ({"alias": {"William Oak": ["Will"]}, "ignore": ["Will"]}, ["Rose", "William Oak"]),
        ({"is": ["Austin", "Grace"]}, ["Austin", "Grace", "Rose", "Will", "William Oak"]),
        ({"is": ["Nobody Here"]}, ["Rose", "Will", "William Oak"]),
        ({"is": ["Rose"], "ignore": ["Rose"]}, ["Will", "William Oak"]),
        ({"merge": [[]]}, ["Rose", "Will", "William Oak"]),
    ],
)
def test_the_config_wins(corrected, config, labels):
    assert sorted(corrected(**config)) == labels


def test_a_name_that_the_config_declares_is_certain(corrected):
    assert corrected(**{"is": ["Rose"]})["Rose"].confidence == 1.0
