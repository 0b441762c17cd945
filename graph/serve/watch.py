"""When to build again: when the entries or the settings are not what they were."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from graph.config import VaultConfig
from graph.errors import VaultError
from graph.vault import Scan, scan

State: TypeAlias = tuple[Scan | None, tuple[int, int] | None]
"""What the folder holds, and size and time of the settings."""

QUIET_MS = 150
"""A change is told of when nothing more happened for so long: editors save in several steps."""
PATIENCE_MS = 2_000
"""A change is told of after so long, however much more happens."""
LOOK_MS = 1_000
"""How often the settings are looked at; they may not lie where anything is watched."""


class Watch:
    """Compares a vault with what it was when last looked at.

    Events of the file system only say when to look: they come late, twice and for files that are
    no entries. What is compared is what a build would read: path, size and time of each entry.
    """

    def __init__(self, vault: Path, settings: Path) -> None:
        self._vault = vault
        self._settings = settings
        self._seen = self._look()

    def changes(self) -> Iterator[None]:
        """Yield when something changed, for ever; also what changed before this was called.

        Raises:
            VaultError: The folder cannot be watched.
        """
        from watchfiles import watch

        events = watch(
            self._vault, debounce=PATIENCE_MS, step=QUIET_MS, rust_timeout=LOOK_MS,
            yield_on_timeout=True, watch_filter=None, ignore_permission_denied=True,
        )  # fmt: skip
        first = True
        try:
            for event in events:
                if (event or first or self._settings_changed()) and self._changed():
                    yield
                first = False
        except OSError as error:
            hint = "set WATCHFILES_FORCE_POLLING=1 to look every moment instead"
            raise VaultError(f"{self._vault}: cannot be watched: {error}", hint) from error

    def _settings_changed(self) -> bool:
        return _state(self._settings) != self._seen[1]

    def _changed(self) -> bool:
        before, self._seen = self._seen, self._look()
        return self._seen != before

    def _look(self) -> State:
        try:
            found = scan(self._vault, VaultConfig())
        except VaultError:
            found = None
        return found, _state(self._settings)


def _state(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
