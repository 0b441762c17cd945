"""One file to one `Entry`."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from graph.config import Config, LimitsConfig
from graph.model import (
    DateClue,
    DateSource,
    Diagnostic,
    Entry,
    Severity,
    SourceFile,
    Tag,
    known_as,
    pack,
)
from graph.parse import properties as keys
from graph.parse.body import Body, BodyReader
from graph.parse.collocations import collocations
from graph.parse.dates import find_date, path_date
from graph.parse.encoding import decode
from graph.parse.facts import Targets
from graph.parse.fields import Field
from graph.parse.frontmatter import split_front_matter
from graph.parse.prose.candidates import find_candidates
from graph.parse.prose.tokens import Tokens
from graph.parse.text import count_words
from graph.parse.values import Property, Scalar, as_property, leaves

_DRAWING = "excalidraw plugin"
"""The key of an Excalidraw drawing."""
_DRAWING_LINE = re.compile(
    r"^(?:==⚠.*|#{1,6} (?:Excalidraw Data|Text Elements|Element Links|Embedded [Ff]iles|Drawing))$",
    re.MULTILINE,
)
"""What its plugin writes into each."""


def parse(source: SourceFile, config: Config) -> Entry:
    """All that one file says, decided without any other file.

    A pure function of the file's path and bytes, and of the limits in the config. Links stand as
    Obsidian reads them (`[[target|label]]`), whatever the vault's dialect, which no single file can
    know. It never raises: what cannot be read is named in the entry's diagnostics.
    Time and memory grow linearly with the file.
    """
    try:
        return parse_file(source, config.limits)
    except Exception as error:  # noqa: BLE001 - one entry must not stop a build, whatever it holds
        problem = Diagnostic(
            "entry-unreadable",
            Severity.ERROR,
            source.path,
            0,
            f"could not be read: {type(error).__name__}: {str(error)[:200]}",
            "please report this entry as a bug",
        )
        return _bare_entry(source.path, problem)


def parse_file(source: SourceFile, limits: LimitsConfig) -> Entry:
    """`parse` without its net, for tests: whatever this raises is a bug."""
    path = source.path
    decoded = decode(source.data)
    diagnostics = []
    if decoded.code:
        diagnostics.append(_encoding_problem(path, decoded.code, decoded.message))
        if decoded.code == "binary":
            return _bare_entry(path, *diagnostics)
    head = split_front_matter(decoded.text, path, limits)
    diagnostics += head.diagnostics
    reader = BodyReader(head.lines, limits.links)
    for item in head.properties:
        for leaf in leaves(item.value):
            if "[" in leaf.text or "://" in leaf.text:
                reader.inline(leaf.text, leaf.line, item.key)
    text = head.body
    if any(item.name == _DRAWING for item in head.properties):
        text = _DRAWING_LINE.sub("", text)
    body = reader.read(text)
    properties = (*keys.without_groups(head.properties), *map(_property, body.properties))
    diagnostics += keys.problems_of(properties, path)
    diagnostics += (
        Diagnostic(code, Severity.WARNING, path, line, message, hint)
        for code, line, message, hint in body.problems
    )
    facts = body.facts
    diagnostics += _too_many(facts.targets, "targets", path)
    diagnostics += _too_many(facts.addresses, "addresses", path)
    return _entry(path, properties, body, tuple(diagnostics))


def _entry(
    path: str, properties: tuple[Property, ...], body: Body, diagnostics: tuple[Diagnostic, ...]
) -> Entry:
    facts = body.facts
    given = keys.title_of(properties)
    if given:
        body.passages.add_title(given.text, given.line)
    elif body.title:
        given = Scalar(body.title[: keys.MAX_TITLE], body.title_line)
    words, terms = count_words(body.text)
    prose = Tokens(body.passages)
    tags = [*keys.tags_of(properties, path), *_field_tags(body), *facts.tags]
    names = [*keys.names_of(properties), *facts.names]
    at_top = set(body.properties)
    for field in facts.fields:
        if keys.is_people_key(field.key.casefold()) and field not in at_top:
            names += keys.names_in(field.value, field.line, field.key)
    return Entry(
        path=path,
        title=given.text if given else _stem(path),
        aliases=keys.aliases_of(properties),
        dates=_dates(path, properties, given),
        tags=tuple(tags),
        links=tuple(facts.links),
        urls=tuple(facts.urls),
        names=tuple(names),
        phrases=tuple(facts.phrases),
        headings=tuple(facts.headings),
        blocks=tuple(body.blocks),
        meta=keys.meta_of(properties),
        words=words,
        diagnostics=diagnostics,
        packed_terms=pack(terms),
        packed_candidates=pack(find_candidates(prose)),
        packed_collocations=pack(collocations(prose)),
    )


def _field_tags(body: Body) -> list[Tag]:
    """Tags of `tags:: a, b` within the text; links and `#tags` there count by themselves."""
    return [
        tag
        for field in body.facts.fields
        if field.key.casefold() in ("tags", "tag")
        for part in map(str.strip, field.value.split(","))
        if part not in field.linked and not part.startswith("#")
        for tag in keys.tags_in(part, field.line, f"{field.key}: {field.value}")
    ]


def _property(field: Field) -> Property:
    """A Logseq page property as a key of a front matter; its tags count as fields do."""
    key = "" if field.key.casefold() in ("tags", "tag") else field.key
    return as_property(key, Scalar(field.value, field.line))


def _dates(
    path: str, properties: tuple[Property, ...], title: Scalar | None
) -> tuple[DateClue, ...]:
    clues = keys.dates_of(properties)
    if title:
        readings = find_date(title.text)
        if readings:
            clues.append(DateClue(DateSource.TITLE, title.text, readings, title.line))
    text, readings = path_date(known_as(path))
    if readings:
        clues.append(DateClue(DateSource.NAME, text, readings, 0))
    return tuple(clues)


def _bare_entry(path: str, *diagnostics: Diagnostic) -> Entry:
    """An entry of which only the name is known."""
    nothing: tuple[()] = ()
    return Entry(
        path=path,
        title=_stem(path),
        aliases=nothing,
        dates=_dates(path, nothing, None),
        tags=nothing,
        links=nothing,
        urls=nothing,
        names=nothing,
        phrases=nothing,
        headings=nothing,
        blocks=nothing,
        meta=nothing,
        words=0,
        diagnostics=diagnostics,
    )


def _stem(path: str) -> str:
    name = PurePosixPath(known_as(path)).name
    stem, _, ending = name.rpartition(".")
    return stem if stem and ending.lower() in ("md", "markdown") else name


def _too_many(targets: Targets, what: str, path: str) -> Iterator[Diagnostic]:
    if targets.found <= targets.limit:
        return
    message = f"links to {targets.found:,} {what}; only the first {targets.limit:,} are taken"
    hint = "split it, or raise limits.links in inkthread.toml"
    yield Diagnostic("too-many-links", Severity.WARNING, path, 0, message, hint)


def _encoding_problem(path: str, code: str, message: str) -> Diagnostic:
    hint = "rename it, or exclude it" if code == "binary" else "save the file as UTF-8"
    return Diagnostic(code, Severity.WARNING, path, 0, message, hint)
