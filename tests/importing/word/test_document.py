"""The visible text of a .docx: every character that a page shows, none that it hides, headings by their styles."""

import pytest
from support.documents import document, members, paragraph, zipped

from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from ecoreport.importing._word._runs import MAX_DEPTH
from ecoreport.importing._word.document import BOLD_HEADING, read_docx
from ecoreport.problems.diagnostic import Unreadable

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="k"><w:name w:val="小标题"/><w:basedOn w:val="h"/></w:style>
<w:style w:type="paragraph" w:styleId="r"><w:name w:val="环"/><w:basedOn w:val="r"/></w:style>
<w:style w:type="paragraph" w:styleId="n">
<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>
"""
NO_BODY = ("这是 Word 文档，但没有正文", "看看是不是拿错了文件")
RULED = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
STRICT = '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'


def read(body: str, **parts: str) -> tuple[Piece, ...]:
    """The pieces of a document with that body."""
    return read_docx(document(body, **parts)).body


def run(text: str, properties: str = "") -> str:
    """A run with those properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("", ""),
        (run("立案") + run("3起"), "立案3起"),
        ("<w:ins>" + run("立案") + "</w:ins><w:del>" + run("查处") + "</w:del>", "立案"),
        (run("立案") + run("内部批注", "<w:vanish/>"), "立案"),
        (run("立案", '<w:vanish w:val="0"/>') + run("3起", '<w:vanish w:val="off"/>'), "立案3起"),
        ("<w:moveFrom>" + run("查处") + "</w:moveFrom><w:r><w:delText>查</w:delText><w:cr/>甲</w:r>", "\n"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/></w:r>", "甲\t乙\n丙-"),
        ('<w:r><w:sym w:char="F0FE"/><w:sym w:char="F0FC"/><w:sym w:char="2460"/><w:sym w:char="x"/></w:r>', "☑✓①□"),
        ("<w:hyperlink>" + run("示例网") + "</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>", "示例网"),
        ("<w:r><w:ruby><w:rt>" + run("fǎ") + "</w:rt><w:rubyBase>" + run("法") + "</w:rubyBase></w:ruby></w:r>", "法"),
        ("<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>", "12"),
    ],
)
def test_a_paragraph_shows_what_the_page_shows(runs: str, text: str) -> None:
    """Insertions, fields' results, symbols and formulas are seen; deletions, instructions and hidden runs are not."""
    assert read(f"<w:p>{runs}</w:p>") == (Line(text),)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    """As Word shows it once the change is accepted; at the end of the body nothing is lost."""
    cut = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("依法") + "</w:p>"
    assert read(cut + paragraph("行政") + cut) == (Line("依法行政"), Line("依法"))


@pytest.mark.parametrize(
    ("properties", "heading"),
    [
        ("", 0),
        ('<w:pStyle w:val="t"/>', 1),
        ('<w:pStyle w:val="h"/>', 2),
        ('<w:pStyle w:val="k"/>', 2),
        ('<w:pStyle w:val="r"/>', 0),
        ('<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:outlineLvl w:val="0"/>', 1),
    ],
)
def test_a_heading_is_told_by_its_outline_level(properties: str, heading: int) -> None:
    """The paragraph's own, else its style's or that of the style it is based on; 9 is body text."""
    assert read(f"<w:p><w:pPr>{properties}</w:pPr>{run('普法')}</w:p>", styles=STYLES) == (Line("普法", heading),)
    default = STYLES.replace('<w:name w:val="Normal"/>', '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
    assert read(paragraph("普法"), styles=default) == (Line("普法", 4),)


@pytest.mark.parametrize(
    ("text", "heading"), [("法" * BOLD_HEADING, 9), ("法" * (BOLD_HEADING + 1), 0), ("普法。", 0), ("普法？", 9)]
)
def test_a_short_bold_line_is_the_lowest_heading(text: str, heading: int) -> None:
    """So many characters and no end mark; every run is bold by its own setting."""
    bold = run(text, "<w:b/>")
    lines = Line(text, heading, bold=True), Line(text + "甲")
    assert read(f"<w:p>{bold}</w:p><w:p>{bold}{run('甲')}</w:p>") == lines


def test_automatic_numbers_stand_before_the_text() -> None:
    """An empty paragraph takes one and shows none; the number 0 takes one out of its list; a style may bring one."""
    item = '<w:p><w:pPr><w:numPr><w:numId w:val="{0}"/></w:numPr></w:pPr>{1}</w:p>'
    body = item.format(7, run("举措")) + item.format(7, "") + item.format(0, run("正文")) + item.format(7, run("不足"))
    assert read(body, numbering=NUMBERING) == (Line("一、举措"), Line(""), Line("正文"), Line("三、不足"))
    styled = f'<w:p><w:pPr><w:pStyle w:val="n"/></w:pPr>{run("普法")}</w:p>'
    own = styled.replace("</w:pPr>", '<w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>')
    assert read(styled + own, numbering=NUMBERING, styles=STYLES) == (Line("1.普法"), Line("一、普法"))


def test_merged_cells_leave_their_columns_empty() -> None:
    """Over columns and down rows; paragraphs in a cell are parted by an empty line, tables are flattened."""
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("甲") + paragraph("乙") + "</w:tc>"
    two = f"<w:tr><w:tc>{paragraph('丙')}</w:tc><w:tc>{paragraph('丁')}</w:tc></w:tr>"
    inner = f"<w:tc><w:tbl>{RULED}{two}<w:tr><w:tc>{paragraph('戊')}</w:tc></w:tr></w:tbl></w:tc>"
    down = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("藏") + "</w:tc>"
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("删") + "</w:tc></w:tr>"
    rows = (("甲\n\n乙", ""), ("丙 丁\n\n戊", ""))
    assert read(f"<w:tbl>{RULED}<w:tr>{wide}</w:tr><w:tr>{inner}{down}</w:tr>{gone}</w:tbl>") == (Grid(rows),)


def test_a_text_box_follows_its_paragraph_once() -> None:
    """Of an alternative's two branches, which hold the same text, one is read."""
    box = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(f"<w:p><w:r>{both}<w:t>正文</w:t></w:r></w:p>") == (Line("正文"), Line("框里", where="box"))
    assert read(both) == (Line("框里"),)


def test_headers_and_notes_stand_apart() -> None:
    """With the word for each; a header of nothing but a page number says nothing."""
    made = read_docx(document(paragraph("正文"), header=paragraph("内部资料"), footnotes=paragraph("据台账。")))
    assert made == Pieces((Line("正文"),), ("页眉：内部资料", "脚注：据台账。"))
    assert read_docx(document("", header=paragraph("— 第1页 共 3 页 —"))) == Pieces(())


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ("<d/>", NO_BODY),
        (STRICT, NO_BODY),
    ],
)
def test_a_document_without_a_body_is_told(xml: str, told: tuple[str, str]) -> None:
    """Of either namespace."""
    with pytest.raises(Unreadable) as caught:
        read_docx(zipped({**members(document("")), "word/document.xml": xml}))
    assert (str(caught.value), caught.value.help) == told


@pytest.mark.parametrize("form", ["{0}<w:p><w:r><w:t>深</w:t></w:r></w:p>{1}", "<w:p>{0}<w:t>深</w:t>{1}</w:p>"])
def test_nesting_may_be_so_deep(form: str) -> None:
    """Of blocks and in a paragraph: the limit itself is read, one more is refused."""
    assert read(form.format("<w:ins>" * MAX_DEPTH, "</w:ins>" * MAX_DEPTH)) == (Line("深"),)
    with pytest.raises(Unreadable, match=r"^文档嵌套太深$"):
        read(form.format("<w:ins>" * (MAX_DEPTH + 1), "</w:ins>" * (MAX_DEPTH + 1)))
