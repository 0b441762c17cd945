"""`inkthread.toml`, validated. Every key is documented where it is declared."""

from pathlib import Path
from typing import Annotated

import msgspec

from graph.errors import ConfigError

MEBIBYTE = 1024 * 1024


class VaultConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which files are entries, and how large they may be."""

    exclude: tuple[str, ...] = ()
    """Glob patterns of vault-relative paths to leave out, such as `templates/*`."""
    max_file_bytes: int = 10 * MEBIBYTE
    """A larger file is named in a diagnostic and not read."""


class LimitsConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one entry may hold; what is beyond is left out and named in a diagnostic."""

    front_matter_length: int = 4 * MEBIBYTE
    """Characters of a front matter; a longer one is data of another kind and is not read."""
    front_matter_depth: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 100
    """Levels of lists and mappings in a front matter; at some thousands the YAML parser crashes."""
    front_matter_values: int = 200_000
    """Scalars of one value of the front matter with all its YAML aliases written out."""
    links: int = 20_000
    """Targets that one entry links to, and as many addresses. A build costs 0.1 ms for each."""


class LinksConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How links are written in this vault."""

    dialect: str = "auto"
    """`auto`, `obsidian`, `logseq` or `dendron`; `auto` looks for plain signs of each."""


class DatesConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How dates are written in this vault."""

    order: str = "auto"
    """`auto`, `dmy`, `mdy` or `ymd`; `auto` lets the entries decide."""


class PeopleConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Corrections to who is who; they win over every inference."""

    ignore: tuple[str, ...] = ()
    """Names that are no people."""
    people: tuple[str, ...] = msgspec.field(default=(), name="is")
    """Names that are people."""
    alias: dict[str, tuple[str, ...]] = {}
    """Name → other names of the same person."""
    merge: tuple[tuple[str, ...], ...] = ()
    """Groups of names that are one person; the first is the label."""


class IdeasConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Corrections to what is an idea."""

    ignore: tuple[str, ...] = ()
    """Phrases that are no ideas."""


class PageConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the page offers beside what the entries say."""

    obsidian: str = ""
    """The vault's name in Obsidian; the page then opens entries there."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings, one field for each table of the file."""

    vault: VaultConfig = VaultConfig()
    limits: LimitsConfig = LimitsConfig()
    links: LinksConfig = LinksConfig()
    dates: DatesConfig = DatesConfig()
    people: PeopleConfig = PeopleConfig()
    ideas: IdeasConfig = IdeasConfig()
    page: PageConfig = PageConfig()


def load_config(path: Path | None) -> Config:
    """Read a config file; without one, every setting has its default.

    Raises:
        ConfigError: The file cannot be read, is no TOML, or holds an unknown key or value.
    """
    if path is None:
        return Config()
    import tomllib  # late, because most vaults have no such file

    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Config)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {error}", "docs/configuration.md lists every key") from error
