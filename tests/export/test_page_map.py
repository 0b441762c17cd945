"""The map under the pointer, the wheel and the keys: naming, zooming, letting go."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.common.keys import Keys
from support.browser import click, keys, text
from support.hands import CAMERA, ENTRY, FIRST_OF, PLACE, at, settled, tab_to

pytestmark = pytest.mark.browser

FREE_MIDDLE = """
const {ground, app} = inkthread, {x, y, scale} = ground.camera, insets = app.insets();
return [x + (insets.left - insets.right) / 2 / scale, y + (insets.top - insets.bottom) / 2 / scale];
"""
FOCUS_WORDS = """
const own = LabelRoom.prototype.take, {focus, ground} = inkthread.app, boxes = [];
LabelRoom.prototype.take = function (...values) {
  const done = own.apply(this, values);
  if (done) boxes.push(values.slice(0, 4));
  return done;
};
const canvas = new OffscreenCanvas(10, 10).getContext("2d"), {x, y, scale} = ground.camera;
focus.drawWords(canvas);
LabelRoom.prototype.take = own;
const at = [focus.scene.x[focus.center] * scale, focus.scene.y[focus.center] * scale];
const view = focus.view();
const inView = focus.members.filter((i) => focus.scene.x[i] * scale > view.left
  && focus.scene.x[i] * scale < view.right && focus.scene.y[i] * scale > view.top
  && focus.scene.y[i] * scale < view.bottom);
return [boxes, at, focus.radius(focus.center) * scale, inView.length];
"""
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


@pytest.mark.parametrize("most", ["scene.x", "scene.y"])
def test_what_the_pointer_names_is_named_within_the_window(page, most):
    farthest = page.js(
        f"const {{scene}} = inkthread.app; return [...scene.mask.keys()]"
        f".filter(i => scene.mask[i]).sort((a, b) => {most}[b] - {most}[a])[0]"
    )
    at(page, farthest).perform()
    page.until("return !document.querySelector('#tip').hidden")
    right, bottom = page.js(
        "const box = byId('tip').getBoundingClientRect(); return [box.right, box.bottom]"
    )
    assert right <= 1440
    assert bottom <= 900


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


@pytest.mark.parametrize("button", ["#closer", "#farther"])
@pytest.mark.parametrize("node", ["", "tag:journal"])
def test_buttons_zoom_about_the_middle_of_what_is_free(page, node, button):
    page.js("inkthread.app.state.set({node: arguments[0]})", node)
    before = page.js(FREE_MIDDLE)
    click(page, button)
    settled(page)
    assert page.js(FREE_MIDDLE) == pytest.approx(before, abs=0.5)


def test_an_island_of_which_nothing_is_left_has_no_title(page):
    words = page.js(WORDS)
    named = page.js("return inkthread.app.vault.islands.map(one => one.text).filter(Boolean)")
    assert set(named) <= set(words)
    page.js(
        "const {state, vault} = inkthread.app, [first] = vault.months;"
        "state.set({from: first, to: first, hide: 'missing,person,idea,tag,url'})"
    )
    left = set(page.js("return sceneForSaving(inkthread.app).scene.coasts.map(c => c.island)"))
    assert 0 < len(left) < len(named)
    islands = page.js("return inkthread.app.vault.islands.map(one => one.text)")
    assert set(page.js(WORDS)) & set(named) <= {islands[at] for at in left}


def test_what_is_linked_to_nothing_stands_under_a_word_that_says_so(page):
    assert "On their own" in page.js(WORDS)
    page.js("""
        const {state, vault} = inkthread.app, {offsets} = vault.links;
        const alone = (i) => offsets[i + 1] === offsets[i];
        const kinds = [...vault.columns.kind.keys()].filter(alone).map(i => vault.kind(i));
        state.set({hide: ['url', ...kinds].join(',')});
    """)
    assert "On their own" not in page.js(WORDS)


def test_words_beside_what_is_lit_leave_its_mark_free(page):
    page.js("inkthread.app.select(0)")
    settled(page)
    boxes, (x, y), radius, _ = page.js(FOCUS_WORDS)
    assert len(boxes) > 3
    assert not any(
        left < x + radius and x - radius < left + w and top < y + radius and y - radius < top + h
        for left, top, w, h in boxes
    )


def test_what_is_lit_out_of_sight_takes_no_words_from_what_is_seen(page):
    page.js("inkthread.app.select(0)")
    settled(page)
    page.js("const g = inkthread.ground; inkthread.app.focus.jump({...g.camera, scale: 2.5})")
    settled(page)
    boxes, _, _, seen = page.js(FOCUS_WORDS)
    assert seen > 2
    assert len(boxes) >= min(seen, 60) / 2


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
