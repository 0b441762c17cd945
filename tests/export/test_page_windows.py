"""The page in windows of every kind: a phone, a dark desk, a tiny vault; and as a picture."""

from itertools import combinations

import networkx as nx
import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from support.browser import chromium, click, keys, text, write_page
from support.hands import CAMERA, PLACE, settled

from graph.model import Analysis

pytestmark = pytest.mark.browser


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


def test_a_vault_without_themes_says_so(browser, tmp_path):
    graph = nx.MultiDiGraph()
    graph.add_node("entry:a.md", kind="entry", label="Alone")
    analysis = Analysis({"entry:a.md": 0}, {"entry:a.md": (0.0, 0.0)}, {"entry:a.md": 1.0}, (), {})
    browser.open(write_page(tmp_path / "one.html", graph, analysis), "#view=themes")
    assert text(browser, "#nothing").startswith("No themes yet")


def test_a_dark_desk_gets_a_dark_page(browser, journal):
    emulate = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", emulate)
    browser.open(journal)
    assert browser.js("return document.documentElement.dataset.look") == "dark"
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


BOXES = """
const shown = ['sidebar', 'panel', 'time', 'tools'].map(byId).filter(one => one.checkVisibility());
return shown.map(one => {
  const {left, top, right, bottom} = one.getBoundingClientRect();
  return [left, top, right, bottom];
});
"""


@pytest.mark.parametrize(
    "size", [(1440, 900), (1024, 700), (901, 700), (844, 390), (721, 500), (390, 844), (320, 568)]
)
@pytest.mark.parametrize("selected", [True, False])
def test_no_panel_covers_another_in_a_window_of_any_size(browser, journal, size, selected):
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    try:
        browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.open(journal, "#node=tag:journal" if selected else "")
        boxes = browser.js(BOXES)
    finally:
        metrics |= {"width": 1440, "height": 900}
        browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    assert len(boxes) >= 2
    for left, top, right, bottom in boxes:
        assert (left >= 0, top >= 0, right <= size[0], bottom <= size[1]) == (True,) * 4
    for (left, top, right, bottom), (begin, above, end, below) in combinations(boxes, 2):
        assert right <= begin or end <= left or bottom <= above or below <= top


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
    left, top, right, bottom = phone.js(
        "const box = byId('tools').getBoundingClientRect();"
        "return [box.left, box.top, box.right, box.bottom]"
    )
    assert not any(left < x < right and top < y < bottom for x, y in places)


def touch(phone, kind, *points):
    """One event of fingers on the glass, as the browser itself would send it."""
    places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    phone.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})
    phone.driver.execute_async_script("requestAnimationFrame(arguments[0])")


def test_one_finger_drags_the_map(phone):
    before = phone.js(CAMERA)
    touch(phone, "touchStart", (200, 400))
    for step in range(1, 6):
        touch(phone, "touchMove", (200 + 12 * step, 400))
    touch(phone, "touchEnd")
    phone.rest()
    after = phone.js(CAMERA)
    assert after["x"] < before["x"]
    assert after["scale"] == pytest.approx(before["scale"])


def test_two_fingers_bring_the_map_nearer(phone):
    before = phone.js(CAMERA)["scale"]
    touch(phone, "touchStart", (180, 400), (210, 400))
    for step in range(1, 8):
        touch(phone, "touchMove", (180 - 8 * step, 400), (210 + 8 * step, 400))
    touch(phone, "touchEnd")
    phone.rest()
    assert phone.js(CAMERA)["scale"] > before * 1.5
    click(phone, "#fit")
    settled(phone)


def test_a_tap_selects_what_is_under_it(phone):
    x, y = phone.js(PLACE, 0)
    touch(phone, "touchStart", (195 + x, 422 + y))
    touch(phone, "touchEnd")
    phone.until("return inkthread.app.selected === 0")
    assert phone.driver.find_element("id", "panel").is_displayed()
    click(phone, "#panel-close")
