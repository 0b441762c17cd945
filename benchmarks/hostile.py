"""How the time for hostile texts grows with their size: `python -m benchmarks.hostile`.

Four times the text should take four times as long; a quadratic corner takes sixteen times.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.hostile import BODIES

from graph.config import Config
from graph.model import SourceFile
from graph.parse import parse

SIZE = 20_000
QUICK = 0.02
"""Seconds below which a ratio says nothing."""


def seconds(text: str) -> float:
    """CPU time to read a text once."""
    started = time.process_time()
    parse(SourceFile("note.md", text.encode()), Config())
    return time.process_time() - started


def main() -> None:
    """Print the texts, the slowest growth first."""
    growth = {}
    for name, make in BODIES.items():
        small, large = seconds(make(SIZE)), seconds(make(4 * SIZE))
        growth[name] = (large / max(small, QUICK), small, large)
    print(f"{'text':24} {'CPU s':>8} {'4 x text':>9} {'growth':>7}")
    for name, (ratio, small, large) in sorted(growth.items(), key=lambda item: -item[1][0]):
        print(f"{name:24} {small:8.2f} {large:9.2f} {ratio:7.1f}")


if __name__ == "__main__":
    main()
