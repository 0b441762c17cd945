"""The blocks of an entry's body, read in order."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from graph.model import Heading, Phrase, PhraseSource, Spot
from graph.parse.facts import Facts
from graph.parse.fields import Field
from graph.parse.harvest import InlineReader
from graph.parse.header import NO_HEADER, plain_header, read_header
from graph.parse.phrases import plain_phrase
from graph.parse.pieces import Environment
from graph.parse.plain_blocks import Block
from graph.parse.prose.passages import Passages
from graph.parse.rules.template import is_unfilled
from graph.parse.structure import read_structure
from graph.parse.text import MAX_CONTEXT
from graph.parse.words_and_links import is_plain, parse_inline

_BLOCK_ID = re.compile(r"(?:^|[ \t\n])\^([A-Za-z0-9-]+)[ \t]*$")
_ANCHOR = re.compile(r"<[a-z][^<>]{0,500}?\s(?:id|name)=[\"']?([^\s\"'<>]{1,200})", re.IGNORECASE)
"""What a tag of HTML calls its place."""
_TASK = re.compile(r"\[[ xX/-]\][ \t]")
_FIELD_LINE = re.compile(r"[^\W\d_][\w ./-]{0,60}::(?:\s|$)")
_NOT_TEXT = re.compile(
    r"^(?:id|collapsed|heading|background-color|logseq\.[\w.-]+|created-at|updated-at|ls-type"
    r"|hl-[\w-]+|card-[\w-]+|query-[\w-]+|public|icon|template(?:-including-parent)?|filters"
    r"|exclude-from-graph-view)::.*$",
    re.MULTILINE,
)
"""Logseq writes these beside a block for its own use."""
_TIMES = re.compile(
    r"^[ \t]*(?::LOGBOOK:|:END:|CLOCK: \[.*|(?:SCHEDULED|DEADLINE): <\d{4}-.*)$", re.MULTILINE
)
"""Org's lines for when a task is due and how long it took, in Logseq."""
_DRAWER = re.compile(
    r"^[ \t]*:PROPERTIES:\n((?:[ \t]*:(?!PROPERTIES:|END:)[\w-]+:.*\n)*)[ \t]*:END:$", re.MULTILINE
)
"""Org's properties of a block, as Logseq once wrote them."""
_DRAWER_ID = re.compile(r"^[ \t]*:id:[ \t]*([\w-]+)", re.MULTILINE)
_RAW_HTML = re.compile(r"<(?:!|\?|script|style|pre|textarea)", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:? ?#([\w-]{1,200})[^{}]{0,200}\}$")
"""Of Pandoc, Kramdown and Hugo: `## Heading {#anchor}`."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


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
    """Fields that stand before any text but a title: page properties of Logseq, Notion and such."""
    text: str
    """What a reader sees, without code."""
    passages: Passages
    problems: list[Problem]


class BodyReader:
    """Reads a body's blocks.

    Args:
        above: How many lines of the file stand above the body.
        limit: How many targets of links, and how many addresses, are taken.
    """

    def __init__(self, above: int, limit: int) -> None:
        self._above = above
        self._facts = Facts(limit)
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
        text = self._without_drawers(text)
        blocks, too_deep, unclosed = read_structure(text, self._environment)
        for block in blocks:
            if block.html:
                self._html(block)
            else:
                self._read_inline(block)
        problems = []
        if too_deep >= 0:
            problems.append(self._too_deep(too_deep))
        if unclosed:
            problems.append(self._unclosed(*unclosed))
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

    def _without_drawers(self, text: str) -> str:
        """A text without Org's properties; takes note of what they and HTML's tags call a place."""
        if " id=" in text or " name=" in text:
            self._blocks += _ANCHOR.findall(text)
        if ":PROPERTIES:" not in text:
            return text
        for drawer in _DRAWER.findall(text):
            self._blocks += _DRAWER_ID.findall(drawer)
        return _DRAWER.sub(_ends_of_lines, text)

    def _too_deep(self, first: int) -> Problem:
        message = "lists or quotes are nested too deeply; they were read as plain paragraphs"
        hint = "split the entry, or indent less"
        return Problem("nesting-too-deep", self._above + first + 1, message, hint)

    def _unclosed(self, kind: str, first: int) -> Problem:
        what = "a code block" if kind == "fence" else "a comment or an HTML block"
        message = f"{what} that begins here is never closed; it hides the rest of the entry"
        return Problem("block-unclosed", self._above + first + 1, message, "close it")

    def inline(self, text: str, line: int, relation: str) -> None:
        """Read the links and addresses in a front matter's value."""
        self._inline.read(parse_inline(text, {}), line, relation)

    def _read_inline(self, block: Block) -> None:
        content, line = self._content(block.text), self._above + block.line + 1
        if self._at_top and self._read_header(content, line, block):
            return
        fields = len(self._facts.fields)
        if is_plain(content):
            shown = content
            self._passages.add_block(shown, line, (), block)
        else:
            shown = self._inline.read(parse_inline(content, self._environment), line)
            marks = self._inline.marks
            self._passages.add_block(shown, line, marks, block)
            for caption, caption_line in self._inline.captions:
                self._passages.add_caption(caption, caption_line)
        if block.heading:
            self._heading(shown, line, block)
        new_fields = self._facts.fields[fields:]
        if new_fields:
            shown = _NOT_TEXT.sub("", shown)
            self._blocks += [field.value for field in new_fields if field.key == "id"]
        if self._at_top:
            if sum(field.whole_line for field in new_fields) == shown.count("\n") + 1:
                self._add_properties(new_fields)
                return
            self._at_top = block.heading == 1
        self._shown.append(shown)

    def _content(self, text: str) -> str:
        """A block's text without what apps add for their own use; takes note of its id."""
        if "^" in text:
            anchor = _BLOCK_ID.search(text, max(0, len(text) - MAX_CONTEXT))
            if anchor:
                self._blocks.append(anchor[1])
                text = text[: anchor.start()]
        if ": <" in text or ":LOGBOOK:" in text:
            text = _TIMES.sub("", text).rstrip("\n")
        return text

    def _read_header(self, content: str, line: int, block: Block) -> bool:
        """Read what stands in front of the text; whether the block holds nothing else."""
        header = NO_HEADER if block.heading or block.quotes else read_header(content, line)
        self._add_properties(header.fields)
        self._facts.fields += header.fields
        if header.whole:
            self._inline.read(parse_inline(plain_header(content), self._environment), line)
            values = "\n".join(field.value for field in header.fields)
            self._passages.add_block(values, line, (), block)
        return header.whole

    def _add_properties(self, fields: Iterable[Field]) -> None:
        """Take fields as the keys of a front matter; what stands below a title names another."""
        titled = bool(self._title[0])
        self._properties += [
            field for field in fields if not titled or field.key.casefold() != "title"
        ]

    def _heading(self, shown: str, line: int, block: Block) -> None:
        text = " ".join(shown.split())
        attributes = _ATTRIBUTES.search(block.text)
        if attributes:
            self._blocks.append(attributes[1])
        if not text or is_unfilled(text):
            return
        self._facts.headings.append(Heading(text, block.heading, line))
        if block.heading == 1 and not block.nested and not self._title[0]:
            self._title = (text, line)
        phrase = plain_phrase(text)
        if phrase:
            spot = Spot(line, text[:MAX_CONTEXT])
            self._facts.phrases.append(Phrase(phrase, PhraseSource.HEADING, spot))

    def _html(self, block: Block) -> None:
        self._at_top = False
        if _RAW_HTML.match(block.text.lstrip()):
            return
        self._read_inline(replace(block, text=_COMMENT.sub(_ends_of_lines, block.text)))


def _ends_of_lines(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")
