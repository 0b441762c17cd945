"""All comparisons, one table each: `python -m benchmarks`. Needs no network and no vault."""

import tempfile
from pathlib import Path

from benchmarks import hostile, page, parsing, peers, people, rebuild, scale, stages, start
from benchmarks.vaults import write_vault

SIZE = 1_000


def main() -> None:
    """Run one after the other; only the ratios carry over to another machine."""
    with tempfile.TemporaryDirectory() as folder:
        vault = write_vault(SIZE, Path(folder))
        for title, table in (
            ("stages of a cold build", stages.main),
            ("parsing to facts", parsing.main),
            ("people and ideas", people.main),
            ("the whole command", peers.main),
        ):
            print(f"\n## {title}")
            table(vault)
    print("\n## start")
    start.main()
    print("\n## hostile texts")
    hostile.main()
    print("\n## building again")
    rebuild.main()
    print("\n## growth")
    scale.main()
    print("\n## the page")
    page.main()


if __name__ == "__main__":
    main()
