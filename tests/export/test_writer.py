import errno
import fcntl
import json
import os
import resource
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from graph.errors import OutputError
from graph.export import writer
from graph.export.ours import BEGINNINGS
from graph.export.writer import write_all

NAMES = ("graph.html", "graph.graphml", "themes.md")
BEGIN = {
    "graph.html": "<!doctype html>\n<title>Inkthread</title>\n",
    "graph.graphml": '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Created by inkthread -->\n',
    "themes.md": "# Themes\n\n2 themes in 3 entries.\n",
}
"""What tells a file of ours."""
OLD = {name: BEGIN[name] + "old" for name in NAMES}
NEW = {name: BEGIN[name] + "new" for name in NAMES}


def save(folder: Path, files: dict[str, str]) -> None:
    write_all(folder, [(name, iter([text.encode()])) for name, text in files.items()])


def held(folder: Path) -> dict[str, str]:
    """All that a folder holds, hidden or not."""
    return {
        p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    save(folder, OLD)
    return folder


def failing(monkeypatch: pytest.MonkeyPatch, name: str, code: int, at: int) -> None:
    """Let the `at`-th call of a function of os fail, counted from 1."""
    real, calls = getattr(os, name), iter(range(1, 1_000_000))

    def fake(*args: object, **named: object) -> object:
        if next(calls) == at:
            raise OSError(code, os.strerror(code))
        return real(*args, **named)

    monkeypatch.setattr(os, name, fake)


# ------------------------------------------------------------------------------------ in peace


def test_a_missing_folder_is_made(tmp_path):
    save(tmp_path / "a" / "b", NEW)
    assert held(tmp_path / "a" / "b") == NEW


def test_a_new_set_replaces_the_old(out):
    save(out, NEW)
    assert held(out) == NEW


def test_nothing_else_is_left(out):
    save(out, NEW)
    assert names(out) == sorted(NEW)


def test_it_says_what_it_wrote(tmp_path):
    assert write_all(tmp_path, [("b", [b"1"]), ("a", [b"2"])]) == [tmp_path / "b", tmp_path / "a"]


def test_files_of_others_stay(out):
    (out / "notes.txt").write_text("mine")
    (out / "folder").mkdir()
    (out / "folder" / "graph.html").write_text("mine too")
    save(out, NEW)
    assert held(out) == {**NEW, "notes.txt": "mine", "folder/graph.html": "mine too"}


@pytest.mark.parametrize("name", BEGINNINGS)
@pytest.mark.parametrize(
    "theirs", ["mine", "<!doctype html>\n<title>Mine</title>", "{}", "a,b\n1,2"]
)
def test_a_file_of_others_with_a_name_of_ours_stays_and_is_told(tmp_path, name, theirs):
    (tmp_path / name).write_text(theirs)
    with pytest.raises(
        OutputError, match="not written by inkthread, so it is not replaced"
    ) as told:
        save(tmp_path, {"other": "new", name: "new"})
    assert told.value.message.startswith(str(tmp_path / name))
    assert told.value.hint == "move it away, or choose another folder with -o"
    assert held(tmp_path) == {name: theirs}


def test_a_blank_file_is_replaced(tmp_path):
    (tmp_path / "graph.html").write_text(" \n")
    save(tmp_path, NEW)
    assert held(tmp_path) == NEW


def test_a_file_of_others_that_came_while_the_build_ran_stays(out):
    def slow():
        yield NEW["graph.html"].encode()
        (out / "graph.html").write_text("mine")

    with pytest.raises(OutputError, match="not written by inkthread"):
        write_all(out, [("themes.md", [NEW["themes.md"].encode()]), ("graph.html", slow())])
    assert held(out) == {**OLD, "graph.html": "mine"}
    assert names(out) == sorted(NAMES)


def test_a_file_of_others_that_came_after_a_build_was_killed_stays(out):
    assert killed(out, "replace", 1)
    (out / "graph.html").write_text("mine")
    with pytest.raises(OutputError, match="not written by inkthread"):
        save(out, {})
    assert held(out) == {**OLD, "graph.html": "mine"}
    assert names(out) == sorted(NAMES)


@pytest.mark.parametrize("kept", [writer.FORWARD + "/new", writer.BACK + "/old"])
def test_what_lies_where_a_killed_build_leaves_its_files_replaces_none_of_others(tmp_path, kept):
    (tmp_path / kept).mkdir(parents=True)
    (tmp_path / kept / "diary.md").write_text("forged")
    (tmp_path / "diary.md").write_text("mine")
    with pytest.raises(OutputError, match=r"diary\.md: not written by inkthread"):
        save(tmp_path, NEW)
    assert (tmp_path / "diary.md").read_text() == "mine"


def test_a_format_not_asked_for_stays(out):
    save(out, {"graph.html": NEW["graph.html"]})
    assert held(out) == {**OLD, "graph.html": NEW["graph.html"]}


def test_a_private_file_stays_private(out):
    (out / "graph.html").chmod(0o600)
    save(out, NEW)
    assert stat.S_IMODE((out / "graph.html").stat().st_mode) == 0o600


def test_names_may_have_255_bytes(tmp_path):
    name = "é" * 127 + "x"
    save(tmp_path, {name: "long"})
    assert held(tmp_path) == {name: "long"}


# ------------------------------------------------------------------------------------- refused


def test_a_file_that_is_a_link_is_refused(out, tmp_path):
    (tmp_path / "elsewhere").write_text("precious")
    (out / "graph.html").unlink()
    (out / "graph.html").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match=r"graph\.html: not a regular file"):
        save(out, NEW)
    assert (tmp_path / "elsewhere").read_text() == "precious"
    assert names(out) == sorted(NEW)


def test_a_folder_in_the_place_of_a_file_is_refused(out):
    (out / "themes.md").unlink()
    (out / "themes.md").mkdir()
    with pytest.raises(OutputError, match=r"themes\.md: not a regular file"):
        save(out, NEW)
    assert held(out) == {name: text for name, text in OLD.items() if name != "themes.md"}


def test_an_output_folder_that_is_a_link_is_refused(out, tmp_path):
    (tmp_path / "link").symlink_to(out)
    with pytest.raises(OutputError, match="symbolic link") as caught:
        save(tmp_path / "link", NEW)
    assert caught.value.hint == "name the folder that the symbolic link points to"
    assert held(out) == OLD


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "output").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written: File exists"):
        save(tmp_path / "output", NEW)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_refused(out):
    out.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written: Permission denied"):
        save(out, NEW)
    out.chmod(0o700)
    assert held(out) == OLD


# -------------------------------------------------------------------------------------- faults


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize(
    ("call", "at"),
    [
        *[("mkdir", 2), ("mkdir", 3), ("mkdir", 4)],
        *[("fsync", at) for at in range(1, 9)],
        *[("rename", 1), ("replace", 1), ("replace", 2), ("replace", 3)],
    ],
)
def test_a_failure_leaves_the_old_set_and_nothing_else(out, monkeypatch, call, at, code):
    failing(monkeypatch, call, code, at)
    with pytest.raises(OutputError) as caught:
        save(out, NEW)
    monkeypatch.undo()
    assert str(caught.value) == f"{out}: cannot be written: {os.strerror(code)}"
    assert caught.value.hint
    assert held(out) == OLD
    assert names(out) == sorted(OLD)


def test_a_first_build_that_fails_leaves_nothing(tmp_path, monkeypatch):
    failing(monkeypatch, "replace", errno.EIO, 2)
    with pytest.raises(OutputError):
        save(tmp_path, NEW)
    assert names(tmp_path) == []


def test_an_exporter_that_fails_leaves_the_old_set(out):
    def broken():
        yield b"half"
        raise ValueError("an exporter's own fault")

    with pytest.raises(ValueError, match="own fault"):
        write_all(out, [("graph.html", iter([b"new"])), ("themes.md", broken())])
    assert held(out) == OLD
    assert names(out) == sorted(OLD)


def test_an_interrupt_leaves_the_old_set(out):
    def interrupted():
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_all(out, [("graph.html", interrupted())])
    assert held(out) == OLD


def test_a_file_system_without_hard_links_will_do(out, monkeypatch):
    monkeypatch.setattr(
        os, "link", lambda *_, **__: (_ for _ in ()).throw(PermissionError(1, "no"))
    )
    failing(monkeypatch, "replace", errno.EIO, 2)
    with pytest.raises(OutputError):
        save(out, NEW)
    assert held(out) == OLD


def test_when_nothing_works_any_more_the_next_build_finishes(out, monkeypatch):
    real, calls = os.replace, iter(range(100))

    def full(*args: object) -> None:
        if next(calls):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*args)

    def refused(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(writer, "_move_back", refused)
    with pytest.raises(OutputError):
        save(out, NEW)
    monkeypatch.undo()
    save(out, {})
    assert held(out) == NEW


def test_a_file_beyond_the_limit_of_the_shell_leaves_the_old_set(out):
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    script = f"""
        from pathlib import Path
        from graph.errors import OutputError
        from graph.export.writer import write_all
        try:
            files = [("graph.html", [b"x" * 999]), ("themes.md", [b"x" * 5000])]
            write_all(Path({str(out)!r}), files)
        except OutputError as error:
            print(error, error.hint, sep="; ")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "cannot be written: File too large; the file system or a limit" in done.stdout
    assert held(out) == OLD


# --------------------------------------------------------------------------- kill -9 and crowds

WRITE = """
import json, os, signal, sys
from pathlib import Path
from graph.export import writer

folder, call, at, new = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), json.loads(sys.argv[4])
real, calls = getattr(os, call, None), iter(range(1, 1_000_000))

def deadly(*args, **named):
    if next(calls) == at:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **named)

if real:
    setattr(os, call, deadly)
writer.write_all(folder, [(name, [text.encode()]) for name, text in new.items()])
"""


FAIL_THEN_DIE = """
import errno, json, os, signal, sys
from pathlib import Path
from graph.export import writer

real, calls = os.replace, iter(range(1, 1_000_000))

def failing(*args, **named):
    call = next(calls)
    if call == 3:
        raise OSError(errno.EIO, "Input/output error")
    if call == 3 + {at}:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **named)

os.replace = failing
new = json.loads(sys.argv[2])
writer.write_all(Path(sys.argv[1]), [(name, [text.encode()]) for name, text in new.items()])
"""


def killed(folder: Path, call: str, at: int) -> bool:
    done = subprocess.run(
        [sys.executable, "-c", WRITE, folder, call, str(at), json.dumps(NEW)], check=False
    )
    return done.returncode != 0


@pytest.mark.parametrize("call", ["mkdir", "link", "fsync", "rename", "replace", "rmdir", "unlink"])
def test_killed_at_any_call_each_file_is_whole_and_the_next_build_is_clean(out, call):
    at = 1
    while killed(out, call, at):
        assert {name: held(out)[name] for name in NAMES}.items() <= (OLD.items() | NEW.items())
        save(out, {})
        assert held(out) in (OLD, NEW)
        assert names(out) == sorted(NAMES)
        save(out, OLD)
        at += 1
    assert held(out) == NEW
    assert at > 1


def test_killed_before_the_decision_the_old_set_stands(out):
    assert killed(out, "rename", 1)
    save(out, {})
    assert held(out) == OLD


@pytest.mark.parametrize("at", [1, 2, 3])
def test_killed_after_the_decision_the_next_build_moves_on_first(out, at):
    assert killed(out, "replace", at)
    save(out, {})
    assert held(out) == NEW


def test_a_link_in_the_place_of_what_a_killed_build_left_is_not_followed(out, tmp_path):
    (tmp_path / "theirs" / "new").mkdir(parents=True)
    (tmp_path / "theirs" / "new" / "graph.html").write_text("theirs")
    (out / writer.FORWARD).symlink_to(tmp_path / "theirs")
    with pytest.raises(OutputError):
        save(out, NEW)
    assert (tmp_path / "theirs" / "new" / "graph.html").read_text() == "theirs"
    assert {name: held(out)[name] for name in NAMES} == OLD


def test_builds_at_once_do_not_mix(tmp_path):
    script = """
        import json, sys
        from pathlib import Path
        from graph.export.writer import write_all
        new, word = json.loads(sys.argv[2]), sys.argv[3].encode()
        for _ in range(20):
            write_all(Path(sys.argv[1]), [(n, [b.encode(), word * 50]) for n, b in new.items()])
    """
    script, begin = textwrap.dedent(script), json.dumps(BEGIN)
    started = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path, begin, word])
        for word in ("one ", "two ", "six ")
    ]
    assert [process.wait() for process in started] == [0, 0, 0]
    assert names(tmp_path) == sorted(NAMES)
    assert len({text.removeprefix(BEGIN[name]) for name, text in held(tmp_path).items()}) == 1


def test_patience_ends(out, monkeypatch):
    from graph.export import lock

    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with lock.locked(out), pytest.raises(OutputError, match="another build is writing here"):
        save(out, NEW)
    assert held(out) == OLD


def test_a_file_system_without_locks_will_do(out, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    save(out, NEW)
    assert held(out) == NEW


def test_a_lock_that_fails_is_told(out, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OutputError, match="cannot be written: Input/output error"):
        save(out, NEW)
    assert held(out) == OLD


def test_a_build_killed_while_it_put_the_old_files_back_is_finished(out):
    old = out / writer.BACK / "old"
    old.mkdir(parents=True)
    (out / "graph.html").replace(old / "graph.html")
    (out / "graph.html").write_text(NEW["graph.html"])
    save(out, {})
    assert held(out) == OLD


@pytest.mark.parametrize("at", [1, 2])
def test_killed_while_a_failed_move_is_undone_no_new_file_stays_alone(tmp_path, at):
    script = FAIL_THEN_DIE.format(at=at)
    subprocess.run([sys.executable, "-c", script, tmp_path, json.dumps(NEW)], check=False)
    save(tmp_path, {})
    assert held(tmp_path) in ({}, NEW)
