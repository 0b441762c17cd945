"""What all tests share."""

import sys

import pytest

# loaded here, so that the first text that needs them is as quick as Hypothesis asks of each
import graph.parse.frontmatter_formats
import graph.parse.marked_blocks  # noqa: F401
from graph import processes


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test's cache to itself, and out of the user's."""
    monkeypatch.setenv("INKTHREAD_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def three_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share work among three processes, whatever this machine has."""
    monkeypatch.setattr(processes, "cores", lambda: 3)
    # Other tests leave threads, idle ones, which would forbid it.
    monkeypatch.setattr(processes, "may_fork", lambda: sys.platform == "linux")
