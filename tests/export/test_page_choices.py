"""Views, filters, time, paths and pictures, in a real Chromium."""

from itertools import pairwise

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from support.browser import chromium, click, keys, text
from support.hands import ENTRY, FIRST_OF, at, tab_to

pytestmark = pytest.mark.browser

SHOWN = """
const {scene, vault} = inkthread.app;
const shown = [...scene.mask.keys()].filter(i => scene.mask[i]);
return shown.map(i => [vault.id(i), vault.day(i, 'first')]);
"""
THEMES = """
const {scene, vault} = inkthread.app;
const shown = [...scene.mask.keys()].filter(i => scene.mask[i] && vault.kind(i) === 'entry');
return [...new Set(shown.map(i => vault.columns.theme[i]))];
"""
BOXES = """
return ['#sidebar', '#panel'].map(name => {
  const box = document.querySelector(name).getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
});
"""
FOCUSED = "const e = document.activeElement; return e.id || e.className.split(' ')[0]"
SELECT = "inkthread.app.select(arguments[0])"


def choose(page, i):
    at(page, i).click().perform()
    page.until("return inkthread.app.selected === arguments[0]", i)


def shown(page, kind=""):
    return [(node, day) for node, day in page.js(SHOWN) if node.startswith(kind)]


@pytest.mark.parametrize("view", ["map", "people", "journal", "themes"])
def test_each_view_is_painted_and_kept_in_the_address(page, view):
    click(page, f"[data-view={view}]")
    page.rest()
    assert len(shown(page)) > 10
    assert page.js("return inkthread.app.state.get('view')") == view
    assert ("view=" in page.js("return location.hash")) == (view != "map")


def test_the_journal_sets_entries_along_time(page):
    click(page, "[data-view=journal]")
    places = page.js(
        "const {scene, vault} = inkthread.app; return [...scene.mask.keys()]"
        ".filter(i => scene.mask[i]).map(i => [vault.day(i, 'first'), scene.x[i]])"
    )
    xs = [x for _, x in sorted(places)]
    assert xs == sorted(xs)


def test_no_two_nodes_of_a_view_stand_on_one_place(page):
    for view in ("people", "journal", "themes"):
        click(page, f"[data-view={view}]")
        places = page.js(
            "const {scene} = inkthread.app; return [...scene.mask.keys()]"
            ".filter(i => scene.mask[i]).map(i => `${scene.x[i]},${scene.y[i]}`)"
        )
        assert len(places) == len(set(places))


def test_only_one_theme_is_shown_when_chosen(page):
    page.driver.find_element("css selector", "#narrow summary").click()
    Select(page.driver.find_element("id", "only")).select_by_index(1)
    assert page.js(THEMES) == [0]


def test_only_entries_with_a_tag_are_shown_when_chosen(page):
    everything = len(shown(page, "entry:"))
    page.driver.find_element("css selector", "#narrow summary").click()
    Select(page.driver.find_element("id", "tag")).select_by_visible_text("journal")
    assert 0 < len(shown(page, "entry:")) < everything


def test_rare_things_leave_when_more_entries_are_asked_for(page):
    before = len(shown(page, "idea:"))
    page.driver.find_element("css selector", "#narrow summary").click()
    page.driver.find_element("id", "min").send_keys(Keys.ARROW_RIGHT * 4)
    assert text(page, "#least") == "5"
    assert 0 < len(shown(page, "idea:")) < before
    click(page, "#clear")
    assert len(shown(page, "idea:")) == before


def test_the_time_handles_narrow_the_map_to_some_months(page):
    handle = page.driver.find_element("id", "from")
    handle.send_keys(Keys.END, Keys.ARROW_LEFT * 6)
    first = page.js("return inkthread.app.state.get('from')")
    days = [day for _, day in shown(page, "entry:")]
    assert days
    assert min(days) >= first
    assert shown(page, "person:")


def test_play_lets_the_entries_come_one_month_after_another(page):
    everything = len(shown(page, "entry:"))
    click(page, "#play")
    assert len(shown(page, "entry:")) < everything
    before = page.js("return inkthread.app.state.get('to')")
    page.until("return inkthread.app.state.get('to') > arguments[0]", before)
    click(page, "#play")
    assert text(page, "#play") == "▶"


def test_more_steps_light_more(page):
    choose(page, 2)
    counts = []
    for depth in "123":
        click(page, f"[data-depth='{depth}']")
        counts.append(page.js("return inkthread.app.focus.nodes.length"))
    assert counts == sorted(counts)
    assert counts[0] < counts[2] <= 300
    assert page.js("return document.querySelector('[data-depth=\"3\"]').ariaPressed") == "true"


def test_a_path_to_another_node_shows_the_sentences_on_the_way(page):
    choose(page, 1)
    start = text(page, "#panel h2")
    click(page, "#find-path")
    assert page.driver.find_element("id", "hint").is_displayed()
    ActionChains(page.driver).send_keys("/", "birds", Keys.ENTER).perform()
    assert text(page, "#panel h2").startswith(f"{start} → Birds")
    assert page.js("return document.querySelectorAll('.path .between q').length") > 0
    page.driver.back()
    page.until("return document.querySelector('#panel h2').textContent === arguments[0]", start)


def test_a_path_is_drawn_strongly_from_each_to_the_next(page):
    steps = page.js("""
        const {app} = inkthread, {vault, state} = app;
        const goal = vault.columns.kind.lastIndexOf(PERSON);
        state.set({node: vault.id(0), path: vault.id(goal)});
        return app.path.length - 1;
    """)
    edges = page.js(
        "return inkthread.app.focus.edges.get().map(e => [e.from, e.to, e.color.opacity])"
    )
    on_the_way = page.js("return inkthread.app.path.map(({node}) => node)")
    wanted = {frozenset(pair) for pair in pairwise(on_the_way)}
    assert steps > 1
    assert {frozenset(edge[:2]) for edge in edges} == wanted
    assert min(opacity for *_, opacity in edges) > 0.7


def test_what_is_selected_can_be_copied_as_markdown(page):
    page.driver.execute_cdp_cmd("Browser.grantPermissions", {
        "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})  # fmt: skip
    choose(page, 0)
    label = text(page, "#panel h2")
    page.js("navigator.clipboard.writeText = async (words) => { window.copied = words; }")
    click(page, "#copy")
    page.until("return window.copied")
    copied = page.js("return window.copied")
    assert copied.startswith(f"## {label}\n")
    assert "[[20" in copied


def test_an_entry_opens_in_obsidian_where_the_vault_is_named(page):
    choose(page, page.js(FIRST_OF, ENTRY))
    link = page.js("return document.querySelector('.address a').getAttribute('href')")
    assert link.startswith("obsidian://open?vault=My%20journal&file=20")


def test_a_link_opens_its_site(page):
    keys(page, "/", "example.org", Keys.ENTER)
    assert text(page, "#panel .eyebrow") == "Link"
    link = page.driver.find_element("css selector", ".address a")
    assert link.get_attribute("href").startswith("https://example.org/")
    assert "noopener" in link.get_attribute("rel")


def test_the_view_is_saved_as_a_png(page):
    size = page.js("return (async () => (await savePng(inkthread.app)).size)()")
    assert size > 20_000


def test_the_view_is_saved_as_an_svg_with_its_words(page):
    drawing = page.js("return (async () => saveSvg(inkthread.app).text())()")
    assert drawing.startswith("<svg")
    assert "Garden" in drawing
    assert "<script" not in drawing


def test_every_button_and_field_has_a_name(page):
    page.js(SELECT, 0)
    nameless = page.js(
        "return [...document.querySelectorAll('button, input, select')].filter(e => e.offsetParent)"
        ".filter(e => !(e.textContent.trim() || e.ariaLabel || e.labels?.length)).map(e => e.id)"
    )
    assert nameless == []


def test_tab_reaches_search_views_kinds_themes_and_the_map(page):
    page.driver.find_element("id", "search").click()
    reached = set()
    for _ in range(60):
        ActionChains(page.driver).send_keys(Keys.TAB).perform()
        reached.add(
            page.js("const e = document.activeElement; return e.id || e.className.split(' ')[0]")
        )
    assert {"view", "chip", "theme", "play", "from", "to", "fit", "look"} <= reached


def test_arrow_keys_move_the_map(page):
    before = page.js("return inkthread.ground.camera.x")
    tab_to(page, "map")
    ActionChains(page.driver).send_keys(Keys.ARROW_RIGHT).perform()
    page.until("return inkthread.ground.camera.x > arguments[0]", before)


def test_on_a_phone_nothing_lies_outside_the_window(journal):
    with chromium(390, 844) as page:
        page.open(journal)
        page.rest()
        page.js(SELECT, 0)
        for left, top, right, bottom in page.js(BOXES):
            assert left >= 0
            assert top >= 0
            assert right <= 390
            assert bottom <= 844


def test_reduced_motion_flies_nowhere(browser, journal):
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})  # fmt: skip
    browser.open(journal)
    before = browser.js("return inkthread.ground.camera.x")
    browser.js(SELECT, 5)
    browser.js("inkthread.app.focus.network.redraw()")
    assert browser.js("return inkthread.app.focus.network.getViewPosition().x") != before
    still = browser.js("return inkthread.app.focus.network.getViewPosition().x")
    browser.rest()
    assert browser.js("return inkthread.ground.camera.x") == pytest.approx(still)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
