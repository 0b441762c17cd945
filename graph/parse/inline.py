"""An inline parser that tries only the rules which can begin with the character at hand.

The results are those of markdown-it's own loop with the same rules: every rule first looks at
one character and gives up on any other.
"""

import re
from collections.abc import Mapping

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from graph.parse.rules.lines import InlineRule

MAX_NESTING = 20
"""Of links and emphasis; the value of markdown-it's `commonmark` preset."""

Rules = Mapping[str, tuple[InlineRule, ...]]


class InlineParser(ParserInline):
    """markdown-it's inline parser with a table in place of the list of rules.

    Args:
        rules: First character → the rules that can begin with it, in the order they are tried.
        stop: Matches where a text must stop, because a rule may begin or a label may end.
    """

    def __init__(self, rules: Rules, stop: re.Pattern[str]) -> None:
        super().__init__()
        self._rules = rules
        self._stop = stop
        self.ruler2.enableOnly(["balance_pairs", "emphasis"])

    def tokenize(self, state: StateInline) -> None:
        """Push the tokens of `state.src[state.pos : state.posMax]`."""
        src, end, search, rules = state.src, state.posMax, self._stop.search, self._rules
        while state.pos < end:
            pos = state.pos
            match = search(src, pos, end)
            stop = match.start() if match else end
            if stop > pos:
                state.append_pending(src[pos:stop])
                state.pos = stop
                continue
            if state.level >= MAX_NESTING or not any(
                rule(state, False) for rule in rules.get(src[pos], ())
            ):
                state.append_pending(src[pos])
                state.pos = pos + 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - markdown-it's name
        """Move past the token at `state.pos` without pushing it."""
        pos, cache = state.pos, state.cache
        if pos in cache:
            state.pos = cache[pos]
            return
        match = self._stop.search(state.src, pos, state.posMax)
        stop = match.start() if match else state.posMax
        if stop > pos:
            state.pos = stop
        elif state.level >= MAX_NESTING:
            state.pos = state.posMax
        elif not self._skip_rule(state):
            state.pos = pos + 1
        cache[pos] = state.pos

    def _skip_rule(self, state: StateInline) -> bool:
        state.level += 1
        found = any(rule(state, True) for rule in self._rules.get(state.src[state.pos], ()))
        state.level -= 1
        return found
