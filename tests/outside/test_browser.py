"""`preview` in a real browser, driven by Playwright: what the clerk sees while the file is edited."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect
from support import npm_package
from support.previewing import Preview, saved

SOON = 2000  # milliseconds that an edit may take to show


@pytest.fixture
def page(chromium: Page, preview: Preview) -> Page:
    """The preview, opened and shown."""
    chromium.set_viewport_size({"width": 1000, "height": 700})
    chromium.goto(preview.address)
    expect(report(chromium).locator("article")).to_contain_text("53起")
    return chromium


def report(page: Page) -> FrameLocator:
    """The report inside the preview."""
    return page.frame_locator("#page")


def scrolled(page: Page) -> int:
    """How far down the report is scrolled."""
    return int(page.evaluate("document.getElementById('page').contentWindow.scrollY"))


def test_edit_break_and_mend(page: Page, shili: Path) -> None:
    """The page changes within two seconds; the panel names file and line while the old page stays; then it goes."""
    path = shili / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    panel = page.locator("#problems")
    expect(panel).to_be_hidden()
    started = time.monotonic()
    saved(path, text.replace("立案: {value: 53起", "立案: {value: 54起"))
    expect(report(page).locator("article")).to_contain_text("54起", timeout=SOON)
    assert time.monotonic() - started < SOON / 1000
    saved(path, text.replace("{{ 立案 }}", "{{ 立安 }}", 1))
    expect(panel).to_contain_text(re.compile(r"错误\[E204\].*\s+--> data/2024\.yaml:[0-9]+:[0-9]+"), timeout=SOON)
    expect(page.locator("#state")).to_contain_text("下面是上一次能生成的样子")
    expect(report(page).locator("article")).to_contain_text("54起")
    saved(path, text)
    expect(panel).to_be_hidden(timeout=SOON)
    expect(report(page).locator("article")).to_contain_text("53起", timeout=SOON)


def test_the_place_on_the_page_is_kept(page: Page, shili: Path) -> None:
    """Also when the edit comes while the other tab is shown."""
    path = shili / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    page.evaluate("document.getElementById('page').contentWindow.scrollTo(0, 1500)")
    saved(path, text.replace("立案: {value: 53起", "立案: {value: 54起"))
    expect(report(page).locator("article")).to_contain_text("54起", timeout=SOON)
    page.wait_for_function("document.getElementById('page').contentWindow.scrollY === 1500")
    page.get_by_role("tab", name="与上年对照").click()
    saved(path, text.replace("立案: {value: 53起", "立案: {value: 55起"))
    expect(page.frame_locator("#diff").locator("main")).to_contain_text("55起", timeout=SOON)
    page.get_by_role("tab", name="2024年报告").click()
    expect(report(page).locator("article")).to_contain_text("55起")
    page.wait_for_function("document.getElementById('page').contentWindow.scrollY === 1500")


def test_the_warnings_unfold_over_the_page_and_stay_while_one_reads(page: Page, shili: Path) -> None:
    """Folded at first; unfolding moves nothing on the page, and neither does an edit, which changes the list."""
    path = shili / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    page.evaluate("document.getElementById('page').contentWindow.scrollTo(0, 1500)")
    listed = page.get_by_role("region", name="警告、提示和待填")
    expect(listed).to_be_hidden()
    before = page.locator("#frames").bounding_box()
    page.get_by_text("逐条查看").click()
    expect(listed).to_contain_text(re.compile(r"警告\[W612\].*\s+--> data/2024\.yaml:[0-9]+:[0-9]+"))
    expect(listed).not_to_contain_text("□")
    listed.evaluate("list => list.scrollTo(0, 60)")
    saved(path, text.replace("立案: {value: 53起", "立案: {value: 待填"))
    expect(listed).to_contain_text("□", timeout=SOON)
    assert listed.evaluate("list => list.scrollTop") == 60
    assert page.locator("#frames").bounding_box() == before
    page.wait_for_function("document.getElementById('page').contentWindow.scrollY === 1500")


def test_the_tabs_show_one_thing_at_a_time(page: Page) -> None:
    """By mouse and by keyboard; the comparison has its charts."""
    tabs = [page.get_by_role("tab", name=name) for name in ("2024年报告", "与上年对照")]
    tabs[1].click()
    expect(page.locator("#diff")).to_be_visible()
    expect(page.locator("#page")).to_be_hidden()
    expect(page.frame_locator("#diff").locator("svg.chart").first).to_be_visible()
    assert [tab.get_attribute("aria-selected") for tab in tabs] == ["false", "true"]
    tabs[1].press("ArrowLeft")
    expect(page.locator("#page")).to_be_visible()
    expect(page.locator("#diff")).to_be_hidden()
    expect(tabs[0]).to_be_focused()


@pytest.mark.npm
def test_axe_finds_nothing_in_the_preview(page: Page, shili: Path) -> None:
    """With the panel and the list open as well; the two pages inside are looked at on their own."""
    axe = (npm_package("axe-core") / "axe.min.js").read_text("utf-8")
    path = shili / "data" / "2024.yaml"
    saved(path, path.read_text("utf-8").replace("{{ 立案 }}", "{{ 立安 }}", 1))
    expect(page.locator("#problems")).to_be_visible(timeout=SOON)
    page.get_by_text("逐条查看").click()
    page.evaluate(axe)  # past the policy of the page, as an extension would be
    found = page.evaluate("axe.run(document, {iframes: false})")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
