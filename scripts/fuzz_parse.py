"""Feed the parser what a coverage-guided fuzzer thinks of (Atheris, on libFuzzer).

    python scripts/fuzz_parse.py -max_total_time=600 [CORPUS]

Needs the extra `fuzz`. It ends at the first text that raises, that a diagnostic calls
`entry-unreadable`, or that takes 5 seconds; the text is then written to `crash-...` in this folder.
"""

import sys

import atheris

with atheris.instrument_imports(include=["graph.parse"]):
    from graph.config import LimitsConfig
    from graph.model import SourceFile
    from graph.parse.entry import parse_file

STARTS = (b"", b"---\n", b"+++\n", b"{\n", "\ufeff---\n".encode())
"""Front matter of each kind is one byte away, which a fuzzer would else hardly find."""


def parse_any(data: bytes) -> None:
    """One text, its first byte choosing how it begins."""
    start = STARTS[data[0] % len(STARTS)] if data else b""
    parse_file(SourceFile("notes/2024-01-02 a.md", start + data[1:]), LimitsConfig())


def main() -> None:
    """Run until time is up or something is found."""
    atheris.Setup([sys.argv[0], "-timeout=5", *sys.argv[1:]], parse_any)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
