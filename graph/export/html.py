"""The page: one file that opens offline, in which text of the vault can only ever be text.

pyvis keeps the data, the template and the options, and writes the page. Its own template, titles,
heading and menus are not used: they fetch from a network and put text where scripts can run.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import msgspec
from pyvis.network import Network

from graph.export.json_text import compact
from graph.export.page_data import PageData, page_data
from graph.model import Analysis, Diagnostic

if TYPE_CHECKING:
    import networkx as nx

    from graph.export import Exporter

PAGE = Path(__file__).parent / "page"
PAINTER = ("columns", "palette", "scene", "labels", "paint", "painter", "map", "boot")
"""Scripts of the first frame; the worker runs the same text."""
APP = (
    "dom", "data", "state", "pack", "views", "journal", "filters", "pick", "focus", "search",
    "path", "copy", "panel", "sidebar", "time", "pointer", "picture", "app", "main",
)  # fmt: skip
FIRST_COLUMNS = ("x", "y", "kind", "size", "island", "source", "target")
"""Columns of the first frame; the others stand further down in the page."""
NO_VERSION = b'data-version=""'
"""Stands at the head of a served page until its version is known."""
BATCH = 512
"""Edges whose evidence is parsed together, when one of them is looked at."""
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": False, "hover": False, "selectable": False, "tooltipDelay": 0,
                    "keyboard": False},
    "nodes": {"borderWidth": 1, "chosen": False},
    "edges": {"smooth": False, "chosen": False, "hoverWidth": 0, "selectionWidth": 0},
}  # fmt: skip
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
ESCAPED = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def export_html(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, diagnostics: Sequence[Diagnostic]
) -> Iterator[bytes]:
    """Write the page.

    Args:
        graph: The typed graph.
        analysis: Positions, communities, importance and themes of its nodes.
        diagnostics: What was not understood; the page says how many there are.

    Yields:
        The page as UTF-8. The same input gives the same bytes.
    """
    yield _render(page_data(graph, analysis, diagnostics), live="")


def begin_html(_graph: "nx.MultiDiGraph[str]") -> "Exporter":
    """The same: with this module pyvis is loaded, which takes longer than a small page does."""
    return export_html


def live_page(
    graph: "nx.MultiDiGraph[str]", analysis: Analysis, diagnostics: Sequence[Diagnostic]
) -> tuple[bytes, str]:
    """The page for `inkthread serve`, which loads itself anew when the server has another one.

    It differs from the file by one more script, by leave to ask its own server, and by its version.

    Returns:
        The page as UTF-8, and its version: a digest of all it holds, which it knows of itself.
    """
    page = _render(page_data(graph, analysis, diagnostics), _text("live.js"))
    version = hashlib.sha256(page).hexdigest()
    return page.replace(NO_VERSION, f'data-version="{version}"'.encode(), 1), version


def _render(data: PageData, live: str) -> bytes:
    """Fill the template; `live` is the script of a served page."""
    net = Network(cdn_resources="in_line")
    net.nodes, net.edges = data.nodes, data.edges
    net.set_options(json.dumps(OPTIONS))
    net.set_template_dir(str(PAGE), "template.html")
    style = _text("style.css")
    painter, app = _script("painter", PAINTER), _script("app", APP)
    library = _text("vendor/vis-network.min.js")
    first = {name: data.columns[name] for name in FIRST_COLUMNS}
    further = {name: data.columns[name] for name in data.columns if name not in first}
    scripts = [painter, app, library, *([live] if live else [])]
    net.templateEnv.globals["page"] = SimpleNamespace(
        policy=content_security_policy(scripts, style, served=bool(live)),
        style=style, painter=painter, app=app, library=library, live=live,
        columns=embed(first), further=embed(further), islands=embed(data.islands),
        themes=embed(data.themes),
        facts=embed(data.facts | {"batch": BATCH}), batch=BATCH, embed=embed,
        timed=data.facts["first"][:7] != data.facts["last"][:7],
    )  # fmt: skip
    return str(net.generate_html()).encode()


def embed(value: Any) -> str:
    """JSON that can stand within a script element: no `<`, `>`, `&`, no line that ends early."""
    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # half a pair of characters, which no UTF-8 holds
        text = compact(value).decode()
    # Five searches take a tenth of the time of looking at each character once (`str.translate`).
    for sign, escape in ESCAPED.items():
        text = text.replace(sign, escape)
    return text


def content_security_policy(scripts: Sequence[str], style: str, served: bool = False) -> str:
    """A policy under which only the page's own scripts and style run, and nothing is fetched.

    A served page may ask the server that it came from, and nobody else.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_source, scripts))}",
            f"style-src {_source(style)}",
            "img-src data: blob:",
            "worker-src blob:",
            *(["connect-src 'self'"] if served else []),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _source(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _script(folder: str, names: Sequence[str]) -> str:
    """Scripts as one, without their comments: a tenth of them."""
    whole = "\n".join(_text(f"{folder}/{name}.js") for name in names)
    return '"use strict";\n' + _COMMENT.sub("", whole)


def _text(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")
