"""Settings that only the page shows."""

import json
import re

import pytest


@pytest.mark.parametrize(
    ("settings", "name"), [("", ""), ('[page]\nobsidian = "Our <b>"\n', "Our <b>")]
)
def test_the_page_knows_the_vault_by_its_name_in_obsidian(run, vault, settings, name) -> None:
    (vault.parent / "settings.toml").write_text(settings)
    result = run("build", "--config", "settings.toml", "--format", "html", "--no-cache")
    assert result.exit_code == 0
    page = (vault.parent / "output" / "graph.html").read_text()
    facts = re.search(r'id="facts">(.*?)</script>', page)[1]
    assert json.loads(facts)["obsidian"] == name
