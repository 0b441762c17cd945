"""How soon the command is there, and what a build costs whatever it holds.

    python -m benchmarks.start

The vault holds one note, so that hardly anything but loading is measured.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.process import Cost, best, build, run

ROUNDS = 7
NOTE = "---\ndate: 2025-05-18\n---\n# Low water\n\nTook six of us to the [[bend]] with buckets.\n"


def builds(folder: Path) -> dict[str, Callable[[], Cost]]:
    """Name → a build of one note, in the order in which they are to run."""
    vault, output = folder / "vault", folder / "output"
    note = vault / "2025-05-18.md"
    vault.mkdir()
    note.write_text(NOTE)

    def again() -> Cost:
        return build(vault, output, "--cache", f"{folder}/cache")

    def changed() -> Cost:
        note.write_text(note.read_text() + "Mud with a past.\n")
        size = note.stat().st_size
        os.utime(note, (size, size))  # long ago, since a note just written is read twice
        return again()

    return {"one note changed": changed, "nothing changed": again}


def main() -> None:
    """Print the CPU time of each beside that of importing click."""
    with tempfile.TemporaryDirectory() as folder:
        work: dict[str, Callable[[], Cost]] = {
            "import click": lambda: run([sys.executable, "-c", "import click"]),
            "inkthread --help": lambda: run([sys.executable, "-m", "graph", "--help"]),
            **builds(Path(folder)),
        }
        rounds = [{name: each() for name, each in work.items()} for _ in range(ROUNDS)]
    costs = {name: best([each[name] for each in rounds]).cpu for name in work}
    print(f"{'start':20} {'CPU s':>8} {'times':>7}")
    for name, cost in costs.items():
        print(f"{name:20} {cost:8.2f} {cost / costs['import click']:7.1f}")


if __name__ == "__main__":
    main()
