"""Bytes to text: the encodings that notes are met in, and the ends of lines."""

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, because its mark begins with UTF-16's."""

_BINARY_SHARE = 0.05
"""A text of which more is NUL was not written by an editor."""


class Decoded(NamedTuple):
    """The text of a file, with lines ended by a line feed, and what was odd about its bytes."""

    text: str
    code: str = ""
    """The code of the diagnostic that the bytes deserve; empty where they deserve none."""
    message: str = ""


def decode(data: bytes) -> Decoded:
    """Read bytes as the text that their writer saw.

    A byte order mark decides; else UTF-8; else UTF-16 where every second byte is NUL; else, line
    by line, UTF-8 with replacement or Windows-1252, so that one bad line garbles no other.
    Binary data gives no text. NUL becomes U+FFFD, as CommonMark 0.31, section 2.3, says.
    """
    found = _decode(data)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return found if text is found.text else Decoded(text, found.code, found.message)


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    nuls = data.count(0)
    if nuls:
        wide = _utf16(data, nuls)
        if wide:
            return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if nuls:
            return Decoded("", "binary", "binary data, not text")
        return _decode_lines(data)
    if nuls > _BINARY_SHARE * len(data):
        return Decoded("", "binary", "binary data, not text")
    return Decoded(text)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, "encoding-broken", f"not valid {encoding.upper()} throughout")


def _utf16(data: bytes, nuls: int) -> Decoded | None:
    """UTF-16 without a mark: mostly ASCII, so that NULs stand on one side of each pair only."""
    odd = data[1::2].count(0)
    for encoding, share in (("utf-16-le", odd), ("utf-16-be", nuls - odd)):
        if share > 0.4 * (len(data) // 2) and share > 0.9 * nuls and nuls <= len(data) // 2 + 1:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            name = encoding.upper()
            return Decoded(text, "encoding-guessed", f"read as {name}, though it bears no mark")
    return None


def _decode_lines(data: bytes) -> Decoded:
    text = "\n".join(map(_decode_line, data.replace(b"\r\n", b"\n").split(b"\n")))
    return Decoded(text, "encoding-guessed", "not UTF-8; some lines are read as Windows-1252")


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        lenient = line.decode("utf-8", "replace")
        bad = lenient.count("\ufffd")
        good = sum(character > "\x7f" for character in lenient) - bad
        return lenient if good >= bad else line.decode("cp1252", "replace")
