"""Take the picture of the sample's page that the README shows: docs/images/page.png.

Needs Chromium and PYTHONPATH=tests; `make docs` sets it.
"""

import tempfile
from pathlib import Path

from support.browser import chromium

import graph

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "page.png"


def main() -> None:
    """Build the sample, open its page without a network, and take its picture."""
    with tempfile.TemporaryDirectory() as folder, chromium(1440, 900) as page:
        (html,) = graph.build(ROOT / "vault").write(folder, ["html"])
        page.open(html.resolve())
        page.rest()
        PICTURE.write_bytes(page.driver.get_screenshot_as_png())


if __name__ == "__main__":
    main()
