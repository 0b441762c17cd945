"""Read: a folder to the files of its entries. The only stage that knows the file system.

Links are never followed, so nothing outside the vault can be read and no loop can hold us.
"""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from graph.config import VaultConfig
from graph.errors import VaultError
from graph.model import Diagnostic, Severity, SourceFile

ENTRY_SUFFIXES = (".md", ".markdown")
_JUNCTION = 0xA0000003
"""How Windows marks a folder that stands for another one (IO_REPARSE_TAG_MOUNT_POINT)."""
_OPEN = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):  # no system has all of them
    _OPEN |= getattr(os, _flag, 0)
CONFIG_NAME = "inkthread.toml"


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that holds an entry, not read yet."""

    path: str
    r"""Vault-relative POSIX path as text; bytes that are no UTF-8 stand as `\xNN`."""
    native: str
    """The same as the operating system wants it."""
    size: int
    """Bytes."""
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Scan:
    """What a folder holds, each list sorted by path."""

    entries: tuple[FileRef, ...]
    others: tuple[str, ...]
    """Paths of files that are no entries: images, canvases and so on."""
    diagnostics: tuple[Diagnostic, ...]


def scan(root: Path, config: VaultConfig) -> Scan:
    """List the entries below a folder without reading any; one `stat` a file.

    Hidden files and folders (names that start with a dot) are left out, and so is what
    `exclude` matches. Diagnostics name whatever is no entry of the result; a folder that is left
    out stands for all that it holds.

    Raises:
        VaultError: The folder does not exist, is no folder, or may not be read.
    """
    _require_folder(root)
    found = _Findings([], [], [])
    for folder, item in _walk(root, config, found.diagnostics):
        _sort_in(folder, item, config, found)
    return Scan(
        tuple(sorted(found.entries, key=lambda ref: ref.path)),
        tuple(sorted(found.others)),
        tuple(found.diagnostics),
    )


def read(root: Path, ref: FileRef, max_bytes: int) -> SourceFile | Diagnostic:
    """Read one entry, or say why that could not be done.

    The file is opened without following a link and without waiting, and checked again after
    opening, because it may have been swapped since the scan.
    """
    try:
        with open(root / ref.native, "rb", opener=_open) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return _special(ref.path)
            data = file.read(max_bytes + 1)
    except OSError as error:
        return _unreadable(ref.path, error)
    if len(data) > max_bytes:
        return _too_large(ref.path, len(data), max_bytes)
    return SourceFile(ref.path, data, status.st_mtime_ns)


def _open(path: str, _: int) -> int:
    return os.open(path, _OPEN)


@dataclass(slots=True)
class _Findings:
    entries: list[FileRef]
    others: list[str]
    diagnostics: list[Diagnostic]


def _require_folder(root: Path) -> None:
    try:
        os.scandir(root).close()
    except FileNotFoundError as error:
        raise VaultError(f"{root}: no such folder", "name the folder of your entries") from error
    except NotADirectoryError as error:
        raise VaultError(f"{root}: is not a folder", "name the folder, not one file") from error
    except OSError as error:
        raise VaultError(f"{root}: cannot be read: {error.strerror}", "check its rights") from error


def _walk(
    root: Path, config: VaultConfig, diagnostics: list[Diagnostic]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every item that is no folder, with the native relative path of its folder."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as items:
                listed = sorted(items, key=lambda item: item.name)
        except OSError as error:
            diagnostics.append(_unreadable(as_text(folder), error))
            continue
        for item in listed:
            native = folder + item.name
            if passed_over := _passed_over(item.name, as_text(native), config):
                diagnostics.append(passed_over)
            elif item.is_dir(follow_symlinks=False) and not _is_junction(item):
                folders.append(native + "/")
            else:
                yield folder, item


def _sort_in(folder: str, item: os.DirEntry[str], config: VaultConfig, found: _Findings) -> None:
    native = folder + item.name
    path = as_text(native)
    is_entry = item.name.lower().endswith(ENTRY_SUFFIXES)
    try:
        status = item.stat(follow_symlinks=False)
    except OSError as error:
        found.diagnostics.append(_unreadable(path, error))
        return
    if stat.S_ISLNK(status.st_mode) or _is_junction(item):
        found.diagnostics.append(_link(path))
    elif not stat.S_ISREG(status.st_mode):
        found.diagnostics.append(_special(path))
    elif not is_entry:
        found.others.append(path)
        found.diagnostics.append(_left_out("file-not-entry", path, "is no Markdown file"))
    elif status.st_size > config.max_file_bytes:
        found.diagnostics.append(_too_large(path, status.st_size, config.max_file_bytes))
    else:
        found.entries.append(FileRef(path, native, status.st_size, status.st_mtime_ns))


def _is_junction(item: os.DirEntry[str]) -> bool:
    """Whether a folder is a link of the kind that only Windows has."""
    try:
        return getattr(item.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION
    except OSError:
        return False


def _passed_over(name: str, path: str, config: VaultConfig) -> Diagnostic | None:
    """What to say of an item that is passed over, whatever it holds."""
    if name.startswith("."):
        return _left_out("file-hidden", path, "is hidden; nothing in it is read")
    if any(fnmatchcase(path, pattern) for pattern in config.exclude):
        return _left_out("file-excluded", path, "is excluded by vault.exclude in inkthread.toml")
    return None


def as_text(native: str) -> str:
    r"""A path as text that every output can hold: bytes that are no UTF-8 become `\xNN`."""
    return os.fsencode(native).decode("utf-8", "backslashreplace").rstrip("/")


def _unreadable(path: str, error: OSError) -> Diagnostic:
    gone = error.errno == errno.ENOENT
    linked = error.errno == errno.ELOOP
    if linked:
        return _link(path)
    return Diagnostic(
        "file-vanished" if gone else "file-unreadable",
        Severity.WARNING,
        path,
        0,
        "vanished while the vault was read" if gone else f"cannot be read: {error.strerror}",
        "build again" if gone else "check that you may read it",
    )


def _left_out(code: str, path: str, message: str) -> Diagnostic:
    return Diagnostic(code, Severity.INFO, path, 0, message, "nothing to do")


def _link(path: str) -> Diagnostic:
    return Diagnostic(
        "symlink-skipped",
        Severity.WARNING,
        path,
        0,
        "is a symbolic link, which is never followed",
        "move or copy what it points at into the vault",
    )


def _special(path: str) -> Diagnostic:
    return Diagnostic(
        "file-special",
        Severity.WARNING,
        path,
        0,
        "is a pipe, socket or device, not a file",
        "move it out of the vault",
    )


def _too_large(path: str, size: int, limit: int) -> Diagnostic:
    return Diagnostic(
        "file-too-large",
        Severity.WARNING,
        path,
        0,
        f"has {size:,} bytes or more; the limit is {limit:,}",
        "split it, or raise vault.max_file_bytes in inkthread.toml",
    )
