"""The command line: one file per command; options, a call, and the rendering of what it gives."""
