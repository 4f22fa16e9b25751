"""The template kept opened: documents follow each other in it and leave nothing behind."""

import datetime as dt
import io
import subprocess
import sys
import threading
import zipfile

import pytest
from docx import Document
from support import ROOT

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.typeset.layout import STANDARD, Layout, Page
from ecoreport.typeset.word import _template
from ecoreport.typeset.word._template import Template, template
from ecoreport.typeset.word.tracked import tracked
from ecoreport.typeset.word.writer import Properties, write

PROPERTIES = Properties("示例", "示例局", dt.date(2025, 1, 20))
PLAIN: list[Block] = [Paragraph(Kind.BODY, "依法行政。")]
CHART: list[Block] = [
    Paragraph(Kind.COLUMN_CHART, "图1　立案"),
    TableBlock(("指标", "2024年"), (("立案", "3起"),), (True, True)),
]
WIDE: list[Block] = [TableBlock(("数",) * 9, (("12345.67",) * 9,), (True,) * 9)]
IMPRINT: list[Block] = [*PLAIN, Paragraph(Kind.CC, "抄送：甲。"), Paragraph(Kind.PRINTER, "乙")]


def members(data: bytes) -> list[str]:
    """The names of a package's parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def test_a_document_is_the_same_whatever_was_written_before() -> None:
    """Charts, turned pages, a 版记, tracked changes: parts, relations and settings are taken out again."""
    first = write(PLAIN, STANDARD, PROPERTIES)
    for blocks in (CHART, WIDE, IMPRINT):
        once = write(blocks, STANDARD, PROPERTIES)
        tracked(PLAIN, blocks, STANDARD, PROPERTIES, "甲")
        assert write(blocks, STANDARD, PROPERTIES) == once
        assert write(PLAIN, STANDARD, PROPERTIES) == first
    assert "word/charts/chart1.xml" in members(write(CHART, STANDARD, PROPERTIES))
    assert not any("chart" in name for name in members(first))


def test_a_failure_leaves_nothing_behind() -> None:
    """A character that XML forbids ends in the middle of a document."""
    first = write(PLAIN, STANDARD, PROPERTIES)
    with pytest.raises(ValueError, match="XML"):
        write([*CHART, Paragraph(Kind.BODY, "甲\x00乙")], STANDARD, PROPERTIES)
    assert write(PLAIN, STANDARD, PROPERTIES) == first


def test_each_layout_has_its_own() -> None:
    """And is kept with it."""
    other = Layout(page=Page(top=40))
    assert template(other) is template(Layout(page=Page(top=40)))
    assert template(other) is not template(STANDARD)
    assert round(Document(io.BytesIO(write(PLAIN, other, PROPERTIES))).sections[0].top_margin.mm) == 40
    assert round(Document(io.BytesIO(write(PLAIN, STANDARD, PROPERTIES))).sections[0].top_margin.mm) == 37


def test_two_threads_write_their_own_documents() -> None:
    """One after the other in the one template."""
    texts = [f"第{number}件。" for number in range(40)]
    made: dict[str, bytes] = {}

    def one(text: str) -> None:
        made[text] = write([Paragraph(Kind.BODY, text)], STANDARD, PROPERTIES)

    threads = [threading.Thread(target=one, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {text: Document(io.BytesIO(data)).paragraphs[0].text for text, data in made.items()} == dict(
        zip(texts, texts, strict=True)
    )


@pytest.mark.parametrize(
    ("page", "kind", "space"),
    [(Page(), "lines", None), (Page(grid="characters"), "linesAndChars", "-1024")],
)
def test_the_grid_is_the_layouts(page: Page, kind: str, space: str | None) -> None:
    """Of lines; of characters too where that is asked for, whose spacing then stands there and not in the styles."""
    document = Document(io.BytesIO(write(PLAIN, Layout(page=page), PROPERTIES)))
    [grid] = document.element.body.sectPr.xpath("w:docGrid")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert (grid.get(f"{w}type"), grid.get(f"{w}charSpace"), grid.get(f"{w}linePitch")) == (kind, space, "579")
    spacing = document.styles["Normal"].element.rPr.find(f"{w}spacing").get(f"{w}val")
    assert spacing == ("0" if space else "-5")


def test_the_page_number_is_a_field_in_the_layouts_form() -> None:
    """— 1 —, or as an office has it."""
    for form, texts in (("— {} —", ["— ", " —"]), ("-{}-", ["-", "-"]), ("{}", ["", ""])):
        document = Document(io.BytesIO(write(PLAIN, Layout(page=Page(page_number=form)), PROPERTIES)))
        for footer in (document.sections[0].footer, document.sections[0].even_page_footer):
            assert [run.text for run in footer.paragraphs[0].runs] == texts
            assert footer.paragraphs[0]._p.xpath("w:fldSimple/@w:instr") == [" PAGE "]


def test_hanging_marks_and_the_font_of_digits_are_the_layouts() -> None:
    """5.2.1; 7.3.3."""
    xml = Document(io.BytesIO(write(PLAIN, STANDARD, PROPERTIES))).styles["Normal"].element.xml
    assert '<w:overflowPunct w:val="0"/>' in xml
    own = Layout.model_validate(
        {
            "page": {"hanging_marks": True},
            "styles": {**STANDARD.model_dump()["styles"], "heading-1": {"latin": "Arial"}},
        }
    )
    document = Document(io.BytesIO(write(PLAIN, own, PROPERTIES)))
    assert '<w:overflowPunct w:val="1"/>' in document.styles["Normal"].element.xml
    assert document.styles["Heading 1"].font.name == "Arial"
    assert Document(io.BytesIO(write(PLAIN, STANDARD, PROPERTIES))).styles["Heading 1"].font.name == "黑体"


def test_the_packaged_template_is_the_scripts() -> None:
    """`tools/word_template/make.py --check` says so."""
    told = subprocess.run(
        [sys.executable, str(ROOT / "tools/word_template/make.py"), "--check"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (told.returncode, told.stderr) == (0, "")


def test_a_new_template_is_the_kept_one() -> None:
    """Opened afresh it writes the same bytes."""
    kept = write(CHART, STANDARD, PROPERTIES)
    _template._opened.clear()
    assert isinstance(template(STANDARD), Template)
    assert write(CHART, STANDARD, PROPERTIES) == kept
