"""The HTML page in Chromium, on a screen and printed: it stands as the Word file does."""

from pathlib import Path

from playwright.sync_api import Page
from support.laid_out import YEARS
from support.measured import LEFT, RIGHT, Line, boxes_of, ink
from support.projects import build_of, project_of


def shown(page: Page, folder: Path, name: str) -> Path:
    """The report, opened, and the PDF that is printed of it."""
    page.set_content(build_of(project_of(folder, YEARS[name]).root, "html").outputs["html"].decode())
    page.pdf(path=folder / "page.pdf", prefer_css_page_size=True, print_background=True)
    return folder / "page.pdf"


def starting(lines: list[Line], beginning: str) -> Line:
    """The line that begins so."""
    return next(one for one in lines if one.text.startswith(beginning))


def test_the_signer_stands_beside_the_number(chromium: Page, tmp_path: Path) -> None:
    """7.2.5, 7.2.6: on one line, one 字 from both edges, above the only red rule."""
    pdf = shown(chromium, tmp_path, "whole")
    [line] = [one for one in boxes_of(pdf)[0] if "示环〔2025〕1号" in one.text]
    assert line.text == "示环〔2025〕1号签发人：示例"
    assert abs(line.left - LEFT - 16 * 25.4 / 72) < 1
    assert abs(RIGHT - line.right - 16 * 25.4 / 72) < 1
    rules = [band for band in ink(pdf, 1, red=True) if band.bottom - band.top < 2]
    assert len(rules) == 1
    assert rules[0].top > line.middle
    assert rules[0].right - rules[0].left > 150
    boxes = chromium.locator(".number").bounding_box(), chromium.locator(".title").bounding_box()
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] + boxes[0]["height"] + 20 < boxes[1]["y"]  # the title does not touch the rule


def test_lists_of_annexes_hang(chromium: Page, tmp_path: Path) -> None:
    """7.3.4: numbers one below the other, what wraps under the first character of the name."""
    pages = boxes_of(shown(chromium, tmp_path, "whole"))
    page = next(page for page in pages if any(one.text.startswith("附件：1.") for one in page))
    at = page.index(starting(page, "附件：1."))
    first, wrapped, second, third, again = page[at : at + 5]
    assert second.text.startswith("2.")
    assert first.left < second.left == third.left < wrapped.left
    assert abs(wrapped.left - again.left) < 0.2


def test_what_wraps_in_the_imprint_hangs(chromium: Page, tmp_path: Path) -> None:
    """7.4.2: under the first character behind the colon; 主送 above 抄送 with no rule between them."""
    pdf = shown(chromium, tmp_path, "sent-to")
    page = next(page for page in boxes_of(pdf) if any(one.text.startswith("抄送：") for one in page))
    copied = starting(page, "抄送：")
    at = page.index(copied)
    assert abs(page[at + 1].left - copied.left - 3 * 14 * 25.4 / 72) < 0.7
    assert abs(starting(page, "主送：").left - copied.left) < 0.5
    assert chromium.locator(".cc").evaluate("one => getComputedStyle(one).borderTopStyle") == "none"
    assert chromium.locator(".sent-to").evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"


def test_a_wide_table_lies_across_the_page(chromium: Page, tmp_path: Path) -> None:
    """With its mark, title, caption and note, on a page of its own."""
    pages = boxes_of(shown(chromium, tmp_path, "wide"))
    at = next(at for at, page in enumerate(pages) if any("各月情况" in one.text for one in page))
    text = "".join(one.text for one in pages[at])
    assert all(word in text for word in ("附件1", "明细", "1234.56", "注：按月填报"))
    assert max(one.right for one in pages[at]) > 210  # wider than an upright page
    assert "附件2" in "".join(one.text for one in pages[at + 1])


def test_sealed_lines_are_centred_on_one_axis(chromium: Page, tmp_path: Path) -> None:
    """7.3.5.1, with two lines of room above."""
    pages = boxes_of(shown(chromium, tmp_path, "sealed"))
    date = next(one for page in pages for one in page if one.text == "2025年1月20日")
    issuer = [one for page in pages for one in page if one.text == "示例区生态环境局"][-1]
    assert abs((issuer.left + issuer.right - date.left - date.right) / 2) < 0.5
