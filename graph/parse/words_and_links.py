"""Text of words, links, images and bold words alone, as most blocks with mark-up are.

It is read without the parser. At the first sign of anything else the text is left to it.
"""

import re
from collections.abc import Sequence

from graph.parse.pieces import Environment, InlineToken, Piece
from graph.parse.rules.block_reference import BLOCK_REFERENCE
from graph.parse.rules.links import PLAIN_LINK
from graph.parse.rules.wikilink import COMPONENT, WIKILINK, is_link
from graph.parse.urls import with_scheme

_BOLD = (
    r"\*\*(?<![^\s(]\*\*)(?P<bold>(?=[^\W_])[^\n\\`*_\[\]<]{1,200})"
    r"(?:(?<=[^\W_])\*\*(?![^\s.,:;!?)])|(?<=[.,:;!?)])\*\*(?!\S))"
)
"""Between blanks and punctuation, so that no sign can both open and close."""
_HTML = (
    r"<(?P<html>/?(?!(?i:a|code|kbd|pre|samp|script|style)[\s/>])[A-Za-z][A-Za-z0-9]{0,20}\s?/?>)"
)
_MARKUP = re.compile(f"{WIKILINK.pattern}|{PLAIN_LINK.pattern}|{_BOLD}|{_HTML}")
"""Each branch begins with a plain sign: all others are passed over at once."""
_SIGN = re.compile(r"[\\`*_\[\]<&#@${]")
_WWW = re.compile(r"[wW]{3}\.")
_BREAK = Piece("softbreak")
_LINK_CLOSE = Piece("link_close")
_BOLD_OPEN = Piece("strong_open", markup="**")
_BOLD_CLOSE = Piece("strong_close", markup="**")


def is_words(text: str) -> bool:
    """Whether a text holds nothing but words and the ends of lines."""
    # one set of signs and some plain searches take a third of the time of one long pattern
    return not (
        _SIGN.search(text)
        or "://" in text
        or "==" in text
        or ("((" in text and BLOCK_REFERENCE.search(text))
        or "%%" in text
        or ("." in text and _WWW.search(text))
    )


def is_plain(text: str) -> bool:
    """Whether a block's text holds nothing but words: `parse_inline` would give text and breaks."""
    return "::" not in text and is_words(text)


def parse_inline(text: str, environment: Environment) -> Sequence[InlineToken]:
    """The inline tokens of one block's text."""
    pieces = words_and_links(text)
    if pieces:
        return pieces
    # late, because many texts need no parser, which takes 30 ms to load
    from graph.parse.markdown import parse_marked

    return parse_marked(text, environment)


def words_and_links(text: str) -> list[Piece]:
    """The parts of words with links, images, bold words and plain HTML tags between them.

    None where there is nothing but words, or anything else.
    """
    found, done = list(_MARKUP.finditer(text)), 0
    words: list[str] = []
    for match in found:
        words += (text[done : match.start()], match["bold"] or "")
        done = match.end()
    words.append(text[done:])
    plain = "\0".join(words)
    if not found or not is_words(plain) or _blank_at_line_end(plain):
        return []
    tokens: list[Piece] = []
    for before, match in zip(words[::2], found, strict=False):
        embed = before[-1:] == "!" and match["bold"] is None and match["html"] is None
        _add_words(before[:-1] if embed else before, tokens)
        if before.endswith(COMPONENT) or not _add(match, tokens, embed=embed):
            return []
    _add_words(words[-1], tokens)
    return tokens


def _blank_at_line_end(text: str) -> bool:
    return "\n" in text and (" \n" in text or "\n " in text or "\n\t" in text)


def _add_words(text: str, tokens: list[Piece]) -> None:
    if "\n" not in text:
        if text:
            tokens.append(Piece("text", text))
        return
    for number, line in enumerate(text.split("\n")):
        if number:
            tokens.append(_BREAK)
        if line:
            tokens.append(Piece("text", line))


def _add(match: re.Match[str], tokens: list[Piece], *, embed: bool) -> bool:
    """Add what the rules push for some mark-up; False where brackets hold no link."""
    if match["address"]:
        _add_link(match, tokens, embed=embed)
    elif match["bold"]:
        tokens += (_BOLD_OPEN, Piece("text", match["bold"]), _BOLD_CLOSE)
    elif match["html"]:
        tokens.append(Piece("html_inline", "<" + match["html"]))
    else:
        markup = "!" if embed else ""
        tokens.append(Piece("wikilink", match["inner"], markup))
        return is_link(match["inner"])
    return True


def _add_link(match: re.Match[str], tokens: list[Piece], *, embed: bool) -> None:
    address, label = with_scheme(match["address"]), match["label"]
    if embed:
        tokens.append(Piece("image", label, attrs={"src": address, "alt": ""}))
        return
    tokens.append(Piece("link_open", attrs={"href": address}))
    if label:
        tokens.append(Piece("text", label))
    tokens.append(_LINK_CLOSE)
