"""The page in a real Chromium, as a person uses it: pointer, keyboard, eyes."""

import networkx as nx
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from support.browser import chromium, keys, text, write_page
from support.graphs import analysis_of

from graph.model import Analysis

pytestmark = pytest.mark.browser

HOSTILE = (
    "<img src=x onerror=\"window.pwned=1\">", "</script><script>window.pwned=1</script>",
    "<a href=javascript:window.pwned=1>href</a>", "__proto__", "constructor", "toString",
    "javascript:window.pwned=1", "{{ 7*7 }}", "\u2028\u2029", "\u202eturned",
)  # fmt: skip

COLOURS = """
const small = new OffscreenCanvas(200, 125).getContext("2d");
small.drawImage(document.querySelector("#ground"), 0, 0, 200, 125);
return new Set(new Uint32Array(small.getImageData(0, 0, 200, 125).data.buffer)).size;
"""
ABROAD = """
const {app} = inkthread, {camera} = app.ground.request(1), {scene} = sceneForSaving(app);
const own = drawLabel, drawn = [];
drawLabel = (ctx, room, text, at, ...more) => {
  const done = own(ctx, room, text, at, ...more);
  if (done) drawn.push([at.island, room.boxes.at(-1)]);
  return done;
};
paint(new OffscreenCanvas(10, 10).getContext("2d"), scene, camera, LOOKS.light);
drawLabel = own;
const lands = landsOf(scene, camera);
const abroad = drawn.filter(([island, [x, y, w, h]]) => lands.some((land) => land.island !== island
  && land.touches(x + 2, y + 1, w - 4, h - 2)));
return [drawn.length, abroad];
"""
SHOWN_KINDS = """
const {scene, vault} = inkthread.app;
return [...new Set([...scene.mask.keys()].filter(i => scene.mask[i]).map(i => vault.kind(i)))];
"""
SELECT = "const {app} = inkthread; app.select(app.vault.index.get(arguments[0]))"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


def search(page, words):
    keys(page, "/", words)
    page.until("return document.querySelectorAll('#found [role=option]').length > 0")


def test_opens_from_a_file_without_any_request_or_complaint(page, journal):
    assert page.requests() == [journal.as_uri()]
    assert page.console() == []


def test_paints_the_map(page):
    assert page.js(COLOURS) > 20


def test_no_two_labels_overlap(page):
    boxes = page.js("return inkthread.ground.boxes")
    assert len(boxes) > 10
    for number, (x, y, w, h) in enumerate(boxes):
        for u, v, p, q in boxes[:number]:
            assert x >= u + p or u >= x + w or y >= v + q or v >= y + h


def test_no_label_stands_on_the_land_of_another_island(page):
    labels, abroad = page.js(ABROAD)
    assert labels > 10
    assert abroad == []


def test_slash_starts_a_search_and_enter_opens_what_was_found(page):
    search(page, "garden")
    first = text(page, "#found [aria-selected=true] .name")
    keys(page, Keys.ENTER)
    assert text(page, "#panel h2") == first
    assert page.js("return document.activeElement === document.querySelector('#panel h2')")


def test_arrows_choose_among_what_was_found(page):
    search(page, "garden")
    keys(page, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP)
    assert page.js("return document.querySelector('[aria-selected=true]').id") == "found-1"


def test_escape_leaves_the_search_and_then_the_selection(page):
    search(page, "garden")
    keys(page, Keys.ENTER)
    assert page.js("return !document.querySelector('#panel').hidden")
    keys(page, Keys.ESCAPE)
    assert page.js("return document.querySelector('#panel').hidden")


def test_a_selection_shows_its_sentences_and_their_lines(page):
    search(page, "garden")
    keys(page, Keys.ENTER)
    assert "I wrote of" in text(page, "#panel q")
    assert text(page, "#panel .spot") == "line 3"


def test_a_selection_lights_its_neighbourhood_and_fades_the_rest(page):
    search(page, "garden")
    keys(page, Keys.ENTER)
    assert page.js("return document.querySelector('#map').classList.contains('faded')")
    assert 1 < page.js("return inkthread.app.focus.nodes.length") <= 300


def test_a_click_on_a_node_selects_it(page):
    x, y = page.js(
        "const {ground, scene} = inkthread.app, c = ground.camera;"
        "return [(scene.x[0] - c.x) * c.scale, (scene.y[0] - c.y) * c.scale]"
    )
    canvas = page.driver.find_element("css selector", "#network canvas")
    ActionChains(page.driver).move_to_element_with_offset(canvas, x, y).click().perform()
    page.until("return !document.querySelector('#panel').hidden")
    assert text(page, "#panel h2") == page.js("return inkthread.app.vault.label(0)")


def test_the_back_button_undoes_a_choice(page):
    search(page, "garden")
    keys(page, Keys.ENTER)
    page.driver.back()
    page.until("return document.querySelector('#panel').hidden")


def test_a_kept_address_opens_the_same_view(page, browser, journal):
    search(page, "garden")
    keys(page, Keys.ENTER)
    title, fragment = text(page, "#panel h2"), page.js("return location.hash")
    browser.open(journal, fragment)
    assert text(page, "#panel h2") == title


def test_links_are_off_until_their_chip_is_pressed(page):
    assert "url" not in page.js(SHOWN_KINDS)
    page.driver.find_element("css selector", "[data-kind=url]").click()
    assert "url" in page.js(SHOWN_KINDS)


def test_people_and_ideas_leaves_only_these(page):
    page.driver.find_element("css selector", "[data-view=people]").click()
    assert sorted(page.js(SHOWN_KINDS)) == ["idea", "person"]
    assert page.js("return inkthread.app.scene.source.length") > 0


def test_a_theme_of_the_list_is_lit(page):
    page.driver.find_element("css selector", ".theme").click()
    assert text(page, "#panel h2") == text(page, ".theme .name")
    assert page.js("return inkthread.app.focus.nodes.length") > 1


def test_dragging_moves_the_map(page):
    before = page.js("return inkthread.ground.camera.x")
    canvas = page.driver.find_element("css selector", "#network canvas")
    drag = ActionChains(page.driver).move_to_element_with_offset(canvas, 300, -400)
    drag.click_and_hold().move_by_offset(-40, 0).move_by_offset(-80, 0).release().perform()
    page.until("return inkthread.ground.camera.x > arguments[0]", before)


def test_dark_and_light_change_places(page):
    look = page.js("return document.documentElement.dataset.look")
    page.driver.find_element("id", "look").click()
    assert page.js("return document.documentElement.dataset.look") != look


def hostile_graph():
    graph = nx.MultiDiGraph()
    for number, label in enumerate(HOSTILE):
        graph.add_node(f"entry:{number}.md", kind="entry", label=label, title=label, entries=1)
        graph.add_node(f"person:{label}", kind="person", label=label, aliases=label, entries=1)
        graph.add_node(f"url:{label}", kind="url", label=label, url=label, site=label, entries=1)
        for target, kind in ((f"person:{label}", "mentions"), (f"url:{label}", "cites")):
            facts = {"kind": kind, "count": 1, "line": 1, "context": label, "relation": label}
            graph.add_edge(f"entry:{number}.md", target, key=kind, **facts)
    return graph


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_stays_text(browser, folder, label):
    graph = hostile_graph()
    path = write_page(folder / "hostile.html", graph, analysis_of(graph))
    browser.open(path)
    browser.js(SELECT, f"person:{label}")
    assert text(browser, "#panel h2") == label
    assert text(browser, "#panel q") == label
    assert browser.js("return window.pwned === undefined && ({}).polluted === undefined")
    assert browser.js("return document.querySelectorAll('#panel img, #panel script').length") == 0
    assert browser.js("return [...document.querySelectorAll('#panel a')].length") == 0
    assert browser.console() == []


def test_an_empty_vault_says_so(browser, folder):
    path = write_page(folder / "empty.html", nx.MultiDiGraph(), Analysis({}, {}, {}, (), {}))
    browser.open(path)
    assert "Nothing to show" in text(browser, "#nothing:not([hidden])")
    assert browser.console() == []


def test_without_a_canvas_the_entries_are_listed(folder, journal):
    with chromium() as page:
        page.driver.execute_cdp_cmd(
            "Page.addScriptToEvaluateOnNewDocument",
            {"source": "HTMLCanvasElement.prototype.getContext = () => null"},
        )
        page.open(journal)
        listed = page.js("return document.querySelectorAll('#entry-list li').length")
        assert listed == page.js("return JSON.parse(byId('facts').textContent).kinds.entry")
        assert (
            page.js("return getComputedStyle(document.querySelector('#plain')).display") == "block"
        )


def test_the_first_picture_is_painted_before_the_rest_is_read(browser, journal):
    whole = journal.read_text(encoding="utf-8")
    early = journal.with_name("early.html")
    early.write_text(whole[: whole.index('<aside id="sidebar"')], encoding="utf-8")
    browser.driver.get(early.as_uri())
    browser.until("return globalThis.inkthread?.ground?.painted")
    assert browser.js(COLOURS) > 20
    first = browser.js("return inkthread.ground.camera")
    browser.open(journal)
    browser.rest()
    assert browser.js("return inkthread.ground.camera") == pytest.approx(first, rel=1e-6)


def test_without_a_worker_the_map_is_painted_all_the_same(folder, journal):
    with chromium() as page:
        page.driver.execute_cdp_cmd(
            "Page.addScriptToEvaluateOnNewDocument", {"source": "delete globalThis.Worker"}
        )
        page.open(journal)
        page.rest()
        assert page.console() == []
