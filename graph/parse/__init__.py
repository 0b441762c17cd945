"""Parse: one file's bytes to what it says, with no knowledge of the vault."""

from graph.parse.entry import parse

__all__ = ["parse"]
