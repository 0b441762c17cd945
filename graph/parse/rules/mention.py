"""`@name` in prose; no e-mail address, no package, no decorator in a path, no citation."""

import re

from markdown_it.rules_inline import StateInline

from graph.parse.months import MONTHS

_MENTION = re.compile(
    r"@([^\W\d_][\w-]{0,59}(?:\.\w[\w-]{0,59}){0,3})(@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})?"
)
_NOT_BEFORE = re.compile(r"[\w@/.+=%&$#:`\\\[-]")
_CITATION = re.compile(r"[\w.-]*(?:1[5-9]|20)\d\d[a-z]?|(?:eq|fig|lst|sec|tbl|thm)-.*")
"""What Pandoc and Quarto cite: a key that ends in a year, or something numbered."""
_DAY = re.compile(r"\s\d{1,2}\b")


def mention(state: StateInline, silent: bool) -> bool:
    """Push a `mention` token with the name; its info is the host of `@name@host`."""
    start = state.pos
    if state.src[start] != "@" or state.linkLevel:
        return False
    if start and _NOT_BEFORE.match(state.src, start - 1):
        return False
    match = _MENTION.match(state.src, start, state.posMax)
    if not match or state.src[match.end() : match.end() + 1] in ("/", "@", "("):
        return False
    if not match[2] and (_CITATION.fullmatch(match[1]) or _is_date(match)):
        return False
    if not silent:
        token = state.push("mention", "", 0)
        token.content = match[1].rstrip("-_")
        token.info = (match[2] or "").lstrip("@")
        token.markup = match.group()
    state.pos = match.end()
    return True


def _is_date(match: re.Match[str]) -> bool:
    """Whether it is a day as Notion mentions it: `@March 4, 2025`."""
    return match[1].casefold() in MONTHS and bool(_DAY.match(match.string, match.end()))
