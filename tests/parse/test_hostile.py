"""What is meant to break a parser costs little, and nothing is lost without a word."""

import time

import pytest

from graph.model import Entry, SourceFile
from graph.parse.entry import parse_file


def entry_of(text: str) -> Entry:
    return parse_file(SourceFile("note.md", text.encode()))


def codes(entry: Entry) -> set[str]:
    return {problem.code for problem in entry.diagnostics}


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "k0: &k0 {z: 1}\n" + "".join(
    f"k{n}: &k{n} {{<<: [{','.join([f'*k{n - 1}'] * 9)}]}}\n" for n in range(1, 8)
)
FRONT_MATTERS = {
    "open brackets": "a: " + "[" * 100_000,
    "closed brackets": "a: " + "[" * 5_000 + "]" * 5_000,
    "nested lists on one line": "- " * 10_000 + "x",
    "alias bomb": BOMB,
    "alias bomb as tags": BOMB + "tags: *i\n",
    "merge bomb": MERGES,
    "list that holds itself": "tags: &t [ok, *t]",
    "object tag": "title: !!python/object/apply:os.system ['true']",
    "list as a key": "? [a, b]\n: c",
    "bell": "title: a\x07b",
    "tab": "tags:\n\t- tabbed",
}


@pytest.mark.parametrize("head", FRONT_MATTERS.values(), ids=FRONT_MATTERS)
def test_a_hostile_front_matter_is_named_and_the_body_read(head: str) -> None:
    entry = entry_of(f"---\n{head}\n---\n[[Harbour]] #body\n")
    assert "front-matter" in codes(entry)
    assert entry.links[-1].target == "Harbour"
    assert len(entry.tags) < 20


SIZE = 3_000
BODIES = {
    "quotes": lambda n: "> " * n + "a",
    "lists": lambda n: "- " * n + "a",
    "deep lists": lambda n: "".join("  " * min(i, 300) + "* a\n" for i in range(n // 8)),
    "open brackets": lambda n: "[" * n,
    "nested brackets": lambda n: "[" * n + "a" + "]" * n,
    "brackets and a link": lambda n: "[" * n + "](x)",
    "open wikilinks": lambda n: "[[" * n,
    "open labels": lambda n: "[[a|" * n,
    "open anchors": lambda n: "[[a#" * n + "]]",
    "embeds": lambda n: "![[" * n,
    "images": lambda n: "![[]()" * n,
    "links": lambda n: "[a](b" * n,
    "emphasis": lambda n: "*a_ " * n,
    "stars": lambda n: "*" * n + "a" + "*" * n,
    "code": lambda n: "`a``b" * n,
    "comments": lambda n: "%%" * n + "a",
    "dollars": lambda n: "$a" * n,
    "highlights": lambda n: "==a " * n,
    "addresses": lambda n: "http://" * n,
    "hosts": lambda n: "www." * n,
    "brackets in an address": lambda n: "https://e.example/" + "(" * n,
    "mentions": lambda n: "a@" * n,
    "tags": lambda n: "#a/" + "b/" * n,
    "definitions": lambda n: "".join(f"[r{i}]: u\n" for i in range(n)) + "[r0] " * n,
    "fields": lambda n: "a:: b [[x]] " * n,
    "footnotes": lambda n: "".join(f"[^{i}]: [^{i + 1}]\n" for i in range(n)) + "[^0]",
    "HTML": lambda n: "<a " * n + "<!--" * n,
    "blank lines": lambda n: "\n" * (n * 10),
    "cells": lambda n: "|a" * (n // 10) + "\n" + "|-" * (n // 10) + "\n" + "x\n" * (n // 10),
    "one word": lambda n: "x" * n * 100,
    "wikilinks": lambda n: "[[note]] " * n,
}


@pytest.mark.parametrize("make", BODIES.values(), ids=BODIES)
def test_four_times_the_text_takes_no_ten_times_the_time(make) -> None:
    def seconds(size: int) -> float:
        text = make(size)
        begin = time.process_time()
        entry_of(text)
        return time.process_time() - begin

    entry_of("warm")
    small = max(min(seconds(SIZE) for _ in range(2)), 0.02)
    assert min(seconds(4 * SIZE) for _ in range(2)) < 10 * small


@pytest.mark.parametrize("marker", ["> ", "- ", "1. "])
def test_what_is_nested_too_deeply_is_named_and_still_read(marker: str) -> None:
    entry = entry_of("[[Before]]\n\n" + marker * 1_000 + "[[Inside]]\n\n[[After]]\n")
    assert "nesting-too-deep" in codes(entry)
    assert {link.target for link in entry.links} == {"Before", "Inside", "After"}


def test_sixty_levels_of_bullets_are_not_too_deep() -> None:
    entry = entry_of("".join("  " * level + f"- [[O{level}]]\n" for level in range(60)))
    assert [link.target for link in entry.links] == [f"O{level}" for level in range(60)]
    assert not entry.diagnostics
