import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.config import LimitsConfig
from graph.model import SourceFile
from graph.parse.encoding import decode
from graph.parse.entry import parse_file

TEXT = "# Café\n\n[[Harbour]] #tag\n"
DECODED = [
    (TEXT.encode(), ""),
    (codecs.BOM_UTF8 + TEXT.encode(), ""),
    (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ""),
    (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), ""),
    (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), ""),
    (TEXT.encode("utf-16-le"), "encoding-guessed"),
    (TEXT.encode("utf-16-be"), "encoding-guessed"),
    (TEXT.encode("latin-1"), "encoding-guessed"),
    (TEXT.replace("\n", "\r\n").encode(), ""),
    (TEXT.replace("\n", "\r").encode(), ""),
]


@pytest.mark.parametrize(("data", "code"), DECODED)
def test_the_text_is_read_and_a_guess_is_named(data: bytes, code: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.code) == (TEXT, code)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", bytes(4096), b"a\x00\xff"])
def test_binary_data_gives_an_entry_without_text(data: bytes) -> None:
    entry = parse_file(SourceFile("picture.md", data), LimitsConfig())
    assert [problem.code for problem in entry.diagnostics] == ["binary"]
    assert entry.words == 0


def test_a_bad_line_garbles_no_other() -> None:
    assert decode("Ünï\n".encode() + "Ünï\n".encode("cp1252")).text == "Ünï\nÜnï\n"


def test_a_cut_character_is_replaced() -> None:
    assert decode("海边".encode()[:-1]).text == "海\ufffd"


def test_a_nul_is_replaced() -> None:
    assert decode(b"a long enough line with one a\0b in it").text.endswith("a\ufffdb in it")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    source = end.join(["---", "tags: [a]", "---", "", "# H", "[[x]]"]).encode()
    entry = parse_file(SourceFile("n.md", source), LimitsConfig())
    assert (entry.tags[0].spot.line, entry.headings[0].line, entry.links[0].spot.line) == (2, 5, 6)


@given(st.binary())
def test_no_bytes_make_it_raise(data: bytes) -> None:
    assert "\r" not in decode(data).text
