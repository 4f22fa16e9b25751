"""The HTML page: the same words as every format, nothing loaded, the standard's page when it is printed."""

import os
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from support import GOOD, ROOT, Run, cases, needs
from support.measured import boxes_of
from support.pages import made, parsed


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_the_words_are_those_of_the_markdown(case: Path, project: Path) -> None:
    """In every shape of report; the table of contents stands outside of the article."""
    html, text = made(case.name, project)
    assert "".join("".join(parsed(html).text).split()) == text


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_the_page_is_one_file_and_its_links_lead_somewhere(case: Path, project: Path) -> None:
    """No network, no script; one main, one article, one title; each heading is linked once."""
    html, _ = made(case.name, project)
    page = parsed(html)
    assert page.loads == []
    assert [link.removeprefix("#") for link in page.links] == page.ids
    assert (page.tags["main"], page.tags["article"], page.tags["h1"], page.tags["script"]) == (1, 1, 1, 0)
    assert not re.search(r"https?:|@import|url\(", html.partition("</style>")[0])
    assert '<html lang="zh-CN">' in html


def test_typed_text_never_becomes_markup(project: Path) -> None:
    """Not in a title, nor in a cell, nor in the table of contents."""
    html, _ = made("literal-marks", project)
    for text in ("&lt;", "&amp;amp;"):
        assert text in html
    assert parsed(html).tags["b"] == 0


def test_the_page_is_the_same_on_every_day(project: Path) -> None:
    """Twice the same bytes."""
    assert made("red-head", project) == made("red-head", project)


@pytest.mark.office
def test_chromium_prints_22_lines_of_28_characters(project: Path, tmp_path: Path) -> None:
    """On the 版心 of the standard, with the number outside at the foot; measured with stand-ins of the same widths."""
    needs("chromium", "no Chromium")
    needs("pdftotext", "no poppler-utils")
    html, _ = made("long", project)
    (tmp_path / "long.html").write_text(html, "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests" / "outside" / "fonts.conf")}
    switches = ("headless", "no-sandbox", "disable-gpu", "no-pdf-header-footer")
    settings = (f"user-data-dir={tmp_path / 'profile'}", f"print-to-pdf={tmp_path / 'long.pdf'}")
    command = ["chromium", *(f"--{one}" for one in (*switches, *settings)), str(tmp_path / "long.html")]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    _, second, third, *_ = boxes_of(tmp_path / "long.pdf")
    for number, page in ((2, second), (3, third)):
        *lines, foot = page
        assert len(lines) == 22
        for line, following in pairwise(lines):
            if re.fullmatch("[一-鿿，。、]+", line.text) and line.left < 29 and line.right > 183:
                # Chromium hangs no mark over the edge: one that would begin a line takes a character along.
                assert len(line.text) == 28 or (len(line.text), following.text[1]) in [
                    (27, mark) for mark in "，。、；："
                ]
        assert min(line.left for line in lines) == pytest.approx(28, abs=0.5)
        assert max(line.right for line in lines) <= 184.5
        assert foot.text == f"—{number}—"
        assert (foot.left < 105) == (number % 2 == 0)


def test_a_pdf_without_libreoffice_is_one_clear_line(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is written; a PDF is never compared byte by byte."""
    monkeypatch.setenv("PATH", str(project))
    outcome = run(project, "build", "2024", "-f", "pdf")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.endswith("错误：没有生成 PDF：要装 LibreOffice。也可以打开 Word 文件，另存为 PDF。\n")
    assert not (project / "reports").exists()
    assert run(project, "build", "2024", "-f", "pdf", "--check").code == 2


@pytest.mark.office
def test_a_pdf_says_which_fonts_were_replaced(project: Path, run: Run) -> None:
    """Those of the standard are licensed, and not on this machine."""
    needs("soffice", "no LibreOffice")
    outcome = run(project, "build", "2024", "-f", "pdf", "-f", "md")
    assert outcome.code == 0
    assert (project / "reports" / "2024.pdf").read_bytes().startswith(b"%PDF")
    assert not (project / "reports" / "2024.docx").exists()
    assert re.search("这台电脑没有 .*方正小标宋简体.*，PDF 里用的是 ", outcome.err)
