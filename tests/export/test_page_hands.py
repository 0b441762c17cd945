"""Every way into the page by pointer and by keyboard, and what then changes."""

import networkx as nx
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from support.browser import chromium, click, keys, text, write_page
from support.graphs import analysis_of, journal_graph

from graph.model import Analysis

pytestmark = pytest.mark.browser

SHOWN = """
const {scene, vault} = inkthread.app;
return [...scene.mask.keys()].filter(i => scene.mask[i]).map(i => vault.id(i)).sort();
"""
PLACE = """
const {ground, scene} = inkthread.app, c = ground.camera, i = arguments[0];
return [Math.round((scene.x[i] - c.x) * c.scale), Math.round((scene.y[i] - c.y) * c.scale)];
"""
FIRST_OF = "return inkthread.app.vault.columns.kind.indexOf(arguments[0])"
CAMERA = "return inkthread.ground.camera"
FOCUSED = "const e = document.activeElement; return e.id || e.className.split(' ')[0]"
WORDS = """
return (async () => [...new DOMParser().parseFromString(await saveSvg(inkthread.app).text(),
  'image/svg+xml').querySelectorAll('text')].map(word => word.textContent))()
"""
SETTLED = """
return new Promise(done => {
  let still = 0, before = null;
  const look = () => {
    const {x, y, scale} = inkthread.ground.camera, now = `${x} ${y} ${scale}`;
    still = now === before ? still + 1 : 0;
    before = now;
    if (still > 5) done(); else setTimeout(look, 60);
  };
  look();
});
"""
WATCH_FIRST_PAINT = """
(({ prototype }) => {
  const show = prototype.transferFromImageBitmap;
  prototype.transferFromImageBitmap = function (bitmap) {
    window.viewAtFirstPaint ??= globalThis.inkthread.app?.state.get('view') ?? 'none yet';
    return show.call(this, bitmap);
  };
})(ImageBitmapRenderingContext);
"""
ENTRY, IDEA = 0, 4


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    graph = journal_graph(400)
    graph.nodes["tag:journal"]["aliases"] = "Daybook ; Logbook"
    return write_page(tmp_path_factory.mktemp("pages") / "journal.html", graph, analysis_of(graph))


@pytest.fixture(scope="module")
def downloads(tmp_path_factory):
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def browser(downloads):
    with chromium(downloads=downloads) as page:
        yield page


@pytest.fixture
def page(browser, journal):
    browser.open(journal)
    browser.rest()
    yield browser
    assert browser.console() == []


def at(page, i):
    """Actions that begin with the pointer on a node."""
    page.rest()
    canvas = page.driver.find_element("css selector", "#network canvas")
    return ActionChains(page.driver).move_to_element_with_offset(canvas, *page.js(PLACE, i))


def settled(page):
    """Wait until a flight is over."""
    page.js(SETTLED)
    page.rest()


def tab_to(page, name):
    for _ in range(80):
        keys(page, Keys.TAB)
        if page.js(FOCUSED) == name:
            return
    pytest.fail(f"{name} is not reached by the tabulator")


# ------------------------------------------------------------------ search and history


@pytest.mark.parametrize("words", ["daybook", "LOGB", "journal"])
def test_a_search_knows_names_and_aliases_in_any_case(page, words):
    keys(page, "/", words, Keys.ENTER)
    assert text(page, "#panel h2") == "journal"
    assert text(page, "#panel .aliases") == "Also Daybook, Logbook"


def test_what_was_found_can_be_clicked(page):
    keys(page, "/", "garden")
    page.until("return document.querySelectorAll('#found [role=option]').length > 1")
    wanted = text(page, "#found-1 .name")
    click(page, "#found-1")
    assert text(page, "#panel h2") == wanted


def test_nothing_found_is_said(page):
    keys(page, "/", "zzz")
    assert text(page, "#found") == "Nothing by that name"


def test_back_and_forward_walk_through_what_was_chosen(page):
    titles = []
    for words in ("garden", "birds"):
        keys(page, "/", words, Keys.ENTER)
        titles.append(text(page, "#panel h2"))
    title = "return document.querySelector('#panel h2').textContent === arguments[0]"
    page.driver.back()
    page.until(title, titles[0])
    page.driver.forward()
    page.until(title, titles[1])


# ----------------------------------------------------------------------------- the map


def test_pointing_at_a_node_names_it_and_lights_what_is_near(page):
    at(page, 0).perform()
    page.until("return !document.querySelector('#tip').hidden")
    assert page.js("return inkthread.app.vault.label(0)") in text(page, "#tip")
    page.until("return document.querySelector('#map').classList.contains('faded')")
    ActionChains(page.driver).move_to_element(page.driver.find_element("id", "search")).perform()
    page.until("return !document.querySelector('#map').classList.contains('faded')")


def test_the_labels_of_what_is_not_lit_leave(page):
    at(page, 0).click().perform()
    page.until("return getComputedStyle(document.querySelector('#words')).opacity === '0'")
    keys(page, Keys.ESCAPE)
    page.until("return getComputedStyle(document.querySelector('#words')).opacity === '1'")


def test_the_wheel_zooms_towards_the_pointer(page):
    before = page.js(PLACE, 0)
    scale = page.js(CAMERA)["scale"]
    canvas = page.driver.find_element("css selector", "#network canvas")
    origin = ScrollOrigin.from_element(canvas, *before)
    ActionChains(page.driver).scroll_from_origin(origin, 0, -300).perform()
    page.until("return inkthread.ground.camera.scale > arguments[0]", scale)
    page.rest()
    assert page.js(PLACE, 0) == pytest.approx(before, abs=3)


def test_a_double_click_dives(page):
    scale = page.js(CAMERA)["scale"]
    canvas = page.driver.find_element("css selector", "#network canvas")
    corner = ActionChains(page.driver).move_to_element_with_offset(canvas, 380, -420)
    corner.double_click().perform()
    page.until("return inkthread.ground.camera.scale > arguments[0] * 1.5", scale)


def test_a_click_on_the_sea_lets_go(page):
    keys(page, "/", "garden", Keys.ENTER)
    click(page, "#fit")
    settled(page)
    canvas = page.driver.find_element("css selector", "#network canvas")
    ActionChains(page.driver).move_to_element_with_offset(canvas, -390, -430).click().perform()
    page.until("return document.querySelector('#panel').hidden")


@pytest.mark.parametrize("nearer", ["#closer", "+", "="])
@pytest.mark.parametrize("farther", ["#farther", "-"])
def test_buttons_and_keys_zoom_in_and_out(page, nearer, farther):
    def use(way):
        if way.startswith("#"):
            click(page, way)
        else:
            page.js("document.querySelector('#map').focus()")
            keys(page, way)
        settled(page)
        return page.js(CAMERA)["scale"]

    before = page.js(CAMERA)["scale"]
    assert use(nearer) == pytest.approx(before * 1.5, rel=0.01)
    assert use(farther) == pytest.approx(before, rel=0.01)


@pytest.mark.parametrize("way", ["#fit", "0"])
def test_the_whole_map_is_one_click_or_key_away(page, way):
    whole = page.js(CAMERA)
    for _ in range(2):
        click(page, "#closer")
        settled(page)
    if way == "#fit":
        click(page, way)
    else:
        page.js("document.querySelector('#map').focus()")
        keys(page, way)
    settled(page)
    assert page.js(CAMERA) == {name: pytest.approx(value, abs=0.5) for name, value in whole.items()}
    assert page.js(CAMERA)["scale"] == pytest.approx(whole["scale"], rel=0.01)


def test_labels_come_with_nearness(page):
    entry = page.js(FIRST_OF, ENTRY)
    title = page.js("return shortened(inkthread.app.vault.label(arguments[0]), 32)", entry)
    assert title not in page.js(WORDS)
    page.js(
        "const {scene, focus} = inkthread.app, i = arguments[0];"
        "focus.jump({x: scene.x[i], y: scene.y[i], scale: 3})", entry
    )  # fmt: skip
    page.rest()
    assert title in page.js(WORDS)


def test_no_label_is_cut_by_a_panel_or_the_edge(page):
    boxes = page.js("""
        const {boxes, host, painted} = inkthread.ground;
        const aside = (painted.width - host.clientWidth) / 2;
        return [boxes.map(([x, y, w, h]) => [x - aside, x - aside + w]), host.clientWidth];
    """)  # fmt: skip
    spans, width = boxes
    assert all(left >= 316 - 14 and right <= width for left, right in spans)


def test_a_blurred_picture_is_painted_anew_while_one_still_zooms(page):
    page.js("""
        window.soft = 0;
        inkthread.ground.listeners.push(() => { window.painted = (window.painted || 0) + 1; });
        window.zooming = setInterval(() => {
          const {camera} = inkthread.ground;
          inkthread.app.focus.jump({...camera, scale: camera.scale * 1.03});
        }, 30);
    """)
    page.until("return window.painted >= 2")
    page.js("clearInterval(window.zooming)")


# ------------------------------------------------------------------- views and filters


def test_every_filter_is_kept_in_the_address(page, browser, journal):
    click(page, "[data-view=themes]")
    click(page, "[data-kind=missing]")
    click(page, "[data-kind=url]")
    click(page, "#narrow summary")
    Select(page.driver.find_element("id", "only")).select_by_index(2)
    page.driver.find_element("id", "min").send_keys(Keys.ARROW_RIGHT)
    page.driver.find_element("id", "from").send_keys(Keys.HOME, Keys.ARROW_RIGHT * 3)
    page.driver.find_element("id", "to").send_keys(Keys.END, Keys.ARROW_LEFT * 2)
    click(page, "#look")
    page.until("return location.hash.includes('look=')")
    shown, look = page.js(SHOWN), "return document.documentElement.dataset.look"
    fragment, before = page.js("return location.hash"), page.js(look)
    assert {name.partition("=")[0] for name in fragment[1:].split("&")} == {
        "view", "hide", "only", "min", "from", "to", "look",
    }  # fmt: skip
    browser.open(journal, fragment)
    assert browser.js(SHOWN) == shown
    assert browser.js(look) == before


def test_a_kept_view_is_the_first_that_is_painted(journal):
    with chromium() as page:
        page.driver.execute_cdp_cmd(
            "Page.addScriptToEvaluateOnNewDocument", {"source": WATCH_FIRST_PAINT}
        )
        for fragment, first in (("", "none yet"), ("#view=people", "people"),
                                ("#hide=none", "map")):  # fmt: skip
            page.open(journal, fragment)
            page.rest()
            assert page.js("return window.viewAtFirstPaint") == first


def test_a_chip_is_pressed_by_the_space_bar(page):
    page.driver.find_element("id", "search").click()
    tab_to(page, "chip")
    kind = page.js("return document.activeElement.dataset.kind")
    keys(page, Keys.SPACE)
    assert page.js("return document.activeElement.ariaPressed") == "false"
    assert not [node for node in page.js(SHOWN) if node.startswith(kind)]


def test_a_theme_is_lit_by_the_keyboard(page):
    page.driver.find_element("id", "search").click()
    tab_to(page, "theme")
    keys(page, Keys.ENTER)
    assert text(page, "#panel h2") == text(page, ".theme .name")
    click(page, "#only-this")
    assert page.js("return inkthread.app.state.get('only')") == "theme-0"


def test_each_theme_is_listed_with_its_trend_and_its_months(page):
    months = page.js("return inkthread.app.vault.months.length")
    for theme in page.driver.find_elements("css selector", ".theme"):
        assert theme.find_element("css selector", ".trend").text
        assert len(theme.find_elements("css selector", ".spark rect")) == months


def test_the_histogram_dims_the_months_that_are_left_out(page):
    bars = "return document.querySelectorAll('#histogram .bars rect').length"
    out = "return document.querySelectorAll('#histogram .bars .out').length"
    assert page.js(bars) == page.js("return inkthread.app.vault.months.length")
    page.driver.find_element("id", "from").send_keys(Keys.HOME, Keys.ARROW_RIGHT * 5)
    assert page.js(out) == 5
    assert "2019" in text(page, "#span")


def test_a_time_handle_is_dragged_by_the_pointer(page):
    handle = page.driver.find_element("id", "to")
    reach = handle.size["width"] // 2 - 8
    drag = ActionChains(page.driver).move_to_element_with_offset(handle, reach, 0)
    drag.click_and_hold().move_by_offset(-reach, 0).release().perform()
    last = page.js("return inkthread.app.state.get('to')")
    assert "2019-02" < last < "2024-01"


def test_kinds_differ_by_their_mark_and_not_by_colour_alone(page):
    marks = page.js("return [...document.querySelectorAll('.chip path')].map(p => p.outerHTML)")
    assert len(marks) == len(set(marks)) == 6


# ------------------------------------------------------------------------ side panel


def test_the_panel_tells_when_and_with_whom(page):
    at(page, page.js(FIRST_OF, IDEA)).click().perform()
    page.until("return !document.querySelector('#panel').hidden")
    assert text(page, "#panel .eyebrow") == "Idea"
    assert "entries, from" in text(page, "#panel .when")
    assert page.js("return document.querySelectorAll('#panel .months rect').length") > 10
    headings = page.js("return [...document.querySelectorAll('#panel h3')].map(h => h.textContent)")
    assert any(heading.startswith("With these people") for heading in headings)
    assert any(heading.startswith("Entries") for heading in headings)


def test_a_long_list_of_entries_is_shown_whole_when_asked_for(page):
    keys(page, "/", "journal", Keys.ENTER)
    more = page.driver.find_element("css selector", "#panel .more")
    count = int(more.text.split()[-1])
    more.click()
    listed = page.js("return document.querySelectorAll('#panel .evidence li').length")
    assert listed >= count > 30


def test_one_thing_leads_to_the_next(page):
    keys(page, "/", "journal", Keys.ENTER)
    wanted = text(page, "#panel .evidence .node .name")
    click(page, "#panel .evidence .node")
    assert text(page, "#panel h2") == wanted
    click(page, "#panel .theme-line button")
    assert text(page, "#panel .eyebrow").startswith("Theme")
    click(page, "#panel-close")
    assert page.js("return document.querySelector('#panel').hidden")


def test_the_other_end_of_a_path_is_chosen_on_the_map(page):
    keys(page, "/", "garden 0", Keys.ENTER)
    start = text(page, "#panel h2")
    click(page, "#find-path")
    click(page, "#fit")
    settled(page)
    goal = page.js(
        "const {vault, selected} = inkthread.app, {kind} = vault.columns;"
        "return [...kind.keys()].find(i => i !== selected && kind[i] === 4)"
    )
    at(page, goal).click().perform()
    page.until("return inkthread.app.state.get('path')")
    end = page.js("return inkthread.app.vault.label(inkthread.app.goal)")
    assert text(page, "#panel h2") == f"{start} → {end}"
    assert page.js("return document.querySelectorAll('.path .node').length") >= 2


def test_escape_stops_the_choosing_of_a_path(page):
    keys(page, "/", "garden", Keys.ENTER)
    click(page, "#find-path")
    keys(page, Keys.ESCAPE)
    assert not page.driver.find_element("id", "hint").is_displayed()
    assert page.js("return !document.querySelector('#panel').hidden")


def test_a_copy_can_be_pasted(page):
    keys(page, "/", "garden 0", Keys.ENTER)
    title = text(page, "#panel h2")
    click(page, "#copy")
    page.until("return document.querySelector('#copy').textContent === 'Copied'")
    page.driver.find_element("id", "search").click()
    ActionChains(page.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
    assert page.js("return byId('search').value").startswith(f"## {title}")


# -------------------------------------------------------------------- pictures, sizes


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_a_button_saves_what_is_seen(page, downloads, kind, begins):
    click(page, f"#{kind}")
    saved = downloads / f"inkthread.{kind}"
    for _ in range(100):
        if saved.exists():
            break
        page.js("return new Promise(done => setTimeout(done, 50))")
    assert saved.read_bytes().startswith(begins)
    assert saved.stat().st_size > 10_000


def test_one_entry_alone_is_a_map_too(browser, tmp_path):
    graph = nx.MultiDiGraph()
    graph.add_node("entry:a.md", kind="entry", label="Alone", title="Alone", entries=1)
    path = write_page(tmp_path / "tiny.html", graph, Analysis({}, {}, {}, (), {}))
    browser.open(path)
    browser.rest()
    keys(browser, "/", "alone", Keys.ENTER)
    assert text(browser, "#panel h2") == "Alone"
    assert not browser.driver.find_element("id", "time").is_displayed()
    assert browser.console() == []


def test_a_dark_desk_gets_a_dark_page(browser, journal):
    emulate = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", emulate)
    browser.open(journal)
    assert browser.js("return document.documentElement.dataset.look") == "dark"
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


# ---------------------------------------------------------------------------- a phone


@pytest.fixture(scope="module")
def phone(journal):
    with chromium(390, 844) as page:
        page.open(journal)
        page.rest()
        yield page


def test_a_phone_folds_the_filters_away(phone):
    assert not phone.driver.find_element("id", "kinds").is_displayed()
    click(phone, "#more")
    assert phone.driver.find_element("id", "kinds").is_displayed()
    assert phone.driver.find_element("id", "themes").is_displayed()
    keys(phone, Keys.ESCAPE)
    assert not phone.driver.find_element("id", "kinds").is_displayed()


def test_a_phone_says_how_many_filters_are_set(phone):
    click(phone, "#more")
    click(phone, "#narrow summary")
    Select(phone.driver.find_element("id", "only")).select_by_index(1)
    assert phone.js("return byId('more').dataset.set") == "1"
    click(phone, "#clear")
    click(phone, "#more")
    assert phone.js("return byId('more').dataset.set") == ""


def test_a_theme_chosen_on_a_phone_gives_way_to_the_map(phone):
    click(phone, "#more")
    click(phone, ".theme")
    assert text(phone, "#panel h2") == text(phone, ".theme .name")
    assert not phone.driver.find_element("id", "themes").is_displayed()
    click(phone, "#panel-close")


def test_an_upright_window_gets_an_upright_map(phone):
    wide, high = phone.js(
        "const {x, y} = inkthread.app.vault.columns, span = (a) => Math.max(...a) - Math.min(...a);"
        "return [span(x), span(y)]"
    )
    assert high > wide


@pytest.mark.parametrize("view", ["people", "journal", "themes", "map"])
def test_each_view_fits_a_phone(phone, view):
    click(phone, f"[data-view={view}]")
    phone.rest()
    places = phone.js("""
        const {scene, ground} = inkthread.app, c = ground.camera;
        return [...scene.mask.keys()].filter(i => scene.mask[i]).map(i => [
          (scene.x[i] - c.x) * c.scale + 195, (scene.y[i] - c.y) * c.scale + 422]);
    """)
    assert all(0 <= x <= 390 and 104 <= y <= 780 for x, y in places)
