"""The map under the pointer, the wheel and the keys: naming, zooming, letting go."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.common.keys import Keys
from support.browser import click, keys, text
from support.hands import CAMERA, ENTRY, FIRST_OF, PLACE, at, settled, tab_to

pytestmark = pytest.mark.browser

WORDS = """
return (async () => [...new DOMParser().parseFromString(await saveSvg(inkthread.app).text(),
  'image/svg+xml').querySelectorAll('text')].map(word => word.textContent))()
"""


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
            tab_to(page, "map")
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
        tab_to(page, "map")
        keys(page, way)
    settled(page)
    assert page.js(CAMERA) == {name: pytest.approx(value, abs=0.5) for name, value in whole.items()}
    assert page.js(CAMERA)["scale"] == pytest.approx(whole["scale"], rel=0.01)


def test_labels_come_with_nearness(page):
    entry = page.js(FIRST_OF, ENTRY)
    title = page.js("return shortened(inkthread.app.vault.label(arguments[0]), 32)", entry)
    assert title not in page.js(WORDS)
    canvas = page.driver.find_element("css selector", "#network canvas")
    while page.js(CAMERA)["scale"] < 3:
        origin = ScrollOrigin.from_element(canvas, *page.js(PLACE, entry))
        ActionChains(page.driver).scroll_from_origin(origin, 0, -600).perform()
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
