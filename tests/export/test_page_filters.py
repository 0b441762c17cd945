"""Views, kinds, themes and time as a person narrows them, and the address that keeps them."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from support.browser import chromium, click, keys, text
from support.hands import SHOWN, tab_to

pytestmark = pytest.mark.browser

WATCH_FIRST_PAINT = """
(({ prototype }) => {
  const show = prototype.transferFromImageBitmap;
  prototype.transferFromImageBitmap = function (bitmap) {
    window.viewAtFirstPaint ??= globalThis.inkthread.app?.state.get('view') ?? 'none yet';
    return show.call(this, bitmap);
  };
})(ImageBitmapRenderingContext);
"""


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


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        ({"hide": "entry,missing,person,tag,idea,url"}, "Nothing passes the filters."),
        ({"min": "1", "from": "2999-01"}, "Nothing passes the filters."),
    ],
)
def test_an_empty_map_says_why(page, choice, why):
    page.js("inkthread.app.state.set(arguments[0])", choice)
    assert text(page, "#nothing").startswith(why)
    page.js("inkthread.app.state.set({...START})")
    assert text(page, "#nothing") == ""


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
