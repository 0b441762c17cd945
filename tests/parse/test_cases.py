import pytest
from facts import CASES, Case, read_cases, write_facts

from graph.config import LimitsConfig
from graph.model import SourceFile
from graph.parse.entry import parse_file

ALL = [case for file in sorted(CASES.glob("*.txt")) for case in read_cases(file)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_an_entry_says(case: Case) -> None:
    entry = parse_file(SourceFile(case.path, case.source.encode()), LimitsConfig())
    assert write_facts(entry) == case.facts
