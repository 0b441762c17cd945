"""Made-up journals as graphs: communities, people, ideas, links, dated entries."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from operator import itemgetter

import msgspec
import networkx as nx

from graph.analysis.communities import find_communities
from graph.analysis.importance import rank_nodes
from graph.analysis.layout import layout
from graph.model import Analysis, Quote, Theme, Touch, Trend

SUBJECTS = (
    "Garden", "Running", "Bread", "Pottery", "Letters", "Birds", "Chess", "Sailing", "Cello",
    "Maps", "Bees", "Lighthouses", "Weaving", "Astronomy", "Mushrooms", "Bookbinding", "Rivers",
    "Orchard", "Clocks", "Typography", "Swimming", "Tea", "Cinema", "Compost", "Mountains",
)  # fmt: skip
THOUGHTS = (
    "slow mornings", "the long way home", "attention", "first drafts", "making room", "patience",
    "a second look", "weather", "habit", "old friends", "repair", "silence", "beginnings",
    "enough", "curiosity", "craft", "letting go", "small steps", "memory", "play",
)  # fmt: skip
GIVEN = (
    "Mara", "Ilse", "Tomas", "Odile", "Bram", "Nuria", "Felix", "Hanne", "Silvio", "Petra",
    "Jonas", "Amina", "Rolf", "Yuki", "Lena", "Oskar", "Ines", "Pavel", "Greta", "Noor",
)  # fmt: skip
FAMILY = (
    "Vint", "Okonjo", "Sandberg", "Lorne", "Castell", "Weir", "Marlow", "Dufour", "Hale", "Brandt",
    "Quill", "Novak", "Ferro", "Lindqvist", "Abara", "Stone", "Meyer", "Rask", "Tarn", "Oduya",
)  # fmt: skip


def journal_graph(nodes: int, seed: int = 7) -> "nx.MultiDiGraph[str]":
    """A journal of about `nodes` nodes and three times as many edges, with some large hubs."""
    draw = random.Random(seed)
    graph = nx.MultiDiGraph()
    nodes = nodes * 5 // 4  # of what could be written of, a fifth never is
    themes = max(1, min(60, nodes // 60))
    entries = nodes // 2
    pools = [_pool(graph, theme, nodes, themes, draw) for theme in range(themes)]
    everyday = _node(graph, "tag", "journal", "journal")
    start = date(2019, 1, 1)
    paths: list[list[str]] = [[] for _ in range(themes)]
    for number in range(entries):
        theme = min(int(draw.expovariate(2.5) * themes), themes - 1)
        day = (start + timedelta(days=number * 2000 // max(entries, 1))).isoformat()
        title = f"{SUBJECTS[theme % len(SUBJECTS)]}, {draw.choice(THOUGHTS)} ({number})"
        path = f"{day[:4]}/{number:05d}.md"
        entry = _node(graph, "entry", path, title, title=title, path=path, date=day, words=300)
        if draw.random() < 0.2:
            _edge(graph, entry, everyday, "tagged", title)
        for target in _mentions(pools, theme, draw):
            _edge(graph, entry, target, EDGE_OF[graph.nodes[target]["kind"]], title)
        if paths[theme] and draw.random() < 0.8:
            _edge(graph, entry, draw.choice(paths[theme][-30:]), "links_to", title)
        paths[theme].append(entry)
    graph.remove_nodes_from(sorted(node for node, degree in graph.degree() if degree == 0)[5:])
    _date_everything(graph)
    return graph


EDGE_OF = {
    "person": "mentions", "idea": "discusses", "tag": "tagged", "url": "cites",
    "missing": "links_to",
}  # fmt: skip


def _pool(
    graph: "nx.MultiDiGraph[str]", theme: int, nodes: int, themes: int, draw: random.Random
) -> list[str]:
    """What the entries of one theme speak of, the commonest first."""
    subject = SUBJECTS[theme % len(SUBJECTS)]
    size = nodes // themes // 2
    pool = [_node(graph, "idea", f"{subject}-{theme}".lower(), f"{subject} {theme}")]
    for number in range(size):
        kind = draw.choices(("idea", "person", "url", "tag", "missing"), (5, 3, 5, 1, 1))[0]
        word = f"{subject.lower()} {draw.choice(THOUGHTS)} {number}"
        label = word
        if kind == "person":
            label = f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}"
        key = f"{theme}-{number}-{label}".replace(" ", "-").lower()
        extra = (
            {"url": f"https://example.org/{key}", "site": "example.org"} if kind == "url" else {}
        )
        pool.append(_node(graph, kind, key, extra.get("url", label), **extra))
    return pool


def _mentions(pools: Sequence[list[str]], theme: int, draw: random.Random) -> set[str]:
    pool = pools[theme]
    found = {pool[min(int(draw.paretovariate(0.7)) - 1, len(pool) - 1)] for _ in range(5)}
    if draw.random() < 0.3:
        found.add(draw.choice(draw.choice(pools)))
    return found


def _node(graph: "nx.MultiDiGraph[str]", kind: str, key: str, label: str, **more: object) -> str:
    graph.add_node(f"{kind}:{key}", kind=kind, label=label, entries=0, **more)
    return f"{kind}:{key}"


def _edge(graph: "nx.MultiDiGraph[str]", source: str, target: str, kind: str, title: str) -> None:
    if graph.has_edge(source, target, key=kind):
        graph[source][target][kind]["count"] += 1
        return
    context = f"In “{title}” I wrote of {graph.nodes[target]['label']} again, and meant it."
    graph.add_edge(source, target, key=kind, kind=kind, count=1, line=3, context=context)


def _date_everything(graph: "nx.MultiDiGraph[str]") -> None:
    for node, data in graph.nodes(data=True):
        sources = {source for source, _ in graph.in_edges(node)}
        days = sorted(graph.nodes[source]["date"] for source in sources)
        data["entries"] = len(days)
        if data["kind"] == "entry":
            days = [data["date"]]
        if days:
            data["first"], data["last"] = days[0], days[-1]


def analysis_of(graph: "nx.MultiDiGraph[str]") -> Analysis:
    """Communities, layout and importance as the analysis gives them; a theme per community."""
    communities = find_communities(graph)
    themes = _themes(graph, communities)
    theme_of = {
        node: f"theme-{number}" for node, number in communities.items() if number < len(themes)
    }
    return Analysis(
        communities=communities,
        positions=layout(graph, communities),
        importance=rank_nodes(graph),
        themes=themes,
        theme_of=theme_of,
    )


def _themes(graph: "nx.MultiDiGraph[str]", communities: dict[str, int]) -> tuple[Theme, ...]:
    groups: dict[int, list[str]] = {}
    for node, number in communities.items():
        groups.setdefault(number, []).append(node)
    trends = [trend for trend in Trend if trend is not Trend.UNKNOWN]
    themes = []
    for number, members in sorted(groups.items()):
        entries = [node for node in members if graph.nodes[node]["kind"] == "entry"]
        if len(entries) < 5 or number != len(themes):
            break
        months: dict[str, int] = {}
        for entry in entries:
            month = graph.nodes[entry]["date"][:7]
            months[month] = months.get(month, 0) + 1
        best = max(members, key=lambda node: (graph.degree(node), node))
        themes.append(
            Theme(
                id=f"theme-{number}",
                label=graph.nodes[best]["label"],
                terms=("craft", "patience"),
                entries=tuple(entry.removeprefix("entry:") for entry in entries),
                people=(),
                tags=(),
                urls=(),
                first=min(months),
                last=max(months),
                by_month=dict(sorted(months.items())),
                trend=trends[number % len(trends)],
                score=float(len(entries)),
                evidence=tuple(_quote(graph, entry) for entry in entries[:2]),
            )
        )
    if len(themes) > 1:
        themes[0] = msgspec.structs.replace(themes[0], touches=(Touch(themes[1].id, 3),))
    return tuple(themes)


def _quote(graph: "nx.MultiDiGraph[str]", entry: str) -> Quote:
    """What an entry says of the first thing that it names."""
    _, _, edge = min(graph.out_edges(entry, data=True), key=itemgetter(1))
    return Quote(entry.removeprefix("entry:"), edge["line"], edge["context"])
