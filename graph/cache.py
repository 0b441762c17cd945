"""What earlier builds worked out, kept outside the vault and never trusted unread.

Every file begins with a stamp of the code and libraries that wrote it and a checksum of what
follows. A file that is damaged, old or foreign reads as absent; values are decoded into declared
types only, so that loading one can run no code.
"""

import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache as once
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import msgspec

from graph.config import Config

T = TypeVar("T")

MAGIC = b"inkthread cache 1\n"
DIGEST_BYTES = 16
_NAME = re.compile(rf"[0-9a-f]{{{2 * DIGEST_BYTES}}}")
FOLDER_VARIABLE = "INKTHREAD_CACHE"
_LIBRARIES = (
    "ada_url", "frontmatter", "igraph", "jinja2", "markdown_it", "mdit_py_plugins",
    "msgspec", "networkx", "numpy", "pyvis", "yaml",
)  # fmt: skip
"""Libraries whose other version may give other bytes."""


class Cache:
    """A folder of checked values, each under a name.

    Args:
        folder: Where they lie; `None` remembers nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def load(self, name: str, kind: type[T]) -> T | None:
        """Read a value, or `None` where there is none that can be trusted."""
        if self.folder is None:
            return None
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        head = len(MAGIC) + 2 * DIGEST_BYTES
        payload = memoryview(content)[head:]
        if content[:head] != MAGIC + code_stamp() + digest(payload):
            return None
        try:
            return msgspec.msgpack.decode(payload, type=kind)
        except (msgspec.MsgspecError, RecursionError):
            return None

    def store(self, name: str, value: object) -> None:
        """Keep a value, whole or not at all. A cache that cannot be written is no error."""
        if self.folder is None:
            return
        payload = msgspec.msgpack.encode(value)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=f".{name}-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(MAGIC + code_stamp() + digest(payload))
                    file.write(payload)
                Path(temporary).replace(self.folder / name)
            except OSError:
                Path(temporary).unlink(missing_ok=True)
        except OSError:
            return


def cache_for(vault: Path, config: Config, base: Path | None = None) -> Cache:
    """The cache of one vault under one set of settings.

    Args:
        vault: The folder of entries.
        config: Other settings have another cache, because they may parse otherwise.
        base: The folder of all caches; `default_folder()` unless given.
    """
    name = digest(os.fsencode(vault.resolve()) + b"\0" + msgspec.msgpack.encode(config)).hex()
    return Cache((base or default_folder()) / name)


def default_folder() -> Path:
    """`$INKTHREAD_CACHE`, else where this system keeps caches of a user."""
    from platformdirs import user_cache_path

    return Path(os.environ.get(FOLDER_VARIABLE) or user_cache_path("inkthread", appauthor=False))


def clear(base: Path | None = None) -> int:
    """Remove the caches of all vaults, and nothing that is no cache.

    Returns:
        How many bytes were freed.
    """
    freed = 0
    for folder in _caches(base or default_folder()):
        freed += sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
        shutil.rmtree(folder, ignore_errors=True)
    return freed


def _caches(base: Path) -> list[Path]:
    try:
        named = [each for each in base.iterdir() if _NAME.fullmatch(each.name)]
    except OSError:
        return []
    return list(filter(_is_cache, named))


def _is_cache(folder: Path) -> bool:
    """Whether a folder holds what `Cache.store` wrote, and no folder: it may be anybody's."""
    if folder.is_symlink():
        return False
    try:
        inside = list(folder.iterdir())
        return all(map(Path.is_file, inside)) and any(map(_begins_with_magic, inside))
    except OSError:
        return False


def _begins_with_magic(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(MAGIC)) == MAGIC


def digest(content: bytes | memoryview) -> bytes:
    """BLAKE2b of some bytes, short."""
    return hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest()


@once
def code_stamp() -> bytes:
    """A digest of the code that works things out: this package, its libraries, this Python."""
    state = [sys.version, *map(_state, _code(Path(__file__).parent))]
    for library in _LIBRARIES:
        spec = find_spec(library)
        state.append(_state(Path(spec.origin)) if spec and spec.origin else library)
    return digest("\0".join(state).encode("utf-8", "surrogatepass"))


def _code(folder: str | Path) -> Iterator["os.DirEntry[str]"]:
    """The files below a folder, in a fixed order, without what Python compiled of them."""
    with os.scandir(folder) as found:
        inside = sorted(found, key=attrgetter("name"))
    for each in inside:
        if not each.is_dir():
            yield each
        elif each.name != "__pycache__":
            yield from _code(each.path)


def _state(file: "Path | os.DirEntry[str]") -> str:
    status = file.stat()
    return f"{os.fspath(file)}:{status.st_size}:{status.st_mtime_ns}"
