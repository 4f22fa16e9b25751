"""The parts of a report: order, titles, dates, what people call each place, the names that texts may use."""

import datetime as dt
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from ecoreport.problems.diagnostic import Path
from ecoreport.report._year_on_year import NAME, LastYear
from ecoreport.report.expressions import Names
from ecoreport.yearfile.fields import Place, lines_of, roles
from ecoreport.yearfile.model import Content, Report, Section, Shortcoming

TITLES: Mapping[str, str] = {
    "measures": "主要举措和成效",
    "shortcomings": "存在的不足和原因",
    "leader_duties": "党政主要负责人履行推进法治建设第一责任人职责情况",
    "next_year_plan": "{next_year}年主要安排",
}
KINDS: Mapping[str, str] = {
    "measures": "举措",
    "shortcomings": "不足",
    "leader_duties": "职责",
    "next_year_plan": "安排",
    "other": "其他部分",
}
DEFAULT_SHORTCOMING = "{{ 问题 }}。主要原因是{{ 原因 }}。"
DEFAULT_WITHOUT_CAUSE = "{{ 问题 }}。"
_END_MARKS = "。．.；;，, \n"


def red_head(report: Report) -> str:
    """发文机关标志 as it is printed; empty where there is none."""
    if report.red_head is False:
        return ""
    return report.red_head or (f"{report.issuer}文件" if report.number else "")


def sent_to(report: Report) -> tuple[str, ...]:
    """The addressees that stand in the 版记, not above the text."""
    return report.addressees if report.addressees_in_imprint else ()


def has_imprint(report: Report) -> bool:
    """Whether a 版记 is printed."""
    below = (getattr(report, name) for name, form in lines_of(Report) if form.place is Place.IMPRINT)
    return bool(sent_to(report) or any(below))


def figure_names(report: Report, earlier: Mapping[int, Report]) -> Names:
    """The names that every text of the report may use: its figures, and 上年 for last year's."""
    previous = earlier.get(report.year - 1)
    last = LastYear(report.year - 1, report.figures, previous.figures if previous else None)
    return {**report.figures, NAME: last}


def sections_of(report: Report) -> tuple[tuple[tuple[str | int, ...], Section], ...]:
    """The sections in the order of the report, each with its path: `sections`, or the four keys as in the law."""
    if report.sections:
        return tuple((("sections", at), section) for at, section in enumerate(report.sections))
    plain = ((kind, getattr(report, kind)) for kind in TITLES)
    return tuple(((kind,), section) for kind, section in plain if section is not None)


def place(report: Report, path: Path) -> str:
    """The place of `path` in the report: its item by id, else by number, and which part of it is meant."""
    found = [*_contents_on(report, path)]
    if not found:
        return title_of(Report, str(path[0])) if path else ""
    name, start, content = found[-1]
    key = str(next(iter(path[len(start) :]), ""))
    role = roles(type(content)).get(key)
    return f"{name}的{title_of(type(content), key)}" if role and (role.words or role.holds) else name


def title_of(model: type[BaseModel], key: str) -> str:
    """What a field is called in Chinese; the key itself where the model has no such field."""
    field = model.model_fields.get(key)
    return (field and field.title) or key


def item_name(report: Report, path: Path) -> str:
    """The item or section at `path`, or around it, alone."""
    return next((name for name, _, _ in reversed([*_contents_on(report, path)])), "")


def _contents_on(report: Report, path: Path) -> Iterator[tuple[str, Path, Content]]:
    """The section or attachment and the items on the way to `path`, each with its name, its own path and itself."""
    tops: list[tuple[Path, str, Content]] = [(at, KINDS[one.kind], one) for at, one in sections_of(report)]
    tops += [(("attachments", at), f"附件{at + 1}", annex) for at, annex in enumerate(report.attachments)]
    for start, kind, top in tops:
        if path[: len(start)] != start:
            continue
        name, here, content = kind, start, top
        while True:
            yield name, here, content
            match path[len(here) :]:
                case ("items", int(at), *_):
                    item = content.items[at]
                    name = f"{kind}“{item.id}”" if item.id else f"{name}第{at + 1}条"
                    here, content = (*here, "items", at), item
                case _:
                    break


def default_title(report: Report) -> str:
    """The title of a report that names none."""
    return f"{report.issuer}{report.year}年法治政府建设情况报告"


def document_date(report: Report) -> dt.date:
    """The day of its documents: its own or, without one, the last that it reports on; never the clock's."""
    return report.date or dt.date(report.year, 12, 31)


def shortcoming_names(item: Shortcoming) -> Mapping[str, str]:
    """问题 and 原因, as far as the shortcoming gives them, for use in its own text; without end marks."""
    named = {"问题": item.problem, "原因": item.cause}
    return {name: text.strip().rstrip(_END_MARKS) for name, text in named.items() if text}


def shortcoming_text(item: Shortcoming) -> str:
    """What a shortcoming without an own text prints: its problem, and its cause where it is given."""
    if not item.problem:
        return ""
    return DEFAULT_SHORTCOMING if item.cause else DEFAULT_WITHOUT_CAUSE
