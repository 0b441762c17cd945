"""What a text does not hold, no library is loaded for."""

import subprocess
import sys

import pytest

PARSE = """
import sys
from graph.config import Config
from graph.model import SourceFile
from graph.parse import parse
parse(SourceFile("2025-05-18.md", sys.stdin.buffer.read(), 0), Config())
print(*sorted({"markdown_it", "yaml"} & set(sys.modules)))
"""
PLAIN = """---
date: 2025-05-18
tags: [river]
---
# Low water

- Took six of us to the [[bend]], with **buckets**; it’s [clay](https://clay.example).
- Café, 5 p.m.

> mud with a past
"""


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        (PLAIN.replace("[river]", "river"), ""),
        (PLAIN, "yaml"),
        ("mud _with_ a past", "markdown_it"),
        ("a | b\n--|--\nc | d", "markdown_it"),
        ("---\nriver: {a: b}\n---\nmud _with_ a past", "markdown_it yaml"),
    ],
)
def test_libraries_are_loaded_for_what_only_they_can_read(text: str, loaded: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PARSE], input=text.encode(), capture_output=True, check=True
    )
    assert run.stdout.decode().strip() == loaded
