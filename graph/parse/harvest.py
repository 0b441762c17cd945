"""One pass over the tokens of an entry, which gathers what it says."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from graph.model import (
    Link,
    LinkSyntax,
    NameCue,
    NameMention,
    NameSign,
    Phrase,
    PhraseSource,
    Spot,
    Tag,
    UrlReference,
)
from graph.parse.facts import Fact, Facts
from graph.parse.fields import LineFields
from graph.parse.names import is_biography, profile_handle, profile_name
from graph.parse.phrases import MAX_PHRASE, plain_phrase
from graph.parse.pieces import InlineToken
from graph.parse.prose.passages import Mark
from graph.parse.rules.block_reference import MARK
from graph.parse.rules.lines import BREAKS
from graph.parse.rules.wikilink import is_size, split_wikilink
from graph.parse.text import folded, sentence
from graph.parse.urls import bare_url, html_urls, is_relative, is_web, split_destination

_EMPHASES = {PhraseSource.EMPHASIS: NameSign.EMPHASIS, PhraseSource.STRONG: NameSign.BOLD}


class InlineReader:
    """Reads one block's inline tokens after another into `facts`.

    Args:
        facts: Where to put what is found.

    Attributes:
        marks: Which stretches of the block just read are links, bold, emphasised or no prose.
        captions: The captions of its images, each with its line.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._start(1, "")

    def _start(self, line: int, relation: str) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._line = line
        self._line_part = 0
        self._relation = relation
        self._line_fields = LineFields()
        self._open_at: list[tuple[int, int, int]] = []
        self._links: list[str] = []
        self._pending: list[Fact] = []
        self._bold_end = 0
        self._last_phrase = ""
        self.marks: list[Mark] = []
        self.captions: list[tuple[str, int]] = []

    def read(self, tokens: Iterable[InlineToken], line: int, relation: str = "") -> str:
        """Read a block's tokens.

        Args:
            tokens: From `parse_inline`.
            line: Line of the file on which the block begins.
            relation: The key whose value this is; then only links and addresses are facts.

        Returns:
            The block's visible text, its lines ended by a line feed.
        """
        self._start(line, relation)
        if relation:
            self._put(f"{relation}: ")
        handlers = self._handlers
        for token in tokens:
            handler = handlers.get(token.type)
            if handler:
                handler(self, token)
            if token.meta and token.type not in BREAKS:
                self._line += token.meta.get("lines", 0)
        self._end_line()
        text = "".join(self._parts)
        if self._bold_end and is_biography(text, self._bold_end):
            about = (text[: self._bold_end].strip(), NameCue.BIOGRAPHY, "")
            names = self._facts.names
            self._pending.append(Fact(names, NameMention, about, 0, self._bold_end, line))
        self._place(text)
        return text

    def _place(self, text: str) -> None:
        """Give each pending fact its context. Facts of one sentence share the text's object."""
        spot = Spot(0, "")
        last = (-1, -1)
        for fact in self._pending:
            if (fact.start, fact.end) != last or spot.line != fact.line:
                spot = Spot(fact.line, sentence(text, fact.start, fact.end))
                last = (fact.start, fact.end)
            fact.into.append(fact.make(*fact.arguments, spot))

    # ------------------------------------------------------------------------- visible text

    def _put(self, text: str) -> None:
        if text:  # markers of emphasis leave empty tokens, thousands where they are nested
            self._parts.append(text)
            self._at += len(text)

    def _text(self, token: InlineToken) -> None:
        content = token.content
        if "::" in content or self._line_fields.relation:
            self._line_fields.see(content, self._parts, self._line_part)
        self._put(content)

    def _break(self, _: InlineToken) -> None:
        self._end_line()
        self._put("\n")
        self._line += 1
        self._line_part = len(self._parts)

    def _code(self, token: InlineToken) -> None:
        start = self._at
        self._put(token.content)
        self._mark(None, start)

    def _mark(self, sign: NameSign | None, start: int, url: str = "") -> None:
        """Say what the text from `start` is; no prose where there is no sign."""
        if self._at > start:
            self.marks.append(Mark(sign, start, self._at, url))

    def _html(self, token: InlineToken) -> None:
        for url in html_urls(token.content):
            self._url(url, "", self._at, self._line)

    def _end_line(self) -> None:
        fields = self._line_fields.end(self._parts[self._line_part :], self._line)
        if not self._relation:
            self._facts.fields += fields

    def _current_relation(self) -> str:
        return self._relation or self._line_fields.relation

    # -------------------------------------------------------------------------------- links

    def _wikilink(self, token: InlineToken) -> None:
        target, anchor, label = split_wikilink(token.content)
        shown = "((…))" if token.markup == MARK else label or target or anchor
        start = self._at
        self._put(shown)
        embed = token.markup == "!"
        self._mark(None if embed or target.startswith("@") else NameSign.WIKILINK, start)
        self._line_fields.labels.append(shown)
        if is_web(target):
            self._url(token.content.partition("|")[0].strip(), label, start, self._line)
            return
        label = "" if embed and is_size(label) else label
        if self._facts.targets.count(target):
            arguments = (target, anchor, label, LinkSyntax.WIKI, embed, self._current_relation())
            self._fact(self._facts.links, Link, arguments, start)
        if token.markup == "#" and not self._relation:
            self._fact(self._facts.tags, Tag, (target,), start)
        if target.startswith("@") and len(target) > 1 and "/" not in target:
            self._name(target[1:], NameCue.WIKI_MENTION, "", start, self._line)

    def _link_open(self, token: InlineToken) -> None:
        self._open(token)
        self._links.append(str(token.attrs.get("href", "")))

    def _link_close(self, token: InlineToken) -> None:
        part, start, line = self._open_at.pop()
        destination = self._links.pop()
        self._mark(NameSign.LINK, start, destination)
        label = "" if token.markup == "autolink" else folded(self._parts[part:])
        if label:
            self._line_fields.labels.append(label)
        if is_web(destination):
            self._url(destination, label, start, line)
            self._profile(destination, label, start, line)
        elif is_relative(destination):
            self._relative(destination, label, start, line, embed=False)
        else:
            return
        if label:
            self._phrase(label, PhraseSource.LINK_TEXT, start, line)

    def _image(self, token: InlineToken) -> None:
        destination = str(token.attrs.get("src", ""))
        label = " ".join(token.content.split())
        if label:
            self.captions.append((label, self._line))
        if is_web(destination):
            self._url(destination, label, self._at, self._line)
        elif is_relative(destination):
            self._relative(destination, label, self._at, self._line, embed=True)

    def _relative(
        self, destination: str, label: str, start: int, line: int, *, embed: bool
    ) -> None:
        target, anchor = split_destination(destination)
        if (target or anchor) and self._facts.targets.count(target):
            relation = self._current_relation()
            arguments = (target, anchor, label, LinkSyntax.MARKDOWN, embed, relation)
            self._fact(self._facts.links, Link, arguments, start, line)

    def _bare_url(self, token: InlineToken) -> None:
        start = self._at
        self._put(token.content)
        self._mark(None, start)
        self._url(bare_url(token.content), "", start, self._line)

    def _url(self, url: str, label: str, start: int, line: int) -> None:
        if "{{" not in url and self._facts.addresses.count(url):
            arguments = (url, label, self._current_relation())
            self._fact(self._facts.urls, UrlReference, arguments, start, line)

    # ------------------------------------------------------------------ tags, names, phrases

    def _hashtag(self, token: InlineToken) -> None:
        start = self._at
        self._put("#" + token.content)
        if not self._relation:
            self._fact(self._facts.tags, Tag, (token.content,), start)

    def _mention(self, token: InlineToken) -> None:
        start = self._at
        self._put(token.markup)
        handle = f"{token.info}/{token.content}".casefold() if token.info else ""
        self._name(token.content, NameCue.MENTION, handle, start, self._line)

    def _profile(self, url: str, label: str, start: int, line: int) -> None:
        handle = profile_handle(url)
        name = profile_name(label, handle) if handle and label else ""
        if name:
            self._name(name, NameCue.PROFILE, handle, start, line)

    def _name(self, name: str, cue: NameCue, handle: str, start: int, line: int) -> None:
        if not self._relation:
            self._fact(self._facts.names, NameMention, (name.strip(), cue, handle), start, line)

    def _open(self, _: InlineToken) -> None:
        self._open_at.append((len(self._parts), self._at, self._line))

    def _em_close(self, _: InlineToken) -> None:
        self._close(PhraseSource.EMPHASIS)

    def _strong_close(self, _: InlineToken) -> None:
        if self._close(PhraseSource.STRONG) == 0 and not self._bold_end:
            self._bold_end = self._at

    def _mark_close(self, _: InlineToken) -> None:
        self._close(PhraseSource.HIGHLIGHT)

    def _close(self, source: PhraseSource) -> int:
        part, start, line = self._open_at.pop()
        if source is not PhraseSource.HIGHLIGHT:
            self._mark(_EMPHASES[source], start)
        if self._at - start <= 2 * MAX_PHRASE:
            self._phrase(folded(self._parts[part:]), source, start, line)
        return start

    def _phrase(self, text: str, source: PhraseSource, start: int, line: int) -> None:
        text = plain_phrase(text)
        if text and not self._relation and text != self._last_phrase:
            self._last_phrase = text
            self._fact(self._facts.phrases, Phrase, (text, source), start, line)

    def _fact(
        self,
        into: list[Any],
        make: Callable[..., Any],
        arguments: tuple[Any, ...],
        start: int,
        line: int = 0,
    ) -> None:
        self._pending.append(Fact(into, make, arguments, start, self._at, line or self._line))

    _handlers: ClassVar[dict[str, Callable[["InlineReader", InlineToken], None]]] = {
        "text": _text,
        "text_special": _text,
        "softbreak": _break,
        "hardbreak": _break,
        "code_inline": _code,
        "wikilink": _wikilink,
        "link_open": _link_open,
        "link_close": _link_close,
        "image": _image,
        "bare_url": _bare_url,
        "hashtag": _hashtag,
        "mention": _mention,
        "html_inline": _html,
        "em_open": _open,
        "strong_open": _open,
        "mark_open": _open,
        "em_close": _em_close,
        "strong_close": _strong_close,
        "mark_close": _mark_close,
    }
    """Type of token → what reads it; bound to the object, they would keep it alive for ever."""
