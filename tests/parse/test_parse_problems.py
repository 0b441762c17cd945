"""Whatever cannot be taken as it stands is named in full: line, what is wrong, what to do."""

import pytest

from graph.config import LimitsConfig
from graph.model import Diagnostic, Severity, SourceFile
from graph.parse.entry import parse_file

QUOTE = "quote values that hold a colon or begin with a sign of YAML"
KEEP_PLAIN = "keep to plain keys, texts and lists"
FRONT_MATTERS = [
    ("a: 1\nb: 2\nc: d: e", 4, "mapping values are not allowed in this context", QUOTE),
    ("a: 1\nb: 2\na: [3]", 4, "the key 'a' stands here twice; the last one counts", KEEP_PLAIN),
    ("a: 1\n<<: {b: 1}", 3, "merge keys are not followed", KEEP_PLAIN),
    ("a: 1\nb: !thing c", 3, "the tag '!thing' is not followed", KEEP_PLAIN),
    ("a: [1]\n? [b]\n: c", 3, "a key is no plain text", KEEP_PLAIN),
    ("a: 1\nb: &b [*b]", 3, "a value holds itself", KEEP_PLAIN),
    ("a: [" + "[" * 200, 2, "nested too deeply", QUOTE),
    ('a: 1\nb: "\\udf05"', 3, "half of a pair of escapes stands for no character", KEEP_PLAIN),
]
OTHERS = [
    (
        "+++\na =\n+++\n",
        ("front-matter", 1, "front matter: Invalid value (at line 1, column 4)", KEEP_PLAIN),
    ),
    (
        '{\n"a": 1,\n"b": "\\udf05"\n}\n',
        ("front-matter", 3, "front matter: half of a pair of escapes stands for no character",
         "write the character itself"),
    ),
    (
        "---\na: 1\nb: " + "w" * 2_001 + "\n---\n",
        ("front-matter", 3, "b has more than 2,000 characters; the rest is left out",
         "move long texts into the body"),
    ),
    (
        "---\na: [1]\ntags:\n  b: c\n---\n",
        ("tags-unreadable", 4, "tags is a mapping", "write tags as a list"),
    ),
    (
        "---\na: [1]\ntags: [ok, " + "x" * 201 + "]\n---\n",
        ("tags-unreadable", 3, "a tag of more than 200 characters was left out",
         "write a shorter tag"),
    ),
    (
        "word\n\n```\nx\n",
        ("block-unclosed", 3,
         "a code block that begins here is never closed; it hides the rest of the entry",
         "close it"),
    ),
    (
        "---\na: b\n---\n\nword\n\n<!-- x\n",
        ("block-unclosed", 7,
         "a comment or an HTML block that begins here is never closed; it hides the rest of the "
         "entry", "close it"),
    ),
    (
        "a\n\n" + "> " * 500 + "x\n",
        ("nesting-too-deep", 3,
         "lists or quotes are nested too deeply; they were read as plain paragraphs",
         "split the entry, or indent less"),
    ),
]  # fmt: skip
BYTES = [
    (b"\x89PNG\0\0\xff", "binary", "binary data, not text", "rename it, or exclude it"),
    ("café".encode("latin-1"), "encoding-guessed",
     "not UTF-8; some lines are read as Windows-1252", "save the file as UTF-8"),
    ("a word\n".encode("utf-16-be"), "encoding-guessed",
     "read as UTF-16-BE, though it bears no mark", "save the file as UTF-8"),
    (b"\xff\xfea\0b", "encoding-broken",
     "not valid UTF-16-LE throughout", "save the file as UTF-8"),
]  # fmt: skip


def problems(data: bytes, limits: LimitsConfig | None = None) -> tuple[Diagnostic, ...]:
    return parse_file(SourceFile("note.md", data), limits or LimitsConfig()).diagnostics


def warning(code: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, "note.md", line, message, hint)


@pytest.mark.parametrize(("head", "line", "message", "hint"), FRONT_MATTERS)
def test_what_is_wrong_in_a_front_matter_is_said(head, line, message, hint) -> None:
    named = warning("front-matter", line, f"front matter: {message}", hint)
    assert problems(f"---\n{head}\n---\n".encode()) == (named,)


@pytest.mark.parametrize(("text", "said"), OTHERS, ids=[said[2] for _, said in OTHERS])
def test_what_is_wrong_in_an_entry_is_said(text, said) -> None:
    assert problems(text.encode()) == (warning(*said),)


@pytest.mark.parametrize(("data", "code", "message", "hint"), BYTES)
def test_what_is_odd_about_the_bytes_is_said(data, code, message, hint) -> None:
    assert problems(data) == (warning(code, 0, message, hint),)


@pytest.mark.parametrize(
    "begin", ["<!--", "<![CDATA[", "<?php", "<!DOCTYPE", "<pre", "<script", "<style", "<textarea"]
)
def test_html_that_swallows_the_rest_is_said(begin) -> None:
    (problem,) = problems(f"word\n\n{begin}\n\nmore\n".encode())
    assert (problem.code, problem.line) == ("block-unclosed", 3)


def test_what_is_too_long_is_said() -> None:
    hint = "move long texts into the body, or raise limits.front_matter_length"
    said = warning("front-matter", 1, "front matter: it is too long and was not read", hint)
    assert problems(b"---\na: b\n---\n", LimitsConfig(front_matter_length=4)) == (said,)


def test_no_front_matter_is_complained_of_without_end() -> None:
    keys = "".join("a: [1]\n" for _ in range(100))
    assert len(problems(f"---\n{keys}---\n".encode())) == 20


@pytest.mark.parametrize(
    "text",
    ["a: b", "---\na: 'b: c'\n---\n", "```\nx\n```\n", "~~~~\n```\n~~~~\n", "<!-- x -->\n\ny",
     "---\nlinks: [" + "[x], " * 200 + "[y]]\n---\n",
     "> " * 50 + "x", "$$ x", "---\ntags: [" + "x" * 200 + "]\na: " + "w" * 2_000 + "\n---\n"],
)  # fmt: skip
def test_what_is_well_is_not_complained_of(text) -> None:
    assert problems(text.encode()) == ()
