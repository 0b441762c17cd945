"""Parsing to facts against the parsers it is measured by: `python -m benchmarks.parsing [VAULT]`.

All in one process and in turn, so that the ratios hold on a noisy machine, and without the garbage
collector, as the pipeline runs. Stock markdown-it-py gives tokens and no facts; pyromark, in Rust,
is the limit. `Markdown alone` gives what other tools do: links, tags, headings, front matter,
addresses and dates, with their contexts. `+ words` counts words and gathers pairs of words that may
be terms; `+ names` searches prose for names of people: all that a build does.
"""

import gc
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from markdown_it import MarkdownIt

from benchmarks.vaults import named_or_invented
from graph.config import Config
from graph.model import SourceFile
from graph.parse import parse
from graph.parse.prose.tokens import Tokens
from graph.vault import read, scan

ROUNDS = 3
_NO_TOKENS = Tokens(())
_NOTHING = {
    "count_words": lambda _: (0, ()),
    "Tokens": lambda _: _NO_TOKENS,
    "find_candidates": lambda _: (),
}
"""Step → one that gives what no text would."""
SIZE = 1_000


def seconds(work: Callable[[], object]) -> float:
    """CPU time of this process for one piece of work."""
    gc.collect()
    gc.disable()
    started = time.process_time()
    work()
    taken = time.process_time() - started
    gc.enable()
    return taken


def parsers(sources: list[SourceFile]) -> dict[str, Callable[[], object]]:
    """Name → what reads all the texts once."""
    stock, config = MarkdownIt("commonmark"), Config()
    texts = [source.data.decode("utf-8", "replace") for source in sources]
    found: dict[str, Callable[[], object]] = {
        "markdown-it-py": lambda: [stock.parse(text) for text in texts],
        "Markdown alone": lambda: _parse(
            sources, config, "count_words", "Tokens", "find_candidates"
        ),
        "+ words": lambda: _parse(sources, config, "find_candidates"),
        "+ names": lambda: _parse(sources, config),
    }
    try:
        import pyromark
    except ImportError:
        return found
    return {**found, "pyromark": lambda: [list(pyromark.events(text)) for text in texts]}


def _parse(sources: list[SourceFile], config: Config, *left_out: str) -> None:
    """Parse all texts, without some of the steps that ask more of a text than Markdown does."""
    with ExitStack() as stack:
        for name in left_out:
            stack.enter_context(patch(f"graph.parse.entry.{name}", _NOTHING[name]))
        for source in sources:
            parse(source, config)


def main(vault: Path) -> None:
    """Print how many times as fast as stock markdown-it-py each is."""
    settings = Config().vault
    files = (read(vault, ref, settings.max_file_bytes) for ref in scan(vault, settings).entries)
    sources = [file for file in files if isinstance(file, SourceFile)]
    work = parsers(sources)
    rounds = [{name: seconds(each) for name, each in work.items()} for _ in range(ROUNDS)]
    best = {name: min(each[name] for each in rounds) for name in work}
    size = sum(len(source.data) for source in sources) / 1e6
    print(f"{len(sources):,} notes, {size:.1f} MB {'CPU s':>8} {'MB/s':>8} {'times':>7}")
    for name, taken in best.items():
        times = best["markdown-it-py"] / taken
        print(f"{name:20} {taken:8.2f} {size / taken:8.1f} {times:7.2f}")


if __name__ == "__main__":
    with named_or_invented(SIZE) as folder:
        main(folder)
