"""Pairs of words that become ideas because entries share them more often than chance has it."""

import pytest

from graph.model import Collocation, NameCue

PAD = tuple((f"word{number}", 4) for number in range(50))
"""What else the entries say."""


@pytest.fixture
def vault(write):
    """Entries that each hold these pairs, and their words once, in a text of 210 words."""

    def vault(*entries, **facts):
        return [
            write.entry(
                f"{number}.md",
                collocations=[
                    Collocation(pair, line, f"by the {pair} again")
                    for line, pair in enumerate(pairs, 5)
                ],
                terms=tuple(sorted([*((w.lower(), 1) for p in pairs for w in p.split()), *PAD])),
                words=210,
                **facts,
            )
            for number, pairs in enumerate(entries)
        ]

    return vault


OTHERS = ((),) * 9
TIDE = (("tidal fence",),) * 3


def test_a_pair_that_three_entries_share_is_an_idea(vault, know):
    assert know(*vault(*TIDE, *OTHERS)).ids("idea") == ["tidal-fence"]


def test_a_pair_of_two_entries_is_none(vault, know):
    assert know(*vault(*TIDE[:2], *OTHERS)).ids("idea") == []


def test_an_entry_counts_once_however_often_it_says_it(vault, know):
    assert know(*vault(("tidal fence", "tidal fences"), *TIDE[:1], *OTHERS)).ids("idea") == []


def test_each_entry_discusses_it_where_it_stands(vault, know):
    known = know(*vault(*TIDE, *OTHERS))
    found = [edge for edge in known.knowledge.edges if edge.kind == "discusses"]
    assert [(edge.source, edge.line, edge.context) for edge in found] == [
        (f"entry:{number}.md", 5, "by the tidal fence again") for number in range(3)
    ]


def test_plurals_are_the_same_pair_and_the_commonest_form_its_name(vault, know):
    known = know(*vault(("Tidal fences",), *TIDE[:2], *OTHERS))
    assert [known.nodes[f"idea:{key}"].label for key in known.ids("idea")] == ["tidal fence"]


def test_a_word_with_a_hyphen_is_two_and_three_are_no_pair(vault, know):
    assert know(*vault(*(("tide-worn fence",),) * 3, *OTHERS)).ids("idea") == []


def test_words_that_stand_everywhere_say_nothing_together(vault, know, write):
    often = [
        write.entry(f"{n}-more.md", terms=(("fence", 60), ("tidal", 60)), words=210)
        for n in range(5)
    ]
    assert know(*vault(*TIDE), *often).ids("idea") == []


def test_half_of_what_two_words_could_share_is_enough(vault, know, write):
    def with_elsewhere(count):
        more = write.entry("more.md", terms=(("fence", count), ("tidal", count)), words=210)
        return know(*vault(*TIDE, *OTHERS), more).ids("idea")

    # 13 entries of 210 words: log(3 * 2730 / n²) / log(2730 / 3) is 0.5 at n of 16.5
    assert with_elsewhere(13) == ["tidal-fence"]
    assert with_elsewhere(14) == []


def test_parts_of_a_name_are_no_idea(vault, know, write):
    entries = vault(*((("mara solheim",),) * 3), *OTHERS)
    named = write.entry("n.md", names=(write.name("Mara Solheim", NameCue.MENTION),))
    assert know(*entries).ids("idea") == ["mara-solheim"]
    assert know(*entries, named).ids("idea") == []
