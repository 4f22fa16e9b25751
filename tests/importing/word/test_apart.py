"""What a document shows beside its text: each told once, with the word for it; and documents within documents."""

import pytest
from support.documents import RELATIONS, document, members, paragraph, zipped

from ecoreport.importing._pieces import Line
from ecoreport.importing._word.document import read_docx

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'


def related(body: str, name: str, data: str | bytes) -> bytes:
    """A document with a part of that name, related to it as x."""
    one = f'<Relationship Id="x" Type="{RELATION}/other" Target="{name}"/>'
    made = {**members(document(body)), "word/_rels/document.xml.rels": RELATIONS.format(one), f"word/{name}": data}
    return zipped(made)


def test_margins_notes_and_comments_are_told() -> None:
    """Each note on its own, a repeated header once, tables in them too, page numbers alone not at all."""
    table = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
    notes = f'<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>{paragraph("注一")}</w:footnote>'
    notes += f"<w:footnote>{paragraph('注二')}</w:footnote>"
    comments = f'<w:comment w:author="张三">{paragraph("核实")}</w:comment>'
    made = read_docx(
        document(paragraph("正文"), header=table, footer=paragraph("— 1 —"), footnotes=notes, comments=comments)
    )
    assert made.apart == ("页眉：甲 乙", "脚注：注一", "脚注：注二", "批注：核实")


def test_words_of_charts_are_told() -> None:
    """And one without words."""
    chart = f'<w:p><w:r><w:t>正文</w:t><w:drawing><c:chart {C} r:id="x"/></w:drawing></w:r></w:p>'
    words = f"<c:chartSpace {C}><c:v>立案</c:v><c:v>立案</c:v><c:v>3</c:v></c:chartSpace>"
    assert read_docx(related(chart, "chart.xml", words)).apart == ("图形里的文字：立案 3",)
    assert read_docx(related(chart, "chart.xml", "<c/>")).apart == ("一个图形，里面没有文字",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.htm", "<html><body><p>里面</p></body></html>"),
        ("a.mht", "MIME-Version: 1.0\n\n\n里面"),
        ("a.docx", document(paragraph("里面"))),
        ("a.txt", "里面"),
    ],
)
def test_a_document_within_is_read_in_its_place(name: str, data: str | bytes) -> None:
    """Pages, letters, Word files and texts."""
    body = f'{paragraph("前")}<w:altChunk r:id="x"/>{paragraph("后")}'
    assert read_docx(related(body, name, data)).body == (Line("前"), Line("里面"), Line("后"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("{\\rtf1 x}", "嵌在里面的“word/a.rtf”没有读：是 RTF；用 Word 打开整份文件，另存为 .docx 再导入"),
        ("", "嵌在里面的“word/a.rtf”没有读：文件是空的"),
        (b"PK\x03\x04", "嵌在里面的“word/a.rtf”没有读：文件不完整（后面少了一截）"),
    ],
)
def test_one_that_cannot_be_read_is_told(data: str | bytes, told: str) -> None:
    """And the rest is read."""
    body = f'<w:altChunk r:id="x"/>{paragraph("后")}'
    made = read_docx(related(body, "a.rtf", data))
    assert (made.body, made.said) == ((Line("后"),), (told,))
    missing = read_docx(document(body))
    assert (missing.body, missing.said) == ((Line("后"),), ("嵌在里面的一份文档不在文件里，没有读",))


def test_documents_nest_so_deep() -> None:
    """A document in a document in a document; the next is told."""
    inner = document(paragraph("里"))
    for _ in range(3):
        inner = related(f'{paragraph("外")}<w:altChunk r:id="x"/>', "a.docx", inner)
    made = read_docx(inner)
    assert made.body == (Line("外"),) * 3
    assert made.said == ("嵌在里面的“word/a.docx”没有读：文档里嵌文档，嵌得太深",)
