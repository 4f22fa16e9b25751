"""Ledgers of one and of several years in every format, and the sheet that a department signs."""

import json

import pytest
from support.contexts import of_year

from ecoreport.report.blocks import Kind, Paragraph, TableBlock
from ecoreport.report.context import Context
from ecoreport.typeset.layout import STANDARD
from ecoreport.yearfile.model import Report
from ecoreport.years import ledger


def _report(year: int, figures: str) -> Report:
    return of_year(year, f"issuer: 示例县教育局\nlead: 立案{{{{ 立案 }}}}。\nfigures: {{{figures}}}\n")


OLD = _report(2023, "立案: 80起, 走访: {value: 3次, previous: 2次}")
NEW = _report(
    2024, "立案: {value: 92起, source: 法规科, note: 按决定日期}, 罚款: {value: 3万元, source: =A1}, 督导: 待填"
)
CONTEXT = Context(NEW, {2023: Context(OLD)})
ONE, BOTH = ledger.ledgers([CONTEXT]), ledger.ledgers([Context(OLD), CONTEXT])


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ((), [["立案", "走访"], ["立案", "罚款", "督导"]]),
        (("立案",), [["立案"], ["立案"]]),
        (("督导",), [["督导"]]),
        (("没有",), []),
    ],
)
def test_a_ledger_a_year_that_has_any_of_the_figures(only: tuple[str, ...], names: list[list[str]]) -> None:
    """All of them, or those that are named; a year without is left out."""
    assert [[one.name for one in one_year] for one_year in ledger.ledgers([Context(OLD), CONTEXT], only)] == names


def test_one_year_stands_beside_last_years_values() -> None:
    """In columns, han counting two; a dash where there is no value."""
    assert ledger.as_text(ONE) == (
        "指标  2024年    2023年  增减                来源    用在  说明\n"
        "立案  92起      80起    增加12起（+15.0%）  法规科  导语  按决定日期\n"
        "罚款  3万元     —                           =A1\n"
        "督导  【待填】  —\n"
    )


def test_several_years_stand_side_by_side() -> None:
    """The newest year's figures first; the change is the last year's, and none of what it does not have."""
    assert ledger.as_markdown(BOTH) == (
        "| 指标 | 2023年 | 2024年 | 增减 | 来源 | 用在 |\n"
        "|---|---|---|---|---|---|\n"
        "| 立案 | 80起 | 92起 | 增加12起（+15.0%） | 法规科 | 导语 |\n"
        "| 罚款 | — | 3万元 |  | \\=A1 |  |\n"
        "| 督导 | — | 【待填】 |  |  |  |\n"
        "| 走访 | 3次 | — |  |  |  |\n"
    )


def test_a_note_of_several_lines_stays_in_its_row() -> None:
    """On a terminal one figure is one line."""
    note = ledger.ledgers([Context(_report(2024, '立案: {value: 9起, note: "一。\\n\\n二。"}'))])
    assert ledger.as_text(note).splitlines()[1:] == ["立案  9起     —                   导语  一。 二。"]


def test_csv_has_numbers_to_count_with_and_texts_that_stay_texts() -> None:
    """万 multiplied out, a mark for Excel in front, an apostrophe before what it would compute."""
    assert ledger.as_csv(ONE) == (
        "\ufeff年度,指标,印出,数值,单位,上年,上年数值,增减,增减率(%),来源,用在,说明,通用名称\r\n"
        "2024,立案,92起,92,起,80起,80,12,15.0,法规科,导语,按决定日期,立案\r\n"
        "2024,罚款,3万元,30000,元,,,,,'=A1,,,罚款金额\r\n"
        "2024,督导,【待填】,,,,,,,,,,\r\n"
    )


def test_json_has_every_figure_of_every_year() -> None:
    """Numbers as numbers, null where there is none; the keys are a promise."""
    told = json.loads(ledger.as_json(BOTH))
    assert [(one["year"], one["name"]) for one in told] == [
        (2023, "立案"), (2023, "走访"), (2024, "立案"), (2024, "罚款"), (2024, "督导"),
    ]  # fmt: skip
    assert told[2] == {
        "year": 2024, "name": "立案", "indicator": "cases_filed", "printed": "92起", "value": 92, "unit": "起",
        "exact": True, "open": False, "source": "法规科", "note": "按决定日期", "restated": "", "used": ["导语"],
        "previous": "80起", "previous_value": 80, "difference": 12, "per_cent": 15,
    }  # fmt: skip
    assert (told[4]["value"], told[4]["open"], told[4]["previous"]) == (None, True, None)
    assert told[4]["indicator"] is None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("text", "指标  增减  来源  用在\n"),
        ("md", "| 指标 | 增减 | 来源 | 用在 |\n|---|---|---|---|\n"),
        ("csv", "\ufeff年度,指标,印出,数值,单位,上年,上年数值,增减,增减率(%),来源,用在,说明,通用名称\r\n"),
        ("json", "[]\n"),
    ],
)
def test_no_figures_are_an_empty_table(form: str, text: str) -> None:
    """In every format that there is; a program that reads it must not break."""
    nothing: list[ledger.Ledger] = []
    assert ledger.FORMATS[form](nothing) == text


def test_the_sheet_has_a_page_for_each_source() -> None:
    """What is open is left to be written in, remarks stand below, and whoever answers for nothing comes last."""
    sign = Paragraph(Kind.BODY, "经办人：　　　　负责人：　　　　日期：　　　　")
    title = Paragraph(Kind.TITLE, "示例县教育局\n2024年法治政府建设情况报告指标核对表")
    head = ("序号", "指标", "数值", "上年", "增减", "核对意见（可另附）")
    centred = (True, False, False, False, False, False)
    assert ledger.check_sheet(CONTEXT, ("立案", "督导")) == (
        title,
        Paragraph(Kind.HEADING_1, "法规科（1个）"),
        TableBlock(head, (("1", "立案", "92起", "80起", "增加12起", ""),), centred),
        Paragraph(Kind.TABLE_NOTE, "口径和说明：1.按决定日期。"),
        sign,
        title,
        Paragraph(Kind.HEADING_1, "未注明来源（1个）"),
        TableBlock(head, (("1", "督导", "", "—", "", ""),), centred),
        sign,
    )
    assert ledger.check_sheet(CONTEXT, ("没有",)) == ()


def test_what_is_doubtful_is_to_be_looked_at_on_the_sheet() -> None:
    """The same number as last year's may have been left standing."""
    [_, _, table, *_] = ledger.check_sheet(Context(_report(2024, "立案: 80起"), {2023: Context(OLD)}))
    assert isinstance(table, TableBlock)
    assert table.rows == (("1", "立案", "80起", "80起", "持平，请核对", ""),)


def test_each_title_begins_a_page() -> None:
    """Of the sheet alone: the standard itself stays as it is."""
    assert (ledger.SHEET_LAYOUT.style(Kind.TITLE).new_page, STANDARD.style(Kind.TITLE).new_page) == (True, False)
