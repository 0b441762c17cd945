"""The rules of the house, read off the syntax trees: who may import whom, and how long things are.

docs/architecture.md draws the layers; docs/decisions/0001-house-layout.md gives the reasons.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "graph"
FILES = sorted(PACKAGE.rglob("*.py"))

FOUNDATION = {"errors", "model", "config", "processes"}
STAGES = {"vault", "parse", "resolve", "assemble", "analysis", "export"}
MAY_IMPORT = {
    "errors": set(),
    "model": {"errors"},
    "config": {"errors", "model"},
    "processes": set(),
    **dict.fromkeys(STAGES, FOUNDATION),
    "cache": FOUNDATION,
    "summary": FOUNDATION,
    "written": FOUNDATION | {"cache"},
    "gather": FOUNDATION | STAGES | {"cache"},
    "pipeline": FOUNDATION | STAGES | {"cache", "gather", "summary", "written"},
    "query": FOUNDATION,
    "serve": FOUNDATION | {"vault", "export", "pipeline"},
    "cli": FOUNDATION | STAGES | {"cache", "summary", "pipeline", "query", "serve"},
    "__main__": {"cli"},
    "__init__": FOUNDATION | STAGES | {"cache", "pipeline", "query"},
}
"""Part of the package → the parts it may import, beside itself."""

ONLY_IN = {
    "markdown_it": ("graph/parse/",),
    "mdit_py_plugins": ("graph/parse/",),
    "frontmatter": ("graph/parse/",),
    "yaml": ("graph/parse/",),
    "networkx": ("graph/assemble.py", "graph/analysis/", "graph/export/", "graph/query/"),
    "igraph": ("graph/analysis/",),
    "numpy": ("graph/resolve/", "graph/analysis/", "graph/export/"),
    "lxml": ("graph/export/",),
    "pyvis": ("graph/export/html.py",),
    "click": ("graph/cli/",),
    "watchfiles": ("graph/serve/watch.py",),
}
"""Library → the only places that may import it. Others may name its types to the type checker."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


class Import(NamedTuple):
    module: str
    for_types_only: bool


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(node: ast.AST, for_types_only: bool = False) -> Iterator[Import]:
    """Every import below a node, those inside functions too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, for_types_only) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "imports are absolute"
            module = child.module or ""
            yield from (Import(f"{module}.{alias.name}", for_types_only) for alias in child.names)
        else:
            types_only = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
            yield from imports(child, for_types_only or types_only)


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name_of)


@each(FILES)
def test_imports_point_down(path: Path) -> None:
    part = part_of(path)
    named = {
        one.module.split(".")[1]
        for one in imports(tree(path))
        if one.module.startswith("graph.") and not (part == "__init__" and one.for_types_only)
    }
    assert named - {part} <= MAY_IMPORT[part]


@each(FILES)
def test_a_library_stays_where_it_belongs(path: Path) -> None:
    strangers = [
        one.module
        for one in imports(tree(path))
        if not one.for_types_only
        and (places := ONLY_IN.get(one.module.split(".")[0])) is not None
        and not name_of(path).startswith(places)
    ]
    assert strangers == []


@each(FILES)
def test_the_model_has_one_door(path: Path) -> None:
    named = {one.module for one in imports(tree(path)) if one.module.startswith("graph.model.")}
    assert part_of(path) == "model" or all(name.count(".") == 2 for name in named)


def test_files_and_functions_are_short() -> None:
    assert list(too_long()) == []


def too_long() -> Iterator[str]:
    """Path, or path and function as `path:name`."""
    for path in FILES:
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE:
            yield name_of(path)
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and length(node) > LONGEST_FUNCTION:
                yield f"{name_of(path)}:{node.name}"


def length(function: ast.FunctionDef) -> int:
    """Lines of a function below its signature, its docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_the_command_line_starts_without_heavy_libraries() -> None:
    heavy = {"networkx", "markdown_it", "pyvis", "igraph", "numpy", "lxml"}
    for path in (PACKAGE / "__init__.py", PACKAGE / "cli" / "app.py"):
        loaded = {one.module.split(".")[0] for one in imports(tree(path)) if not one.for_types_only}
        assert loaded.isdisjoint(heavy)


STARTS_PROGRAMS = {"subprocess", "pty", "ctypes", "code", "runpy"}
LOADS_OBJECTS = {"pickle", "marshal", "shelve", "dill"}


def test_a_build_starts_no_program_and_loads_no_objects() -> None:
    imported = {one.module.split(".")[0] for file in FILES for one in imports(tree(file))}
    assert not imported & (STARTS_PROGRAMS | LOADS_OBJECTS)
    called = {
        ast.unparse(node.func)
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
    }
    assert not called & {"eval", "exec", "os.system", "os.popen", "os.startfile", "__import__"}
