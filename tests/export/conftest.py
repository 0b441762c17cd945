from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from support.browser import Page, chromium, write_page
from support.graphs import analysis_of, journal_graph

from graph.model import Analysis, Bridge, Diagnostic, Gap, Quote, Severity, Theme, Touch, Trend


def _entry(graph: nx.MultiDiGraph, path: str, title: str, date: str, **more: object) -> str:
    node = f"entry:{path}"
    known = {"date": date, "first": date, "last": date} if date else {}
    graph.add_node(
        node,
        kind="entry",
        label=title,
        path=path,
        title=title,
        words=120,
        entries=1,
        **known,
        **more,
    )
    return node


def _state(graph: nx.MultiDiGraph, source: str, target: str, kind: str, **more: object) -> None:
    facts = {"count": 1, "line": 3, "context": "as it was written", **more}
    graph.add_edge(source, target, key=kind, kind=kind, **facts)


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    """Three entries about an allotment, with a node and an edge of every kind."""
    graph = nx.MultiDiGraph()
    seeds = _entry(graph, "2024-03-02.md", "Seeds", "2024-03-02", **{"meta.mood": "calm"})
    rain = _entry(graph, "log/rain.md", "Rain, at last", "2024-04-11", **{"meta.mood": "7"})
    undated = _entry(graph, "plans.md", "Plans", "")
    for node, kind, label in (
        ("person:mara-k", "person", "Mara K."),
        ("idea:no-dig", "idea", "no dig"),
        ("idea:slow-water", "idea", "slow water"),
        ("tag:garden", "tag", "Garden"),
        ("tag:garden/beds", "tag", "garden/beds"),
        ("missing:compost", "missing", "compost"),
    ):
        graph.add_node(
            node, kind=kind, label=label, entries=2, first="2024-03-02", last="2024-04-11"
        )
    graph.nodes["person:mara-k"].update(aliases="Mara ; Mara Kovac", confidence=0.9)
    link = "https://example.org/beds"
    graph.add_node(f"url:{link}", kind="url", label="Beds", url=link, site="example.org", entries=1)
    for source in (seeds, rain):
        _state(graph, source, "person:mara-k", "mentions", count=2)
        _state(graph, source, "idea:no-dig", "discusses")
        _state(graph, source, "tag:garden", "tagged")
    _state(graph, undated, "idea:no-dig", "discusses")
    _state(graph, undated, "idea:slow-water", "discusses")
    _state(graph, seeds, rain, "links_to", relation="next")
    _state(graph, seeds, rain, "embeds")
    _state(graph, rain, "missing:compost", "links_to", context='<b>& "no" file</b>')
    _state(graph, rain, f"url:{link}", "cites")
    _state(graph, "tag:garden/beds", "tag:garden", "broader", line=0)
    return graph


@pytest.fixture
def theme() -> Theme:
    return Theme(
        id="t1",
        label="Garden and rain",
        terms=("bed", "rain"),
        entries=("2024-03-02.md", "log/rain.md", "plans.md"),
        people=("Mara K.",),
        tags=("Garden", "garden/beds"),
        urls=("https://example.org/beds",),
        first="2024-03-02",
        last="2024-04-11",
        by_month={"2024-03": 1, "2024-04": 1},
        trend=Trend.STEADY,
        score=0.75,
        weights=(0.9, 0.8, 0.5),
        ideas=("no dig",),
        sites=("example.org",),
        undated=1,
        bursts=(("2024-03", "2024-03"),),
        evidence=(Quote("log/rain.md", 3, "At last *rain* on the beds."),),
        touches=(Touch("t2", 2),),
    )


@pytest.fixture
def other_theme() -> Theme:
    return Theme(
        id="t2",
        label="Slow water",
        terms=("slow water",),
        entries=("plans.md",),
        people=(),
        tags=(),
        urls=(),
        first="",
        last="",
        by_month={},
        trend=Trend.UNKNOWN,
        score=0.25,
        weights=(1.0,),
        undated=1,
    )


@pytest.fixture
def analysis(graph: nx.MultiDiGraph, theme: Theme, other_theme: Theme) -> Analysis:
    nodes = sorted(graph)
    return Analysis(
        communities={node: at % 2 for at, node in enumerate(nodes)},
        positions={node: (at * 10.0, -at / 2) for at, node in enumerate(nodes)},
        importance={node: at / len(nodes) for at, node in enumerate(nodes)},
        themes=(theme, other_theme),
        theme_of=dict.fromkeys(nodes[:5], "t1"),
        bridges=(Bridge("Mara K.", ("t1", "t2"), (2, 1)),),
        gaps=(Gap(("t1", "t2"), ("Mara K.",), ("example.org",)),),
    )


@pytest.fixture
def diagnostics() -> tuple[Diagnostic, ...]:
    return (
        Diagnostic(
            "link-missing", Severity.WARNING, "log/rain.md", 4, "no note 'compost'", "make it"
        ),
        Diagnostic("vault-odd", Severity.INFO, "", 0, "a word \ud800 of no file"),
    )


DOUBT = "after-with +1.3, common -0.8"
"""What the confidence in a person of the journal rests on."""


@pytest.fixture(scope="session")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a made-up journal of 400 nodes, in a vault with a name."""
    graph = journal_graph(400)
    graph.graph["obsidian_vault"] = "My journal"
    graph.nodes["tag:journal"]["aliases"] = "Daybook ; Logbook"
    people = [node for node, kind in graph.nodes(data="kind") if kind == "person"]
    graph.nodes[people[0]].update(label="Iris Voss", confidence=0.62, evidence=DOUBT)
    graph.nodes[people[1]].update(label="Jo Tarn", confidence=0.9)
    graph.nodes[people[2]].update(label="Ada Bloom", confidence=1.0)
    return write_page(tmp_path_factory.mktemp("pages") / "journal.html", graph, analysis_of(graph))


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def browser(downloads: Path) -> Iterator[Page]:
    """One Chromium for all tests of the page: starting one takes longer than most of them."""
    with chromium(downloads=downloads) as page:
        yield page


@pytest.fixture
def page(browser: Page, journal: Path) -> Iterator[Page]:
    """The journal, opened and painted; nothing may have been complained about in the end."""
    browser.open(journal)
    browser.rest()
    yield browser
    assert browser.console() == []
