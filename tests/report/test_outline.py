"""The report as printed: everything numbered and in order, figures in its texts, and around it what a 公文 has."""

from collections.abc import Iterable, Iterator

import pytest
from support.catalogue import BEFORE, SOUND
from support.contexts import report

from ecoreport.report._outline import PrintedItem, chart_label, chart_table, diagrams, outline
from ecoreport.report.blocks import Kind
from ecoreport.report.context import Context
from ecoreport.report.expressions import ExpressionError

CHARTS = """\
figures: {立案: 12起, 听证: 待填}
attachments:
  - {title: 附一, charts: [{title: 近两年, figures: 立案, years: 2}, {title: 升降, figures: 立案, form: 折线图}]}
  - {title: 附二, charts: [{title: 听证, figures: [听证, 立案], years: 2}]}
"""


def context(own: str = "", whole: str = SOUND) -> Context:
    """A sound report, or another, with keys of its own."""
    return Context(report(own, whole))


def lines(items: Iterable[PrintedItem]) -> Iterator[str]:
    """Level, heading and paragraphs of each, a run-in heading in brackets, then what stands below it."""
    for item in items:
        if item.heading:
            yield f"{item.level} {item.heading}"
        yield from (f"{item.level} [{one.lead}]{one.text}" if one.lead else one.text for one in item.paragraphs)
        yield from lines(item.entries)


def test_four_plain_sections() -> None:
    """Titled as is usual; items without a title are text, but shortcomings are numbered all the same."""
    assert list(lines(outline(context()).sections)) == [
        "1 一、主要举措和成效",
        "2 （一）依法决策",
        "规范决策。",
        "1 二、存在的不足和原因",
        "（一）归档不规范。主要原因是台账不细。",
        "1 三、党政主要负责人履行推进法治建设第一责任人职责情况",
        "履行推进法治建设第一责任人职责。",
        "1 四、2025年主要安排",
        "2 （一）规范归档",
        "逐卷核对。",
    ]


@pytest.mark.parametrize(
    ("measures", "printed"),
    [
        ("{numbered: false, title: 概况, text: 稳步推进。}", ["1 概况", "稳步推进。"]),
        (
            "[{title: 甲}, {text: 乙。}, {title: 丙, numbered: false}, {text: 丁。, numbered: true}]",
            ["2 （一）甲", "乙。", "2 丙", "（二）丁。"],
        ),
        (
            "{run_in: true, items: [{title: 甲, text: 乙。}, {title: 丙？, text: 丁。}, {title: 戊}]}",
            ["2 [（一）甲。]乙。", "2 [（二）丙？]丁。", "2 （三）戊"],
        ),
        ("{run_in: true, items: [{title: 甲。, text: 乙。}]}", ["2 [（一）甲。]乙。"]),
        (
            '[{title: 甲, numbering: 一是, items: [{title: 乙, text: "丙。\\n\\n丁。"}, {text: 戊。}, {title: 己}]}]',
            ["2 （一）甲", "一是乙。丙。", "丁。", "二是戊。", "3 三是己"],
        ),
        (
            "[{title: 甲, run_in: true, items: [{title: 乙, text: 丙。}]}]",  # as the text, from level 3 on
            ["2 （一）甲", "1.乙。丙。"],
        ),
        ("{numbering: 1., items: [{title: 甲, items: [{title: 乙}]}]}", ["3 1.甲", "4 （1）乙"]),
        (
            "[{title: 甲, items: [{title: 乙}]}, {title: 丙, items: [{title: 丁}]}]",
            ["2 （一）甲", "3 1.乙", "2 （二）丙", "3 1.丁"],
        ),
        ("{numbering: none, items: [{title: 甲}, {text: 乙。}]}", ["2 甲", "乙。"]),
        (
            "[{title: 甲, items: [{text: 乙, numbered: true}]}, {title: 丙, continued: true, items: [{title: 丁}]}]",
            ["2 （一）甲", "1.乙", "2 （二）丙", "3 2.丁"],
        ),
    ],
)
def test_items_are_numbered_and_run_in(measures: str, printed: list[str]) -> None:
    """As their section says, or as each says itself; a number is used up only where it prints."""
    [section, *_] = outline(context(f"measures: {measures}\n")).sections
    assert [one for one in lines([section]) if one != "1 一、主要举措和成效"] == printed


def test_figures_are_put_into_every_text() -> None:
    """Paragraphs parted by blank lines; in a shortcoming its own words, which may hold figures, too."""
    own = """\
figures: {立案: 12起, PM2.5: 32}
lead: |
  全年立案{{ 立案 }}，
  PM2.5为{{ PM2.5 }}。

  共{{ 立案.value * 2 }}。
shortcomings: [{problem: "立案{{ 立案 }}偏少。", cause: 人手不足, text: "{{ 原因 }}，{{ 问题 }}，下同。"}]
"""
    printed = outline(context(own))
    assert printed.lead == ("全年立案12起，PM2.5为32。", "共24。")
    assert list(lines(printed.sections[1:2]))[1:] == ["（一）人手不足，立案12起偏少，下同。"]
    with pytest.raises(ExpressionError, match="没有叫“立按”的指标"):
        outline(context("lead: '{{ 立按 }}'"))


@pytest.mark.parametrize(
    ("own", "name", "printed"),
    [
        ("addressees: [区委, 区政府]", "addressees", "区委、区政府："),
        ("addressees: []", "addressees", ""),
        ("number: 示环〔2025〕1号", "number", "示环〔2025〕1号"),
        ("number: 示环〔2025〕1号", "red_head", "示例区生态环境局文件"),
        ("number: 示环〔2025〕1号\nred_head: false", "red_head", ""),
        ("red_head: 示例区环保局", "red_head", "示例区环保局"),
        ("lead: 甲。", "red_head", ""),
        ("signer: 待填", "signer", "签发人：【待填】"),
        ("signer: [张三, 李四]", "signer", "签发人：张三　李四"),
        ("signer: [张三, 李四]", "signers_above", ""),
        ("signer: [张三, 李四, 王五]", "signer", "王五"),
        ("signer: [甲一, 乙二, 丙三, 丁四, 待填]", "signers_above", "签发人：甲一　乙二\n丙三　丁四"),
        ("signer: [甲一, 乙二, 丙三, 丁四, 待填]", "signer", "【待填】"),
        ("copy_number: '000001'", "copy_number", "000001"),
        ("copy_number: 000001", "copy_number", "000001"),
        ("secrecy: 机密★1年", "secrecy", "机密★1年"),
        ("secrecy: 待填", "secrecy", "【待填】"),
        ("urgency: 特急", "urgency", "特急"),
        ("signed: false", "issuer", ""),
        ("date: 2025-12-01", "date", "2025年12月1日"),
        ("annotation: 联系人：示例", "annotation", "（联系人：示例）"),
        ('annotation: "甲\\n\\n乙"', "annotation", "（甲）\n（乙）"),
        ("lead: 甲。", "cc", ""),
        ("cc: [区人大, 区司法局]", "cc", "抄送：区人大，区司法局。"),
        ("cc: 区司法局", "printer", "示例区生态环境局"),
        ("cc: 区司法局", "print_date", "2025年1月20日印发"),
        ("print_date: 2025-01-21", "print_date", "2025年1月21日印发"),
        ("printer: 示例区生态环境局办公室", "printer", "示例区生态环境局办公室"),
        ("lead: 甲。", "printer", ""),
        ("lead: 甲。", "print_date", ""),
    ],
)
def test_what_stands_around_the_text(own: str, name: str, printed: str) -> None:
    """With the words and marks of GB/T 9704-2012; what is not given is not printed."""
    assert outline(context(own))[name] == printed


@pytest.mark.parametrize(
    ("own", "title"),
    [
        ("lead: 甲。", ("示例区生态环境局", "2024年法治政府建设情况报告")),
        ("title: |\n  示例区生态环境局\n  {{ 1 + 1 }}年报告\n", ("示例区生态环境局", "2年报告")),
    ],
)
def test_a_title_in_lines(own: str, title: tuple[str, ...]) -> None:
    """The usual one broken by meaning, a typed one as typed; the whole is all of them."""
    printed = outline(context(own))
    assert (printed.title_lines, printed.title) == (title, "".join(title))


def test_a_draft_shows_its_gaps() -> None:
    """A date that is to come, where somebody signs; in a report that is not to be one there is none."""
    undated = SOUND.replace("date: 2025-01-20\n", "")
    signed, unsigned = (
        context("figures: {立案: 待填}\nlead: 立案{{ 立案 }}。", undated),
        context("signed: false", undated),
    )
    assert [outline(signed, draft=True)["date"], outline(signed)["date"]] == ["【待填】", ""]
    assert outline(unsigned, draft=True)["date"] == ""
    assert outline(signed).lead == ("立案【待填】。",)


@pytest.mark.parametrize(
    ("attachments", "listed", "annexes"),
    [
        ("[]", (), []),
        ("[清单]", ("附件：清单",), []),
        ("[{title: 清单, text: 甲。}]", ("附件：清单",), [("附件", "清单", ["甲。"])]),
        (
            "[清单, {title: 表, items: [{title: 乙}]}]",
            ("附件：1.清单", "2.表"),
            [("附件2", "表", ["1 一、乙"])],
        ),
    ],
)
def test_attachments_are_listed_and_printed(
    attachments: str, listed: tuple[str, ...], annexes: list[tuple[str, str, list[str]]]
) -> None:
    """Numbered where there are several; one that is only a title has no page."""
    printed = outline(context(f"attachments: {attachments}\n"))
    pages = [(one.mark, one.title, list(lines([one.content]))) for one in printed.annexes if one.content]
    assert (printed.annex_list, pages) == (listed, annexes)


def test_a_column_of_short_cells_is_narrow() -> None:
    """Ten characters, two ASCII ones to a han; the head counts, and figures as they print."""
    ten, eleven = "一二三四五六七八九十", "一二三四五六七八九十1"
    own = f"""\
figures: {{立案: 12起}}
measures:
  table:
    {{caption: 表1, header: [{ten}, {eleven}, 项, 数], rows: [[甲, 乙, {eleven}, "{{{{ 立案 }}}}"]], note: 注}}
"""
    table = outline(context(own)).sections[0].table
    assert table is not None
    assert (table.caption, table.rows, table.note) == ("表1", (("甲", "乙", eleven, "12起"),), "注")
    assert table.narrow == (True, False, False, True)


def test_charts_are_numbered_through_all_attachments() -> None:
    """Each with the table that it is drawn from; — for a year without the figure."""
    this = Context(report(CHARTS), {2023: Context(report("figures: {立案: 9起}\n", BEFORE))})
    drawn = [
        (Kind.COLUMN_CHART, "图1　近两年", ("指标", "2023年", "2024年"), (("立案", "9起", "12起"),)),
        (Kind.LINE_CHART, "图2　升降", ("指标", "2022年", "2023年", "2024年"), (("立案", "—", "9起", "12起"),)),
        (
            Kind.COLUMN_CHART,
            "图3　听证",
            ("指标", "2023年", "2024年"),
            (("听证", "—", "【待填】"), ("立案", "9起", "12起")),
        ),
    ]
    found = diagrams(this)
    assert [(one.kind, one.caption, one.header, one.rows) for one in found] == drawn
    pages = outline(this).annexes
    assert tuple(chart for page in pages if page.content for chart in page.content.charts) == found


def test_a_chart_and_its_table_can_be_had_alone() -> None:
    """Of any figures and years, whatever the charts of the reports are."""
    this, last = report("figures: {立案: 12起}\n"), report("figures: {立案: 9起}\n", BEFORE)
    assert chart_label(12, "近两年立案") == "图12　近两年立案"
    table = (("指标", "2023年", "2024年"), (("立案", "9起", "12起"), ("听证", "—", "—")))
    assert chart_table(["立案", "听证"], (2023, 2024), {2023: last, 2024: this}) == table
    assert chart_table([], (), {}) == (("指标",), ())
