"""What the tests with outside programs share."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright
from support import needs


@pytest.fixture(scope="module")
def chromium() -> Iterator[Page]:
    """A page of Debian's own Chromium; pages of ours need no other."""
    needs("chromium", "no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()
