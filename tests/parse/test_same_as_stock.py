"""The quick parsers give what markdown-it's own loops give with the same rules."""

from copy import copy

from hypothesis import example, given
from markdown_it import MarkdownIt, rules_inline
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_ref
from msgspec import structs
from texts import lists, markdown

from graph.parse.inline import MAX_NESTING
from graph.parse.markdown import parse_blocks, parser
from graph.parse.plain_blocks import WHITE, Block
from graph.parse.rules.bare_url import bare_url
from graph.parse.rules.block_reference import block_reference
from graph.parse.rules.hashtag import hashtag
from graph.parse.rules.highlight import highlight
from graph.parse.rules.html import html_code, html_link
from graph.parse.rules.lines import counting_lines
from graph.parse.rules.links import org_link, template_link
from graph.parse.rules.mention import mention
from graph.parse.rules.spans import comment, math
from graph.parse.rules.template import template_tag
from graph.parse.rules.wikilink import wikilink
from graph.parse.structure import read_structure
from graph.parse.urls import with_scheme
from graph.parse.words_and_links import is_plain, parse_inline


def stock_blocks() -> MarkdownIt:
    md = copy(parser())
    md.block = ParserBlock()
    md.block.ruler = parser().block.ruler
    return md


def stock_inline() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    md.normalizeLink, md.normalizeLinkText = with_scheme, lambda url: url
    md.validateLink = lambda url: True
    inline = md.inline = ParserInline()
    for character in "($%=@hHwW":
        inline.add_terminator_char(character)
    inline.ruler.disable(["linkify", "strikethrough"])
    for name in ("backticks", "link", "image", "html_inline"):
        rule = getattr(rules_inline, name.removesuffix("s"))
        inline.ruler.at(name, counting_lines(rule))
    inline.ruler.before("link", "wikilink", wikilink)
    inline.ruler.before("link", "org_link", org_link)
    inline.ruler.before("link", "template_link", counting_lines(template_link))
    for rule in (html_link, html_code):
        inline.ruler.before("html_inline", rule.__name__, counting_lines(rule))
    inline.ruler.push("template_tag", counting_lines(template_tag))
    inline.ruler.after("image", "footnote_ref", footnote_ref)
    over_lines = (counting_lines(comment), counting_lines(math))
    for rule in (block_reference, hashtag, mention, highlight, *over_lines):
        inline.ruler.push(getattr(rule, "__qualname__", ""), rule)
    inline.ruler.push("bare_url", bare_url)
    inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return md


STOCK_BLOCKS, STOCK_INLINE = stock_blocks(), stock_inline()


def shape(tokens: list[Token]) -> list[tuple]:
    return [
        (token.type, token.content, token.map, token.level)
        for token in tokens
        if token.type not in ("paragraph_open", "paragraph_close")
    ]


def blocks_of(tokens: list[Token]) -> list[Block]:
    """What the tokens of a whole text say of its paragraphs, headings and HTML."""
    found: list[Block] = []
    open_now: list[str] = []
    for token in tokens:
        if token.nesting > 0:
            open_now.append(token.type + token.tag)
        elif token.nesting < 0:
            open_now.pop()
        elif token.type in ("inline", "html_block") and token.content:
            headings = [int(name[-1]) for name in open_now if name.startswith("heading")]
            items = sum(name.startswith("list_item") for name in open_now)
            quotes = sum(name.startswith("blockquote") for name in open_now)
            html, line = token.type == "html_block", token.map[0]
            found.append(Block(token.content, line, sum(headings), items, quotes, html=html))
    return found


def merged(tokens: list[Token]) -> list[tuple]:
    """Tokens with neighbouring texts as one: where a text was cut says nothing."""
    found: list[tuple] = []
    for token in tokens:
        if token.type == "text" and found and found[-1][0] == "text":
            found[-1] = ("text", found[-1][1] + token.content, {}, "")
        elif token.type != "text" or token.content:
            found.append((token.type, token.content, dict(token.attrs), token.markup))
    return found


def stock_blocks(text: str) -> list[Token]:
    """The tokens that the stock parser of blocks makes of a text."""
    tokens: list[Token] = []
    STOCK_BLOCKS.block.parse(text, STOCK_BLOCKS, {}, tokens)
    return tokens


@given(markdown)
@example("- a\nlazy\n- b\n   * c\n")
@example("[a\nb]: c\n\nword [a b]")
@example("> word\nlazy\n- item\n")
def test_blocks(text: str) -> None:
    assert shape(parse_blocks(text, {})) == shape(stock_blocks(text))


@given(markdown | lists)
@example("# a | b\n--|--\n")
@example("- a\n\n- b | c\n|--|--|\n")
@example("```a|b\n-|-\n")
@example("- a\n  2. b\n- c\n      - d\n")
@example("- a\n\n  b\n\nc\n")
@example("- a\n\n\tb\n- c\n\td\n")
@example("100.  a\n    - b\n  c\n\n      d\n\n   e\n")
@example("<script>\n\na\n\n</script>\n\n$$\n\nb\n\n$$\n\nc\n\n```\n\nd\n")
def test_blocks_of_plain_lines(text: str) -> None:
    found = read_structure(text, {}).blocks
    assert [structs.replace(block, nested=False) for block in found] == blocks_of(
        stock_blocks(text)
    )


@given(markdown)
@example("[ " * 30 + "a" + " ](b)" * 30)
@example("[a %%b%% ((01234567-89ab-cdef-0123-456789abcdef))](c)")
def test_inlines(text: str) -> None:
    expected: list[Token] = []
    STOCK_INLINE.inline.parse(text, STOCK_INLINE, {}, expected)
    assert merged(parse_inline(text, {})) == merged(expected)


@given(markdown)
def test_what_is_plain_holds_no_mark_up(text: str) -> None:
    if is_plain(text):
        assert {token.type for token in parse_inline(text, {})} <= {
            "text",
            "softbreak",
            "hardbreak",
        }


def test_the_ends_of_a_text_are_cut_in_one_way() -> None:
    assert sorted(WHITE) == sorted(MD_TRIM_CHARS)
