"""docs/promises.md: what is promised is kept by tests that exist."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISES = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PROMISES)
DEPENDENCIES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "dependencies"
]


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[test for _, test in NAMED])
def test_the_test_of_a_promise_exists(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert test in [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]


def test_every_promise_names_a_test() -> None:
    promises = re.split(r"^\d+\. ", PROMISES, flags=re.MULTILINE)[1:]
    assert len(promises) == 12
    assert all("::test_" in promise for promise in promises)


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_every_dependency_has_a_range_and_a_licence(dependency: str) -> None:
    libraries = (ROOT / "docs/decisions/0002-libraries.md").read_text(encoding="utf-8")
    ranged = re.fullmatch(r"([\w-]+)>=[\d.]+,<[\d.]+", dependency)
    assert ranged
    row = next(row for row in libraries.splitlines() if row.lower().startswith(f"| {ranged[1]} |"))
    assert re.search(r"MIT|BSD|Apache|GPL", row)
