"""Fields: the result is text, the instruction is none, and what has no result says it by its instruction."""

import pytest
from support.documents import document, paragraph

from ecoreport.importing._word._fields import shown
from ecoreport.importing._word.document import read_docx
from ecoreport.problems.diagnostic import Unreadable

RUN = "<w:r><w:t>{0}</w:t></w:r>"
MARK = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
BEGIN, PART, END = (MARK.format(kind) for kind in ("begin", "separate", "end"))
BOX = "<w:checkBox>{0}</w:checkBox>"
CHOICES = '<w:result w:val="1"/><w:listEntry w:val="优"/><w:listEntry w:val="良"/>'
FORM = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{0}</w:ffData></w:fldChar></w:r>' + END


def code(text: str) -> str:
    """An instruction."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str | None = None) -> str:
    """A whole field."""
    shows = "" if result is None else PART + RUN.format(result)
    return BEGIN + code(instruction) + shows + END


def lines(*paragraphs: str) -> list[str]:
    """The texts of a document of these paragraphs."""
    body = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    return [piece.text for piece in read_docx(document(body)).body]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (RUN.format("见") + field(" REF a ", "第一条"), "见第一条"),
        (field(" PAGE "), ""),
        (f'<w:fldSimple w:instr=" PAGE ">{RUN.format("3")}</w:fldSimple>页', "3"),
        (BEGIN + code("IF ") + field(" PAGE ", "5") + code(' = 5 "甲"') + PART + RUN.format("甲") + END, "甲"),
        (BEGIN + code("REF a") + PART + field(" PAGE ", "5") + END, "5"),
        (field(r" EQ \o\ac(○,3) ") + field(r" eq \f(1,2) ") + field(r" EQ \o\ac(□,甲) "), "③1/2甲"),
        (
            field(' SYMBOL 254 \\f "Wingdings" ')
            + field(" SYMBOL 0x61 ")
            + field(" MACROBUTTON a 点此 ")
            + field(' QUOTE "乙" '),
            "☑a点此乙",
        ),
        (FORM.format(BOX.format("<w:checked/>")) + FORM.format(BOX.format('<w:default w:val="0"/>')), "☑☐"),
        (FORM.format(f"<w:ddList>{CHOICES}</w:ddList>"), "良"),
        (FORM.format("<w:ddList/>") + FORM.format("<w:textInput/>"), ""),
        (END + PART + RUN.format("甲"), "甲"),
    ],
)
def test_a_field_shows_its_result(runs: str, text: str) -> None:
    """Nested in a result or in an instruction; signs, formulas, buttons and boxes of forms have none."""
    assert lines(runs) == [text]


def test_a_field_may_reach_over_paragraphs_but_must_end() -> None:
    """One that never does hides nothing; one that ends in what was deleted is none that does."""
    assert lines(BEGIN + code("IF") + PART + RUN.format("甲"), RUN.format("乙") + END) == ["甲", "乙"]
    assert lines(RUN.format("甲") + BEGIN + code("PAGE"), RUN.format("乙")) == ["甲", "乙"]
    assert lines(BEGIN + code("PAGE") + f"<w:del>{END}</w:del>", RUN.format("乙")) == ["", "乙"]


def test_a_table_of_contents_stands_apart() -> None:
    """As a field, by its styles and as Word's own block: the headings come once."""
    styles = '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
    entry = f'<w:p><w:pPr><w:pStyle w:val="t1"/></w:pPr>{RUN.format("乙 2")}</w:p>'
    kind = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    block = f"<w:sdt>{kind}<w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
    body = f"{block}<w:p>{field(' TOC ', '甲 1')}</w:p>{entry}{paragraph('正文')}"
    made = read_docx(document(body, styles=styles))
    assert [piece.text for piece in made.body if piece.text] == ["正文"]
    assert made.apart == ("目录：目录；甲 1；乙 2",)


def test_what_stands_over_signs_is_told() -> None:
    """By the formula that older Word writes for it."""
    guide = r' EQ \* jc2 \* "Font:宋体" \o\ad(\s\up 9(fǎ),法) '
    made = read_docx(document(f"<w:p>{field(guide)}</w:p>"))
    assert ([piece.text for piece in made.body], made.apart) == (["法"], ("注音：fǎ",))


def test_fields_may_nest_so_deep() -> None:
    """More is refused."""
    assert lines(BEGIN * 50 + END * 50) == [""]
    with pytest.raises(Unreadable, match=r"^文档里的域嵌套太深$"):
        lines(BEGIN * 51 + END * 51)


@pytest.mark.parametrize(
    "instruction", ["", "PAGE", "EQ", "EQ ()", r"EQ \o()", "SYMBOL", "SYMBOL x", "MACROBUTTON", "QUOTE"]
)
def test_any_instruction_shows_something_or_nothing(instruction: str) -> None:
    """None fails."""
    assert shown(instruction) == ("", "")
