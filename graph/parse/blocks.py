"""A block parser that tries only the rules which can begin with the character at hand.

The results are those of markdown-it's own loop with the same rules, but that a plain paragraph
is one `inline` token, without the tokens that open and close it.
"""

import re
from collections.abc import Callable

from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_BEGINS_WITH = {
    "blockquote": ">",
    "comment_block": "%",
    "fence": "`~",
    "footnote_def": "[",
    "heading": "#",
    "hr": "*-_",
    "html_block": "<",
    "list": "*+-0123456789",
    "math_block": "$",
    "reference": "[",
}
"""Rule → the characters that it can begin with; rules that are not named begin with any."""

_PLAIN_LINE = re.compile(
    r"[^\s#>\-+*=_~`|<\[0-9:$%]|\*\*?[^\s*]|__?[^\s_]|\[\[|\[(?!\^)[^\[\]\\]*\](?!:)"
    r"|[0-9]+(?![0-9.)])|[$%](?![$%])|`(?!``)"
)
"""A line that begins like this, indented by less than four, begins and ends no block."""
_BULLET = re.compile(r"[-*+][ \t]+[^ \t]")
"""Begins a list, whatever stands above it."""


class BlockParser(ParserBlock):
    """markdown-it's block parser with a table in place of the list of rules.

    Args:
        parser: The parser whose rules to take.
        max_nesting: How deeply blocks may stand within blocks; what is deeper is skipped.
    """

    def __init__(self, parser: ParserBlock, max_nesting: int) -> None:
        super().__init__()
        self.ruler = parser.ruler
        self._max_nesting = max_nesting
        active = list(zip(parser.ruler.get_active_rules(), parser.ruler.getRules(""), strict=True))
        self._all: tuple[BlockRule, ...] = tuple(rule for _, rule in active)
        characters = set("".join(_BEGINS_WITH.values()))
        self._any = _beginning_with("\n", active)
        self._rules = {character: _beginning_with(character, active) for character in characters}

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - markdown-it's names
        """Push the tokens of the lines from `startLine` up to `endLine`."""
        line = startLine
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= self._max_nesting:
                state.line = endLine
                break
            if not _plain_paragraph(state, line):
                self._block(state, line, endLine)
            state.tight = False  # spares lists the search for paragraphs to hide
            line = state.line
            if line < endLine and state.isEmpty(line):
                line += 1
                state.line = line

    def _block(self, state: StateBlock, line: int, last: int) -> None:
        if state.is_code_block(line):
            rules = self._all
        else:
            first = state.src[state.bMarks[line] + state.tShift[line]]
            rules = self._rules.get(first, self._any)
        for rule in rules:
            if rule(state, line, last, False):
                return


def _beginning_with(character: str, active: list[tuple[str, BlockRule]]) -> tuple[BlockRule, ...]:
    return tuple(
        rule
        for name, rule in active
        if name != "code" and (name not in _BEGINS_WITH or character in _BEGINS_WITH[name])
    )


def _plain_paragraph(state: StateBlock, first: int) -> bool:
    """Push a paragraph that only a blank line or a bullet can end, or leave it to the rules."""
    src, starts, ends = state.src, state.bMarks, state.eMarks
    line = first
    while line < state.lineMax:
        start = starts[line] + state.tShift[line]
        if start >= ends[line]:
            break
        indent = state.sCount[line]
        if not 0 <= indent - state.blkIndent < 4 or not _PLAIN_LINE.match(src, start, ends[line]):
            if line > first and _ends_with_bullet(state, line, start):
                break
            return False
        line += 1
    text = mdTrim(state.getLines(first, line, state.blkIndent, False))
    token = Token("inline", "", 0, map=[first, line], level=state.level + 1, content=text)
    state.tokens.append(token)
    state.line = line
    return True


def _ends_with_bullet(state: StateBlock, line: int, start: int) -> bool:
    indent = state.sCount[line]
    return (
        0 <= indent < state.blkIndent + 4
        and (state.listIndent < 0 or indent < state.listIndent + 4)
        and bool(_BULLET.match(state.src, start, state.eMarks[line]))
    )
