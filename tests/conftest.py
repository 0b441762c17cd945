"""What all tests share."""

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test's cache to itself, and out of the user's."""
    monkeypatch.setenv("INKTHREAD_CACHE", str(tmp_path_factory.mktemp("cache")))
