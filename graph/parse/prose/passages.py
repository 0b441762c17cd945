"""The passages of an entry: text that belongs together, with its mark-up and its place."""

from collections.abc import Iterable, Sequence
from itertools import product

from graph.model import NameSign, Record
from graph.parse.plain_blocks import Block
from graph.parse.prose.lexicon import fold
from graph.parse.prose.signs import BIT
from graph.parse.prose.words import ROSTER

_PLACES = {
    (heading, item, quote): heading * BIT[NameSign.HEADING]
    | item * BIT[NameSign.ITEM]
    | quote * BIT[NameSign.QUOTE]
    for heading, item, quote in product((False, True), repeat=3)
}
"""Whether a block is a heading, an item, a quote → its place."""
_HIDDEN = "\0"
MAX_LABEL = 20
"""A longer text is no label of a list."""


class Mark(Record, frozen=True):
    """A stretch of a passage that is set apart."""

    sign: NameSign | None
    """`LINK`, `WIKILINK`, `BOLD`, `EMPHASIS`; none where it is no prose but code or an address."""
    start: int
    end: int
    url: str = ""


class Passage(Record, frozen=True):
    """Some lines of visible text: a paragraph, a heading, a caption."""

    text: str
    """Without what is no prose, for which signs of the same number stand."""
    line: int
    """1-based line of the file on which it begins."""
    marks: Sequence[Mark] = ()
    """Those with a sign, by their start."""
    place: int = 0
    """`HEADING`, `ITEM`, `UNDER_ROSTER`, `QUOTE`, `CAPTION`, `TITLE`, as a number (signs.py)."""
    whole: str = ""
    """What stands there where the text hides something, sign for sign."""

    @property
    def shown(self) -> str:
        """What a reader sees: the text with what it hides."""
        return self.whole or self.text


class Passages(list[Passage]):
    """The passages of an entry while it is being read."""

    def __init__(self) -> None:
        super().__init__()
        self._roster = -1

    def add_block(self, text: str, line: int, marks: Sequence[Mark], block: Block) -> None:
        """Add a block's visible text."""
        place = _PLACES[block.heading > 0, block.items > 0, block.quotes > 0]
        place |= self._under_roster(text, block.items)
        if not marks:
            self.append(Passage(text, line, (), place))
            return
        marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        shown = tuple(mark for mark in marks if mark.sign)
        self.append(Passage(_without_hidden(text, marks), line, shown, place, text))

    def _under_roster(self, text: str, depth: int) -> int:
        """Whether a block stands in a list whose label says that it is of people."""
        if len(text) <= MAX_LABEL and fold(text.strip(" :*")) in ROSTER:
            self._roster = depth
        elif depth <= self._roster:
            self._roster = -1
        elif self._roster >= 0:
            return BIT[NameSign.UNDER_ROSTER]
        return 0

    def add_caption(self, text: str, line: int) -> None:
        """Add the caption of an image."""
        self.append(Passage(text, line, (), BIT[NameSign.CAPTION]))

    def add_title(self, text: str, line: int) -> None:
        """Add the entry's title as the front matter gives it."""
        self.insert(0, Passage(text, line, (), BIT[NameSign.TITLE]))


def _without_hidden(text: str, marks: Iterable[Mark]) -> str:
    """The text with as many other signs in place of what is no prose."""
    parts, done = [], 0
    for mark in marks:
        if mark.sign is None and mark.start >= done:
            parts += [text[done : mark.start], _HIDDEN * (mark.end - mark.start)]
            done = mark.end
    return "".join((*parts, text[done:])) if parts else text
