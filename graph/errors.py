"""One tree of errors. Each says what failed, why, and what to do about it.

Imports nothing, so that every layer may raise them. Shown in one place: `graph.cli`.
"""


class InkthreadError(Exception):
    """Something that the user can understand and act on.

    Args:
        message: What failed, in one line, with the path it failed on.
        hint: What to do about it, in one line; empty where nothing can be done.
    """

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class VaultError(InkthreadError):
    """The vault cannot be read, or holds no entry."""


class OutputError(InkthreadError):
    """The output folder cannot be written, or a file there is not ours. Nothing was replaced."""


class ConfigError(InkthreadError):
    """`inkthread.toml` holds something that has no meaning."""

    exit_code = 2


class UsageError(InkthreadError):
    """A command was given words that it cannot use, such as an unknown format."""

    exit_code = 2


class UnknownNodeError(InkthreadError):
    """A name that no node of the graph bears; the hint lists the nearest names."""

    exit_code = 2
