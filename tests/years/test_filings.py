"""What bureaus have filed, row by row, and their figures side by side in every format."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from support.catalogue import SOUND

from ecoreport.check import Checked
from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.report.inputs import given
from ecoreport.yearfile.model import Report
from ecoreport.yearfile.reader import parse
from ecoreport.years import filings
from ecoreport.years.filings import FILED, UNFILLED, UNREADABLE, WRONG, Filing, absent, filing

GOOD = Filing("示例县教育局", "教育", 2024, FILED, (), dt.date(2025, 1, 20), "按期", 0, 0, 0)


def _checked(text: str, *found: tuple[str, Severity]) -> Checked:
    problems = tuple(Problem(*one, "", "data/2024.yaml") for one in found)
    return Checked(given(b"", "x"), parse(text.encode(), "x") if text else None, problems)


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
    made = filing("示例县教育局", "教育", 2024, _checked(text))
    assert (made.date, made.deadline) == (dt.date.fromisoformat(date) if date else None, deadline)


@pytest.mark.parametrize(
    ("code", "state", "counts"),
    [("E217", UNFILLED, (1, 0, 1)), ("E218", UNFILLED, (1, 0, 1)), ("E402", FILED, (0, 1, 1))],
)
def test_open_places_are_counted_apart_from_errors(code: str, state: str, counts: tuple[int, int, int]) -> None:
    """And warnings apart from both; hints count for nothing."""
    found = (code, Severity.ERROR), ("W515", Severity.WARNING), ("H701", Severity.HINT)
    made = filing("示例县教育局", "教育", 2024, _checked(SOUND, *found))
    assert (made.filed, (made.open, made.errors, made.warnings)) == (state, counts)


def test_a_part_is_missing_where_nothing_is_written_in_it() -> None:
    """No key, no item, or a title alone; other parts are asked of nobody."""
    text = "year: 2024\nissuer: 示例县教育局\nmeasures: {title: 甲}\nnext_year_plan: [{text: 文。}]\nshortcomings: []\n"
    assert filing("示例县教育局", "教育", 2024, _checked(text)).missing == ("举措", "不足", "职责")
    other = "sections: [{kind: other, title: 甲, text: 文。}, {kind: measures, text: 文。}]\n"
    made = filing("示例县教育局", "教育", 2024, _checked("year: 2024\nissuer: 示例县教育局\n" + other))
    assert made.missing == ("不足", "职责", "安排")
    assert filing("示例县教育局", "教育", 2024, _checked(SOUND)) == GOOD


@pytest.mark.parametrize(
    ("checked", "state"),
    [
        (_checked("", ("E201", Severity.ERROR)), WRONG),
        (_checked("", ("E110", Severity.ERROR)), UNREADABLE),
        (_checked("", ("E101", Severity.ERROR)), UNREADABLE),
        (Checked(given(b"", "x"), None, (), unread=PermissionError(13, "no")), UNREADABLE),
    ],
    ids=["a wrong key", "no YAML", "another encoding", "no permission"],
)
def test_a_file_that_gives_no_report(checked: Checked, state: str) -> None:
    """Wrong in what it says, or not to be read at all; of its parts and date nothing can be said."""
    made = filing("示例县教育局", "教育", 2024, checked)
    assert (made.filed, made.missing, made.date, made.deadline) == (state, None, None, "")


@pytest.mark.parametrize(
    ("row", "good", "begun"),
    [
        (GOOD, True, True),
        (replace(GOOD, warnings=3), True, True),
        (replace(GOOD, deadline="过了4月1日"), True, True),
        (replace(GOOD, missing=("举措",)), False, False),
        (replace(GOOD, errors=1), False, False),
        (replace(GOOD, open=1), False, True),
        (replace(GOOD, filed=UNFILLED, open=1), False, True),
        (absent("示例县教育局", "教育", 2024), False, False),
    ],
    ids=["filed", "warnings", "late", "a part missing", "an error", "an open place", "unfilled", "absent"],
)
def test_what_is_left_to_ask_the_bureau_for(row: Filing, *, good: bool, begun: bool) -> None:
    """Warnings and a late date are not; in a draft neither is what is still open."""
    assert (row.good, row.begun) == (good, begun)


def test_rows_on_a_terminal_and_for_excel() -> None:
    """What is not there has dashes and no noughts; a folder that looks like a formula stays a text."""
    rows = [
        GOOD,
        replace(GOOD, folder="=局", missing=("举措", "不足"), open=2),
        absent("示例局", "局", 2024, filings.UNSEEN),
    ]
    assert filings.as_text(rows) == (
        "单位          文件夹  年度  报送    四个部分      成文日期    期限  待填  错误  警告\n"
        "示例县教育局  教育    2024  已报送  齐            2025-01-20  按期  0     0     0\n"
        "示例县教育局  =局     2024  已报送  缺举措、不足  2025-01-20  按期  2     0     0\n"
        "示例局        局      2024  没有查  —             —           —     —     —     —\n"
    )
    assert filings.as_csv(rows[1:]) == (
        "\ufeff单位,文件夹,年度,报送,四个部分,成文日期,期限,待填,错误,警告\r\n"
        "示例县教育局,'=局,2024,已报送,缺举措、不足,2025-01-20,按期,2,0,0\r\n"
        "示例局,局,2024,没有查,—,—,—,—,—,—\r\n"
    )
    assert absent("示例局", "局", 2024).filed == filings.ABSENT


def _figures(year: int, figures: str) -> Report:
    return parse(f"year: {year}\nissuer: 示例县教育局\nfigures: {{{figures}}}\n".encode(), "x").report


BUREAUS = {
    "示例县教育局": {2023: _figures(2023, "立案: 8起"), 2024: _figures(2024, "立案: 待填, 罚款: 1.5万元")},
    "示例区生态环境局": {2024: _figures(2024, "立案: 3件, 完成: 3/4")},
}


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        ("text", ["单位              指标  2023年  2024年",
                  "示例县教育局      立案  8起     【待填】",
                  "示例县教育局      罚款  —       1.5万元",
                  "示例区生态环境局  立案  —       3件",
                  "示例区生态环境局  完成  —       3/4"]),
        ("md", ["| 单位 | 指标 | 2023年 | 2024年 |",
                "|---|---|---|---|",
                "| 示例县教育局 | 立案 | 8起 | 【待填】 |",
                "| 示例县教育局 | 罚款 | — | 1.5万元 |",
                "| 示例区生态环境局 | 立案 | — | 3件 |",
                "| 示例区生态环境局 | 完成 | — | 3/4 |"]),
        ("csv", ["\ufeff单位,指标,计量单位,2023年,2024年,2023年印出,2024年印出",
                 "示例县教育局,立案,起,8,【待填】,8起,【待填】",
                 "示例县教育局,罚款,元,,15000,,1.5万元",
                 "示例区生态环境局,立案,件,,3,,3件",
                 "示例区生态环境局,完成,,,3,,'3/4"]),
    ],
)  # fmt: skip
def test_figures_of_bureaus_side_by_side(form: str, lines: list[str]) -> None:
    """A line each bureau and figure, a column each year; what is open stands in the line of its unit."""
    assert filings.MATRICES[form](BUREAUS).splitlines() == lines


def test_a_figure_that_changed_its_unit_has_a_line_for_each() -> None:
    """They must not be added up."""
    years = {2023: _figures(2023, "立案: 8起"), 2024: _figures(2024, "立案: 9件")}
    assert filings.MATRICES["csv"]({"示例县教育局": years}).splitlines()[1:] == [
        "示例县教育局,立案,件,,9,,9件",
        "示例县教育局,立案,起,8,,8起,",
    ]


def test_figures_of_bureaus_as_json() -> None:
    """One object a bureau, figure and year, the years in order; nothing is an empty list."""
    told = json.loads(filings.MATRICES["json"](BUREAUS))
    assert [(one["bureau"][:3], one["name"], one["year"], one["value"], one["whole"], one["open"]) for one in told] == [
        ("示例县", "立案", 2023, 8, None, False),
        ("示例县", "立案", 2024, None, None, True),
        ("示例县", "罚款", 2024, 15000, None, False),
        ("示例区", "立案", 2024, 3, None, False),
        ("示例区", "完成", 2024, 3, 4, False),
    ]
    assert filings.MATRICES["json"]({}) == "[]\n"
