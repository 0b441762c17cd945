"""What a whole command costs, by the operating system's own account."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """What one run took."""

    cpu: float
    """Seconds, of the process and all that it started."""
    wall: float
    """Seconds."""
    peak: float
    """MiB of the largest process."""


def run(words: Sequence[str]) -> Cost:
    """Run a command to its end; what it prints is thrown away."""
    started = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed with {process.returncode}: {' '.join(words)}")
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def build(vault: Path, output: Path, *options: str) -> Cost:
    """Build a vault with the command that users run."""
    words = [sys.executable, "-m", "graph", "build", str(vault), "-o", str(output), "--quiet"]
    return run([*words, *options])


def best(costs: Sequence[Cost]) -> Cost:
    """The least of each figure over several runs: what noise of the machine adds is left out."""
    return Cost(*(min(figure) for figure in zip(*costs, strict=True)))
