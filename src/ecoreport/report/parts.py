"""The parts of a report: order, titles, dates, what people call each place, the names that texts may use."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from ecoreport.problems.diagnostic import Path
from ecoreport.report.expressions import Piece
from ecoreport.yearfile.fields import Place, lines_of, roles
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
GENERATED: Mapping[str, str] = {"measures": "measure", "shortcomings": "shortcoming", "next_year_plan": "plan"}
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
    below = (getattr(report, name) for name, form in lines_of(Report) if form.place is Place.IMPRINT)
    return bool(sent_to(report) or any(below))


def sections_of(report: Report) -> tuple[tuple[tuple[str | int, ...], Section], ...]:
    """The sections in the order of the report, each with its path: `sections`, or the four keys as in the law."""
    if report.sections:
        return tuple((("sections", at), section) for at, section in enumerate(report.sections))
    plain = ((kind, getattr(report, kind)) for kind in TITLES)
    return tuple(((kind,), section) for kind, section in plain if section is not None)


def content_at(report: Report, path: Path) -> object:
    """The value at `path`; None where there is none."""
    here: object = report
    for part in path:
        here = here[part] if isinstance(part, int) and isinstance(here, tuple) else getattr(here, str(part), None)
    return here


def generated_id(kind: str, number: int) -> str:
    """The id that an import gives to an item of a kind of section that has one in GENERATED: measure-1."""
    return f"{GENERATED[kind]}-{number}"


def is_generated(name: str) -> bool:
    """Whether an id may be one that an import gave, which says where an item stood and nothing of what it is."""
    stem, _, number = name.rpartition("-")
    return stem in GENERATED.values() and number.isdecimal()


def section_path(path: Path) -> Path:
    """The path of the section or attachment that `path` is or lies in; of a text of the file itself its key."""
    return path[:2] if path[0] in ("sections", "attachments") else path[:1]


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
    top = _top_on(report, path)
    if top is None:
        return
    name, here, content = top
    kind = name
    while True:
        yield name, here, content
        match path[len(here) :]:
            case ("items", int(at), *_):
                item = content.items[at]
                name = f"{kind}“{item.id}”" if item.id else f"{name}第{at + 1}条"
                here, content = (*here, "items", at), item
            case _:
                return


def _top_on(report: Report, path: Path) -> tuple[str, Path, Content] | None:
    """The section or attachment that `path` lies in; asked for at once, for a report may have thousands of places."""
    match path:
        case ("attachments", int(at), *_) if at < len(report.attachments):
            return f"附件{at + 1}", path[:2], report.attachments[at]
        case ("sections", int(at), *_) if at < len(report.sections):
            return KINDS[report.sections[at].kind], path[:2], report.sections[at]
        case (str(key), *_) if key in TITLES and not report.sections and (section := getattr(report, key)) is not None:
            return KINDS[section.kind], path[:1], section
    return None


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
