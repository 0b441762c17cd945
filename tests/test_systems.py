"""A build asks nothing of the system that Windows or macOS does not have.

As far as that can be seen on another one: what they lack is taken away. `make check` checks the
types for each of them.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.export import EXPORTERS

SAMPLE = Path(__file__).parents[1] / "vault"
BUILD = """
import graph
graph.build(sys.argv[1]).write(sys.argv[2], sys.argv[3:])
"""
LOADED = """
import asyncio, concurrent.futures, ctypes, multiprocessing.context, os, shutil, subprocess
import sys, tempfile
import ada_url, frontmatter, igraph, msgspec, networkx, nicknames, numpy, platformdirs
import mdit_py_plugins.footnote, numpy.ma, pyvis.network, threadpoolctl, yaml
"""
"""Libraries have their own ways on each system: they are loaded before it seems to be another."""
MACOS = """
sys.platform = "darwin"
del os.sched_getaffinity
"""
WINDOWS = """
sys.platform = "win32"
sys.modules["fcntl"] = sys.modules["resource"] = sys.modules["pwd"] = None
os.O_BINARY = 0
for name in (
    "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "chown", "fchmod", "fork", "geteuid",
    "getuid", "mkfifo", "sched_getaffinity", "statvfs",
):
    delattr(os, name)
shutil._use_fd_functions = False
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it takes away what Linux has")
@pytest.mark.parametrize("system", [MACOS, WINDOWS], ids=["macOS", "Windows"])
def test_without_what_a_system_lacks_the_same_bytes_are_written(
    system: str, tmp_path: Path
) -> None:
    for name, lacking in (("here", ""), ("there", system), ("there", system)):
        script = LOADED + lacking + BUILD
        command = [sys.executable, "-c", script, SAMPLE, tmp_path / name, *EXPORTERS]
        subprocess.run(command, check=True)
    here, there = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}
        for name in ("here", "there")
    )
    assert there == here
