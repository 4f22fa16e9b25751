"""What bureaus have filed, row by row, in every format, and what they are reminded of."""

import datetime as dt
from dataclasses import replace

import pytest
from support.catalogue import SOUND

from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.yearfile.reader import parse
from ecoreport.years import filings
from ecoreport.years.filings import FILED, UNFILLED, UNREADABLE, WRONG, Filing, absent, filing

WRITTEN = dt.date(2025, 1, 21)
GOOD = Filing("示例县教育局", "教育", 2024, FILED, (), dt.date(2025, 1, 20), "按期", changed=WRITTEN)


def _filing(text: str, *found: tuple[str, Severity], unread: str = "") -> Filing:
    problems = tuple(Problem(*one, "", "data/2024.yaml") for one in found)
    report = parse(text.encode(), "x").report if text else None
    return filing("示例县教育局", "教育", 2024, report, problems, WRITTEN, unread)


@pytest.mark.parametrize(
    ("date", "deadline"),
    [
        ("2024-12-31", "按期"), ("2025-02-28", "按期"), ("2025-03-01", "过了3月1日"), ("2025-03-31", "过了3月1日"),
        ("2025-04-01", "过了4月1日"), ("", "没有日期"),
    ],
)  # fmt: skip
def test_a_date_is_held_against_the_two_deadlines_of_the_next_year(date: str, deadline: str) -> None:
    """Handed in before 1 March, published before 1 April: the day itself is too late."""
    text = SOUND.replace("date: 2025-01-20\n", f"date: {date}\n" if date else "")
    made = _filing(text)
    assert (made.date, made.deadline) == (dt.date.fromisoformat(date) if date else None, deadline)


@pytest.mark.parametrize(
    ("code", "state", "counts"),
    [("E217", UNFILLED, (1, 0, 1)), ("E218", UNFILLED, (1, 0, 1)), ("E402", WRONG, (0, 1, 1))],
)
def test_open_places_are_counted_apart_from_errors(code: str, state: str, counts: tuple[int, int, int]) -> None:
    """And warnings apart from both; hints count for nothing."""
    found = (code, Severity.ERROR), ("W515", Severity.WARNING), ("H701", Severity.HINT)
    made = _filing(SOUND, *found)
    assert (made.filed, (made.open, made.errors, made.warnings)) == (state, counts)


def test_a_part_is_missing_where_nothing_is_written_in_it() -> None:
    """No key, no item, or a title alone; other parts are asked of nobody."""
    text = "year: 2024\nissuer: 示例县教育局\nmeasures: {title: 甲}\nnext_year_plan: [{text: 文。}]\nshortcomings: []\n"
    assert _filing(text).missing == ("举措", "不足", "职责")
    other = "sections: [{kind: other, title: 甲, text: 文。}, {kind: measures, text: 文。}]\n"
    made = _filing("year: 2024\nissuer: 示例县教育局\n" + other)
    assert made.missing == ("不足", "职责", "安排")
    assert _filing(SOUND) == GOOD


@pytest.mark.parametrize(
    ("made", "state", "first"),
    [
        (_filing("", ("E201", Severity.ERROR)), WRONG, ""),
        (_filing("", ("E110", Severity.ERROR)), UNREADABLE, ""),
        (_filing("", ("E101", Severity.ERROR)), UNREADABLE, ""),
        (_filing("", unread="没有权限"), UNREADABLE, "没有权限"),
    ],
    ids=["a wrong key", "no YAML", "another encoding", "no permission"],
)
def test_a_file_that_gives_no_report(made: Filing, state: str, first: str) -> None:
    """Wrong in what it says, or not to be read at all; of its parts and date nothing can be said."""
    assert (made.filed, made.missing, made.date, made.deadline, made.first) == (state, None, None, "", first)


def test_the_first_error_is_told_with_its_place() -> None:
    """The line of a year file, the paragraph of a document."""
    wrong = Problem("E402", Severity.ERROR, "对不上", "x", 3, 1, 3, 2)
    told = [filing("局", "局", 2024, None, [one]).first for one in (wrong, wrong._replace(unit="段"))]
    assert told == ["第3行：对不上", "第3段：对不上"]
    part = wrong._replace(code="E601", message="缺少", line=None)
    assert [filing("局", "局", 2024, None, found).first for found in ([part, wrong], [part])] == ["第3行：对不上", ""]


@pytest.mark.parametrize(
    ("row", "good"),
    [
        (GOOD, True),
        (replace(GOOD, warnings=3), True),
        (replace(GOOD, deadline="过了4月1日"), True),
        (replace(GOOD, missing=("举措",)), False),
        (replace(GOOD, filed=WRONG, errors=1), False),
        (replace(GOOD, filed=UNFILLED, open=1), False),
        (absent("示例县教育局", "教育", 2024), False),
    ],
    ids=["filed", "warnings", "late", "a part missing", "an error", "unfilled", "absent"],
)
def test_what_is_left_to_ask_the_bureau_for(row: Filing, *, good: bool) -> None:
    """Warnings are not, and a late date cannot be mended."""
    assert row.good == good


ROWS = [
    GOOD,
    replace(GOOD, folder="=局", missing=("举措", "不足"), warnings=2),
    replace(
        GOOD, bureau="示例县水务局", filed=WRONG, missing=None, date=None, deadline="", errors=1, first="第3行：错"
    ),
    absent("示例局", "局", 2024, filings.UNSEEN),
]


def test_rows_on_a_terminal_and_for_excel() -> None:
    """What is not there has dashes and no noughts; a folder that looks like a formula stays a text; sums below."""
    assert [line.split() for line in filings.as_text(ROWS).splitlines()] == [
        ["单位", "来自", "年度", "报送", "四个部分", "成文日期", "期限", "待填", "错误", "警告", "改动", "说明"],
        ["示例县教育局", "教育", "2024", "已报送", "齐", "2025-01-20", "按期", "0", "0", "0", "2025-01-21"],
        ["示例县教育局", "=局", "2024", "已报送", "缺举措、不足", "2025-01-20", "按期", "0", "0", "2", "2025-01-21"],
        ["示例县水务局", "教育", "2024", "有错误", "—", "—", "—", "0", "1", "0", "2025-01-21", "第3行：错"],
        ["示例局", "局", "2024", "没有查", "—", "—", "—", "—", "—", "—", "—"],
        ["合计3个单位，4份文件", "已报送2、有错误1、没有查1", "齐1", "按期2", "0", "1", "2"],
    ]
    assert filings.as_csv(ROWS[1:]) == (
        "\ufeff单位,来自,年度,报送,四个部分,成文日期,期限,待填,错误,警告,改动,说明\r\n"
        "示例县教育局,'=局,2024,已报送,缺举措、不足,2025-01-20,按期,0,0,2,2025-01-21,\r\n"
        "示例县水务局,教育,2024,有错误,—,—,—,0,1,0,2025-01-21,第3行：错\r\n"
        "示例局,局,2024,没有查,—,—,—,—,—,—,—,\r\n"
    )
    assert filings.as_markdown(ROWS[:1]).splitlines()[2].startswith("| 示例县教育局 | 教育 | 2024 | 已报送 |")


def test_a_page_has_a_title_and_the_table() -> None:
    """With the sums as its last row."""
    title, table = filings.as_blocks(ROWS)
    assert filings.as_blocks(ROWS[1:])[1].rows[-1][0] == "合计3个"  # type: ignore[union-attr]
    assert title.text == "2024年度法治政府建设情况\n报告报送情况"  # type: ignore[union-attr]
    assert table.rows[-1][0] == "合计3个单位，4份文件"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (absent("示例县教育局", "教育", 2024),
         "报告还没有收到。按照《法治政府建设与责任落实督察工作规定》，报告应在2025年3月1日之前报送，请抓紧报来。"),
        (replace(GOOD, filed=UNREADABLE, missing=None, first="是空的"), "报告读不出：是空的。请补正后重新报送。"),
        (replace(GOOD, filed=WRONG, errors=1, missing=("不足",)), "报告缺少存在的不足和原因。请补正后重新报送。"),
        (replace(GOOD, filed=WRONG, errors=2, first="第3行：错", open=1, missing=("不足",)),
         "报告有2处错误（第3行：错）；有1处还没有填；缺少存在的不足和原因。请补正后重新报送。"),
        (replace(GOOD, date=None, deadline="没有日期"), "报告没有成文日期。请补正后重新报送。"),
        (replace(GOOD, date=dt.date(2025, 3, 15), deadline="过了3月1日"),
         ("报告成文日期是2025年3月15日，过了3月1日。按照《法治政府建设与责任落实督察工作规定》，报告应在2025年3月1日之前报送，"
          "请说明原因，下一年度按期报送。")),
    ],
    ids=["absent", "unreadable", "a part missing", "wrong", "undated", "late"],
)  # fmt: skip
def test_a_reminder_can_be_sent_as_it_stands(row: Filing, said: str) -> None:
    """A paragraph a bureau, what is the matter and what it is asked to do."""
    assert [*filings.reminders([row])] == [f"示例县教育局：\n　　贵单位2024年度法治政府建设情况{said}\n"]


def test_nobody_is_reminded_without_a_reason() -> None:
    """A report that is sound and in time, or that nobody could look into."""
    assert [*filings.reminders([GOOD, ROWS[3]])] == []
