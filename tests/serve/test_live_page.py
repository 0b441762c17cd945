"""The page that is served renews itself in a real Chromium, and keeps what is seen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys
from support.browser import Page, chromium

import graph
from graph.export.html import export_html, live_page
from graph.serve.server import listen
from graph.serve.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with chromium() as page:
        yield page


@pytest.fixture
def site(vault: Path) -> Site:
    site = Site()
    site.show(graph.build(vault))
    return site


def open_served(page: Page, port: int, fragment: str = "") -> None:
    page.driver.get("about:blank")
    page.console()
    page.requests()
    page.driver.get(f"http://127.0.0.1:{port}/{fragment}")
    page.until("return document.body?.dataset.ready === 'true'")
    page.js("window.first = true")


def write_another(vault: Path, site: Site) -> None:
    (vault / "2024-07-01.md").write_text("---\ntitle: Plum jam\npeople: [Oda Lind]\n---\nNine.\n")
    assert site.show(graph.build(vault))


def reloaded(page: Page) -> None:
    page.until("return document.body?.dataset.ready === 'true' && window.first === undefined")


def test_an_open_page_loads_what_is_new(browser, site, vault) -> None:
    with listen(site, 0) as port:
        open_served(browser, port)
        write_another(vault, site)
        reloaded(browser)
        labels = browser.js("return inkthread.app.vault.nodes.map(node => node.label)")
        assert "Plum jam" in labels
        assert browser.console() == []


def test_what_is_chosen_and_seen_stays(browser, site, vault) -> None:
    with listen(site, 0) as port:
        open_served(browser, port)
        browser.driver.find_element("id", "search").send_keys("oda", Keys.ENTER)
        browser.rest()
        for _ in range(2):
            browser.driver.find_element("id", "closer").click()
            browser.js("return new Promise(done => setTimeout(done, 600))")
            browser.rest()
        before = browser.js("return inkthread.ground.camera")
        write_another(vault, site)
        reloaded(browser)
        browser.rest()
        assert browser.js("return document.querySelector('#panel h2').textContent") == "Oda Lind"
        after = browser.js("return inkthread.ground.camera")
        assert after == {name: pytest.approx(value) for name, value in before.items()}


def test_a_page_is_not_loaded_again_while_nothing_changed(browser, site, vault) -> None:
    with listen(site, 0) as port:
        open_served(browser, port)
        assert not site.show(graph.build(vault))
        browser.js("return new Promise(done => setTimeout(done, 500))")
        assert browser.js("return window.first")
        own = f"http://127.0.0.1:{port}/"
        assert browser.requests() == [own, f"{own}changes"]


def test_only_the_served_page_may_ask_and_only_its_own_server(vault) -> None:
    built = graph.build(vault)
    facts = built.graph, built.analysis, built.diagnostics
    file = b"".join(export_html(*facts)).decode()
    served = live_page(*facts)[0].decode()
    policies = [re.search('Policy" content="([^"]+)"', text)[1] for text in (file, served)]
    assert "connect-src" not in policies[0]
    assert "EventSource(" not in file
    assert "; connect-src 'self';" in policies[1]
    assert "unsafe" not in policies[1]
