"""What a person does on the page with pointer and keyboard, and what then stands there."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from support.browser import Page, keys

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
ENTRY, PERSON, IDEA, LINK = 0, 2, 4, 5


def at(page: Page, i: int) -> ActionChains:
    """Actions that begin with the pointer on a node."""
    page.rest()
    canvas = page.driver.find_element("css selector", "#network canvas")
    return ActionChains(page.driver).move_to_element_with_offset(canvas, *page.js(PLACE, i))


def settled(page: Page) -> None:
    """Wait until a flight is over."""
    page.js(SETTLED)
    page.rest()


def tab_to(page: Page, name: str) -> None:
    """Press the tabulator until an id or class has the focus."""
    for _ in range(80):
        keys(page, Keys.TAB)
        if page.js(FOCUSED) == name:
            return
    pytest.fail(f"{name} is not reached by the tabulator")
