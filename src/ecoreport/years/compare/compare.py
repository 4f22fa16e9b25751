"""Two reports to all that changed between them."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from ecoreport.problems.diagnostic import dotted
from ecoreport.report.context import Context
from ecoreport.report.parts import KEYS, item_name
from ecoreport.text.dates import long_date
from ecoreport.yearfile.model import Item, Report
from ecoreport.years.compare._changes import Comparison, FieldChange, Side
from ecoreport.years.compare._contents import content_changes
from ecoreport.years.compare._figures import figure_changes
from ecoreport.years.compare._years import copied_sentences, plan_outcomes, shortcoming_outcomes

_FIELDS = (
    "issuer", "date", "addressees", "addressees_in_imprint", "number", "signer", "red_head", "signed", "seal",
    "cc", "printer", "print_date", "layout",
)  # fmt: skip
_FORMS = {"numbering": "下级编号", "numbered": "是否编号", "run_in": "标题接排", "continued": "编号接续"}


def compare(old: Context, new: Context, names: tuple[str, str]) -> Comparison:
    """What changed from `old` to `new`; `names` are what the user called them."""
    sides = _side(names[0], old.report), _side(names[1], new.report)
    consecutive = sides[1].year == sides[0].year + 1
    return Comparison(
        *sides,
        figures=tuple(figure_changes(old, new, consecutive=consecutive)),
        fields=tuple(_fields(old.report, new.report)),
        contents=tuple(content_changes(old, new)),
        plan=tuple(plan_outcomes(old, new)) if consecutive else (),
        shortcomings=tuple(shortcoming_outcomes(old, new)) if consecutive else (),
        copied=tuple(copied_sentences(old, new)) if consecutive else (),
    )


def narrowed(comparison: Comparison, parts: Collection[str]) -> Comparison:
    """Only the parts asked for, of "figures" and "plan"; all of them where none is named."""
    if parts:
        comparison = replace(comparison, fields=(), contents=(), copied=())
        if "figures" not in parts:
            comparison = replace(comparison, figures=())
        if "plan" not in parts:
            comparison = replace(comparison, plan=(), shortcomings=())
    return comparison


def _side(name: str, report: Report) -> Side:
    return Side(name, report.year, report.issuer)


def _fields(old: Report, new: Report) -> Iterator[FieldChange]:
    for key in _FIELDS:
        before, after = (_printed(report, key) for report in (old, new))
        if before != after:
            yield FieldChange(key, KEYS[key], before, after)
    for name in sorted(name for name in new.figures if name in old.figures):
        for key, told in (("source", "来源"), ("note", "说明")):
            before, after = (getattr(one.figures[name], key) or "" for one in (old, new))
            if before != after:
                yield FieldChange(f"figures.{name}.{key}", f"指标“{name}”的{told}", before, after)
    yield from (FieldChange("assertions", "核对式", one, "") for one in old.assertions if one not in new.assertions)
    yield from (FieldChange("assertions", "核对式", "", one) for one in new.assertions if one not in old.assertions)
    if old.year == new.year:
        yield from _links(old, new)
        yield from _forms(old, new)


def _links(old: Report, new: Report) -> Iterator[FieldChange]:
    """Of two versions of a year: which plan an item carries out, which shortcoming it answers, what was restated."""
    for name in sorted(name for name in new.figures if name in old.figures):
        for key, told in (("previous", "上年数"), ("restated", "调整理由")):
            before, after = (str(getattr(one.figures[name], key) or "") for one in (old, new))
            if before != after:
                yield FieldChange(f"figures.{name}.{key}", f"指标“{name}”的{told}", before, after)
    for key, told in (("carries_out", "落实的上年安排"), ("answers", "回应的不足")):
        sides = [{item.id: getattr(item, key) for item in _with(one, key) if item.id} for one in (old, new)]
        for name in (name for name in sides[1] if name in sides[0] and sides[0][name] != sides[1][name]):
            before, after = ("、".join(side[name]) for side in sides)
            yield FieldChange(f"{name}.{key}", f"“{name}”{told}", before, after)


def _forms(old: Report, new: Report) -> Iterator[FieldChange]:
    """Of two versions of a year: how the parts that stand at one place in both are numbered and set."""
    sides = [dict(Context(one).all_contents) for one in (old, new)]
    for path in (path for path in sides[1] if path in sides[0]):
        for key, told in _FORMS.items():
            before, after = (_said(getattr(side[path], key, None)) for side in sides)
            if before != after:
                name = f"{item_name(new, path)}的{told}"
                yield FieldChange(f"{dotted(path)}.{key}", name, before, after)


def _with(report: Report, key: str) -> Iterator[Item]:
    return (item for _, item in Context(report).contents if isinstance(item, Item) and hasattr(item, key))


def _printed(report: Report, key: str) -> str:
    value = getattr(report, key)
    if isinstance(value, tuple):
        return "、".join(value)
    return long_date(value) if value and key.endswith("date") else _said(value)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value or "")
