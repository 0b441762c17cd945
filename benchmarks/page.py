"""The page against a tuned pyvis page, in one run: first frame, main-thread time, memory.

    python -m benchmarks.page [NODES ...]

Prints a table for each size (1,000, 10,000 and 30,000 by default) and the ratios that count, at
10,000 nodes and 30,000 edges. The first frame is wall time and depends on the machine; the rest is
CPU time of the main thread. Each number is the least of a few runs, since other work can only add
to it. Exits 1 where a ratio misses its goal.
"""

import json
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import networkx as nx
from pyvis.network import Network
from support.browser import Page, chromium, find_browser, write_page
from support.graphs import analysis_of, journal_graph

from graph.model import Analysis

SIZES = (1_000, 10_000, 30_000)
SMALL, COMPARED, LARGE = SIZES
RUNS = 3
MOVES = 40
MOST_GROWTH = 2.0
"""How many times longer a draw may take while panning at `LARGE` than at `SMALL`."""
GOALS = {"first frame": 4.0, "pan": 15.0, "zoom": 15.0, "heap": 5.0}
"""How many times less than tuned pyvis the page must take."""

COLUMNS = (("first frame", 12), ("load, main", 12), ("heap MB", 10), ("pan", 10), ("zoom", 10),
           ("file MB", 10))  # fmt: skip
OURS = "inkthread.app.focus.network"
THEIRS = "network"
WATCH = """
const first = (prototype, name) => {
  const original = prototype[name];
  prototype[name] = function (...values) {
    if (window.firstDraw === undefined && document.body) {
      window.firstDraw = 0;
      requestAnimationFrame(() => setTimeout(() => { window.firstDraw = performance.now(); }));
    }
    return original.apply(this, values);
  };
};
first(CanvasRenderingContext2D.prototype, "arc");
first(ImageBitmapRenderingContext.prototype, "transferFromImageBitmap");
"""
TUNED = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hideEdgesOnDrag": True, "hideEdgesOnZoom": True, "hover": False},
    "nodes": {"shape": "dot", "shadow": False},
    "edges": {"smooth": False, "shadow": False, "color": {"inherit": False}},
}


class Measure(NamedTuple):
    """Milliseconds by the clock; milliseconds of the main thread; megabytes."""

    first_frame: float
    load: float
    heap: float
    pan: float
    zoom: float


def tuned_pyvis(path: Path, graph: "nx.MultiDiGraph[str]", analysis: Analysis) -> Path:
    """A pyvis page with places given and all that is known to help, without its requests."""
    net = Network(cdn_resources="in_line", height="900px")
    index = {node: number for number, node in enumerate(graph)}
    for node, number in index.items():
        x, y = analysis.positions[node]
        net.nodes.append({"id": number, "label": graph.nodes[node]["label"], "x": x, "y": y,
                          "size": 6})  # fmt: skip
    net.edges = [{"from": index[source], "to": index[target]} for source, target in graph.edges()]
    net.set_options(json.dumps(TUNED))
    html = net.generate_html()
    html = re.sub(r"<(link|script)[^>]+https?://[^>]+>(</script>)?", "", html)
    path.write_text(html, encoding="utf-8")
    return path


def task_ms(page: Page) -> float:
    """CPU time of the main thread so far, in which other work on the machine does not count."""
    metrics = page.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration") * 1000


def heap_mb(page: Page) -> float:
    """JavaScript heap in use, after collecting what is free."""
    page.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
    return page.driver.execute_cdp_cmd("Runtime.getHeapUsage", {})["usedSize"] / 1e6


def per_draw(page: Page, network: str, kind: str) -> float:
    """Main-thread time of one draw while a person drags, or turns the wheel.

    What asking for as many frames costs without a move is taken off: that is ours, not the page's.
    """
    page.js(f"window.draws = 0; {network}.on('afterDrawing', () => {{ window.draws += 1; }})")
    mouse(page, "mouseMoved", 900, 500)
    if kind == "pan":
        mouse(page, "mousePressed", 900, 500, button="left", clickCount=1)
    idle = min(frames(page, lambda _: None) for _ in range(3))
    page.js("window.draws = 0")
    if kind == "pan":
        held = {"button": "left", "buttons": 1}
        spent = frames(
            page, lambda at: mouse(page, "mouseMoved", 900 - 6 * at, 500 + 3 * at, **held)
        )
        mouse(page, "mouseReleased", 900 - 6 * MOVES, 500, button="left", clickCount=1)
    else:
        spent = frames(
            page,
            lambda at: mouse(page, "mouseWheel", 900, 500, deltaX=0, deltaY=80 * (at % 2) - 40),
        )
    return (spent - idle) / max(page.js("return window.draws"), 1)


def frames(page: Page, act: Callable[[int], None]) -> float:
    """Main-thread time of some frames, each after an act."""
    before = task_ms(page)
    for move in range(MOVES):
        act(move)
        page.driver.execute_async_script("requestAnimationFrame(arguments[0])")
    return task_ms(page) - before


def mouse(page: Page, kind: str, x: int, y: int, **more: object) -> None:
    """One event of the mouse, as the browser itself would send it."""
    page.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **more})


def measure(path: Path, network: str) -> Measure:
    """The least of some runs, each in a fresh browser."""
    runs = [measure_once(path, network) for _ in range(RUNS)]
    return Measure(*(min(values) for values in zip(*runs, strict=True)))


def measure_once(path: Path, network: str) -> Measure:
    """Open a page and use it."""
    with chromium() as page:
        page.driver.set_page_load_timeout(600)
        page.driver.set_script_timeout(600)
        page.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        page.driver.get(path.as_uri())
        page.until("return window.firstDraw > 0")
        page.until(f"try {{ return Boolean({network}) }} catch {{ return false }}")
        page.driver.execute_async_script("setTimeout(arguments[0], 1500)")
        first, load, heap = page.js("return window.firstDraw"), task_ms(page), heap_mb(page)
        return Measure(
            first, load, heap, per_draw(page, network, "pan"), per_draw(page, network, "zoom")
        )


def row(name: str, found: Measure, size: float) -> str:
    """One line of the table; `size` in bytes."""
    values = zip((*found, size / 1e6), COLUMNS, strict=True)
    return f"{name:18}" + "".join(f"{value:{width}.1f}" for value, (_, width) in values)


def compare(nodes: int, folder: Path) -> tuple[Measure, Measure]:
    """Measure both pages of one graph, and print them."""
    graph = journal_graph(nodes)
    analysis = analysis_of(graph)
    hub = max(degree for _, degree in graph.degree())
    print(f"\n{len(graph):,} nodes, {graph.number_of_edges():,} edges, largest degree {hub:,}")
    print(" " * 18 + "".join(f"{name:>{width}}" for name, width in COLUMNS))
    pages = (
        ("pyvis, tuned", tuned_pyvis(folder / "pyvis.html", graph, analysis), THEIRS),
        ("inkthread", write_page(folder / "page.html", graph, analysis), OURS),
    )
    found = []
    for name, path, network in pages:
        found.append(measure(path, network))
        print(row(name, found[-1], path.stat().st_size))
    return found[0], found[1]


def judge(results: dict[int, tuple[Measure, Measure]]) -> bool:
    """Print the ratios that count, and tell whether all that were measured reach their goal."""
    reached = True
    if COMPARED in results:
        theirs, ours = results[COMPARED]
        pairs = {"first frame": (theirs.first_frame, ours.first_frame),
                 "pan": (theirs.pan, ours.pan), "zoom": (theirs.zoom, ours.zoom),
                 "heap": (theirs.heap, ours.heap)}  # fmt: skip
        print(f"\nless than tuned pyvis at {COMPARED:,} nodes, by a factor of")
        for name, (most, least) in pairs.items():
            print(f"  {name:14}{most / least:8.1f}   goal {GOALS[name]:.0f}")
            reached &= most / least >= GOALS[name]
    if SMALL in results and LARGE in results:
        growth = results[LARGE][1].pan / results[SMALL][1].pan
        print(f"\npan at {LARGE:,} against {SMALL:,} nodes: {growth:.1f}   goal {MOST_GROWTH:.0f}")
        reached &= growth <= MOST_GROWTH
    return reached


def main(sizes: Sequence[int] = SIZES) -> int:
    """Run the comparison; 1 where a goal is missed."""
    if find_browser() is None:
        print("no Chromium with chromedriver: the page is not measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        results = {nodes: compare(nodes, Path(folder)) for nodes in sizes}
    return 0 if judge(results) else 1


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or SIZES))
