"""The docs say what the code does."""

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import graph
from graph.cli import main
from graph.config import load_config
from graph.model import EdgeKind, NodeKind
from graph.pipeline import Build

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "graph").rglob("*.py"))
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NODES_AND_EDGES = (ROOT / "docs" / "nodes-and-edges.md").read_text(encoding="utf-8")
DIAGNOSTICS = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
CODE = re.compile(r"[a-z]+(-[a-z]+)*")


@pytest.fixture(scope="module")
def sample() -> Build:
    return graph.build(ROOT / "vault")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without the header."""
    section = re.split(r"^#+ ", page.split(f"# {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def words_in_code(cells: list[list[str]]) -> set[str]:
    return {word for row in cells for word in re.findall(r"`([^`]+)`", row[0])}


# ------------------------------------------------------------------------------- the README


def test_the_readme_opens_with_the_two_commands() -> None:
    first = next(iter(re.findall(r"^```\w*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)))
    assert [line.split("#")[0].strip() for line in first.splitlines()] == [
        "make graph",
        "make test",
    ]


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = blocks(README, "python")
    (tmp_path / "vault").symlink_to(ROOT / "vault")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    assert (tmp_path / "output" / "graph.html").stat().st_size > 0


def shell_lines() -> list[str]:
    lines = [line for block in blocks(README, "sh") for line in block.splitlines()]
    return [line.split(" #")[0].strip() for line in lines if line.startswith("inkthread ")]


@pytest.mark.parametrize("line", shell_lines())
def test_a_command_of_the_readme_runs(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vault").symlink_to(ROOT / "vault")
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, shlex.split(line)[1:])
    assert run.exit_code == 0, run.output


# ---------------------------------------------------------------------------- nodes, edges


def test_every_kind_of_node_is_described_and_no_other() -> None:
    assert words_in_code(rows(NODES_AND_EDGES, "Kinds of node")) == set(NodeKind)


def test_every_kind_of_edge_is_described_and_no_other() -> None:
    assert words_in_code(rows(NODES_AND_EDGES, "Kinds of edge")) == set(EdgeKind)


def test_the_attributes_of_nodes_are_those_described(sample: Build) -> None:
    found = {
        "meta.KEY" if name.startswith("meta.") else name
        for _, data in sample.graph.nodes(data=True)
        for name in data
    }
    described = words_in_code(rows(NODES_AND_EDGES, "Attributes of nodes"))
    assert found == described | {"kind", "label"}


def test_the_attributes_of_edges_are_those_described(sample: Build) -> None:
    found = {name for *_, data in sample.graph.edges(data=True) for name in data}
    described = NODES_AND_EDGES.split("# Kinds of edge\n")[1].split("\n## ")[0]
    assert all(f"`{name}`" in described for name in found)
    assert found - {"relation"} == {"kind", "count", "line", "context"}


# ------------------------------------------------------------------------------ diagnostics


def codes_used() -> Iterator[str]:
    """Every text that is passed to a parameter or field called `code`."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    place = {name: index for node in nodes for name, index in takes_code(node)}
    for call in nodes:
        if isinstance(call, ast.Call):
            index = place.get(ast.unparse(call.func).rpartition(".")[2], len(call.args))
            for argument in call.args[index : index + 1]:
                yield from filter(CODE.fullmatch, texts(argument))


def takes_code(node: ast.AST) -> Iterator[tuple[str, int]]:
    """The name of a function or class that takes a `code`, and at which place."""
    if isinstance(node, ast.FunctionDef):
        names = [argument.arg for argument in node.args.args if argument.arg != "self"]
    elif isinstance(node, ast.ClassDef):
        fields = [field for field in node.body if isinstance(field, ast.AnnAssign)]
        names = [ast.unparse(field.target) for field in fields]
    else:
        return
    if "code" in names:
        yield node.name, names.index("code")


def texts(node: ast.AST) -> Iterator[str]:
    return (
        child.value
        for child in ast.walk(node)
        if isinstance(child, ast.Constant) and isinstance(child.value, str)
    )


def test_every_diagnostic_is_listed_and_no_other() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", DIAGNOSTICS, re.MULTILINE)
    assert sorted(listed) == sorted(set(codes_used()))


# --------------------------------------------------------------------------------- the rest


def test_the_settings_shown_are_valid(tmp_path: Path) -> None:
    (example,) = blocks((ROOT / "docs" / "configuration.md").read_text(encoding="utf-8"), "toml")
    path = tmp_path / "inkthread.toml"
    path.write_text(example, encoding="utf-8")
    assert load_config(path).people.people == ("wout",)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_link_between_pages_leads_somewhere(page: Path) -> None:
    text = re.sub(r"`[^`\n]+`", "", page.read_text(encoding="utf-8"))
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_that_the_code_names_exists(path: Path) -> None:
    named = re.findall(r"docs/[\w/-]+\.md", path.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_part_of_the_package_has_its_layer() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("## The layers")[1]
    parts = {path.relative_to(ROOT / "graph").parts[0].removesuffix(".py") for path in SOURCES}
    assert {part for part in parts if f"`{part}`" not in page} == {"__init__", "__main__"}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_that_a_page_names_exists(page: Path) -> None:
    folders = (ROOT / name for name in ("graph", "tests", "scripts", "benchmarks"))
    paths = [path.as_posix() for folder in folders for path in folder.rglob("*.py")]
    named = set(re.findall(r"`([\w/]+\.py)\b", page.read_text(encoding="utf-8")))
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in paths)] == []


def test_the_reason_for_every_library_is_written_down() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=]", one)[0].casefold() for one in project["dependencies"]}
    text = (ROOT / "docs/decisions/0002-libraries.md").read_text(encoding="utf-8")
    assert (
        set(re.findall(r"^\| ([\w-]+) \|", text.casefold(), re.MULTILINE)) - {"library"} == needed
    )


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
