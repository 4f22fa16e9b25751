"""What each line may be: for every recogniser a table of lines and what speaks most for each."""

import pytest

from ecoreport.importing._pieces import Grid, Line, Piece
from ecoreport.importing._recognising import states as s
from ecoreport.importing._recognising._grammar import best
from ecoreport.importing._recognising._recognisers._page import web_points
from ecoreport.importing._recognising._recognisers.candidates import candidates
from ecoreport.importing._recognising._recognisers.lines import lines_of, organs

TITLE, LEAD = "示例县水务局2024年法治政府建设情况报告", "2024年，全面依法行政。现将有关情况报告如下："


def read(*pieces: str | Piece) -> list[str]:
    """The state of each line."""
    lines = lines_of([Line(one) if isinstance(one, str) else one for one in pieces])
    return [step.state for step in best(lines) for _ in step.lines]


def may_be(text: str | Piece, state: str) -> float:
    """The most points that speak for the state of a line alone; 0 where nothing does."""
    lines = lines_of([Line(text) if isinstance(text, str) else text])
    return max((one.points for one in candidates(lines, 0) if one.state == state), default=0)


@pytest.mark.parametrize(
    ("line", "least"),
    [
        ("来源：示例区生态环境局", 4),
        ("发布日期: 2025-01-20", 4),
        ("浏览次数：120", 4),
        ("索引号：示环〔2025〕1号", 4),
        ("主办单位：示例区生态环境局", 4),
        ("今天是2025年1月20日 星期一", 4),
        ("首页 > 政务公开 > 法治政府", 4),
        ("您的位置：首页", 4),
        ("【打印本页】【关闭窗口】", 4),
        ("字体：大 中 小", 4),
        ("大 中 小 打印", 4),
        ("上一篇：没有了", 4),
        ("相关附件", 4),
        ("示ICP备12345678号-1", 4),
        ("报告.docx", 3.5),
        ("某局报告_示例县人民政府门户网站", 5),
        ("— 3 —", 4.5),
        ("————————", 3),
    ],
)
def test_a_line_of_a_page_is_known_by_what_it_says(line: str, least: float) -> None:
    """Labels, buttons, paths, clocks, site lines, page numbers, whoever's page it is."""
    assert web_points(line)[0] >= least


@pytest.mark.parametrize(
    "line", ["法治政府建设情况报告", "来源可查", "大事记", "来源：" + "甲" * 160, "作者：甲。乙", "12"]
)
def test_a_line_of_a_report_is_none_of_a_page(line: str) -> None:
    """No label, more than a button's words, several sentences, or too long."""
    assert web_points(line)[0] < 1


@pytest.mark.parametrize(
    ("line", "names", "least"),
    [
        ("示例县水务局", ("示例县水务局",), 1),
        ("示例镇", ("示例镇",), 0.8),
        ("示例市高新区管委会", ("示例市高新区管委会",), 1),
        ("示例县档案馆（盖章）", ("示例县档案馆（盖章）",), 1),
        ("示 例 局", ("示例局",), 1),
        ("示例县教育局　示例县司法局", ("示例县教育局", "示例县司法局"), 1),
        ("高新区(示例区)人民政府", ("高新区(示例区)人民政府",), 1),
        ("加强组织领导办", (), 0),
        ("一、示例局", (), 0),
        ("立案3起的局", (), 0),
    ],
)
def test_names_of_bodies_are_known_by_their_ends(line: str, names: tuple[str, ...], least: float) -> None:
    """Strong ends alone, weak ones behind a place; blanks part two, or set one wide."""
    found, sure = organs(line)
    assert found == names
    assert sure >= least


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("示水发〔2024〕3号", s.NUMBER),
        ("示水发[2024]3号", s.NUMBER),
        ("示水发〔2024〕3号　签发人：张三", s.NUMBER),
        ("签发人：张三　李四", s.SIGNER),
        ("000012", s.COPY_NUMBER),
        ("编号：000012", s.COPY_NUMBER),
        ("秘密★1年", s.SECRECY),
        ("特　急", s.URGENCY),
        ("平急", s.URGENCY),
        ("示例县水务局文件", s.RED_HEAD),
        (TITLE, s.TITLE),
        ("县委、县政府：", s.ADDRESSEES),
        ("市局法制科,县委依法治县办:", s.ADDRESSEES),
        (LEAD, s.LEAD),
        ("（送审稿）", s.SUBTITLE),
        ("一、主要举措", s.ranked(s.HEADING, 1)),
        ("（一）全面公开，打造阳光政府。", s.ranked(s.HEADING, 2)),
        ("（一）普法。全年开展8场。", s.ranked(s.RUN_IN, 2)),
        ("一、强化领导。召开会议4次。", s.ranked(s.RUN_IN, 1)),
        ("（一）加强领导：成立由主要领导任组长的工作专班，压实责任。", s.ranked(s.RUN_IN, 2)),
        ("（1）新办30件；", s.ranked(s.ITEM, 4)),
        ("表1　2024年执法情况", s.CAPTION),
        ("全年立案3起。", s.PARAGRAPH),
        (Line("主要举措", 2), s.ranked(s.HEADING, 1)),
        ("示例县水务局", s.ISSUER),
        ("2025年1月20日", s.DATE),
        ("二〇二五年一月二十日", s.DATE),
        ("示例县水务局　2025年1月20日", s.ISSUER_AND_DATE),
        ("（此件公开发布）", s.NOTE),
        ("联系人：甲　电话：0000", s.NOTE),
        ("抄送：县人大，县政协。", s.CC),
        ("示例县水务局办公室　2025年1月21日印发", s.PRINTED),
        ("附件：1.统计表", s.ANNEX_LIST),
        ("附件1", s.ANNEX_MARK),
    ],
)
def test_a_line_may_be_what_it_looks_like(line: str | Piece, state: str) -> None:
    """Candidates are many; this is one of them, and something speaks for it."""
    assert may_be(line, state) > 0


@pytest.mark.parametrize(
    "line", ["：", "县政府、：", "县政府、、各乡镇：", "2024年立案：", "情况如下：", "县" * 80 + "："]
)
def test_a_line_that_addresses_nobody_is_no_addressees(line: str) -> None:
    """Names with single commas between them and a colon behind, in eighty characters."""
    assert may_be(line, s.ADDRESSEES) == 0


FOUND = {
    "a page's toolbar": (
        ["下载", "打印", "收藏", "【字号：", "大", "中", "】", TITLE, LEAD],
        [*[s.FRONT] * 7, s.TITLE, s.LEAD],
    ),
    "a title that stands twice": (
        [TITLE, "来源：县政府办", TITLE, LEAD, "一、主要举措", "学法。"],
        [s.TITLE, s.MIDDLE, s.AGAIN, s.LEAD, s.ranked(s.HEADING, 1), s.PARAGRAPH],
    ),
    "a title on two lines": (
        ["示例县水务局", "2024年法治政府建设情况报告", LEAD, "一、主要举措", "学法。"],
        [s.TITLE, s.TITLE, s.LEAD, s.ranked(s.HEADING, 1), s.PARAGRAPH],
    ),
    "a red head": (
        ["示例县水务局文件", "示水发〔2024〕3号", TITLE, LEAD, "一、主要举措"],
        [s.RED_HEAD, s.NUMBER, s.TITLE, s.LEAD, s.ranked(s.HEADING, 1)],
    ),
    "a head in a table": (
        [Grid((("示例县水务局文件",),)), Grid((("示水发〔2024〕3号", "签发人：张三"),)), TITLE, LEAD, "一、举措"],
        [s.RED_HEAD, s.NUMBER, s.SIGNER, s.TITLE, s.LEAD, s.ranked(s.HEADING, 1)],
    ),
    "版记 in a table": (
        [TITLE, LEAD, "一、举措", "学法。", "示例县水务局", "2025年1月20日",
         Grid((("抄送：县司法局。",), ("示例县水务局办公室　2025年1月20日印发",)))],
        [s.TITLE, s.LEAD, s.ranked(s.HEADING, 1), s.PARAGRAPH, s.ISSUER, s.DATE, s.CC, s.PRINTED],
    ),
    "a table of figures": (
        [TITLE, LEAD, "一、举措", "表1　执法情况", Grid((("类别", "件数"), ("许可", "3"))), "已公开。"],
        [s.TITLE, s.LEAD, s.ranked(s.HEADING, 1), s.CAPTION, *[s.TABLE] * 4, s.PARAGRAPH],
    ),
    "siblings": (
        [TITLE, "一、举措", "（一）学法。学4次。", "（二）普法。办8场。", "（三）执法。", "（四）公开。发3条。"],
        [s.TITLE, s.ranked(s.HEADING, 1), *[s.ranked(s.RUN_IN, 2)] * 2, s.ranked(s.ITEM, 2), s.ranked(s.RUN_IN, 2)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_the_order_of_a_report_tells_what_a_line_alone_does_not(name: str) -> None:
    """The chain of candidates with most points, of those that may follow one another."""
    pieces, states = FOUND[name]
    assert read(*pieces) == states


def test_what_has_no_order_is_still_read() -> None:
    """Every line is something, whatever it is; nothing is nothing."""
    assert read() == []
    assert len(read(*["附件1", "抄送：甲。", "一、", "2025年1月20日", "页", "。", "（", "1."] * 5)) == 40
