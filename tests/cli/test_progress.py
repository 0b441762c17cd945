"""Progress: for people who wait, on one line, and gone in the end."""

import io
from types import SimpleNamespace

import pytest

from graph.cli import progress
from graph.cli.progress import ERASE, progress_line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=terminal))
    return terminal


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    """A clock that stands still at its last value."""
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[-1])
    return now


def test_quick_work_shows_nothing(terminal, clock) -> None:
    with progress_line(quiet=False) as show:
        assert show
        show("parse", 1, 2)
    assert terminal.getvalue() == ERASE


def test_slow_work_shows_how_much_is_done(terminal, clock) -> None:
    with progress_line(quiet=False) as show:
        assert show
        clock.append(100 + progress.PATIENCE)
        show("parse", 1_200, 5_000)
        show("parse", 1_201, 5_000)
        clock.append(clock[-1] + progress.INTERVAL)
        show("parse", 2_400, 5_000)
    shown = terminal.getvalue().split(ERASE)
    assert shown == ["", "parse 1,200 of 5,000", "parse 2,400 of 5,000", ""]


def test_a_stage_without_an_end_in_sight_is_named_at_once(terminal, clock) -> None:
    with progress_line(quiet=False) as show:
        assert show
        show("analyse", 0, 0)
    assert terminal.getvalue() == f"{ERASE}analyse{ERASE}"


def interrupted() -> None:
    with progress_line(quiet=False) as show:
        assert show
        show("resolve", 0, 0)
        raise KeyboardInterrupt


def test_the_line_is_gone_after_an_interrupt_too(terminal, clock) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.getvalue() == f"{ERASE}resolve{ERASE}"


def test_nothing_is_shown_where_quiet_was_asked_for(terminal) -> None:
    with progress_line(quiet=True) as show:
        assert show is None
    assert not terminal.getvalue()


def test_nothing_is_shown_in_a_pipe(monkeypatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=pipe))
    with progress_line(quiet=False) as show:
        assert show is None
    assert not pipe.getvalue()
