"""How the cost of a build grows with the vault: `python -m benchmarks.scale [SIZE ...]`.

Builds invented vaults without a cache, each in a process of its own. Only the ratios carry over to
another machine: 1 is linear growth.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.process import Cost, build
from benchmarks.vaults import write_vault

SIZES = (1_000, 4_000)


def measure(size: int) -> Cost:
    """Build a vault of so many notes."""
    with tempfile.TemporaryDirectory() as folder:
        vault = write_vault(size, Path(folder) / "vault")
        return build(vault, Path(folder) / "out", "--no-cache")


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print one line for each size."""
    print(f"{'notes':>8} {'CPU s':>8} {'MiB':>8} {'KiB/note':>9} {'ms/note':>8} {'growth':>7}")
    first = 0.0
    for size in sizes:
        cost = measure(size)
        each = 1000 * cost.cpu / size
        first = first or each
        memory, growth = 1024 * cost.peak / size, each / first
        figures = f"{cost.cpu:8.2f} {cost.peak:8.0f} {memory:9.1f} {each:8.2f} {growth:7.2f}"
        print(f"{size:8,} {figures}")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
