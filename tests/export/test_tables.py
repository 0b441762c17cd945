import csv
import io

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export import tables
from graph.export.tables import defused, export_edges_csv, export_nodes_csv
from graph.model import Analysis

NOTHING = Analysis({}, {}, {}, (), {})


def read(content) -> list[dict[str, str]]:
    text = io.StringIO(b"".join(content).decode(), newline="")
    return list(csv.DictReader(text, strict=True))


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("@import", "'@import"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("- a list item", "'- a list item"),
        ("-", "'-"),
        ("-12", "-12"),
        ("+4.5", "+4.5"),
        ("-1.5e-07", "-1.5e-07"),
        ("-١", "'-١"),
        ("-1\n=2", "'-1\n=2"),
        ("a=1", "a=1"),
        ("", ""),
        ("nul\0", "nul\ufffd"),
    ],
)
def test_a_formula_is_defused_and_a_number_left_alone(cell, safe):
    assert defused(cell) == safe


def test_nodes_have_one_row_each(graph, analysis):
    found = read(export_nodes_csv(graph, analysis, ()))
    assert [row["id"] for row in found] == sorted(graph)
    assert found[0].items() >= {"kind": "entry", "title": "Seeds", "meta.mood": "calm"}.items()


def test_edges_have_one_row_each(graph, analysis):
    found = read(export_edges_csv(graph, analysis, ()))
    ends = [(row["source"], row["target"], row["kind"]) for row in found]
    assert ends == sorted(graph.edges(keys=True))


def test_negative_places_stay_numbers(graph, analysis):
    assert read(export_nodes_csv(graph, analysis, ()))[1]["y"] == "-0.5"


def test_uncommon_front_matter_shares_a_column(monkeypatch):
    monkeypatch.setattr(tables, "MAX_META", 1)
    graph = nx.MultiDiGraph()
    graph.add_node("entry:a.md", **{"meta.mood": "calm", "meta.b": 2, "meta.a": 1})
    graph.add_node("entry:b.md", **{"meta.mood": "7"})
    assert read(export_nodes_csv(graph, NOTHING, ())) == [
        {"id": "entry:a.md", "meta": "a: 1 ; b: 2", "meta.mood": "calm"},
        {"id": "entry:b.md", "meta": "", "meta.mood": "7"},
    ]


@given(st.lists(st.text(st.characters(codec=None)), min_size=1, unique=True))
def test_any_text_gives_rows_of_one_width_without_formulas(texts):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((text, {"meta." + text: text}) for text in texts)
    lines = b"".join(export_nodes_csv(graph, NOTHING, ())).decode()
    found = list(csv.reader(io.StringIO(lines, newline=""), strict=True))
    assert len(found) == len(texts) + 1
    assert len({len(row) for row in found}) == 1
    assert not [cell for row in found for cell in row if cell != defused(cell)]
