"""A tiny vault, and the command line run inside its parent folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main

ENTRIES = {
    "2024-03-01.md": """---
title: First frost
people: [Oda Lind]
tags: [journal, garden]
---
Oda said the **winter kitchen** was the warmest room she knew.

See [[2024-03-20|the plan]] and [[Root cellar]].
""",
    "2024-03-20.md": """---
title: Bean plan
people: [Oda Lind, Piet Maas]
tags: [journal, garden]
---
The **winter kitchen** again.

[A page](https://beans.example/how-to-sow.html?utm_source=mail) about sowing.
""",
    "2024-06-10.md": """---
title: Long evening
people: [Piet Maas]
tags: [journal]
---
Piet played, and the **second violin** was missing.
""",
    "loose/leaf.md": "Nothing here touches anything else.\n",
}
Run = Callable[..., Result]


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the vault as `./vault`, the default."""
    monkeypatch.chdir(tmp_path)
    for name, text in ENTRIES.items():
        file = tmp_path / "vault" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "vault"


@pytest.fixture
def run(vault: Path) -> Run:
    """Run `inkthread WORDS...` where `./vault` is."""
    return lambda *words: CliRunner().invoke(main, list(words))
