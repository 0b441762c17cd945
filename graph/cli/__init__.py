"""The command line: one file per command; options, a call, and the rendering of what it gives."""

from graph.cli.app import main

__all__ = ["main"]
