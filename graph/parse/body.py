"""The blocks of an entry's body, read in order."""

import re
from typing import NamedTuple

from markdown_it.token import Token

from graph.model import Heading, Phrase, PhraseSource, Spot, UrlReference
from graph.parse.facts import Facts
from graph.parse.fields import Field
from graph.parse.harvest import InlineReader
from graph.parse.markdown import (
    MAX_NESTING,
    Environment,
    is_plain,
    is_unclosed,
    parse_blocks,
    parse_inline,
)
from graph.parse.phrases import plain_phrase
from graph.parse.prose.passages import Passages
from graph.parse.text import MAX_CONTEXT
from graph.parse.urls import html_urls

_CONTAINERS = frozenset(("list_item_open", "blockquote_open", "footnote_reference_open"))
_MARKERS = re.compile(r"^(?:[ \t>*+-]|\d{1,9}[.)][ \t])+", re.MULTILINE)
_BLOCK_ID = re.compile(r"(?:^|[ \t\n])\^([A-Za-z0-9-]+)[ \t]*$")
_TASK = re.compile(r"\[[ xX/-]\][ \t]")
_FIELD_LINE = re.compile(r"[^\W\d_][\w ./-]{0,60}::(?:\s|$)")
_NOT_TEXT = re.compile(
    r"^(?:id|collapsed|heading|background-color|logseq\.[\w.-]+|created-at|updated-at|ls-type"
    r"|hl-[\w-]+|card-[\w-]+|query-[\w-]+|public|icon|template(?:-including-parent)?|filters"
    r"|exclude-from-graph-view)::.*$",
    re.MULTILINE,
)
"""Logseq writes these beside a block for its own use."""
_RAW_HTML = re.compile(r"<(?:!|\?|script|style|pre|textarea)", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)


class Problem(NamedTuple):
    """What a diagnostic says of a body."""

    code: str
    line: int
    message: str
    hint: str


class Body(NamedTuple):
    """What an entry's body says."""

    facts: Facts
    title: str
    """The first level-1 heading that stands in no list and no quote; empty without one."""
    title_line: int
    blocks: list[str]
    properties: list[Field]
    """Fields that stand before any text: Logseq's page properties."""
    text: str
    """What a reader sees, without code."""
    passages: Passages
    problems: list[Problem]


class BodyReader:
    """Reads a body's blocks.

    Args:
        above: How many lines of the file stand above the body.
    """

    def __init__(self, above: int) -> None:
        self._above = above
        self._facts = Facts()
        self._inline = InlineReader(self._facts)
        self._environment: Environment = {}
        self._shown: list[str] = []
        self._passages = Passages()
        self._blocks: list[str] = []
        self._properties: list[Field] = []
        self._title = ("", 0)
        self._at_top = True

    def read(self, text: str) -> Body:
        """Read a text whose lines end with a line feed."""
        lines = text.split("\n")
        tokens = parse_blocks(text, self._environment)
        lost = self._walk(tokens, self._above)
        for first, last in lost:
            flat = _MARKERS.sub("", "\n".join(lines[first:last]))
            self._walk(parse_blocks(flat, self._environment), self._above + first)
        problems = [self._too_deep(first) for first, _ in lost[:1]]
        if tokens and is_unclosed(tokens[-1], lines):
            problems.append(self._unclosed(tokens[-1]))
        shown = "\n".join(self._shown)
        title, line = self._title
        return Body(
            self._facts,
            title,
            line,
            self._blocks,
            self._properties,
            shown,
            self._passages,
            problems,
        )

    def _too_deep(self, first: int) -> Problem:
        message = "lists or quotes are nested too deeply; they were read as plain paragraphs"
        hint = "split the entry, or indent less"
        return Problem("nesting-too-deep", self._above + first + 1, message, hint)

    def _unclosed(self, token: Token) -> Problem:
        what = "a code block" if token.type == "fence" else "a comment or an HTML block"
        message = f"{what} that begins here is never closed; it hides the rest of the entry"
        line = self._above + (token.map[0] if token.map else 0) + 1
        return Problem("block-unclosed", line, message, "close it")

    def inline(self, text: str, line: int, relation: str) -> None:
        """Read the links and addresses in a front matter's value."""
        self._inline.read(parse_inline(text, {}), line, relation)

    def _walk(self, tokens: list[Token], above: int) -> list[tuple[int, int]]:
        """Read blocks; gives the lines, from the text's first as 0, that were nested too deeply."""
        lost: list[tuple[int, int]] = []
        heading: Token | None = None
        for token in tokens:
            if token.type == "inline":
                if token.content:
                    self._read_inline(token, above, heading)
            elif token.type == "heading_open":
                heading = token
            elif token.type == "heading_close":
                heading = None
            elif token.type == "html_block":
                self._html(token, above)
            elif token.level == MAX_NESTING - 1 and token.type in _CONTAINERS and token.map:
                lost.append((token.map[0], token.map[1]))
            else:
                self._passages.enter(token.type)
        return lost

    def _read_inline(self, token: Token, above: int, heading: Token | None) -> None:
        line = above + (token.map[0] if token.map else 0) + 1
        content = token.content
        if "^" in content:
            block = _BLOCK_ID.search(content, max(0, len(content) - MAX_CONTEXT))
            if block:
                self._blocks.append(block[1])
                content = content[: block.start()]
        fields = len(self._facts.fields)
        if is_plain(content):
            shown = content
            self._passages.add_block(shown, line, (), heading=heading is not None)
        else:
            shown = self._inline.read(parse_inline(content, self._environment), line)
            marks = self._inline.marks
            self._passages.add_block(shown, line, marks, heading=heading is not None)
            for caption, caption_line in self._inline.captions:
                self._passages.add_caption(caption, caption_line)
        if heading:
            self._heading(shown, line, heading)
        new_fields = self._facts.fields[fields:]
        if new_fields:
            shown = _NOT_TEXT.sub("", shown)
        if self._at_top:
            if sum(field.whole_line for field in new_fields) == shown.count("\n") + 1:
                self._properties.extend(new_fields)
                return
            self._at_top = False
        self._shown.append(shown)

    def _heading(self, shown: str, line: int, token: Token) -> None:
        text = " ".join(shown.split())
        if not text:
            return
        level = int(token.tag[1])
        self._facts.headings.append(Heading(text, level, line))
        if level == 1 and not token.level and not self._title[0]:
            self._title = (text, line)
        phrase = plain_phrase(text)
        if phrase:
            spot = Spot(line, text[:MAX_CONTEXT])
            self._facts.phrases.append(Phrase(phrase, PhraseSource.HEADING, spot))

    def _html(self, token: Token, above: int) -> None:
        self._at_top = False
        if _RAW_HTML.match(token.content.lstrip()):
            return
        line = above + (token.map[0] if token.map else 0) + 1
        self._shown.append(_TAG.sub(" ", token.content))
        for tag in _TAG.finditer(token.content):
            for url in html_urls(tag.group()):
                here = line + token.content.count("\n", 0, tag.start())
                context = " ".join(tag.group().split())[:MAX_CONTEXT]
                self._facts.urls.append(UrlReference(url, "", "", Spot(here, context)))
