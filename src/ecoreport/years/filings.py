"""What bureaus have filed: a row for each bureau and year, in every format, and what to remind them of."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.report.markdown import pipes
from ecoreport.report.parts import sections_of
from ecoreport.text.columns import columns
from ecoreport.text.dates import long_date
from ecoreport.text.placeholders import CODES
from ecoreport.yearfile.model import Report
from ecoreport.years._spreadsheet import cell, sheet

HANDED_IN, PUBLISHED = (3, 1), (4, 1)  # 《法治政府建设与责任落实督察工作规定》: before these days of the next year
_NAMES: Mapping[str, str] = {
    "measures": "举措", "shortcomings": "不足", "leader_duties": "职责", "next_year_plan": "安排",
}  # fmt: skip
STATES = FILED, UNFILLED, WRONG, UNREADABLE, ABSENT, UNSEEN = "已报送", "没填完", "有错误", "读不出", "未报送", "没有查"
_IN_TIME, _LATE, _VERY_LATE, _UNDATED = "按期", "过了3月1日", "过了4月1日", "没有日期"
_HEAD = ("单位", "来自", "年度", "报送", "四个部分", "成文日期", "期限", "待填", "错误", "警告", "改动", "说明")
_NONE = "—"
# Nothing of a file with one of these can be told.
_NO_PART = "E601"
_NO_YAML = frozenset({"E101", "E102", "E103", "E110", "E117", "E118", "E119"})


@dataclass(frozen=True, slots=True)
class Filing:
    """One bureau's year: whether it is there, whole, sound and in time; `folder` is where it comes from.

    `first` is its first error, as it is told with the line, else what is to be known of it; `changed` is the day of the
    last change.
    """

    bureau: str
    folder: str
    year: int
    filed: str
    missing: tuple[str, ...] | None = None  # of the four parts; None where the file cannot be read
    date: dt.date | None = None
    deadline: str = ""
    open: int = 0
    errors: int = 0
    warnings: int = 0
    changed: dt.date | None = None
    first: str = ""

    @property
    def good(self) -> bool:
        """Whether nothing is left to ask the bureau for; a report that is late cannot be mended."""
        return self.filed == FILED and not self.missing


def absent(bureau: str, folder: str, year: int, filed: str = ABSENT) -> Filing:
    """A year of which there is no file, or none that could be looked into, for the reason `filed`."""
    return Filing(bureau, folder, year, filed)


def filing(  # noqa: PLR0913, PLR0917 - whose, of when, and what was found of it
    bureau: str,
    folder: str,
    year: int,
    report: Report | None,
    problems: Sequence[Problem],
    changed: dt.date | None = None,
    unread: str = "",
    note: str = "",
) -> Filing:
    """What there is to say of a year whose file is there; one with errors is not filed, for no report comes of it.

    `report` is None where it cannot be read; `unread` says why where that is no problem of its contents. `note` is told
    of one that has no errors.
    """
    wrong = [one for one in problems if one.severity is Severity.ERROR and one.code not in CODES]
    unfilled = sum(problem.code in CODES for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    first = unread or _first(wrong) or note
    found = Filing(
        bureau, folder, year, WRONG, open=unfilled, errors=len(wrong), warnings=warnings, changed=changed, first=first
    )
    if report is None:
        broken = unread or any(problem.code in _NO_YAML for problem in problems)
        return replace(found, filed=UNREADABLE if broken else WRONG)
    written = {section.kind for _, section in sections_of(report) if section.text or section.table or section.items}
    missing = tuple(name for kind, name in _NAMES.items() if kind not in written)
    state = WRONG if wrong else UNFILLED if unfilled else FILED
    return replace(found, filed=state, missing=missing, date=report.date, deadline=_deadline(year, report.date))


def _first(wrong: Sequence[Problem]) -> str:
    """The first error with its place; of parts that are missing the row tells by itself."""
    first = next((one for one in wrong if one.code != _NO_PART), None)
    if first is None:
        return ""
    return f"第{first.line}{first.unit or '行'}：{first.message}" if first.line else first.message


def _deadline(year: int, date: dt.date | None) -> str:
    """How the date stands to the two deadlines of the year after."""
    if date is None:
        return _UNDATED
    if date < dt.date(year + 1, *HANDED_IN):
        return _IN_TIME
    return _LATE if date < dt.date(year + 1, *PUBLISHED) else _VERY_LATE


def _row(one: Filing) -> tuple[str, ...]:
    parts = _NONE if one.missing is None else "缺" + "、".join(one.missing) if one.missing else "齐"
    there = one.filed not in (ABSENT, UNSEEN)
    counts = (str(count) if there else _NONE for count in (one.open, one.errors, one.warnings))
    days = str(one.date or _NONE), one.deadline or _NONE
    return (
        one.bureau,
        one.folder,
        str(one.year or _NONE),
        one.filed,
        parts,
        *days,
        *counts,
        str(one.changed or _NONE),
        one.first,
    )


def _sums(filings: Sequence[Filing]) -> tuple[str, ...]:
    """The foot of the table."""
    states = Counter(one.filed for one in filings)
    filed = "、".join(f"{state}{states[state]}" for state in STATES if states[state])
    whole = sum(one.missing == () for one in filings)
    in_time = sum(one.deadline == _IN_TIME for one in filings)
    counts = (sum(getattr(one, name) for one in filings) for name in ("open", "errors", "warnings"))
    return _whose(filings), "", "", filed, f"齐{whole}", "", f"按期{in_time}", *map(str, counts), "", ""


def _whose(filings: Sequence[Filing]) -> str:
    """How many bureaus; and how many files, where some came twice or do not tell whose they are."""
    known = [(one.bureau, one.year) for one in filings if one.year]
    bureaus = len({bureau for bureau, _ in known})
    files = sum(one.filed != ABSENT for one in filings)
    return f"合计{bureaus}个" if len({*known}) == len(filings) else f"合计{bureaus}个单位，{files}份文件"


def rows(filings: Sequence[Filing]) -> list[tuple[str, ...]]:
    """The table's head and a row each, without the sums."""
    return [_HEAD, *map(_row, filings)]


def _table(filings: Sequence[Filing]) -> list[tuple[str, ...]]:
    return [*rows(filings), _sums(filings)]


def as_text(filings: Sequence[Filing]) -> str:
    """In columns for a terminal."""
    return "".join(f"{line}\n" for line in columns(_table(filings)))


def as_markdown(filings: Sequence[Filing]) -> str:
    """A GFM table."""
    return "".join(f"{line}\n" for line in pipes(_table(filings)))


def as_csv(filings: Sequence[Filing]) -> str:
    """For Excel: a line a bureau and year, and no sums."""
    return sheet([cell(text) for text in row] for row in rows(filings))


FORMATS: Mapping[str, Callable[[Sequence[Filing]], str]] = {"text": as_text, "md": as_markdown, "csv": as_csv}


def as_blocks(filings: Sequence[Filing]) -> tuple[Block, ...]:
    """A page with the table under a title."""
    years = "、".join(str(year) for year in sorted({one.year for one in filings}))
    head, *rows, sums = _table(filings)
    centred = tuple(name not in ("单位", "来自", "说明") for name in head)
    title = Paragraph(Kind.TITLE, f"{years}年度法治政府建设情况\n报告报送情况")
    return title, TableBlock(head, (*rows, sums), centred)


def reminders(filings: Sequence[Filing]) -> Iterator[str]:
    """For each bureau that is late or lacks something a paragraph that can be sent as it stands."""
    for one in filings:
        if lacks := tuple(_lacks(one)):
            yield f"{one.bureau}：\n\u3000\u3000{'；'.join(lacks)}。{_asked(one)}\n"


def _lacks(one: Filing) -> Iterator[str]:
    """What is to be said of it, none where nothing is."""
    report = f"贵单位{one.year}年度法治政府建设情况报告" if one.year else f"贵单位报送的“{one.folder}”"
    if one.filed == ABSENT:
        yield f"{report}还没有收到"
    elif one.filed == UNREADABLE:
        yield f"{report}读不出" + (f"：{one.first}" if one.first else "")
    elif one.filed != UNSEEN:
        first = f"（{one.first}）" if one.first else ""
        told = [f"有{one.errors}处错误{first}"] if one.errors and (first or not one.missing) else []
        told += [f"有{one.open}处还没有填"] if one.open else []
        told += [f"缺少{'、'.join(map(_PARTS.__getitem__, one.missing))}"] if one.missing else []
        told += ["没有成文日期"] if one.deadline == _UNDATED else []
        if one.date and one.deadline in (_LATE, _VERY_LATE):
            told.append(f"成文日期是{long_date(one.date)}，{one.deadline}")
        yield from [f"{report}{told[0]}", *told[1:]] if told else ()


_PARTS: Mapping[str, str] = {
    "举措": "主要举措和成效", "不足": "存在的不足和原因", "职责": "主要负责人履行第一责任人职责情况",
    "安排": "下一年度主要安排",
}  # fmt: skip


def _asked(one: Filing) -> str:
    """What the bureau is asked to do."""
    law, day = "《法治政府建设与责任落实督察工作规定》", f"{one.year + 1}年{HANDED_IN[0]}月{HANDED_IN[1]}日"
    if one.filed == ABSENT:
        return f"按照{law}，报告应在{day}之前报送，请抓紧报来。"
    if one.good and one.deadline != _UNDATED:
        return f"按照{law}，报告应在{day}之前报送，请说明原因，下一年度按期报送。"
    return "请补正后重新报送。"
