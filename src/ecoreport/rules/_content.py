"""Rules over what a report must say: the parts that the law asks for, causes, answers, the date."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from ecoreport.problems.diagnostic import Edit, Finding
from ecoreport.report.parts import sections_of
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.dates import long_date
from ecoreport.yearfile.model import NextYearPlan, Plan, Section, Shortcoming

REQUIRED: Mapping[str, str] = {
    "measures": "主要举措和成效",
    "shortcomings": "不足和原因",
    "leader_duties": "党政主要负责人履行推进法治建设第一责任人职责情况",
    "next_year_plan": "下一年度主要安排",
}
_LED_CAUSE = r"其?(?:主要)?原因(?:主要)?(?:是|在于|为|：|，)[：，]?(?:因为|由于)?|(?:主要)?(?:是因为|是由于|因为|由于)"
_CAUSE = (
    r"因|由于|鉴于|源于|缘于|归结于|导致|造成|使得|囿于|归根|与[^，。；]{1,20}有关"
    r"|主要(?:是|在于)|(?:根源|症结|问题|关键|根子)(?:在于|在|是)|受[^，。；]{1,20}(?:限制|制约|影响)"
)


@rule("E602", "E601")
def required_sections(reading: Reading) -> Iterator[Finding]:
    """Four of the five parts of the regulation are required of every report, and not empty."""
    plain = [((kind,), getattr(reading.report, kind)) for kind in REQUIRED]
    found = [*sections_of(reading.report), *((path, section) for path, section in plain if section)]
    for kind, title in REQUIRED.items():
        own = [(path, section) for path, section in found if section.kind == kind]
        if not own and kind in reading.report.model_fields_set:
            yield Finding("E602", f"“{title}”这一部分是空的", (kind,), on_key=True, help="在下面写上内容，一条一个“- ”")
        elif not own:
            help_ = f"写上 {kind}:，或者在 sections 里加一块 kind: {kind}"
            yield Finding("E601", f"缺少“{title}”这一部分", help=help_)
        elif not any(_has_content(section) for _, section in own):
            yield Finding("E602", f"“{title}”这一部分是空的", own[0][0], on_key=True, help="写上内容")


def _has_content(section: Section) -> bool:
    return bool(section.text or section.items or section.table)


@rule("E603")
def shortcomings_have_causes(reading: Reading) -> Iterator[Finding]:
    """The regulation asks for 不足和原因."""
    for path, item in reading.context.contents:
        if isinstance(item, Shortcoming) and not item.cause and not re.search(_CAUSE, _all_text(item)):
            yield Finding("E603", "这条不足没有写原因", path, help="写上 cause，或者在正文里说明原因")


@rule("W525")
def causes_begin_at_once(reading: Reading) -> Iterator[Finding]:
    """A cause that begins with 主要原因是, which is printed before it anyway."""
    for path, item in reading.context.contents:
        if not isinstance(item, Shortcoming) or item.text or not item.problem or not item.cause:
            continue
        if match := re.match(_LED_CAUSE, item.cause):
            message = f"原因前面会印上“主要原因是”，这里又写了“{match[0]}”"
            edits = (Edit(match.span(), match[0], ""),)
            yield Finding("W525", message, (*path, "cause"), match.span(), help=f"去掉“{match[0]}”", edits=edits)


def _all_text(item: Shortcoming) -> str:
    own = (item.title, item.problem, item.text)
    below = (text for one in item.items for text in (one.title, one.text))
    return "".join(text or "" for text in (*own, *below))


@rule("W604", "H634")
def shortcomings_are_answered(reading: Reading) -> Iterator[Finding]:
    """Each shortcoming is answered by an item of next year's plan, as far as the plan says what it answers."""
    plans = [item for _, item in reading.context.contents if isinstance(item, Plan)]
    section = next((path for path, one in sections_of(reading.report) if isinstance(one, NextYearPlan)), None)
    if not plans and section is None:
        return
    answered = {name for plan in plans for name in plan.answers}
    if not answered:
        if any(isinstance(item, Shortcoming) for _, item in reading.context.contents):
            help_ = "在每条安排里写 answers: [它回应的不足的 id]，漏掉哪一条就看得出来"
            yield Finding("H634", "下一年度安排没有写明回应哪几条不足", section or (), on_key=True, help=help_)
        return
    for path, item in reading.context.contents:
        if isinstance(item, Shortcoming) and item.id not in answered:
            help_ = (
                f"在回应它的计划里写 answers: [{item.id}]"
                if item.id
                else "给它写上 id，在回应它的计划里写 answers: [这个id]"
            )
            yield Finding("W604", "下一年度安排里没有回应这条不足", path, help=help_)


@rule("W605", "W622", "E607")
def dated_in_time(reading: Reading) -> Iterator[Finding]:
    """A report has a date, after its year and before 1 March."""
    year, date = reading.report.year, reading.report.date
    if date is None and "date" in reading.report.model_fields_set:
        return  # 待填, and told as such
    if date is None:
        yield Finding("W605", "没有成文日期", ("date",), help=f"写上 date: {year + 1}-01-20 这样的日期")
    elif date >= dt.date(year + 1, 3, 1):
        message = f"成文日期{long_date(date)}，不在{year + 1}年3月1日之前"
        help_ = "年度报告应在次年3月1日之前报送；确实迟了就照实写，写明理由不再提示"
        if date.year > year + 1:
            help_ = f"多半是年份写错了：{year}年度的报告应在{year + 1}年3月1日之前报送"
        yield Finding("W622", message, ("date",), help=help_)
    elif date < dt.date(year, 12, 1):
        yield Finding("E607", f"成文日期在{year}年结束之前", ("date",), help="多半是年份没有改")
