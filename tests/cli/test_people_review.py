"""`people --review`: who may be nobody, on what that rests, and how to correct it."""

import json

VERA = "A walk with [Vera Stone](https://twitter.com/verastone), who knows every reed.\n"


def test_nobody_is_in_doubt_where_every_name_was_declared(run) -> None:
    assert run("people", "--review").stdout == "nobody is in doubt\n"


def test_who_is_in_doubt_is_shown_with_the_place_and_the_way_to_correct_it(
    run, vault, monkeypatch
) -> None:
    monkeypatch.setattr("graph.query.doubts.SURE", 0.95)
    (vault / "2024-07-01.md").write_text(VERA, encoding="utf-8")
    first, second, blank, last = run("people", "--review").stdout.splitlines()
    assert first.startswith("90%  Vera Stone  1 entry")
    assert "2024-07-01.md:1" in second
    assert "who knows every reed" in second
    assert not blank
    assert last == 'In inkthread.toml: [people] ignore = ["Vera Stone"], or is = [...]'
    (doubt,) = json.loads(run("people", "--review", "--json").stdout)
    assert (doubt["node"]["id"], doubt["confidence"]) == ("person:vera-stone", 0.9)


def test_how_sure_a_person_is_and_why_is_said_wherever_they_are_shown(run, vault) -> None:
    for day in (1, 2, 3):
        text = f"Walked with Vera Stone. Vera Stone told me of reed number {day}.\n"
        (vault / f"2024-07-0{day}.md").write_text(text, encoding="utf-8")
    (confidence,) = (
        row["confidence"]
        for row in json.loads(run("people", "--json").stdout)
        if row["node"]["label"] == "Vera Stone"
    )
    assert 0 < confidence < 1
    assert f"\nconfidence: {confidence}\n" in run("info", "Vera Stone").stdout
    for command in ("info", "why"):
        assert "\ninferred from prose: for it " in run(command, "Vera Stone").stdout


def test_a_vault_without_people_or_ideas_says_so(run, vault) -> None:
    for file in vault.glob("2024-*.md"):
        file.unlink()
    assert run("people").stdout == "none found\n"
    assert run("ideas").stdout == "none found\n"
