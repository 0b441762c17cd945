"""What reading leaves behind is freed at once: a build runs without a collector of garbage."""

import gc

from graph.config import Config
from graph.model import SourceFile
from graph.parse import parse

NOTE = b"""---
title: Ferry
up: "[[Harbour]]"
---
# Heading
- **Mira Okafor** is a sailor, see [[Harbour|the pier]] and https://ferry.example
    2. [page](https://a.example) <b>x</b> #tag
"""


def test_reading_leaves_no_cycles() -> None:
    parse(SourceFile("warm.md", NOTE), Config())
    gc.collect()
    gc.disable()
    try:
        parse(SourceFile("note.md", NOTE), Config())
        assert gc.collect() == 0
    finally:
        gc.enable()
