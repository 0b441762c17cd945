"""Write the parts of the docs that the code can tell by itself.

    python scripts/make_docs.py            write them
    python scripts/make_docs.py --check    exit with 1 where a page is out of date

Such a part stands in a page between `<!-- made: NAME -->` and `<!-- end -->`; `PARTS` makes it.
The words come from docstrings and help texts, so that they stand beside the code they describe.
"""

import ast
import inspect
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, get_args, get_origin

import click
import msgspec

import graph
from graph import config, errors, model
from graph.cli import main
from graph.export import EXPORTERS

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
PART = re.compile(r"(<!-- made: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
HELP_WIDTH = 90


def field_docs(module: ModuleType) -> dict[str, str]:
    """Read the docstrings that stand below fields: `Class.field` → text in one line."""
    found = {}
    for class_ in ast.parse(inspect.getsource(module)).body:
        if not isinstance(class_, ast.ClassDef):
            continue
        for field, doc in zip(class_.body, class_.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(doc, ast.Expr):
                found[f"{class_.name}.{ast.unparse(field.target)}"] = ast.literal_eval(doc.value)
    return {name: " ".join(text.split()) for name, text in found.items()}


def table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Lay out a Markdown table."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "".join(f"| {' | '.join(map(escaped, line))} |\n" for line in lines)


def escaped(cell: str) -> str:
    """A text that ends no cell."""
    return cell.replace("|", "\\|")


def commands() -> str:
    """The help page of every command."""
    group = click.Context(main, info_name="inkthread")
    return "\n".join(help_pages(main, group))


def help_pages(command: click.Command, context: click.Context) -> Iterator[str]:
    """The help of a command and of those below it."""
    context.terminal_width = context.max_content_width = HELP_WIDTH
    text = command.get_help(context)
    yield f"## {context.command_path}\n\n```text\n{text}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if below := command.get_command(context, name):
                yield from help_pages(below, click.Context(below, context, info_name=name))


def exit_codes() -> str:
    """What each error of the tree ends with."""
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.InkthreadError)
    ]
    rows = [(str(kind.exit_code), first_line(kind)) for kind in kinds[1:]]
    return table(("code", "when"), [*sorted(rows)])


def first_line(thing: object) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def settings() -> str:
    """Every key of `inkthread.toml`."""
    docs = field_docs(config)
    return "\n".join(
        f"## `[{each.name}]`\n\n{first_line(each.type)}\n\n"
        + table(
            ("key", "takes", "default", "meaning"),
            (
                (
                    f"`{field.encode_name}`",
                    toml_type(field.type),
                    f"`{toml(default_of(field))}`",
                    docs[f"{each.type.__name__}.{field.name}"],
                )
                for field in msgspec.structs.fields(each.type)
            ),
        )
        for each in msgspec.structs.fields(config.Config)
    )


def default_of(field: msgspec.structs.FieldInfo) -> Any:
    """The default of a field, made where it is a factory."""
    factory = field.default_factory
    return factory() if callable(factory) else field.default


def toml(value: object) -> str:
    """A default as it would be written in TOML."""
    return msgspec.json.encode(value).decode()


def toml_type(kind: Any) -> str:
    """A field's type in the words of TOML."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return toml_type(inner[0])
    if origin is tuple:
        return f"array of {toml_type(inner[0])}"
    if origin is dict:
        return f"table of {toml_type(inner[1])}"
    return {str: "string", int: "integer", float: "number", bool: "boolean"}[kind]


def attributes_of(record: type[msgspec.Struct]) -> Callable[[], str]:
    """A table of the fields of a record that flows between the stages."""

    def part() -> str:
        docs = field_docs(import_module(record.__module__))
        return table(
            ("field", "meaning"),
            (
                (f"`{name}`", text)
                for name in record.__struct_fields__
                if (text := docs.get(f"{record.__name__}.{name}"))
            ),
        )

    return part


def formats() -> str:
    """What `--format` knows."""
    return table(
        ("format", "files", "what", "by default"),
        (
            (
                f"`{each.name}`",
                ", ".join(f"`{name}`" for name in each.exporters),
                each.summary,
                "yes" if each.default else "",
            )
            for each in EXPORTERS.values()
        ),
    )


def sample() -> str:
    """What is found in the sample vault."""
    built = graph.build(ROOT / "vault")
    kinds = Counter(data["kind"] for _, data in built.graph.nodes(data=True))
    themes = ", ".join(
        f"{each.label} ({each.trend})" if each.trend else each.label for each in built.themes
    )
    return (
        f"{kinds['entry']} entries, {kinds['person']} people, {kinds['idea']} ideas, "
        f"{kinds['tag']} tags, {kinds['url']} links, "
        f"{built.graph.number_of_edges()} connections.\n"
        f"{len(built.themes)} themes: {themes}.\n"
    )


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "exit-codes": exit_codes,
    "settings": settings,
    "node-fields": attributes_of(model.Node),
    "edge-fields": attributes_of(model.Edge),
    "theme-fields": attributes_of(model.Theme),
    "formats": formats,
    "sample": sample,
}


def made(page: str) -> str:
    """A page with its parts made anew."""
    return PART.sub(lambda part: part[1] + "\n" + PARTS[part[2]]() + "\n" + part[3], page)


def run(check: bool) -> int:
    """Make every page; say which changed, or would."""
    os.environ["NO_COLOR"] = "1"
    stale = 0
    for path in PAGES:
        old = path.read_text(encoding="utf-8")
        if (new := made(old)) == old:
            continue
        stale += 1
        name = path.relative_to(ROOT)
        if check:
            sys.stderr.write(f"{name} is out of date: run make docs\n")
        else:
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{name}\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(run("--check" in sys.argv[1:]))
