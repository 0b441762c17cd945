"""The page by the keyboard alone: where the focus goes, and that it can be seen."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from support.browser import click, keys, text
from support.hands import CAMERA, FOCUSED, tab_to

pytestmark = pytest.mark.browser

OUTLINE = """
const style = getComputedStyle(document.activeElement);
return [document.activeElement.outerHTML.slice(0, 80), style.outlineStyle, style.outlineWidth];
"""
HEADING = "return document.activeElement === document.querySelector('#panel h2')"


def find(page, words):
    keys(page, "/", words, Keys.ENTER)
    page.until(HEADING)


def test_the_focus_is_seen_wherever_the_tabulator_leads(page):
    find(page, "garden")
    for _ in range(60):
        keys(page, Keys.TAB)
        element, style, width = page.js(OUTLINE)
        assert element.startswith("<body") or (style, width) == ("solid", "2px"), element


def test_from_a_thing_in_the_panel_the_keyboard_goes_on_in_the_next_one(page):
    find(page, "garden")
    before = text(page, "#panel h2")
    tab_to(page, "node")
    keys(page, Keys.ENTER)
    page.until("return document.querySelector('#panel h2').textContent !== arguments[0]", before)
    assert page.js(HEADING)


def test_a_choice_of_steps_keeps_the_focus(page):
    find(page, "garden")
    tab_to(page, "link")
    keys(page, Keys.TAB, Keys.TAB, Keys.ENTER)
    page.until("return inkthread.app.state.get('depth') === '2'")
    assert page.js("return document.activeElement.dataset.depth") == "2"


@pytest.mark.parametrize("leave", [Keys.ESCAPE, "#panel-close"])
def test_who_leaves_the_panel_is_on_the_map_again(page, leave):
    find(page, "garden")
    if leave.startswith("#"):
        click(page, leave)
    else:
        keys(page, leave)
    assert page.js(FOCUSED) == "map"


def test_who_leaves_the_search_is_on_the_map_again(page):
    keys(page, "/", Keys.ESCAPE)
    assert page.js(FOCUSED) == "map"


def test_after_a_click_on_the_map_its_keys_work(page):
    canvas = page.driver.find_element("css selector", "#network canvas")
    ActionChains(page.driver).move_to_element_with_offset(canvas, -390, -430).click().perform()
    before = page.js(CAMERA)["x"]
    keys(page, Keys.ARROW_RIGHT)
    page.until("return inkthread.ground.camera.x > arguments[0]", before)
