"""What serving says on the terminal, event by event."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.cli.serve import Teller
from graph.errors import VaultError
from graph.model import Diagnostic, Severity
from graph.pipeline import build
from graph.serve import Built, Failed, Listening

WARNING = Diagnostic("front-matter", Severity.WARNING, "a.md", 2, "front matter: odd", "mend it")


@pytest.fixture
def said(vault: Path, capsys):
    """What is said of the events, as stdout and stderr."""
    made = build(vault)

    def said(*events: object, quiet: bool = False, warned: tuple[Diagnostic, ...] = ()):
        tell = Teller(quiet)
        for event in events:
            if isinstance(event, Built):
                fake = SimpleNamespace(summary=made.summary, diagnostics=warned)
                event = Built(fake, event.page_changed)
            tell(event)
        return capsys.readouterr()

    return said


HERE, TAKEN = Listening("http://127.0.0.1:1/", False), Listening("http://127.0.0.1:2/", True)
NEW, SAME = Built(None, True), Built(None, False)


def test_what_was_found_is_told_before_the_address(said) -> None:
    lines = said(NEW, HERE).out.splitlines()
    assert lines[0].startswith("3 entries, ")
    assert lines[-1] == "open http://127.0.0.1:1/ (Ctrl-C ends)"


def test_a_port_that_was_taken_is_told(said) -> None:
    told = said(NEW, TAKEN)
    assert "open http://127.0.0.1:2/" in told.out
    assert told.err == "note: that port is taken; using another one\n"


def test_a_page_that_changed_is_told_in_a_line_and_one_that_did_not_too(said) -> None:
    *_, renewed, same = said(NEW, HERE, NEW, SAME).out.splitlines()
    assert renewed.startswith("renewed: 3 entries, ")
    assert same == "nothing changed on the page"


def test_a_warning_is_told_once_for_as_long_as_it_stands(said) -> None:
    told = said(NEW, HERE, NEW, NEW, warned=(WARNING,))
    assert told.err.count("front matter: odd") == 1


def test_quiet_tells_the_address_and_what_is_wrong(said) -> None:
    told = said(NEW, HERE, NEW, Failed(VaultError("gone", "bring it back")), quiet=True)
    assert told.out == "open http://127.0.0.1:1/ (Ctrl-C ends)\n"
    assert told.err == ("error: gone\nhint: bring it back\nnote: the page stays as it was\n")
