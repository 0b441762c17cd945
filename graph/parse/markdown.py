"""The parser's factory: CommonMark with what notes add, without what nobody reads here."""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt, rules_inline
from markdown_it.ruler import RuleOptionsType
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from graph.parse.blocks import BlockParser
from graph.parse.inline import InlineParser, Rules
from graph.parse.pieces import Environment
from graph.parse.rules.bare_url import bare_url
from graph.parse.rules.block_reference import block_reference
from graph.parse.rules.hashtag import hashtag
from graph.parse.rules.highlight import highlight
from graph.parse.rules.html import html_code, html_link
from graph.parse.rules.lines import InlineRule, counting_lines
from graph.parse.rules.links import org_link, plain_link, template_link
from graph.parse.rules.mention import mention
from graph.parse.rules.spans import comment, comment_block, math, math_block
from graph.parse.rules.template import template_tag
from graph.parse.rules.wikilink import wikilink
from graph.parse.urls import with_scheme

MAX_NESTING = 200
"""Blocks within blocks: a hundred levels of bullets. Each costs two levels of Python's stack."""

_MAX_BRACKETS = 200
"""Brackets open at once, beyond which a block's Markdown links are not looked for: finding where
each one closes takes time that grows with the square of their number."""

_STOP = re.compile(
    r"[\n\\`*_\[\]<&#@$]|!\[|==|%%|\{[%:.#{]|\(\([0-9a-f]{8}-|[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\."
)
_HTML_ENDS = (
    ("<!--", "-->"),
    ("<![cdata[", "]]>"),
    ("<?", "?>"),
    ("<!", ">"),
    *((f"<{name}", f"</{name}>") for name in ("pre", "script", "style", "textarea")),
)
"""CommonMark 0.31, section 4.6: what begins an HTML block that blank lines do not end."""
_BRACKET = re.compile(r"[\[\]]")


def _rules(*, links: bool) -> Rules:
    over_lines = map(counting_lines, (template_link, rules_inline.link))
    link = (plain_link, *over_lines) if links else ()
    image = (counting_lines(rules_inline.image),) if links else ()
    url: tuple[InlineRule, ...] = (bare_url,)
    template = counting_lines(template_tag)
    html = (html_link, html_code, rules_inline.html_inline)
    return {
        "\n": (rules_inline.newline,),
        "\\": (rules_inline.escape,),
        "`": (counting_lines(rules_inline.backtick),),
        "*": (rules_inline.emphasis.tokenize,),
        "_": (rules_inline.emphasis.tokenize,),
        "[": (wikilink, org_link, *link, footnote_ref),
        "!": (wikilink, *image),
        "<": (rules_inline.autolink, *map(counting_lines, html)),
        "{": (template,),
        "&": (rules_inline.entity,),
        "#": (hashtag,),
        "@": (mention,),
        "=": (highlight,),
        "(": (block_reference,),
        "%": (counting_lines(comment),),
        "$": (counting_lines(math),),
        **dict.fromkeys("hHwW", url),
    }


@cache
def parser(*, links: bool = True) -> MarkdownIt:
    """The one parser of this process; without `links`, it takes no `[text](destination)`."""
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    md.use(footnote_plugin, inline=False, move_to_end=False)
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "comment_block", comment_block, ends)
    md.block.ruler.before("fence", "math_block", math_block, ends)
    # destinations are read nearly as they stand: nothing here is rendered
    md.normalizeLink = with_scheme  # type: ignore[assignment, method-assign]
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    md.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005 - its signature
    md.block = BlockParser(md.block, MAX_NESTING)
    md.inline = InlineParser(_rules(links=links), _STOP)
    return md


def parse_blocks(text: str, environment: Environment) -> list[Token]:
    """The block tokens of a text whose lines end with a line feed; inline ones are not parsed."""
    tokens: list[Token] = []
    md = parser()
    md.block.parse(text, md, environment, tokens)
    return tokens


def is_unclosed(token: Token, lines: Sequence[str]) -> bool:
    """Whether a block at the top level of a text lacks the sign that ends it.

    Args:
        token: The block.
        lines: All lines of the text.
    """
    if token.level or not token.map:
        return False
    first, last = token.map
    if token.type == "fence":
        end = lines[last - 1].strip()
        return last - first < 2 or set(end) != {token.markup[0]} or len(end) < len(token.markup)
    if token.type != "html_block":
        return False
    content = token.content.lstrip().lower()
    return any(content.startswith(begin) and end not in content for begin, end in _HTML_ENDS)


def parse_marked(text: str, environment: Environment) -> list[Token]:
    """The inline tokens of one block's text, whatever mark-up it holds."""
    tokens: list[Token] = []
    md = parser(links=not _too_many_brackets(text))
    md.inline.parse(text, md, environment, tokens)
    return tokens


def _too_many_brackets(text: str) -> bool:
    if text.count("[") <= _MAX_BRACKETS:
        return False
    open_now = most = 0
    for bracket in _BRACKET.findall(text):
        open_now += 1 if bracket == "[" else -1 if open_now else 0
        most = max(most, open_now)
    return most > _MAX_BRACKETS
