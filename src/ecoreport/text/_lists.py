"""Lists of numbers: the parts of a whole, and addends with their sum."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ecoreport.text import _phrases
from ecoreport.text._mention import Mention
from ecoreport.text._nouns import noun_of
from ecoreport.text._units import DOUBLINGS, PER_CENT, POINTS, TIMES

_RATIOS = ("", PER_CENT, "‰", POINTS, TIMES, DOUBLINGS, "年")
_BACK, _LONGEST = 5, 40  # quantities
_PAIRS = (
    ("准予", "不予"), ("维持", "纠错"), ("维持", "撤销"), ("胜诉", "败诉"), ("企业", "个体"), ("合格", "不合"),
    ("罚款", "没收"), ("线上", "线下"), ("一般", "简易"), ("普通", "简易"), ("办结", "在办"), ("采纳", "未采"),
)  # fmt: skip
_DENIALS = ("不予", "尚未", "暂未", "未能", "正在", "仍在", "未", "不")
_SUM_WORDS = ("共计", "共有", "总计", "总共", "合计", "累计", "总额", "总数", "共", "总")
_ALL_OF_THEM = ("以上", "上述", "罚没")
_NUMERALS, _KINDS = tuple("两三四五六七八九十各几"), tuple("类项种者方级")
_GAINS = ("新增", "退出", "撤销", "注销", "减少", "增加")


class Parts(NamedTuple):
    """A total and the parts that are told of it.

    `announced` is how: 其中, 中 (审结的12件中), or the mark ：（. `open`: there are more (等). `loose`: some are joined
    by a comma, so may be no parts.
    """

    total: Mention
    parts: tuple[Mention, ...]
    announced: str
    open: bool
    loose: bool


class Sum(NamedTuple):
    """Addends, and what they come to as it is said: 3场、5场，共8场."""

    addends: tuple[Mention, ...]
    total: Mention


def is_amount(one: Mention) -> bool:
    """A plain exact count or amount, which can be added and divided."""
    return one.role in ("count", "to") and one.exact and one.unit not in _RATIOS


def are_twins(a: str, b: str) -> bool:
    """准予 and 不予, 胜诉 and 败诉, 受理 and 不予受理: the two kinds there are."""
    known = any((a[:2], b[:2]) in (pair, pair[::-1]) for pair in _PAIRS)
    return known or _is_denied(a, b) or _is_denied(b, a)


def _is_denied(done: str, left: str) -> bool:
    """整改 and 未整改, 正在整改; but a case that was not punished need not be one of those that were filed."""
    rest = next((left.removeprefix(no) for no in _DENIALS if left.startswith(no)), "")
    return len(rest) > 1 and rest == done and "罚" not in rest


def are_parallel(a: str, b: str) -> bool:
    """进企业 and 进社区, 水污染案件 and 大气污染案件, 市级 and 县级, 准予 and 不予."""
    if not a or not b:
        return False
    same_start = a[0] == b[0] and len(a) > 1 < len(b)
    numbered = a[1:3] == b[1:3] and len(a) > 2 < len(b)  # noqa: PLR2004 - 一季度立案, 二季度
    return same_start or numbered or a[-2:] == b[-2:] or (a[-1] == b[-1] and a[-1] in "级类型") or are_twins(a, b)


def parts_of(mentions: Sequence[Mention]) -> tuple[Parts, ...]:
    """Every total with its parts: behind 其中, 包括, …件中; or in a list behind ： or （."""
    made: list[list[Mention]] = []  # each a total with its parts
    current: list[Mention] = []
    for at, one in enumerate(mentions):
        before = mentions[at - 1] if at and mentions[at - 1].sentence == one.sentence else None
        if before is None or "；" in one.marks or (one.marks and _phrases.begins_afresh(one.lead)):
            current = []
        if before is None or one.role not in ("count", "to"):
            continue
        if _opens(one, before, current):
            total = _total_before(mentions, at)
            if len(current) > 2 and total is current[-1] and "、" not in total.marks:  # noqa: PLR2004
                current.pop()  # it began a statement of its own
            current = [total, one] if total else []
            made += [current] if total else []
        elif current and _continues(one, current):
            current.append(one)
        else:
            current = []
    return tuple(_as_parts(_made_up_by(parts, total, mentions), parts) for total, *parts in made)


def _opens(one: Mention, before: Mention, current: Sequence[Mention]) -> bool:
    if _phrases.opens_parts(one.lead):
        return True
    return before.role == "count" and (_phrases.is_among(before.tail) or (not current and one.marks in ("：", "（")))


def _total_before(mentions: Sequence[Mention], at: int) -> Mention | None:
    one = mentions[at]
    for other in reversed(mentions[max(0, at - _BACK) : at]):
        if other.sentence == one.sentence and other.unit == one.unit and other.role in ("count", "to"):
            return other
    return None


def _made_up_by(parts: Sequence[Mention], total: Mention, mentions: Sequence[Mention]) -> Mention:
    """The total, or what stands before it and is what the parts make up: 受理218件，办结216件，其中甲163件、乙55件."""
    together = sum(part.value for part in parts)
    if total.value == together:
        return total
    before = (one for one in mentions if one.sentence == total.sentence and one.start < total.start)
    alike = (one for one in before if (one.unit, one.role, one.value) == (total.unit, "count", together))
    return next(alike, total)


def _continues(one: Mention, current: Sequence[Mention]) -> bool:
    """Whether the quantity is another part: joined by 、 or 和, or by a comma and of the same build."""
    first, prior = current[1], current[-1]
    if one.unit != first.unit or _phrases.is_total(one.lead) or ("）" in one.marks and _announced(first) == "（"):
        return False
    if _is_joined(one):
        return True
    among = _announced(first) == "中" and not _phrases.is_act_of_its_own(one.lead)
    alike = are_parallel(noun_of(prior.lead), noun_of(one.lead))
    return "，" in one.marks and (among or alike)


def _is_joined(one: Mention) -> bool:
    return one.marks == "、" or (not one.marks and one.lead.startswith(("和", "及", "与")))


def _announced(first: Mention) -> str:
    if _phrases.opens_parts(first.lead):
        return "其中"
    return first.marks if first.marks in ("：", "（") else "中"


def _as_parts(total: Mention, parts: Sequence[Mention]) -> Parts:
    open_ = any(_phrases.is_open(one.tail, one.lead) for one in parts)
    return Parts(total, tuple(parts), _announced(parts[0]), open_, not all(_is_joined(one) for one in parts[1:]))


def sums_of(mentions: Sequence[Mention], parts: Sequence[Parts]) -> Iterator[Sum]:
    """Every 3场、5场，共8场 and 罚款2万元、没收1万元，罚没合计3万元."""
    taken = {part.start for one in parts for part in one.parts}
    for at, total in enumerate(mentions):
        fines = at > 1 and _are_fines(*mentions[at - 2 : at + 1])
        if not is_amount(total) or not {*total.marks} & {*"，、"} or not (fines or _sums_up(total.lead)):
            continue
        if "分别" in total.clause:
            continue
        before = mentions[max(0, at - (2 if fines else _LONGEST)) : at]
        addends = _addends(before, total, taken, fines=fines)
        first = before[-len(addends) - 1] if len(addends) < len(before) else None
        if first and _is_like(first, total) and sum(one.value for one in addends) < total.value:
            continue  # which may be one of them
        if len(addends) > 1 and all(one.exact for one in addends) and (fines or _is_sum_of(total, addends)):
            yield Sum(tuple(addends), total)


def _are_fines(fine: Mention, forfeit: Mention, total: Mention) -> bool:
    return "罚没" in total.lead and "罚款" in fine.lead and "没收" in forfeit.lead


def _sums_up(lead: str) -> bool:
    """共, 三项合计, 上述各类案件总数达: a word of the sum with little around it."""
    word = next((word for word in _SUM_WORDS if word in lead), "")
    ahead, _, behind = lead.partition(word) if word else ("", "", "")
    short = len(ahead) <= 4 or ahead.startswith(_ALL_OF_THEM)  # noqa: PLR2004 - characters
    return bool(word) and _phrases.is_total(lead) and short and len(_phrases.without_reach(behind)[0]) <= 5  # noqa: PLR2004


def _addends(before: Sequence[Mention], total: Mention, taken: set[int], *, fines: bool) -> list[Mention]:
    """The run of like quantities that ends before the total, the first one first."""
    run: list[Mention] = []
    for one in reversed(before):
        linked = not run or fines or _is_linked(one, run[-1])
        if not _is_like(one, total) or not linked or one.start in taken:
            break
        run.append(one)
    return run[::-1]


def _is_like(one: Mention, total: Mention) -> bool:
    return one.sentence == total.sentence and one.unit == total.unit and one.role == "count"


def _is_linked(one: Mention, following: Mention) -> bool:
    if "；" in following.marks or _phrases.begins_afresh(following.lead):
        return False
    return following.marks in ("、", "") or are_parallel(one.noun, following.noun)


def _is_sum_of(total: Mention, addends: Sequence[Mention]) -> bool:
    """Whether the sum has no noun of its own but theirs; 累计 may count other years, too."""
    own, first, nouns = noun_of(total.lead), addends[0].lead, {one.noun for one in addends}
    if len(nouns) == 1 and nouns != {""}:
        return False  # 立案3起，立案3起，共立案3起: one thing told again
    if "累计" in total.lead and (
        sum(one.value for one in addends) < total.value or any(word in one.lead for one in addends for word in _GAINS)
    ):
        return False
    several = own[:1] in _NUMERALS and own[1:2] in _KINDS  # 三类文件合计
    return not own or own in first or several or bool({*own} & {*"项上"}) or own[0] == "总"
