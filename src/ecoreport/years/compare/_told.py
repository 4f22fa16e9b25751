"""What changed, in the words of a Chinese summary: what every format for people says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ecoreport.report.history import Suspicion
from ecoreport.report.indicators import indicator_of
from ecoreport.report.parts import KINDS
from ecoreport.text.diff import Segment
from ecoreport.text.standings import Standing
from ecoreport.years.compare._changes import (
    AnsweringMeasure,
    Change,
    Comparison,
    ContentChange,
    Fate,
    FigureChange,
    PlanOutcome,
    ShortcomingOutcome,
    TargetOutcome,
    Verdict,
)

CHANGES: Mapping[Change, str] = {
    Change.ADDED: "新增",
    Change.REMOVED: "删去",
    Change.CHANGED: "修改",
    Change.RENAMED: "改名",
    Change.SPLIT: "拆分",
    Change.MERGED: "合并",
    Change.MOVED: "移动",
}
FATES: Mapping[Fate, str] = {
    Fate.REPEATED: "又写了一遍",
    Fate.REWORDED: "还列着，内容换了",
    Fate.REPLACED: "编号没换，写的是另一条不足",
    Fate.OPEN: "还待填",
    Fate.ANSWERED: "没有再列，上年的安排有举措落实",
    Fate.GONE: "没有再列，上年的安排也没有落实",
    Fate.UNPLANNED: "没有再列，上年的安排没有写明回应它",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.MET: "达到目标",
    Verdict.MISSED: "没有达到目标",
    Verdict.PARTLY: "有的目标没有说到",
    Verdict.SILENT: "没有说到目标",
    Verdict.CARRIED: "有举措，没有写目标",
    Verdict.OPEN: "还待填",
    Verdict.LEFT: "没有落实",
}
_PLAN_MARKS: Mapping[Verdict, str] = {
    Verdict.MET: "√",
    Verdict.MISSED: "×",
    Verdict.PARTLY: "？",
    Verdict.SILENT: "？",
    Verdict.CARRIED: "○",
    Verdict.OPEN: "？",
    Verdict.LEFT: "×",
}
_STANDINGS: Mapping[Standing, str] = {
    Standing.MET: "达到",
    Standing.MISSED: "未达到",
    Standing.SILENT: "没有说到",
}
_ODD: Mapping[Suspicion, str] = {
    Suspicion.NONE: "",
    Suspicion.SAME: "与上年一样，请核对",
    Suspicion.LEAP: "相差五倍以上，请核对",
    Suspicion.SCALE: "差约一万倍，请核对单位",
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
    """The figures as lines of a table, those to be looked at first."""
    ordered = sorted(comparison.figures, key=lambda figure: figure.suspicion is Suspicion.NONE)
    return tuple(_row(figure, consecutive=comparison.consecutive) for figure in ordered)


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
    if figure.change is Change.OPEN:
        return "待填"
    told = [f"上年数调整为{figure.base}：{figure.restated}"] if figure.base else []
    return "；".join(filter(None, (*told, _worse(figure), _ODD[figure.suspicion])))


def _worse(figure: FigureChange) -> str:
    """That a figure of which less is better, 败诉, has risen, or one of which more is, 满意率, has fallen."""
    indicator = indicator_of(figure.name, figure.unit)
    return "变差" if indicator and figure.difference and indicator.better * figure.difference < 0 else ""


def shown(comparison: Comparison) -> tuple[ContentChange, ...]:
    """The changed parts that are worth a place of their own: not last year's plan and shortcomings, told of above."""
    told_above = (KINDS["next_year_plan"], KINDS["shortcomings"])

    def above(change: ContentChange) -> bool:
        return change.change is Change.REMOVED and change.kind in told_above and change.old.count("items[") == 1

    return tuple(change for change in comparison.contents if not (comparison.consecutive and above(change)))


def contents(comparison: Comparison) -> Iterator[tuple[str, ContentChange]]:
    """Each changed part with the words that say what became of it: 修改并移动 举措“…”（原第4条，现第3条）."""
    for change in shown(comparison):
        moved = "并移动" if change.moved and change.change is not Change.MOVED else ""
        yield f"{CHANGES[change.change]}{moved} {called(change, comparison)}{_moved(change)}", change


def called(change: ContentChange, comparison: Comparison) -> str:
    """What a part is called; of one that was renamed, split or merged, what it was called and what it became."""
    kind = "新一年的安排" if comparison.consecutive and change.kind == KINDS["next_year_plan"] else change.kind
    now = f"“{change.title}”" if change.title else change.place
    was = f"{kind}“{change.title_was}”" if change.title_was else change.place
    others = "".join(f"“{one.title}”" if one.title else f"、{one.place}" for one in change.others)
    match change.change:
        case Change.RENAMED:
            return f"{was} → {now}"
        case Change.SPLIT:
            return f"{was} → {now}{others}"
        case Change.MERGED:
            return f"{was}{others} → {now}"
        case _:
            return f"{kind}{now}" if change.title else change.place


def _moved(change: ContentChange) -> str:
    """Where it stood, and where in its list."""
    if change.section:
        return f"（原在“{change.section}”）"
    (_, _, old), (_, _, new) = change.old.rpartition("["), change.new.rpartition("[")
    return f"（原第{old.rstrip(']')}条，现第{new.rstrip(']')}条）" if change.moved and old != new else ""


def measures(found: Sequence[AnsweringMeasure]) -> str:
    """Measures by their headings, else by where they stand."""
    return "；".join(f"举措“{one.title}”" if one.title else one.place for one in found)


def plan_mark(outcome: PlanOutcome) -> str:
    """√ where every target was met, × where one was missed or nothing was done, ○ without targets, else ？."""
    return _PLAN_MARKS[outcome.verdict]


def plan_told(outcome: PlanOutcome) -> str:
    """What became of an item of last year's plan: its targets, and the measures that carry it out."""
    again = "，今年又列入安排" if outcome.again else ""
    if outcome.open:
        return f"{measures(outcome.measures)}（还待填）"
    done = measures(outcome.measures) or "没有举措落实" + again
    return "；".join((*map(target_told, outcome.targets), done if outcome.targets else _untargeted(outcome, done)))


def _untargeted(outcome: PlanOutcome, done: str) -> str:
    return f"{done}（没有写目标）" if outcome.measures else done


def target_told(outcome: TargetOutcome) -> str:
    """评查案卷不少于60卷：未达到（评查案卷25卷）."""
    said = f"（{outcome.said}）" if outcome.said else ""
    if outcome.standing is Standing.SILENT and outcome.said:
        return f"{outcome.target}：看不出是否达到{said}"
    return f"{outcome.target}：{_STANDINGS[outcome.standing]}{said}"


def fate_mark(outcome: ShortcomingOutcome) -> str:
    """√ where it is answered, ？ where that is still open or cannot be told, else ×."""
    return {Fate.ANSWERED: "√", Fate.OPEN: "？", Fate.UNPLANNED: "？"}.get(outcome.fate, "×")


def fate_told(outcome: ShortcomingOutcome) -> str:
    """What became of a shortcoming; what is much like it is named, for that may be the same in other words."""
    near = outcome.fate in (Fate.ANSWERED, Fate.GONE, Fate.UNPLANNED) and outcome.again
    if outcome.fate is Fate.REPLACED:
        return f"{FATES[outcome.fate]}；给新的一条换个 id，这一条才好交代"
    return FATES[outcome.fate] + (f"（今年的“{outcome.again}”与它相近）" if near else "")


def is_whole(part: Sequence[Segment]) -> bool:
    """Whether a paragraph came or went as a whole, and its mark says all."""
    return len(part) == 1


def plan_head(comparison: Comparison) -> str:
    """How much of last year's plan was carried out."""
    counted = Counter(outcome.verdict for outcome in comparison.plan)
    told = "，".join(f"{counted[one]}项{words}" for one, words in VERDICTS.items() if counted[one])
    return f"上年的安排{len(comparison.plan)}项：{told}"


def shortcomings_head(comparison: Comparison) -> str:
    """How many of last year's shortcomings became what."""
    counted = Counter(outcome.fate for outcome in comparison.shortcomings)
    told = "；".join(f"{counted[fate]}条{words}" for fate, words in FATES.items() if counted[fate])
    return f"上年的不足{len(comparison.shortcomings)}条：{told}"


def figures_head(comparison: Comparison) -> str:
    """How many figures changed, and how many are to be looked at."""
    counted = Counter(figure.change for figure in comparison.figures)
    words = (
        (Change.CHANGED, "变了"),
        (Change.ADDED, "新增"),
        (Change.REMOVED, "没有了"),
        (Change.UNIT, "换了单位"),
        (Change.OPEN, "待填"),
    )
    odd = sum(figure.suspicion is not Suspicion.NONE for figure in comparison.figures)
    told = [f"{counted[change]}个{word}" for change, word in words if counted[change]]
    return "指标：" + "，".join(told + ([f"{odd}个请核对"] if odd else []))


def contents_head(comparison: Comparison) -> str:
    """How many parts were added, removed, changed, moved."""
    counted = Counter(change.change for change in shown(comparison))
    return "内容：" + "，".join(f"{word}{counted[change]}处" for change, word in CHANGES.items() if counted[change])


def copied_head(comparison: Comparison) -> str:
    """How many sentences were carried over, and what share of each section's characters."""
    parts = "，".join(f"“{one.section}”{one.share:.0%}" for one in comparison.shares)
    sentences = f"与上年几乎一样的句子：{len(comparison.copied)}句" if comparison.copied else ""
    return "；".join(filter(None, (sentences, f"与上年一样的字：{parts}" if parts else "")))
