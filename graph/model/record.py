"""What every stage shares: files, places in them, and what is said about them."""

from enum import StrEnum

import msgspec


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The base of what is kept in the cache: immutable, compared by value, encoded as an array."""


class SourceFile(msgspec.Struct, frozen=True):
    """One file of the vault, as bytes."""

    path: str
    """Vault-relative POSIX path. Bytes of a name that are no UTF-8 stand as `\\xNN`."""
    data: bytes
    mtime_ns: int = 0


class Spot(Record, frozen=True):
    """Where a fact stands in its entry."""

    line: int
    """1-based line of the file, front matter included."""
    context: str
    """The sentence or line around it, as plain text, at most 200 characters."""


class Severity(StrEnum):
    """How much a diagnostic matters: only warnings and errors count for `--strict`."""

    ERROR = "error"
    """An entry, or a part of it, is not in the graph."""
    WARNING = "warning"
    """In the graph, but perhaps not as the writer meant it."""
    INFO = "info"
    """Worth knowing; nothing to do."""


class Diagnostic(Record, frozen=True):
    """Something in the vault that was not understood, with what to do about it."""

    code: str
    """A stable word for scripts, such as `link-ambiguous` (docs/diagnostics.md lists all)."""
    severity: Severity
    path: str
    """Vault-relative path, with `/` between folders; empty when it concerns no single file."""
    line: int
    """1-based; 0 where no line can be named."""
    message: str
    hint: str = ""
