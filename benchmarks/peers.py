"""The whole command against others, where they are installed: `python -m benchmarks.peers [VAULT]`.

obsidiantools reads links, tags and front matter into a graph; graphmark scans for links only, and
is the limit. Neither finds people, ideas or themes, nor writes anything. Their Python may be
another: name it in `PEERS_PYTHON`.
"""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.process import best, build, run
from benchmarks.vaults import named_or_invented

ROUNDS = 2
SIZE = 500
PEERS = {
    "obsidiantools": """
import pathlib, sys
from obsidiantools.api import Vault
Vault(pathlib.Path(sys.argv[1])).connect().gather()
""",
    "graphmark": """
import sys
from graphmark.cli import main
sys.argv[1:] = ["--root", sys.argv[1], "stats"]
main()
""",
}
"""Library → a program that reads the vault named by its argument into a graph."""


def main(vault: Path) -> None:
    """Print the CPU time of each, in turn, and its ratio to each peer."""
    python = os.environ.get("PEERS_PYTHON", sys.executable)
    peers = [name for name in PEERS if _is_installed(python, name)]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        work = {
            "inkthread": lambda: build(vault, out / "all", "--no-cache"),
            "inkthread, GraphML": lambda: build(
                vault, out / "one", "--no-cache", "--format", "graphml"
            ),
            **{name: partial(run, [python, "-c", PEERS[name], str(vault)]) for name in peers},
        }
        rounds = [{name: each() for name, each in work.items()} for _ in range(ROUNDS)]
    costs = {name: best([each[name] for each in rounds]) for name in work}
    heads = "".join(f" {f'of {name}':>16}" for name in peers)
    print(f"{'command':20} {'CPU s':>8} {'MiB':>8}{heads}")
    for name, cost in costs.items():
        times = "".join(f" {cost.cpu / costs[peer].cpu:16.2f}" for peer in peers)
        print(f"{name:20} {cost.cpu:8.2f} {cost.peak:8.0f}{times}")
    for name in sorted(PEERS.keys() - peers):
        print(f"{name} is not installed: skipped")


def _is_installed(python: str, library: str) -> bool:
    command = [python, "-c", f"import {library}"]
    return not subprocess.run(command, capture_output=True, check=False).returncode


if __name__ == "__main__":
    with named_or_invented(SIZE) as folder:
        main(folder)
