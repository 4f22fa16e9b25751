"""Where something stands in a report, as people say it: 举措“study”, 不足第2条, 导语."""

from collections.abc import Iterator, Mapping

from ecoreport.problems.diagnostic import Path
from ecoreport.report.parts import sections_of
from ecoreport.yearfile.model import Content, Report

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
