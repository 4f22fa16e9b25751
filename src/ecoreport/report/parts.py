"""The parts of a report: order, titles, dates, what people call each place, the names that texts may use."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from ecoreport.problems.diagnostic import Path
from ecoreport.report.expressions import Piece
from ecoreport.yearfile.model import Content, Report, Section

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
KEYS: Mapping[str, str] = {
    "title": "标题",
    "issuer": "发文机关",
    "date": "成文日期",
    "addressees": "主送机关",
    "addressees_in_imprint": "主送移到版记",
    "number": "发文字号",
    "signer": "签发人",
    "red_head": "发文机关标志",
    "signed": "署名",
    "seal": "盖章",
    "layout": "版式",
    "lead": "导语",
    "figures": "指标",
    "annotation": "附注",
    "attachments": "附件",
    "cc": "抄送机关",
    "printer": "印发机关",
    "print_date": "印发日期",
}
_FIELDS: Mapping[str, str] = {
    "title": "的标题",
    "text": "的正文",
    "problem": "的问题",
    "cause": "的原因",
    "table": "的表格",
    "charts": "的图",
}
LENT: Mapping[str, str] = {"问题": "problem", "原因": "cause"}  # to a shortcoming's own text, by its keys
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
    return bool(sent_to(report) or report.cc or report.print_date or report.printer)


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
        return KEYS.get(str(path[0]), str(path[0])) if path else ""
    name, start = found[-1]
    return name + next((_FIELDS[str(part)] for part in path[len(start) :] if part in _FIELDS), "")


def item_name(report: Report, path: Path) -> str:
    """The item or section at `path`, or around it, alone."""
    return ([*_contents_on(report, path)] or [("", ())])[-1][0]


def _contents_on(report: Report, path: Path) -> Iterator[tuple[str, Path]]:
    """The section or attachment and the items on the way to `path`, each with its name and its own path."""
    tops: list[tuple[Path, str, Content]] = [(at, KINDS[one.kind], one) for at, one in sections_of(report)]
    tops += [(("attachments", at), f"附件{at + 1}", annex) for at, annex in enumerate(report.attachments)]
    for start, kind, top in tops:
        if path[: len(start)] != start:
            continue
        name, here, content = kind, start, top
        while True:
            yield name, here
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


def lent(pieces: Sequence[Piece]) -> str:
    """What a problem or a cause, which prints these pieces, lends to a text: without blanks around it and end marks."""
    [*before, last] = (piece.text for piece in pieces)
    return ("".join(before) + last.rstrip().rstrip(_END_MARKS)).strip()


def shortcoming_text(names: Mapping[str, str]) -> str:
    """What a shortcoming without an own text prints: its problem, and its cause where it is given; see LENT."""
    if "问题" not in names:
        return ""
    return f"{names['问题']}。" + (f"主要原因是{names['原因']}。" if "原因" in names else "")


DEFAULT_SHORTCOMING = shortcoming_text({name: f"{{{{ {name} }}}}" for name in LENT})
