"""What a build costs again: `python -m benchmarks.rebuild [SIZE]`.

Nothing changed; one line more in one note; a line more that names somebody new and links to a note
that nobody has written, so that the graph has another shape and the map is drawn again.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.process import build
from benchmarks.vaults import write_vault

SIZE = 2_000
LINES = {
    "one note changed": "One line more.",
    "a new person, link": "Met Zora Quillfeather about [[a note to come]].",
}


def main(size: int = SIZE) -> None:
    """Print the wall time of each kind of build, and its share of a cold one."""
    with tempfile.TemporaryDirectory() as folder:
        vault = write_vault(size, Path(folder) / "vault")
        output, cache = Path(folder) / "out", ("--cache", f"{folder}/cache")
        costs = {"cold": build(vault, output, *cache)}
        build(vault, output, *cache)  # notes younger than two seconds are read once more
        costs["nothing changed"] = build(vault, output, *cache)
        changed = sorted(vault.rglob("*.md"))[size // 2]
        for name, line in LINES.items():
            changed.write_text(changed.read_text(encoding="utf-8") + f"\n{line}\n")
            costs[name] = build(vault, output, *cache)
    print(f"{size:,} notes{'':10} {'wall s':>8} {'CPU s':>8} {'of cold':>8}")
    for name, cost in costs.items():
        print(f"{name:20} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.wall / costs['cold'].wall:8.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
