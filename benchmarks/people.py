"""What people and ideas cost beside parsing: `python -m benchmarks.people [VAULT]`.

Parsing without the search for names and terms in prose is the measure; the cost is that search,
and the steps of resolving that decide on people and ideas.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import graph.resolve
from benchmarks.parsing import seconds
from benchmarks.vaults import named_or_invented
from graph.config import Config
from graph.model import Entry, SourceFile
from graph.parse import parse
from graph.vault import read, scan

ROUNDS = 3
SIZE = 1_000
STEPS = ("add_people", "add_ideas")


def parse_seconds(sources: list[SourceFile], *, prose: bool) -> float:
    """CPU time of parsing, with or without looking for names and terms in prose."""
    config = Config()

    def work() -> list[Entry]:
        return [parse(source, config) for source in sources]

    if prose:
        return seconds(work)
    idle = dict.fromkeys(("Tokens", "find_candidates", "collocations"), lambda _: ())
    with patch.multiple("graph.parse.entry", **idle):
        return seconds(work)


def resolve_seconds(entries: list[Entry]) -> dict[str, float]:
    """CPU time of each step of resolving that is about people or ideas."""
    taken: dict[str, float] = {}

    def timed(step: str) -> Callable[..., Any]:
        original = getattr(graph.resolve, step)

        def run(*arguments: Any) -> Any:
            result: list[Any] = []
            taken[step] = seconds(lambda: result.append(original(*arguments)))
            return result[0]

        return run

    with patch.multiple("graph.resolve", **{step: timed(step) for step in STEPS}):
        graph.resolve.resolve(entries, Config())
    return taken


def main(vault: Path) -> None:
    """Print each part, and how many times as long all takes as parsing alone."""
    settings = Config().vault
    files = (read(vault, ref, settings.max_file_bytes) for ref in scan(vault, settings).entries)
    sources = [file for file in files if isinstance(file, SourceFile)]
    entries = [parse(source, Config()) for source in sources]
    plain = min(parse_seconds(sources, prose=False) for _ in range(ROUNDS))
    prose = min(parse_seconds(sources, prose=True) for _ in range(ROUNDS)) - plain
    rounds = [resolve_seconds(entries) for _ in range(ROUNDS)]
    steps = {step: min(each[step] for each in rounds) for step in STEPS}
    print(f"{'parse':20} {plain:8.2f} CPU s")
    for name, taken in {"names and terms": prose, **steps}.items():
        print(f"{'+ ' + name:20} {taken:8.2f} {taken / plain:7.2f} times parsing")
    total = plain + prose + sum(steps.values())
    print(f"{'all':20} {total:8.2f} {total / plain:7.2f} times parsing")


if __name__ == "__main__":
    with named_or_invented(SIZE) as folder:
        main(folder)
