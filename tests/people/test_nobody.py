"""What looks like a person in some way and is nobody, told by small vaults."""

import pytest

from graph.config import Config
from graph.model import NodeKind, SourceFile
from graph.parse import parse
from graph.resolve import resolve


def people(*texts: str) -> set[str]:
    """The labels of everybody found."""
    sources = [SourceFile(f"{i:04}.md", text.encode()) for i, text in enumerate(texts)]
    known = resolve([parse(source, Config()) for source in sources], Config())
    return {node.label for node in known.nodes if node.kind is NodeKind.PERSON}


@pytest.mark.parametrize(
    "account",
    ["here", "channel", "data-team", "cloud-support", "release_bot", "quillmarkhq", "username"],
)
def test_an_account_of_many_or_of_a_machine_is_nobody(account: str) -> None:
    assert people(f"Ask @{account} for help.") == set()


@pytest.mark.parametrize("account", ["otto_brandl", "kim-dev", "talbot", "solveig"])
def test_any_other_account_is_somebody(account: str) -> None:
    assert people(f"Ask @{account} for help.") == {account}


def test_what_is_linked_all_over_the_vault_is_a_thing_whatever_account_bears_its_name() -> None:
    plain = [f"Worked on [[moss]], day {day}." for day in range(101)]
    assert people("Follow [[@moss]] and @moss.", *plain) == set()


def test_somebody_marked_now_and_then_is_somebody_wherever_a_link_names_them() -> None:
    assert people("Follow [[@solveig]].", *["Tea with [[solveig]]."] * 20) == {"solveig"}


def test_what_a_vault_is_about_is_nobody_in_however_many_ways_it_is_met() -> None:
    ways = (
        "exported by quillmark",
        "works with quillmark",
        "quillmark's index",
        "quillmark: open it",
        "quillmark is fast",
        "quillmark and tables",
        "ask quillmark",
        "quillmark said no",
    )
    assert people(*(f"The note is {way} now, in quillmark." for way in ways * 6)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Patched by Ironveil, provided by Larkhill.",
        "We walked from Lago Verde to Hotel Bellevue.",
        "The Harlan Gateway and the Harlan Workflow are down.",
        "A new Harlan Plugin, and the Harlan Extension.",
        "Lorem Ipsum is a dummy text.",
        "He trained for Mr Olympia.",
        "We use Apache Airflow, Grafana UI and Microsoft Teams.",
    ],
)
def test_companies_places_and_products_are_nobody(text: str) -> None:
    assert people(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ayer fui con Lucía al río. Pero no vino nadie, él toma mate.", {"Lucía"}),
        ("Im Park mit Freunden. Brief von Bank, Termin bei Zahnarzt.", set()),
        ("Avec Internet, tout change. Pour Noël, rien. Selon la Commune, rien.", set()),
        ("Ontem em casa. Na Segunda-feira há reunião.", set()),
    ],
)
def test_ordinary_words_of_other_languages_are_nobody(text: str, found: set[str]) -> None:
    assert people(text) == found
