"""What both XML formats need to stream."""

from collections.abc import Iterator

PIECE = 1 << 16
"""Bytes gathered before they are passed on."""


class Sink:
    """A file that lxml writes into and a generator empties."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Take what lxml has to say."""
        self._pieces.append(data)
        self._size += len(data)

    def full(self) -> Iterator[bytes]:
        """The bytes so far, if they are enough to pass on."""
        if self._size >= PIECE:
            yield from self.rest()

    def rest(self) -> Iterator[bytes]:
        """The bytes so far."""
        yield b"".join(self._pieces)
        self._pieces.clear()
        self._size = 0
