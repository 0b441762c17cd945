"""Where the time of a cold build goes: `python -m benchmarks.stages [VAULT]`.

The CPU time of all processes, one stage after the other: a build does some side by side.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.vaults import named_or_invented

T = TypeVar("T")
SIZE = 1_000


class Clock:
    """Adds up the CPU time of named steps."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    def step(self, name: str, work: Callable[[], T]) -> T:
        """Do some work, and note what it took."""
        started = spent()
        result = work()
        self.steps[name] = spent() - started
        return result


def spent() -> float:
    """CPU seconds of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


def measure(vault: Path) -> dict[str, float]:
    """CPU seconds of each stage, in order."""
    clock = Clock()
    clock.steps["start Python"] = spent()
    clock.step("import", _import_all)

    from graph.analysis import analyse
    from graph.assemble import build_graph
    from graph.cache import Cache
    from graph.config import Config
    from graph.export import DEFAULT_FORMATS, EXPORTERS
    from graph.gather import survey
    from graph.resolve import resolve

    config = Config()
    state = clock.step("read and parse", lambda: survey(vault, config, Cache(None), _silent))
    entries = state.gather(_silent).entries
    knowledge = clock.step("resolve", lambda: resolve(entries, config, state.found.others))
    graph = clock.step("assemble", lambda: build_graph(knowledge))
    analysis = clock.step("analyse", lambda: analyse(graph, knowledge.terms)[0])
    for name in DEFAULT_FORMATS:
        files = EXPORTERS[name].files(graph, analysis, knowledge.diagnostics)
        clock.step(f"write {name}", lambda files=files: [sum(map(len, f)) for _, f in files])
    return clock.steps


def _import_all() -> None:
    import graph.analysis
    import graph.export.html
    import graph.resolve  # noqa: F401 - imported to be measured


def _silent(_done: int, _total: int) -> None:
    pass


def main(vault: Path) -> None:
    """Print each stage's share."""
    steps = measure(vault)
    total = sum(steps.values())
    print(f"{'stage':20} {'CPU s':>8} {'share':>7}")
    for name, taken in steps.items():
        print(f"{name:20} {taken:8.2f} {taken / total:7.1%}")
    print(f"{'all':20} {total:8.2f}")


if __name__ == "__main__":
    with named_or_invented(SIZE) as folder:
        main(folder)
