"""Write a set of files: all of them or none, whatever happens (docs/decisions/0006).

    stage     every file is written into a hidden folder inside the output folder, and synced
    decide    that folder gets the name `.inkthread-forward`: from here on the new set counts
    move      each file is renamed into its place; what stood there is kept until all are moved
    clean     the hidden folder goes

Killed before `decide`, the old set stands; killed after it, the next build moves the rest first.
If a move fails, the files moved so far are put back.
"""

import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from graph.errors import OutputError
from graph.export.lock import locked
from graph.export.ours import require_ours
from graph.processes import side_by_side

STAGING = ".inkthread-new-"
"""Being written; decides nothing."""
FORWARD = ".inkthread-forward"
"""Complete; its files are moving into place."""
BACK = ".inkthread-back"
"""A move failed; the old files are moving back."""

BUFFER = 1 << 18
"""Bytes gathered for one write."""

_HINTS = {
    errno.ENOSPC: "free some space on this disk",
    errno.EDQUOT: "free some space: the quota is used up",
    errno.EFBIG: "the file system or a limit of this shell allows no file of this size",
    errno.EACCES: "choose another folder with -o, or make this one writable",
    errno.EPERM: "choose another folder with -o, or make this one writable",
    errno.EROFS: "choose another folder with -o; this disk is read-only",
    errno.ENOTDIR: "choose another folder with -o; this is no folder",
    errno.EEXIST: "choose another folder with -o; this is no folder",
    errno.ELOOP: "name the folder that the symbolic link points to",
}


def write_all(
    folder: Path, files: Iterable[tuple[str, Iterable[bytes]]], shared: bool = False
) -> list[Path]:
    """Write files into a folder, which is made if missing; files of others are left alone.

    A file that another program made is never replaced, whatever its name. Builds that write at the
    same time wait for each other.

    Args:
        folder: Where to; not a symbolic link.
        files: Names without folder, and the content of each, which begins when it is read.
        shared: Let several processes write, each some of the files.

    Returns:
        The files written, in order.

    Raises:
        OutputError: Nothing was written, and what stood there before still does.
    """
    try:
        if folder.is_symlink():
            raise OSError(errno.ELOOP, "is a symbolic link")
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            recover(folder)
            names = _stage(folder, dict(files), shared)
            _move_in(folder)
    except OSError as error:
        raise _output_error(folder, error) from error
    return [folder / name for name in names]


def recover(folder: Path) -> None:
    """Finish what a killed build began. The folder must be locked.

    Raises:
        OSError: A file cannot be moved; the folder is as consistent as before.
    """
    if _is_folder(folder / BACK):
        _restore(folder)
    if _is_folder(folder / FORWARD):
        _move_in(folder)
    for left in folder.glob(f"{STAGING}*"):
        _remove(left)


def _stage(folder: Path, files: Mapping[str, Iterable[bytes]], shared: bool) -> list[str]:
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder))
    try:
        new, old = staging / "new", staging / "old"
        new.mkdir()
        old.mkdir()
        tasks = [partial(_stage_one, folder, staging, *each) for each in files.items()]
        side_by_side(tasks, type(None), shared)
        for each in (new, old, staging):
            _sync(each)
        staging.rename(folder / FORWARD)
    except BaseException:
        _remove(staging)
        raise
    return [*files]


def _stage_one(folder: Path, staging: Path, name: str, content: Iterable[bytes]) -> None:
    standing = _standing(folder / name)
    _write(staging / "new" / name, content, standing)
    if standing:
        _keep(folder / name, staging / "old" / name)


def _standing(path: Path) -> os.stat_result | None:
    """The file that a new one will replace, if there is one."""
    require_ours([path])
    return path.lstat() if path.exists() else None


def _write(path: Path, content: Iterable[bytes], standing: os.stat_result | None) -> None:
    with path.open("wb", buffering=BUFFER) as file:
        for piece in content:
            file.write(piece)
        if standing:
            # A diary made private stays private.
            path.chmod(stat.S_IMODE(standing.st_mode))
        file.flush()
        os.fsync(file.fileno())


def _keep(path: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)  # of a process that ended too soon
    try:
        os.link(path, copy, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a file system, or a system, without hard links
        shutil.copy2(path, copy, follow_symlinks=False)


def _move_in(folder: Path) -> None:
    forward = folder / FORWARD
    new = _names(forward / "new")
    if new:
        fresh = set(new) - {*_names(forward / "old")}
        try:
            _sync(folder)
            _move(new, forward / "new", folder)
            _sync(folder)
        except (OSError, OutputError):
            _move_back(folder, fresh)
            raise
    _remove(forward)


def _move_back(folder: Path, fresh: set[str]) -> None:
    """Put the old set back after a failed move; if that fails too, the next build tries again."""
    forward = folder / FORWARD
    # Until the folder has its new name, going forward would still give the whole new set.
    for name in sorted(fresh - {*_names(forward / "new")}):
        (folder / name).replace(forward / "new" / name)
    forward.rename(folder / BACK)
    _restore(folder)


def _restore(folder: Path) -> None:
    back = folder / BACK
    replaced = {*_names(back / "old")} - {*_names(back / "new")}
    _move(sorted(replaced), back / "old", folder)
    _remove(back)


def _move(names: Sequence[str], source: Path, folder: Path) -> None:
    # Others may have written since the look before; and all are looked at before the first moves.
    require_ours(folder / name for name in names)
    for name in names:
        (source / name).replace(folder / name)


def _names(folder: Path) -> list[str]:
    """What a folder holds, sorted; nothing where it is gone already."""
    return sorted(path.name for path in folder.iterdir()) if _is_folder(folder) else []


def _is_folder(path: Path) -> bool:
    # Never through a link, which may lead anywhere.
    return path.is_dir() and not path.is_symlink()


def _remove(folder: Path) -> None:
    # What cannot be removed now is removed by the next build.
    shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    if sys.platform != "win32":  # folders cannot be opened there
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _output_error(folder: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    hint = _HINTS.get(error.errno or 0, "what stood there before is untouched")
    return OutputError(f"{folder}: cannot be written: {reason}", hint)
