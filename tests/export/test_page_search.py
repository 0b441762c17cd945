"""Search, and back and forward through what was found, by pointer and keyboard."""

import pytest
from selenium.webdriver.common.keys import Keys
from support.browser import click, keys, text

pytestmark = pytest.mark.browser


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
