"""One build at a time for each output folder."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import OutputError

PATIENCE = 300.0
"""Seconds to wait for another build to finish writing."""
_PAUSE = 0.05
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF, errno.EINVAL})
"""A file system without locks, such as some network drives."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder against other builds.

    The lock is on the folder itself: it leaves no file behind, and ends with the process however
    that ends.

    Raises:
        OutputError: Another build held it for five minutes.
        OSError: The folder cannot be opened, or is a symbolic link.
    """
    if sys.platform == "win32":  # no lock on a folder there; each file is still written whole
        yield
    else:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            _wait_for(descriptor, folder)
            yield
        finally:
            os.close(descriptor)


if sys.platform != "win32":
    import fcntl

    def _wait_for(descriptor: int, folder: Path) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise OutputError(
                        f"{folder}: another build is writing here", "wait for it, or end it"
                    ) from None
                time.sleep(_PAUSE)
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    raise
                return
            else:
                return
