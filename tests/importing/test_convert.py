"""From a document's pieces to a year file: the text of the file, and where every character went."""

import re
from dataclasses import replace

import pytest

from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from ecoreport.importing.account import Account, Place
from ecoreport.importing.convert import Imported, NoYear, _difference, convert
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.project import Inputs
from ecoreport.report.inputs import Years, given

TITLE = "示例县教育局2024年法治政府建设情况报告"
ALONE = Inputs(Years({}))
WITHOUT_TEMPLATES = replace(ALONE, templates={"report.md.j2": given(b"{{ nothing }}", "report.md.j2")})
WHOLE = Account(0, 0, (), (), (), (), (), (), (), "", "", "")
NO_PARTS, NO_TAIL = "没有认出各部分，全文写在导语里", "没有认出落款和附件，写在最后一部分的正文里"
WRITTEN = """\
# yaml-language-server: $schema=../schema/report.schema.json
# 由“报告.txt”导入，请逐段核对。
# 网页上的文字，没有导入：来源：示例网
# 正文以外的文字，没有导入：页眉：内部资料
# 改了写法：二〇二五年一月二十日 → 2025年1月20日
year: 2024
issuer: 示例县教育局
title: 示例县教育局2024年法治政府建设情况报告
date: 2025-01-20

figures:
  # 数只在这里写一次；来源和口径写成 {value: 3次, source: 台账}
  立案: 12起

measures:
  title: 主要举措
  text: |
    立案{{ 立案 }}。
    罚款若干。
shortcomings:
  title: 存在不足
  numbering: 一是
  items:
    - id: shortcoming-1
      problem: 台账不全
      cause: 人手少
ignore:
  - {code: E601, reason: 原文如此}
"""


def converted(*pieces: str | Piece, year: int | None = None, templates: bool = True) -> Imported:
    """The year file of these paragraphs."""
    body = tuple(Line(piece) if isinstance(piece, str) else piece for piece in pieces)
    return convert(Pieces(body), year, "报告.txt", ALONE if templates else WITHOUT_TEMPLATES, figures=True)


def test_a_report_becomes_its_year_file() -> None:
    """Parts, figures and signature in their keys; furniture, what stood apart and what was rewritten in its head."""
    head, tail = (
        (TITLE, "来源：示例网", "一、主要举措", "立案12起。罚款若干。"),
        ("示例县教育局", "二〇二五年一月二十日"),
    )
    body = tuple(Line(text) for text in (*head, "二、存在不足", "一是台账不全。主要原因是人手少。", *tail))
    made = convert(Pieces(body, ("页眉：内部资料",)), None, "报告.txt", ALONE, figures=True)
    found = {"furniture": ("来源：示例网",), "apart": ("页眉：内部资料",)}
    changed = (("二〇二五年一月二十日", "2025年1月20日"),)
    account = replace(
        WHOLE, source=76, imported=76, figures=(Place("立案", "12起", "立案12起。"),), changed=changed, **found
    )
    assert (made.year, made.text, replace(made.account, lines=())) == (2024, WRITTEN, account)
    assert made.file.read() == WRITTEN.partition("ignore:")[0].encode()
    assert account.complete


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ([TITLE], 2024),
        (["二〇二三年度法治政府建设情况报告"], 2023),
        (["二○二三 年报告"], 2023),
        (["2021—2025年规划落实情况", "2022年报告"], 2022),
        (["2025年1月20日", "2024年报告"], 2024),
        (["1999年报告", "2020年报告"], 2020),
        ([*["甲"] * 19, "2022年报告"], 2022),
    ],
)
def test_the_year_is_the_first_that_stands_alone(lines: list[str], year: int) -> None:
    """In no span of years and no full date, among the first twenty paragraphs; a year that is given comes first."""
    assert converted(*lines).year == year
    assert converted(*lines, year=2019).year == 2019


@pytest.mark.parametrize("lines", [["法治政府建设情况报告"], [*["甲。"] * 20, "2022年普法。"], ["2025年1月20日"]])
def test_a_document_without_its_year_is_told(lines: list[str]) -> None:
    """Rather than guessed."""
    with pytest.raises(NoYear):
        converted(*lines)


@pytest.mark.parametrize("pieces", [(), ("", " \u3000\n\u200e"), (Grid((("", " "),)),), ("来源：示例网",)])
def test_a_document_without_text_is_refused(pieces: tuple[str | Piece, ...]) -> None:
    """Blanks, characters that nobody sees, empty tables, a page's furniture."""
    with pytest.raises(Unreadable, match=r"^文件里没有可以导入的文字$"):
        converted(*pieces, year=2024)


def test_what_no_year_file_may_hold_is_taken_out() -> None:
    """Control characters and marks of direction; a line break in a paragraph parts it."""
    dirty = converted(TITLE, "一、主要\u202e举措", "学\x07法。\x0b普法。", Grid((("甲\ufeff\x00", "乙"), ("丙", "丁"))))
    clean = converted(TITLE, "一、主要举措", "学法。", "普法。", Grid((("甲\ufeff", "乙"), ("丙", "丁"))))
    assert (dirty.text, dirty.account) == (clean.text, clean.account)
    assert clean.account.complete


@pytest.mark.parametrize(
    ("lines", "doubts"),
    [
        (("一、主要举措", "学法。"), ()),
        (("全年学法。",), (NO_PARTS,)),
        (("一、举措", "学。", "附件：1.甲", "2.乙", "示例县教育局", "附件2", "丁。", "附件1", "丙。"), (NO_TAIL,)),
        ((Grid((("甲", "乙"),)), "一、主要举措", "学法。"), (NO_PARTS,)),
    ],
)
def test_what_cannot_be_built_back_is_recognised_less(lines: tuple[str | Piece, ...], doubts: tuple[str, ...]) -> None:
    """All of it, all but the tail, or nothing but the title: the text is kept, and it is said."""
    account = converted(TITLE, *lines).account
    assert (account.doubts, account.complete) == (doubts, True)


def test_errors_of_the_old_report_are_switched_off_where_they_are() -> None:
    """By the part's key or the item's id, for the report was printed so."""
    text = converted(TITLE, "一、主要举措", "二、存在不足", "1.归档不够规范。").text
    assert re.findall(r"  - \{(.*)\}", text) == [
        "code: E602, at: measures, reason: 原文如此",
        "code: E601, reason: 原文如此",
        "code: E603, at: shortcoming-1, reason: 原文如此",
    ]


def test_what_is_not_built_is_missing() -> None:
    """Without templates nothing is: every character is accounted for as lost."""
    account = converted("示例县教育局", "法治政府建设情况报告", year=2024, templates=False).account
    assert replace(account, lines=()) == replace(
        WHOLE, source=16, doubts=(NO_PARTS,), missing="示例县教育局法治政府建设情况报告"
    )


@pytest.mark.parametrize(
    ("expected", "built", "missing", "added"),
    [
        ("", "", "", ""),
        ("甲乙", "甲乙", "", ""),
        ("甲乙丙乙", "甲乙", "乙丙", ""),
        ("甲", "甲丁", "", "丁"),
        ("甲乙", "甲丁", "乙", "丁"),
        ("甲乙丙", "甲丙乙", "乙丙", "丙乙"),
    ],
)
def test_a_difference_is_what_is_in_one_alone(expected: str, built: str, missing: str, added: str) -> None:
    """Where only the order differs, all from there on."""
    assert _difference(expected, built) == (missing, added)


@pytest.mark.parametrize(
    ("account", "unplaced", "complete"),
    [
        (WHOLE, 0, True),
        (replace(WHOLE, doubts=("甲",), furniture=("乙",), changed=(("丙", "丁"),)), 0, True),
        (replace(WHOLE, unplaced=("甲 乙", "\u3000丙")), 3, False),
        (replace(WHOLE, missing="甲"), 0, False),
        (replace(WHOLE, added="甲"), 0, False),
    ],
)
def test_an_import_is_complete_where_all_has_its_place(account: Account, unplaced: int, complete: bool) -> None:  # noqa: FBT001 - a table
    """And the report builds back to the same text; doubts and furniture lose nothing."""
    assert (account.unplaced_characters, account.complete) == (unplaced, complete)
