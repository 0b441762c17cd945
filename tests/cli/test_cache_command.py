"""`inkthread cache`: where it is, and how to be rid of it."""

from pathlib import Path


def test_the_folder_is_named(run, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INKTHREAD_CACHE", str(tmp_path / "kept"))
    assert run("cache", "path").stdout == f"{tmp_path / 'kept'}\n"
    assert run("cache", "path", "--cache", "elsewhere").stdout == "elsewhere\n"


def test_clearing_says_what_it_freed_and_leaves_what_is_no_cache(run, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    run("build", "--cache", str(kept))
    (kept / "mine.txt").write_text("mine", encoding="utf-8")
    size = sum(file.stat().st_size for file in kept.rglob("*") if file.is_file()) - len("mine")
    said = run("cache", "clear", "--cache", str(kept)).stdout
    assert said == f"freed {size:,} bytes in {kept}\n"
    assert [file.name for file in kept.iterdir()] == ["mine.txt"]


def test_there_may_be_nothing_to_clear(run, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert run("cache", "clear", "--cache", str(folder)).stdout == f"freed 0 bytes in {folder}\n"
    assert not folder.exists()
