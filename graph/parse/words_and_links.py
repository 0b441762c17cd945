"""Text of words and plain links alone, which most blocks with mark-up are, without the parser.

At the first sign of anything else the text is left to it.
"""

import re

from markdown_it.token import Token

from graph.parse.rules.plain_link import PLAIN_LINK
from graph.parse.rules.wikilink import WIKILINK, is_link

_LINK = re.compile(f"(?P<note>{WIKILINK.pattern})|(?P<page>{PLAIN_LINK.pattern})")
_SIGN = re.compile(r"[\\`*_\[\]<&#@$]")
_WWW = re.compile(r"[wW]{3}\.")


def is_words(text: str) -> bool:
    """Whether a text holds nothing but words and the ends of lines."""
    # one set of signs and some plain searches take a third of the time of one long pattern
    return not (
        _SIGN.search(text)
        or "://" in text
        or "==" in text
        or "%%" in text
        or ("." in text and _WWW.search(text))
    )


def words_and_links(text: str) -> list[Token]:
    """The inline tokens of words with wikilinks and links to pages between them.

    None where there is no such link, or anything else.
    """
    links, words, done = list(_LINK.finditer(text)), [], 0
    for link in links:
        words.append(text[done : link.start()])
        done = link.end()
    rest = text[done:]
    plain = "\0".join((*words, rest))
    if not links or not is_words(plain) or "!\0" in plain or _blank_at_line_end(plain):
        return []
    tokens: list[Token] = []
    for before, link in zip(words, links, strict=True):
        _add_words(before, tokens)
        if not _add_link(link, tokens):
            return []
    _add_words(rest, tokens)
    return tokens


def _blank_at_line_end(text: str) -> bool:
    return "\n" in text and (" \n" in text or "\n " in text or "\n\t" in text)


def _add_words(text: str, tokens: list[Token]) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            tokens.append(Token("softbreak", "br", 0))
        if line:
            tokens.append(Token("text", "", 0, content=line))


def _add_link(link: re.Match[str], tokens: list[Token]) -> bool:
    """Add what the rules for links push; False where brackets hold no link."""
    if link["page"]:
        tokens.append(Token("link_open", "a", 1, attrs={"href": link["address"]}))
        if link["label"]:
            tokens.append(Token("text", "", 0, content=link["label"]))
        tokens.append(Token("link_close", "a", -1))
        return True
    tokens.append(Token("wikilink", "", 0, content=link["inner"]))
    return is_link(link["inner"])
