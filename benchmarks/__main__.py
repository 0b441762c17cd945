"""How the cost of a build grows: `python -m benchmarks [SMALL LARGE]`.

Builds invented vaults of two sizes, each in a process of its own, and compares the cost per entry.
Only the ratio carries over to another machine: 1 is linear growth.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.vaults import write_vault

SIZES = (500, 2000)


class Cost(NamedTuple):
    """What one build took."""

    seconds: float
    """CPU time, of all processes."""
    mebibytes: float
    """Peak resident memory."""


def measure(size: int) -> Cost:
    """Build a vault of so many entries."""
    with tempfile.TemporaryDirectory() as folder:
        vault = write_vault(size, Path(folder) / "vault")
        words = ["-m", "graph", "build", str(vault), "-o", f"{folder}/out", "--quiet"]
        process = subprocess.Popen([sys.executable, *words], stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the build of {size} entries failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    """Print one line for each size, and how the cost per entry grows."""
    small, large = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else SIZES
    costs = {size: measure(size) for size in (small, large)}
    print(f"{'entries':>8} {'CPU s':>8} {'MiB':>8} {'ms/entry':>9}")
    for size, cost in costs.items():
        each = 1000 * cost.seconds / size
        print(f"{size:8,} {cost.seconds:8.2f} {cost.mebibytes:8.0f} {each:9.2f}")
    growth = (costs[large].seconds / large) / (costs[small].seconds / small)
    print(f"cost per entry at {large:,} over that at {small:,}: {growth:.2f} (1 is linear)")


if __name__ == "__main__":
    main()
