"""How soon the command is there: `python -m benchmarks.start`."""

import sys

from benchmarks.process import best, run

ROUNDS = 7


def main() -> None:
    """Print the CPU time of `inkthread --help` against that of importing click."""
    click, ours = (
        best([run([sys.executable, *words]) for _ in range(ROUNDS)]).cpu
        for words in (("-c", "import click"), ("-m", "graph", "--help"))
    )
    print(f"{'start':20} {'CPU s':>8} {'times':>7}")
    print(f"{'import click':20} {click:8.2f} {1:7.1f}")
    print(f"{'inkthread --help':20} {ours:8.2f} {ours / click:7.1f}")


if __name__ == "__main__":
    main()
