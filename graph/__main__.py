"""`inkthread`, or `python -m graph`: the command as a process of its own."""

import contextlib
import gc
import os
import sys

from graph.cli import main


def run() -> None:
    """Run the command that the arguments ask for, and end the process as soon as all is said.

    To look for garbage, and to free a graph object by object, is a tenth of a build, for memory
    that goes back to the system anyhow.
    """
    gc.disable()
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int):
            _end(end.code)
        raise


def _end(code: int) -> None:
    """End the process, unless something is left that cannot be printed: Python tells of that."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    run()
