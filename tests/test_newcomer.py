"""What somebody meets who has just cloned the project."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)
CI = ROOT / ".ci" / "run"
SCRIPTS = [CI, *sorted((ROOT / "scripts").glob("*.sh"))]


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=ROOT, env=environment or None, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_executable_and_well_formed(script: Path) -> None:
    assert os.access(script, os.X_OK)
    shell = "bash" if "bash" in script.read_text(encoding="utf-8").splitlines()[0] else "sh"
    assert run(shell, "-n", script).returncode == 0


def test_make_alone_lists_every_target() -> None:
    listed = run("make", "--no-print-directory").stdout
    assert re.findall(r"^  make (\w+)", listed, re.MULTILINE) == TARGETS


def test_ci_runs_what_the_readme_shows_and_the_checks() -> None:
    assert {"make graph", "make test", "make check"} <= set(
        re.findall(r"make \w+", CI.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_a_page_names_only_targets_that_exist(page: str) -> None:
    named = re.findall(r"^make (\w+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    assert set(named) <= set(TARGETS)


def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    answer = run("scripts/install.sh", old, "run")
    assert answer.returncode == 1
    assert answer.stderr.startswith("inkthread needs Python 3.11 or newer")


@pytest.mark.parametrize(("ci", "code"), [({}, 0), ({"CI": "true"}, 1)])
def test_a_missing_browser_is_a_hint_here_and_a_failure_in_ci(
    ci: dict[str, str], code: int, tmp_path: Path
) -> None:
    for tool in ("sh", "id"):
        (tmp_path / tool).symlink_to(shutil.which(tool) or "")
    answer = run("/bin/sh", "scripts/browser.sh", PATH=str(tmp_path), **ci)
    assert answer.returncode == code
    assert "apt install chromium chromium-driver" in answer.stderr
