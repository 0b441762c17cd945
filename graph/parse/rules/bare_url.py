"""Bare addresses, by the autolink extension of GitHub Flavored Markdown."""

from markdown_it.rules_inline import StateInline

from graph.parse.urls import match_bare


def bare_url(state: StateInline, silent: bool) -> bool:
    """Push a `bare_url` token; none within the text of a link."""
    start = state.pos
    if state.src[start] not in "hHwW" or state.linkLevel:
        return False
    if start and state.src[start - 1].isascii() and state.src[start - 1].isalnum():
        return False
    end = match_bare(state.src, start, state.posMax)
    if end == start:
        return False
    if not silent:
        state.push("bare_url", "", 0).content = state.src[start:end]
    state.pos = end
    return True
