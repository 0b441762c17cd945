"""The whole command against obsidiantools, where that is installed: `python -m benchmarks.peers`.

obsidiantools reads links, tags and front matter into a graph; it finds no people, ideas or themes
and writes nothing. Its Python may be another: name it in `OBSIDIANTOOLS_PYTHON`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.process import best, build, run
from benchmarks.vaults import named_or_invented

ROUNDS = 2
SIZE = 500
PEER = """
import pathlib, sys
from obsidiantools.api import Vault
Vault(pathlib.Path(sys.argv[1])).connect().gather()
"""


def main(vault: Path) -> None:
    """Print the CPU time of both, in turn, and the ratio."""
    python = os.environ.get("OBSIDIANTOOLS_PYTHON", sys.executable)
    if subprocess.run([python, "-c", "import obsidiantools"], capture_output=True).returncode:
        print("obsidiantools is not installed: skipped")
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        work = {
            "obsidiantools": lambda: run([python, "-c", PEER, str(vault)]),
            "inkthread": lambda: build(vault, out / "all", "--no-cache"),
            "inkthread, GraphML": lambda: build(
                vault, out / "one", "--no-cache", "--format", "graphml"
            ),
        }
        rounds = [{name: each() for name, each in work.items()} for _ in range(ROUNDS)]
    costs = {name: best([each[name] for each in rounds]) for name in work}
    print(f"{'command':20} {'CPU s':>8} {'MiB':>8} {'times':>7}")
    for name, cost in costs.items():
        times = costs["obsidiantools"].cpu / cost.cpu
        print(f"{name:20} {cost.cpu:8.2f} {cost.peak:8.0f} {times:7.1f}")


if __name__ == "__main__":
    with named_or_invented(SIZE) as folder:
        main(folder)
