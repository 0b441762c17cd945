"""The journal view of vaults in which much has no date, or much was written on one day."""

from datetime import date, timedelta
from itertools import pairwise

import networkx as nx
import pytest
from support.browser import write_page

from graph.model import Analysis, Theme, Trend

pytestmark = pytest.mark.browser

NEW_YEAR = "2024-01-01"
PLACES = """
const {scene, vault} = inkthread.app;
return [...scene.mask.keys()].filter(i => scene.mask[i])
  .map(i => [vault.day(i, 'first'), scene.x[i], scene.y[i]]);
"""
RULES = "return inkthread.app.scene.rules.map(rule => rule.text)"
CAPTIONS = "return inkthread.app.scene.captions.map(caption => caption.text)"
WORDS_ABOVE = """
const drawn = [], unseen = new OffscreenCanvas(10, 10).getContext("2d");
const {app} = inkthread, {camera} = app.ground.request(1);
unseen.fillText = (text, x) => drawn.push([x, x + unseen.measureText(text).width]);
paintRules(unseen, app.scene, camera, LOOKS.light);
return drawn.sort((a, b) => a[0] - b[0]);
"""


def journal_of(days, themes=()):
    """A graph of entries with these days, of which `""` is none, and its analysis."""
    graph = nx.MultiDiGraph()
    for number, day in enumerate(days):
        known = {"date": day, "first": day, "last": day} if day else {}
        graph.add_node(f"entry:{number:04d}.md", kind="entry", label=f"Entry {number}", **known)
    nodes = sorted(graph)
    return graph, Analysis(
        communities=dict.fromkeys(nodes, 0),
        positions={node: (at * 20.0, at * 7.0) for at, node in enumerate(nodes)},
        importance={node: 1 - at / len(nodes) for at, node in enumerate(nodes)},
        themes=tuple(themes),
        theme_of=dict.fromkeys(nodes[:3], themes[0].id) if themes else {},
    )


def daily(count):
    start = date.fromisoformat(NEW_YEAR)
    return [(start + timedelta(days=number)).isoformat() for number in range(count)]


@pytest.fixture
def places(browser, tmp_path):
    """Opens the journal of some days; gives [day, x, y] of each entry."""

    def open_journal(days, themes=()):
        page = write_page(tmp_path / "journal.html", *journal_of(days, themes))
        browser.open(page, "#view=journal")
        browser.rest()
        return browser.js(PLACES)

    yield open_journal
    assert browser.console() == []


def spans(found):
    return [max(axis) - min(axis) for axis in list(zip(*found, strict=True))[1:]]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(daily(300) + [""] * 1200, id="most without a date"),
        pytest.param([""] * 800, id="none with a date"),
        pytest.param(daily(300) + [NEW_YEAR] * 700, id="most of one day"),
        pytest.param([NEW_YEAR] * 800, id="all of one day"),
        pytest.param(daily(3000), id="one a day for years"),
    ],
)
def test_the_journal_is_shaped_as_the_window_is(places, days):
    found = places(days)
    assert len(found) == len(days) == len({(x, y) for _, x, y in found})
    wide, high = spans(found)
    assert 0.4 < wide / high < 7


def test_what_has_no_date_stands_before_time_begins(places):
    found = places([*daily(40), *[""] * 90])
    assert max(x for day, x, _ in found if not day) < min(x for day, x, _ in found if day)


def test_many_entries_of_one_day_stay_about_it(places):
    found = places([*daily(400), *[daily(400)[200]] * 300])
    middle = [x for day, x, _ in found if day == daily(400)[200]]
    across = spans(found)[0]
    assert max(middle) - min(middle) < across / 4
    first, last = (next(x for at, x, _ in found if at == day) for day in daily(400)[::399])
    assert first < min(middle) < max(middle) < last


def test_a_vault_without_dates_has_no_year(browser, places):
    places([""] * 5)
    assert browser.js(RULES) == []
    assert browser.js(CAPTIONS) == ["Entries", "No date"]


@pytest.mark.parametrize("count", [30, 1000])
def test_entries_are_named_at_once(browser, places, count):
    places(daily(count))
    assert len(browser.js("return inkthread.ground.boxes")) > 10


def test_one_entry_alone_is_a_journal_too(places):
    assert len(places([NEW_YEAR])) == 1


def test_a_lane_bears_the_name_of_its_theme(browser, places):
    theme = Theme(
        id="t1", label="Kites", terms=(), entries=("0000.md",), people=(), tags=(), urls=(),
        first=NEW_YEAR, last=NEW_YEAR, by_month={"2024-01": 1}, trend=Trend.STEADY, score=1.0,
    )  # fmt: skip
    places(daily(9), [theme])
    assert browser.js(CAPTIONS) == ["Kites", "Other"]


@pytest.mark.parametrize("years", [1, 4, 90])
def test_no_two_years_overlap(browser, places, years):
    places(daily(366 * years)[:: years * 3])
    words = browser.js(WORDS_ABOVE)
    assert len(words) > 3
    assert all(end < begin for (_, end), (begin, _) in pairwise(words))
