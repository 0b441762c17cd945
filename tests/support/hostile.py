"""Texts that make a careless parser take quadratic time, of any size."""

from collections.abc import Callable

SIZE = 6_000
BODIES: dict[str, Callable[[int], str]] = {
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
