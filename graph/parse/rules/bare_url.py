"""Bare addresses, by the autolink extension of GitHub Flavored Markdown."""

from markdown_it.rules_inline import StateInline

from graph.parse.urls import MAX_URL, match_bare


def bare_url(state: StateInline, silent: bool) -> bool:
    """Push a `bare_url` token; none within the text of a link.

    A run of letters too long for an address is text, so that none is looked for in it again.
    """
    start = state.pos
    if silent or state.linkLevel:
        return False  # while the end of a link's text is sought, what stands in it is not known
    if start and state.src[start - 1].isascii() and state.src[start - 1].isalnum():
        return False
    end, is_url = match_bare(state.src, start, state.posMax)
    if not is_url and end - start < MAX_URL:
        return False
    if is_url:
        state.push("bare_url", "", 0).content = state.src[start:end]
    else:
        state.append_pending(state.src[start:end])
    state.pos = end
    return True
