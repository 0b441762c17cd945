"""What a build costs again: nothing changed, one note changed (`python -m benchmarks.rebuild`)."""

import sys
import tempfile
from pathlib import Path

from benchmarks.process import build
from benchmarks.vaults import write_vault

SIZE = 2_000


def main(size: int = SIZE) -> None:
    """Print the wall time of each kind of build, and its share of a cold one."""
    with tempfile.TemporaryDirectory() as folder:
        vault = write_vault(size, Path(folder) / "vault")
        output, cache = Path(folder) / "out", ("--cache", f"{folder}/cache")
        cold = build(vault, output, *cache)
        build(vault, output, *cache)  # notes younger than two seconds are read once more
        same = build(vault, output, *cache)
        changed = sorted(vault.rglob("*.md"))[size // 2]
        changed.write_text(changed.read_text(encoding="utf-8") + "\nOne line more.\n")
        one = build(vault, output, *cache)
    print(f"{size:,} notes{'':10} {'wall s':>8} {'CPU s':>8} {'of cold':>8}")
    for name, cost in (("cold", cold), ("nothing changed", same), ("one note changed", one)):
        print(f"{name:20} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.wall / cold.wall:8.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
