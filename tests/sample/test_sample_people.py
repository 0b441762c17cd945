"""The list of people in the sample vault is true to the vault's own letters."""

import json
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
VAULT = HERE.parents[1] / "vault"
PEOPLE = json.loads((HERE / "people.json").read_text(encoding="utf-8"))
NOT_PEOPLE = json.loads((HERE / "not_people.json").read_text(encoding="utf-8"))


def names(text: str, form: str) -> bool:
    """Whether the text bears this form of a name, as whole words; initials as they are."""
    flags = 0 if len(form) == 1 else re.IGNORECASE
    return re.search(rf"(?<![\w@]){re.escape(form)}(?!\w)", text, flags) is not None


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["name"])
def test_a_person_is_named_in_each_entry_listed(person: dict[str, list[str]]) -> None:
    forms = [person["name"], *person["aliases"]]
    for path in person["entries"]:
        text = (VAULT / path).read_text(encoding="utf-8")
        assert any(names(text, form) for form in forms), path


def test_every_person_is_listed_once() -> None:
    forms = [form for person in PEOPLE for form in {person["name"], *person["aliases"]}]
    assert sorted(forms) == sorted(set(forms))


def test_what_only_looks_like_a_person_is_in_the_vault_and_not_in_the_list() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(VAULT.rglob("*.md")))
    listed = {form.casefold() for person in PEOPLE for form in (person["name"], *person["aliases"])}
    assert [form for form in NOT_PEOPLE if not names(text, form)] == []
    assert listed.isdisjoint(NOT_PEOPLE)
