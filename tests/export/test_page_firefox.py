"""The page in a real Firefox, where there is one: it opens, paints, and answers."""

import pytest
from support.browser import write_page
from support.firefox import firefox
from support.graphs import analysis_of, journal_graph

pytestmark = pytest.mark.browser

COLOURS = """
(() => {
  const small = new OffscreenCanvas(200, 125).getContext("2d");
  small.drawImage(document.querySelector("#ground"), 0, 0, 200, 125);
  return new Set(new Uint32Array(small.getImageData(0, 0, 200, 125).data.buffer)).size;
})()
"""
ENTER = "\ue007"


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    graph = journal_graph(400)
    return write_page(tmp_path_factory.mktemp("pages") / "page.html", graph, analysis_of(graph))


@pytest.fixture(scope="module")
def window():
    with firefox() as window:
        yield window


@pytest.fixture
def page(window, journal):
    window.open(journal)
    return window


def test_opens_paints_and_asks_for_nothing(page):
    assert page.js(COLOURS) > 20
    asked = [event["request"]["url"] for event in page.said("network.beforeRequestSent")]
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert [event["text"] for event in page.said("log.entryAdded")] == []


def test_the_worker_paints_there_too(page):
    assert page.js("Boolean(inkthread.ground.painter.worker)")


def test_a_search_opens_what_it_found(page):
    page.keys("/", *"garden")
    page.keys(ENTER)
    assert "Garden" in page.js("document.querySelector('#panel h2').textContent")
    assert page.js("inkthread.app.focus.nodes.length") > 1


def test_a_click_chooses_what_is_under_it(page):
    place = (
        "(() => { const {ground, scene} = inkthread.app, c = ground.camera, b ="
        " byId('map').getBoundingClientRect();"
        " return Math.round((scene.%s[0] - c.%s) * c.scale + b.%s / 2); })()"
    )
    page.click(page.js(place % ("x", "x", "width")), page.js(place % ("y", "y", "height")))
    page.js("new Promise(done => setTimeout(done, 600))")
    assert page.js("inkthread.app.selected") == 0
