"""The side panel: what it tells, where it leads, paths and copies."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from support.browser import click, keys, text
from support.hands import FIRST_OF, IDEA, at, settled

pytestmark = pytest.mark.browser


def test_the_panel_tells_when_and_with_whom(page):
    at(page, page.js(FIRST_OF, IDEA)).click().perform()
    page.until("return !document.querySelector('#panel').hidden")
    assert text(page, "#panel .eyebrow") == "Idea"
    assert "entries, from" in text(page, "#panel .when")
    assert page.js("return document.querySelectorAll('#panel .months rect').length") > 10
    headings = page.js("return [...document.querySelectorAll('#panel h3')].map(h => h.textContent)")
    for company in ("people", "ideas", "links"):
        assert f"With these {company}" in headings
    assert any(heading.startswith("Entries") for heading in headings)


def test_who_was_found_in_prose_is_said_to_be_and_why(page):
    keys(page, "/", "iris voss", Keys.ENTER)
    assert text(page, "#panel .doubt summary") == "Found in prose, 62% sure to be a person"
    assert not page.driver.find_element("css selector", "#panel .doubt p").is_displayed()
    click(page, "#panel .doubt summary")
    said = "For it “with” before it (1.3); against it a common English word (0.8)."
    assert text(page, "#panel .doubt p") == said


def test_of_a_person_whom_a_mark_made_one_only_the_doubt_is_said(page):
    keys(page, "/", "jo tarn", Keys.ENTER)
    assert text(page, "#panel .doubt") == "90% sure to be a person"


def test_of_who_is_certain_no_doubt_is_said(page):
    keys(page, "/", "ada bloom", Keys.ENTER)
    assert text(page, "#panel h2") == "Ada Bloom"
    assert page.js("return document.querySelectorAll('#panel .doubt').length") == 0


def test_a_theme_is_shown_by_sentences_that_lead_to_their_entries(page):
    click(page, "#themes button")
    headings = page.js("return [...document.querySelectorAll('#panel h3')].map(h => h.textContent)")
    assert headings[0] == "In its own words"
    quote = "#panel section:first-of-type li"
    assert "I wrote of" in text(page, f"{quote} q")
    assert text(page, f"{quote} .spot") == "line 3"
    entry = text(page, f"{quote} .name")
    click(page, f"{quote} .node")
    assert text(page, "#panel h2") == entry


def test_a_theme_leads_to_those_that_it_touches(page):
    click(page, "#themes button")
    line = text(page, "#panel .theme-line")
    name = text(page, "#panel .theme-line button")
    assert line == f"Touches {name} (3)"
    click(page, "#panel .theme-line button")
    assert text(page, "#panel h2") == name


def test_a_long_list_of_entries_is_shown_whole_when_asked_for(page):
    keys(page, "/", "journal", Keys.ENTER)
    more = page.driver.find_element("css selector", "#panel .more")
    count = int(more.text.split()[-1])
    more.click()
    listed = page.js("return document.querySelectorAll('#panel .evidence li').length")
    assert listed >= count > 30


def test_a_site_met_in_the_same_entries_opens_from_the_panel(page):
    keys(page, "/", "garden 0", Keys.ENTER)
    site = page.driver.find_element("css selector", "#panel .company .kind-url + .name + .hint")
    assert site.text == "example.org"
    site.click()
    assert text(page, "#panel .eyebrow") == "Link"
    assert text(page, "#panel .address a").startswith("https://example.org/")


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
