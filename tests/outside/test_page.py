"""The page as LibreOffice lays it out: 22 lines, 28 characters, page numbers outside. Measured, not argued."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support import GOOD, ROOT, needs
from support.measured import Line, boxes_of

from ecoreport.build import build_year
from ecoreport.project import Project

pytestmark = pytest.mark.office
LEFT, RIGHT = 28.0, 184.0  # edges of the 版心 in mm


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    """The lines of each page of a long report of an invented bureau."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "data").mkdir()
    shutil.copy(GOOD / "long" / "report.yaml", folder / "data" / "2024.yaml")
    docx = folder / "long.docx"
    docx.write_bytes(build_year(Project(folder, folder), 2024, ("docx",)).outputs["docx"])
    return lay_out(docx)


def lay_out(docx: Path) -> list[list[Line]]:
    """The pages that LibreOffice makes of a Word file, with stand-in fonts of the same widths."""
    needs("soffice", "no LibreOffice")
    needs("pdftotext", "no poppler-utils")
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests" / "outside" / "fonts.conf")}
    known = subprocess.run(["fc-list"], env=environment, capture_output=True, check=True, encoding="utf-8").stdout
    needs("sh" if "FandolFang" in known else "", "no Fandol fonts, so nothing to measure with")
    profile = f"-env:UserInstallation=file://{docx.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(docx.parent), str(docx)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=180)
    return boxes_of(docx.with_suffix(".pdf"))


def test_full_pages_have_22_lines(pages: list[list[Line]]) -> None:
    """Between the first and the last page, each holds 22 lines and its number."""
    assert len(pages) >= 4
    assert [len(page) - 1 for page in pages[1:-1]] == [22] * (len(pages) - 2)


def test_full_lines_have_28_characters(pages: list[list[Line]]) -> None:
    """A line of nothing but han that is not the last of its paragraph holds 28."""
    lines = [line for page in pages for line in page[:-1] if re.fullmatch(r"[一-鿿，。、]+", line.text)]
    full = [len(line.text) for line in lines if line.left < LEFT + 1 and RIGHT - 1 < line.right < RIGHT + 1]
    assert len(full) > 20
    assert set(full) == {28}


def test_text_stays_inside_the_text_area(pages: list[list[Line]]) -> None:
    """156 mm from the left margin; only a full stop may hang over."""
    for page in pages:
        for line in page:
            assert line.left > LEFT - 0.3
            assert line.right < RIGHT + 0.3 or line.text[-1] in "，。；、：”"


def test_page_numbers_stand_outside(pages: list[list[Line]]) -> None:
    """Right on odd pages, left on even ones, 一字 in from the edge, 7 mm under the text area."""
    for number, page in enumerate(pages, 1):
        line = page[-1]
        assert line.text == f"—{number}—"
        assert abs(line.middle - (262 + 7)) < 0.5
        inset = RIGHT - line.right if number % 2 else line.left - LEFT
        assert 4 < inset < 6


def test_the_report_of_2023_is_laid_out_so_too(tmp_path: Path) -> None:
    """The committed file itself."""
    copy = tmp_path / "2023.docx"
    shutil.copy(ROOT / "reports" / "2023.docx", copy)
    laid_out = lay_out(copy)
    assert [len(page) - 1 for page in laid_out[1:-1]] == [22] * (len(laid_out) - 2)
    assert [page[-1].text for page in laid_out] == [f"—{number}—" for number in range(1, len(laid_out) + 1)]
