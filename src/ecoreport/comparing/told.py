"""What changed, in the words of a Chinese summary: what every format for people says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ecoreport.comparing.changes import Change, Comparison, ContentChange, Fate, FigureChange
from ecoreport.stretches import Stretch
from ecoreport.succession import Suspicion

CHANGES: Mapping[Change, str] = {
    Change.ADDED: "新增",
    Change.REMOVED: "删去",
    Change.CHANGED: "修改",
    Change.MOVED: "移动",
}
FATES: Mapping[Fate, str] = {
    Fate.REPEATED: "又写了一遍",
    Fate.ANSWERED: "已按安排解决",
    Fate.GONE: "不再提，也没有落实的交代",
}
_ODD: Mapping[Suspicion, str] = {
    Suspicion.NONE: "",
    Suspicion.SAME: "与上年一样，请核对",
    Suspicion.LEAP: "相差五倍以上，请核对",
    Suspicion.SCALE: "差一万倍，请核对单位",
}
NOTHING = "没有变化"


class Row(NamedTuple):
    """A figure's line in a table."""

    name: str
    old: str
    new: str
    change: str
    remark: str


def title(comparison: Comparison) -> str:
    """What is compared with what."""
    return f"{comparison.new.issuer}：{comparison.old.name} → {comparison.new.name}"


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """The figures as lines of a table."""
    return tuple(_row(figure, consecutive=comparison.consecutive) for figure in comparison.figures)


def heads(comparison: Comparison) -> Row:
    """The heads of their columns."""
    names = (side.name for side in (comparison.old, comparison.new))
    old, new = names
    return Row("指标", old, new, "增减", "说明")


def _row(figure: FigureChange, *, consecutive: bool) -> Row:
    per_cent = f"（{figure.per_cent:+}%）" if figure.per_cent else ""
    return Row(figure.name, figure.old or "—", figure.new or "—", figure.shown + per_cent, _remark(figure, consecutive))


def _remark(figure: FigureChange, consecutive: bool) -> str:  # noqa: FBT001
    before = "上年" if consecutive else "原来"
    if figure.change is Change.ADDED:
        return f"{before}没有"
    if figure.change is Change.REMOVED:
        return "没有了"
    if figure.change is Change.UNIT:
        return "单位变了，不能比较"
    told = [f"上年数调整为{figure.base}：{figure.restated}"] if figure.base else []
    return "；".join(filter(None, (*told, _ODD[figure.suspicion])))


def contents(comparison: Comparison) -> Iterator[tuple[str, ContentChange]]:
    """Each changed part with the words that say what became of it: 修改并移动 举措“study”."""
    for change in comparison.contents:
        moved = "并移动" if change.moved and change.change is not Change.MOVED else ""
        yield f"{CHANGES[change.change]}{moved} {change.place}", change


def is_whole(part: Sequence[Stretch]) -> bool:
    """Whether a paragraph came or went as a whole, and its mark says all."""
    return len(part) == 1


def plan_head(comparison: Comparison) -> str:
    """How much of last year's plan was carried out."""
    done = sum(bool(outcome.measures) for outcome in comparison.plan)
    left = len(comparison.plan) - done
    return f"上年的安排：{len(comparison.plan)}项，{done}项有落实" + (f"，{left}项没有" if left else "")


def shortcomings_head(comparison: Comparison) -> str:
    """How many of last year's shortcomings became what."""
    counted = Counter(outcome.fate for outcome in comparison.shortcomings)
    shown = "，".join(f"{counted[fate]}条{told}" for fate, told in FATES.items() if counted[fate])
    return f"上年的不足：{len(comparison.shortcomings)}条，{shown}"


def figures_head(comparison: Comparison) -> str:
    """How many figures changed, and how many are to be looked at."""
    counted = Counter(figure.change for figure in comparison.figures)
    words = ((Change.CHANGED, "变了"), (Change.ADDED, "新增"), (Change.REMOVED, "没有了"), (Change.UNIT, "换了单位"))
    odd = sum(figure.suspicion is not Suspicion.NONE for figure in comparison.figures)
    told = [f"{counted[change]}个{word}" for change, word in words if counted[change]]
    return "指标：" + "，".join(told + ([f"{odd}个请核对"] if odd else []))


def contents_head(comparison: Comparison) -> str:
    """How many parts were added, removed, changed, moved."""
    counted = Counter(change.change for change in comparison.contents)
    return "内容：" + "，".join(f"{word}{counted[change]}处" for change, word in CHANGES.items() if counted[change])


def copied_head(comparison: Comparison) -> str:
    """How many sentences were carried over."""
    return f"与上年几乎一样的句子：{len(comparison.copied)}句"
