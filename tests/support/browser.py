"""A real Chromium that reaches no network, with what it asked for and complained about."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import networkx as nx
import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

from graph.export.html import export_html
from graph.model import Analysis

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 60


class Page:
    """A page opened from a file, and the questions that the tests ask it."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def open(self, path: Path, fragment: str = "") -> "Page":
        self.driver.get("about:blank")
        self.console()
        self.requests()
        self.driver.get(path.as_uri() + fragment)
        self.until("return document.body?.dataset.ready === 'true'")
        return self

    def js(self, script: str, *values: object) -> object:
        return self.driver.execute_script(script, *values)

    def until(self, script: str, *values: object) -> None:
        WebDriverWait(self.driver, SECONDS, poll_frequency=0.05).until(
            lambda driver: driver.execute_script(script, *values), message=script
        )

    def rest(self) -> None:
        """Wait until the ground is painted for the camera as it stands."""
        self.until(
            "const g = inkthread.ground, p = g.painted, c = g.camera;"
            "return p && !g.painter.busy && p.x === c.x && p.y === c.y && p.scale === c.scale"
        )

    def console(self) -> list[str]:
        """What the console said since last asked, errors and refusals by the policy included."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses that were asked for since last asked."""
        events = [json.loads(entry["message"])["message"]
                  for entry in self.driver.get_log("performance")]  # fmt: skip
        sent = [event["params"]["request"]["url"] for event in events
                if event["method"] == "Network.requestWillBeSent"]  # fmt: skip
        return [url for url in sent if not url.startswith(("about:", "data:", "blob:"))]


def click(page: Page, selector: str) -> None:
    """Click on the first element that a CSS selector finds."""
    page.driver.find_element("css selector", selector).click()


def keys(page: Page, *typed: str) -> None:
    """Type as a person would, into whatever has the focus."""
    ActionChains(page.driver).send_keys(*typed).perform()


def text(page: Page, selector: str) -> object:
    """The text of the first element that a CSS selector finds, or `None`."""
    return page.js("return document.querySelector(arguments[0])?.textContent", selector)


def write_page(path: Path, graph: "nx.MultiDiGraph[str]", analysis: Analysis) -> Path:
    """Write the page of a graph."""
    path.write_bytes(b"".join(export_html(graph, analysis, [])))
    return path


def find_browser() -> tuple[str, str] | None:
    """Paths of Chromium and its driver, where both are installed."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


def require_browser() -> tuple[str, str]:
    """As `find_browser`; without one the test is skipped, or fails where CI is set."""
    found = find_browser()
    if found is None:
        message = "no Chromium with chromedriver found (Debian: chromium chromium-driver)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@contextmanager
def chromium(
    width: int = 1440, height: int = 900, *more: str, downloads: Path | None = None
) -> Iterator[Page]:
    """Start a headless Chromium that reaches this machine alone."""
    browser, driver_path = require_browser()
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--force-device-scale-factor=1", f"--window-size={width},{height}",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", *more,
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(driver_path))
    try:
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        if downloads:
            driver.execute_cdp_cmd(
                "Browser.setDownloadBehavior",
                {"behavior": "allow", "downloadPath": str(downloads)},
            )
        yield Page(driver)
    finally:
        driver.quit()
