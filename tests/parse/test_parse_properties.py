from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st
from texts import markdown

from graph.config import Config, LimitsConfig
from graph.model import Entry, SourceFile
from graph.parse import parse
from graph.parse.entry import parse_file
from graph.parse.text import MAX_CONTEXT

paths = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=30).filter(
    lambda path: PurePosixPath(path).name
)
front_matters = st.sampled_from(
    ["", "---\n", "---\ntags: ", "+++\n", "{\n", "\ufeff---\n", "---\n[["]
)
sources = st.builds(
    lambda opening, inner, closing, body: (opening + inner + closing + body).encode(),
    front_matters,
    markdown,
    st.sampled_from(["", "\n---\n", "\n+++\n", "\n}\n"]),
    markdown,
)


def spots(entry: Entry) -> list[tuple[int, str]]:
    facts = (*entry.tags, *entry.links, *entry.urls, *entry.names, *entry.phrases)
    return [(fact.spot.line, fact.spot.context) for fact in facts]


@given(paths, st.binary() | sources)
def test_no_bytes_make_it_raise(path: str, data: bytes) -> None:
    parse_file(SourceFile(path, data), LimitsConfig())


@given(sources)
def test_every_line_is_one_of_the_file(data: bytes) -> None:
    entry = parse_file(SourceFile("note.md", data), LimitsConfig())
    lines = [line for line, _ in spots(entry)]
    lines += [heading.line for heading in entry.headings]
    last = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= line <= last for line in lines)


@given(sources)
def test_every_context_is_one_short_line(data: bytes) -> None:
    entry = parse_file(SourceFile("note.md", data), LimitsConfig())
    for _, context in spots(entry):
        assert len(context) <= MAX_CONTEXT
        assert "\n" not in context


@given(sources)
def test_the_same_bytes_say_the_same(data: bytes) -> None:
    source = SourceFile("note.md", data)
    assert parse(source, Config()) == parse_file(source, LimitsConfig())


def test_what_breaks_the_parser_is_named_in_the_entry(monkeypatch) -> None:
    def broken(_: bytes) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("graph.parse.entry.decode", broken)
    entry = parse(SourceFile("2024-03-01.md", b"text"), Config())
    assert [problem.code for problem in entry.diagnostics] == ["entry-unreadable"]
    assert entry.diagnostics[0].message == "could not be read: RuntimeError: a bug"
    assert entry.diagnostics[0].hint
    assert entry.dates[0].readings[0].iso == "2024-03-01"
    assert (entry.title, entry.links, entry.words) == ("2024-03-01", (), 0)
