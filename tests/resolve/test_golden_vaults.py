"""Small vaults, parsed and resolved, compared whole with what they must give.

To accept a change, run this file (`python tests/resolve/test_golden_vaults.py`) and read the diff.
"""

import json
from pathlib import Path

import msgspec
import pytest

from graph.config import Config, load_config
from graph.model import Knowledge, Record, SourceFile
from graph.parse import parse
from graph.resolve import resolve

VAULTS = Path(__file__).parent / "vaults"
NAMES = sorted(path.name for path in VAULTS.iterdir())


def known(name: str) -> dict[str, list[object]]:
    """What a vault gives: all but terms and numbers of words, which are parsing's own."""
    root = VAULTS / name
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    notes = [path for path in paths if path.suffix == ".md"]
    others = [path for path in paths if path.suffix not in (".md", ".json", ".toml")]
    settings = root / "inkthread.toml"
    config = load_config(settings) if settings.exists() else Config()
    entries = [
        parse(SourceFile(path.relative_to(root).as_posix(), path.read_bytes()), config)
        for path in notes
    ]
    knowledge = resolve(entries, config, [path.relative_to(root).as_posix() for path in others])
    return json.loads(json.dumps(_readable(knowledge)))


def _readable(knowledge: Knowledge) -> dict[str, list[object]]:
    return {
        "nodes": [_fields(node) for node in knowledge.nodes],
        "edges": [_fields(edge) for edge in knowledge.edges],
        "diagnostics": [_fields(diagnostic) for diagnostic in knowledge.diagnostics],
    }


def _fields(record: Record) -> dict[str, object]:
    """The fields of a record that differ from their default."""
    return {
        field.name: msgspec.to_builtins(value)
        for field in msgspec.structs.fields(record)
        if (value := getattr(record, field.name)) != field.default and field.name != "words"
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_vault_gives_what_it_must(name):
    assert known(name) == json.loads((VAULTS / name / "expected.json").read_text("utf-8"))


if __name__ == "__main__":
    for name in NAMES:
        text = json.dumps(known(name), indent=1, ensure_ascii=False) + "\n"
        (VAULTS / name / "expected.json").write_text(text, "utf-8")
