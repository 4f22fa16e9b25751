"""Runs: looks as evidence, signs of picture fonts, raised letters, changes, boxes; what is not shown is told."""

import pytest
from support.documents import document, paragraph

from ecoreport.importing._pieces import Line, Pieces
from ecoreport.importing._word.document import read_docx
from ecoreport.problems.diagnostic import Unreadable

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="标题行"/>
<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="v"><w:basedOn w:val="c"/><w:rPr><w:b w:val="0"/><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="s"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""
RAISED = '<w:rStyle w:val="s"/>'
SYMBOL = '<w:r><w:sym w:font="{0}" w:char="{1}"/></w:r>'
SYMBOLS = SYMBOL.format("Wingdings 2", "F0A3") + SYMBOL.format("甲", "F0A3") + SYMBOL.format("甲", "2460")


def run(text: str, properties: str = "") -> str:
    """A run with those properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def read(runs: str, properties: str = "") -> Pieces:
    """The pieces of a paragraph."""
    return read_docx(document(f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>", styles=STYLES))


@pytest.mark.parametrize(
    ("runs", "properties", "line"),
    [
        (run("甲"), "", Line("甲", size=10.5)),
        (run("甲<!-- 注 -->乙"), "", Line("甲乙", size=10.5)),
        (run("甲。"), '<w:pStyle w:val="c"/>', Line("甲。", align="center", bold=True, size=22.0)),
        (run("甲。"), '<w:pStyle w:val="c"/><w:jc w:val="both"/>', Line("甲。", bold=True, size=22.0)),
        (run("甲"), '<w:jc w:val="end"/>', Line("甲", align="right", size=10.5)),
        (run("大字", '<w:sz w:val="32"/>') + run("小"), "", Line("大字小", size=16.0)),
        (
            run("甲，", "<w:b/>") + run(" ") + run("乙，", '<w:b w:val="1"/>'),
            "",
            Line("甲， 乙，", bold=True, size=10.5),
        ),
        (run("甲", "<w:b/>") + run("乙"), "", Line("甲乙", size=10.5)),
        (run("甲", '<w:b w:val="false"/>'), '<w:pStyle w:val="c"/>', Line("甲", align="center", size=22.0)),
    ],
)
def test_a_line_says_how_it_looks(runs: str, properties: str, line: Line) -> None:
    """By its own properties, else by its style's, else by the document's."""
    assert read(runs, properties).body == (line,)


@pytest.mark.parametrize(
    ("runs", "text", "apart", "said"),
    [
        (
            run("2", '<w:vertAlign w:val="superscript"/>') + run("3", RAISED),
            "²³",
            (),
            ("上标、下标写成了单个的字：²、³",),
        ),
        (
            run("注", '<w:vertAlign w:val="subscript"/>') + run(" ", RAISED),
            "注 ",
            (),
            ("上标、下标没有对应的字，写成了平排的：注",),
        ),
        (run("甲", '<w:vertAlign w:val="baseline"/>'), "甲", (), ()),
        (run("þ", '<w:rFonts w:ascii="Wingdings"/>') + run("\uf0fe"), "☑☑", (), ()),
        (run("þ", '<w:rFonts w:ascii="宋体"/>'), "þ", (), ()),
        (SYMBOLS, "☐□①", (), ("认不出的符号写成了 □：甲 F0A3",)),
        (run("甲", "<w:strike/>"), "甲", (), ("带删除线的文字也导入了：甲",)),
        (run("甲", "<w:vanish/>") + run("乙"), "乙", ("隐藏的文字：甲",), ()),
        (
            "<w:ins>" + run("甲") + "</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>",
            "甲",
            ("修订删去的文字：乙",),
            ("文档里有修订，照接受修订后的样子导入：插入1处，删去1处",),
        ),
        ("<m:oMath><m:r><m:t>1</m:t></m:r></m:oMath>", "1", (), ("公式写成了一行文字，共1个",)),
        (
            run("甲") + "<w:r><w:object><v:imagedata/></w:object><w:pict><v:imagedata/></w:pict></w:r>",
            "甲",
            (),
            ("图片1张，没有导入", "嵌入的对象（公式、表格等）1个，没有导入"),
        ),
    ],
)
def test_what_is_not_shown_as_it_stands_is_told(
    runs: str, text: str, apart: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """Nothing is lost without a word."""
    made = read(runs)
    assert ("".join(piece.text for piece in made.body), made.apart, made.said) == (text, apart, said)


def test_a_hidden_style_hides() -> None:
    """Its text is told."""
    made = read(run("甲"), '<w:pStyle w:val="v"/>')
    assert (made.body, made.apart) == ((Line("", align="center"),), ("隐藏的文字：甲",))


def test_boxes_follow_their_paragraph() -> None:
    """Text boxes, decorative writing, the text of drawings."""
    box = f"<v:textbox><w:txbxContent>{paragraph('签发人：张三')}</w:txbxContent></v:textbox>"
    drawing = "<w:drawing><a:p><a:r><a:t>图</a:t></a:r></a:p></w:drawing>"
    made = read(
        f'<w:r><w:pict>{box}<v:textpath string="示例局文件"/><v:textpath/></w:pict>{drawing}</w:r>' + run("正文")
    )
    texts = [(piece.text, piece.where) for piece in made.body if isinstance(piece, Line)]
    assert texts == [("正文", ""), ("签发人：张三", "box"), ("示例局文件", "box"), ("图", "box")]


def test_the_branch_that_says_something_is_read() -> None:
    """Of an alternative: where the newer one is empty, the older."""
    both = "<mc:AlternateContent><mc:Choice/><mc:Fallback>" + run("甲") + "</mc:Fallback></mc:AlternateContent>"
    assert "".join(piece.text for piece in read(both).body) == "甲"
    assert "".join(piece.text for piece in read("<mc:AlternateContent/>" + run("乙")).body) == "乙"


def test_pictures_alone_are_a_scan() -> None:
    """With what to do."""
    with pytest.raises(Unreadable) as caught:
        read("<w:r><w:drawing><pic:pic/></w:drawing></w:r>" * 2)
    assert str(caught.value) == "文件里只有图片（2张），没有文字，可能是扫描件"
    assert ".docx" in caught.value.help
