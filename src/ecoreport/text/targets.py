"""Targets of a plan, and what a later text says of the same things: 评查案卷不少于60卷 beside 评查案卷25卷.

`targets` reads what is planned, `sayings` what was done; `standing` holds one against the other. What is not certain is
no verdict: an approximation that leaves it open, a part of a whole, several numbers that may add up.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from enum import IntEnum, StrEnum
from typing import NamedTuple

from ecoreport.text._endings import cut
from ecoreport.text.quantities import Mention, statement

_ONE = re.compile(r"(?<=[每不至])([年季月周度半少于]{1,3}[^，。；0-9]{0,8})一(?=[次场期轮件])")
_ACTS = (
    "开展", "举办", "组织", "进行", "实施", "完成", "做好", "推进", "推动", "落实", "召开", "安排", "新增", "增加",
    "新建", "建成", "建设", "建立", "打造", "培育", "创建", "制定", "出台", "编制", "编印", "印发", "实现", "争取",
    "力争", "确保", "达到", "保持", "稳定", "控制", "提高", "提升", "压降", "降到", "降至", "降低", "下降", "上升",
    "增长", "减少", "超过", "突破", "升至", "升到", "增至", "增到", "降为", "升为", "减至", "用于", "使", "力求", "努力", "加强", "深化", "强化",
)  # fmt: skip
_ASIDE = (
    "全年", "年内", "本年", "今年", "上半年", "下半年", "年底前", "年底", "年度", "每季度", "每半年", "每月", "每年",
    "每季", "每周", "不少于", "不低于", "不超过", "不高于", "不得超过", "不多于", "至少", "最多", "累计", "合计",
    "共计", "一共", "总计", "先后", "分别", "各类", "全部", "全局", "全市", "全县", "全区", "全系统", "以上", "以下",
    "以内", "之内", "其中", "已经", "继续", "进一步", "左右", "余", "率先", "专题", "相关", "一遍",
    "尚未", "还未", "未能", "没有", "暂未", "基本", "实际", "确已",
)  # fmt: skip
_CHAFF = re.compile(
    f"{'|'.join(sorted((*_ACTS, *_ASIDE), key=len, reverse=True))}(?!率)|[由从]?[0-9.]{1, 12}[%‰]?|[的了各共已再至到在为达约近超，。；：、“”《》（）() ]"
)
_GENERAL = re.compile("(?:活动|工作|会议|任务|情况)$")  # which say little of what was done
_DATED = re.compile(
    r"(?:[0-9]{4}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:[上中下]旬)?[初底末]?[之以]?前|[0-9]{4}年(?:[0-9]{1,2}月)?"
)
_MOST = re.compile(
    r"(?:不超过|不高于|不得超过|不多于|不大于|控制在|压减到|压降到|压降至|降到|降至|降低到|下降到|减少到|缩短到|缩短至|压缩至|压缩到)"
    r"[^，。；0-9]{0,4}$"
)
_MOST_BEHIND = ("以内", "以下", "之内", "及以下", "内")
_LEAST = re.compile(
    r"(?:不少于|不低于|不得少于|不得低于|不小于|至少|力争|确保|达到|实现|保持在|稳定在|保持|提高到|提升到|提升至|提高至|增加到|增至|达|超过|突破)"
    r"[^，。；0-9]{0,8}$"
)
_LEAST_BEHIND = ("以上", "及以上")
_MAKING = re.compile(
    r"(?:开展|举办|组织|召开|新增|增加|新建|建成|建设|打造|培育|创建|制定|修订|出台|编制|编印|印发|发布|评查|完成|培训|招录|配备|聘请"
    r"|走访|帮扶|检查|抽查|抽检|调解|化解|办理|审查|清理|推出|命名|发放|讲授)[^，。；0-9]{0,24}$"
)
_NO_TARGET_BEHIND = ("方面", "环节", "领域", "层面", "维度", "重点", "部门", "乡镇", "阶段", "工作日", "小时内", "天内")
_RHYTHM = {"季": 4, "月": 12, "半": 2, "年": 1, "周": 52}
_PER = re.compile(r"每(?:个|一)?(季|月|半|年|周)(?!度?末)")
_FRESH = re.compile("新增|新建|新设|新培育|新聘")
_STOCK = re.compile("现有|共有|累计|总数|达到|目前|已有")
_FULL = re.compile(r"全覆盖(?!率)|(?:覆盖|全面)率?(?:达|达到|实现)?百分之百")
_LATE = re.compile(
    "尚未|还未|未能|没有|推迟|延期|延后|滞后|正在|推进中|进行中|有待|暂未|未按|未如期|未完|未建|未开|未实现|未达"
)
_NOT_DONE = re.compile(
    "(?:尚未|还未|未能|没有|暂未|未曾|未)(?=[^，。；率]{0,4}(?:开展|举办|组织|完成|评查|实施|召开|建成|制定|出台|启动|达到|新增|建立))"
)
_DONE = re.compile("完成|建成|上线|出台|印发|投入使用|投用|启用|实现|运行|全部|已|到位|落成|开通|制定|修订|发布")
_BY = re.compile(
    r"(?:(?P<year>[0-9]{4})年)?(?:(?P<month>1[0-2]|[1-9])月(?P<day>[0-9]{1,2}日)?[初中上下旬底末]{0,2}"
    r"|第?(?P<quarter>[一二三四])季度[底末]?|(?P<half>上半年)|(?P<end>年[底末终]|年内))"
    r"(?P<before>[之以]?前|内)?"
)
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
_LIKE_UNITS = (
    {"件", "起", "宗", "例"},
    {"次", "场", "场次", "期", "期次", "班", "轮"},
    {"人", "名", "位"},
    {"份", "件"},
)
_NEARLY = ("近", "不足", "不到", "接近", "将近")
_FORWARD = re.compile("计划|目标|要求|任务|应当|拟|争取|下一步|明年|预计")
_SHORT, _LONG = 2, 40  # characters of a thing
_ENOUGH = Decimal("0.6")  # of a deadline's pairs of characters that a clause must share
_YEAR_END = 12


class Standing(StrEnum):
    """How a target stands beside what was said; the value is the word used in machine formats."""

    MET = "met"
    MISSED = "missed"
    SILENT = "silent"


class Target(NamedTuple):
    """One thing that is planned, in numbers or by a day.

    `words` as written, `things` what it is about, in one or two readings. At least `low` or at most `high` of `unit`;
    of a change (`by` +1 or -1) against last year. `fresh`: what comes new, not what there is. `month`: by its end.
    """

    words: str
    things: tuple[str, ...]
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    by: int = 0
    fresh: bool = False
    month: int = 0


class Saying(NamedTuple):
    """A number that a text gives, as a range where it is not exact, and the `words` around it.

    `by` as of a target; `stock`: what there is in all, not what came new; `part`: of something told before.
    """

    words: str
    things: tuple[str, ...]
    unit: str
    low: Decimal
    high: Decimal
    by: int = 0
    stock: bool = False
    part: bool = False


def targets(text: str) -> tuple[Target, ...]:
    """Every target of a plan's text, in order."""
    plain = _ONE.sub(r"\g<1>1", text)
    found = [(one.start, _counted(one, plain, text)) for one in statement(plain).mentions if _is_target(one)]
    numbered = [at for at, _ in found]
    found += [(match.start(), _covered(match, text)) for match in _FULL.finditer(text)]
    found += [(match.start(), one) for match in _BY.finditer(text) if (one := _dated(match, text, numbered))]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]) if one.things)


def sayings(text: str) -> tuple[Saying, ...]:
    """Every number of a text that may be an outcome: not last year's, not a plan's."""
    plain = _ONE.sub(r"\g<1>1", text)
    found = [_said(one, plain, text) for one in statement(plain).mentions if _is_outcome(one)]
    return (*found, *(_covering(match, text) for match in _FULL.finditer(text)))


def _is_target(one: Mention) -> bool:
    near, tail = one.lead[-20:], one.tail
    if one.role in ("years", "base", "from", "word", "times", "share") or tail.startswith(_NO_TARGET_BEHIND):
        return False
    if one.role in ("bound", "to", "rate", "change"):
        return one.role != "bound" or bool(_PER.search(near) or _direction(one))
    return bool(_MAKING.search(near) or _MAKING.search(one.clause) or _direction(one))


def _direction(one: Mention) -> int:
    """1 at least, -1 at most, 0 where nothing says."""
    if _MOST.search(one.clause) or one.tail.startswith(_MOST_BEHIND) or (one.role == "to" and one.by < 0):
        return -1
    return int(bool(_LEAST.search(one.clause)) or one.tail.startswith(_LEAST_BEHIND))


def _counted(one: Mention, plain: str, text: str) -> Target:
    times = _rhythm(one.clause)
    value, change = one.value * times, one.by if one.role == "change" else 0
    most = _direction(one) < 0 and not change
    end = one.end + len(next((word for word in (*_LEAST_BEHIND, *_MOST_BEHIND) if plain.startswith(word, one.end)), ""))
    return Target(
        words=_words(one, text, end),
        things=_things(one),
        unit=one.unit,
        low=None if most else value,
        high=value if most else None,
        by=change,
        fresh=bool(_FRESH.search(one.clause)),
    )


def _rhythm(clause: str) -> int:
    found = _PER.search(clause)
    return _RHYTHM[found[1]] if found else 1


def _words(one: Mention, text: str, end: int) -> str:
    """The clause up to the number; with the one before where it says nothing of what is counted."""
    own = text[one.start - len(one.clause) : end]
    if not _named(one.lead) and one.before:
        own = text[one.start - len(one.lead) - 1 - len(_last(one.before)) : end]
    return own.strip("，。；：、（） \n")[-_LONG:]


def _last(before: str) -> str:
    return re.split("[，；：、。]", before.rstrip("，；：、"))[-1]


def _named(words: str) -> str:
    """The bare thing that words speak of."""
    return _CHAFF.sub("", _DATED.sub("", re.sub("（[^）]{0,60}）", "", words[-_LONG:])))


def _things(one: Mention) -> tuple[str, ...]:
    """What is counted, in its readings: by the words before the number, and with those behind it."""
    own, behind = _named(one.lead), _named(re.split("[，。；：、]", one.tail)[0][:12])
    if len(own) < _SHORT and not behind and len(one.clause) > len(one.lead):
        own = _named(one.clause)
    if len(own + behind) < _SHORT or (not own and not behind):
        own = _named(_last(one.before)) + own
    if len(own) < _SHORT:
        own, behind = own + behind, ""
    before = _named(one.noun) if one.role == "to" and not own else ""  # 办结率由90%提高到96%
    found = dict.fromkeys((before, own, own + behind))
    return tuple(name for name in found if len(_core(name)) >= _SHORT)


def _core(name: str) -> str:
    """The name without a last word that could be anything's."""
    return _GENERAL.sub("", name)


def _is_outcome(one: Mention) -> bool:
    if one.role in ("years", "base", "from", "word", "per", "times", "share") or one.year == -1:
        return False
    if _FORWARD.search(one.clause[-16:]):
        return False
    return one.role != "bound" or one.tail.startswith(_LEAST_BEHIND) or bool(_PER.search(one.clause))


def _said(one: Mention, plain: str, text: str) -> Saying:
    low, high = _bounds(one, plain)
    times = _rhythm(one.clause)
    change = one.by if one.role == "change" else 0
    return Saying(
        words=_words(one, text, one.end),
        things=_things(one),
        unit=one.unit,
        low=low * times,
        high=high * times,
        by=change,
        stock=bool(_STOCK.search(one.clause)),
        part="其中" in one.clause or "其中" in plain[max(one.start - len(one.lead) - 3, 0) : one.start],
    )


def _bounds(one: Mention, plain: str) -> tuple[Decimal, Decimal]:
    """The least and the most that is meant."""
    if one.exact and not one.tail.startswith(_LEAST_BEHIND):
        return one.value, one.value
    with localcontext(prec=60):
        if cut(one.lead.rstrip(), _NEARLY)[1]:
            return one.value * Decimal("0.9"), one.value * Decimal("0.999999")
        if (
            one.tail.startswith(_LEAST_BEHIND)
            or re.search("[余多]", one.text)
            or one.lead.endswith(("超过", "超", "逾", "突破"))
        ):
            return one.value, one.value * Decimal("1.2")
        return one.value * Decimal("0.95"), one.value * Decimal("1.05")


def _covered(match: re.Match[str], text: str) -> Target:
    words = _clause_before(text, match.start())
    thing = _named(words)
    return Target((words + match[0]).strip(), (thing,) if len(thing) >= _SHORT else (), "%", low=Decimal(100))


def _covering(match: re.Match[str], text: str) -> Saying:
    """全覆盖 as 100 %; short of it where that is denied, anything where it is only so by and large."""
    words = _clause_before(text, match.start())
    thing = _named(words)
    low, high = Decimal(100), Decimal(100)
    if _LATE.search(words):
        low, high = Decimal(0), Decimal(99)
    elif re.search("基本|推进|推动|逐步|力争|大部分|促进|朝着", words):
        low = Decimal(0)
    things = (thing,) if len(thing) >= _SHORT else ()
    return Saying((words + match[0]).strip(), things, "%", low, high)


def _clause_before(text: str, at: int) -> str:
    return re.split("[，。；：！\n]", text[max(at - _LONG, 0) : at])[-1]


def _clause_behind(text: str, at: int) -> str:
    return re.split("[，。；：！\n]", text[at : at + _LONG])[0]


def _month(match: re.Match[str]) -> int:
    if match["month"]:
        return int(match["month"])
    return _QUARTERS[match["quarter"]] if match["quarter"] else 6 if match["half"] else _YEAR_END


def _dated(match: re.Match[str], text: str, numbered: Sequence[int]) -> Target | None:
    """A day that something is to be done by; None where the clause has a number, which says more."""
    if not match["before"] and not (match["half"] or match["end"]):
        return None
    behind = _clause_behind(text, match.end())
    if len(_named(behind)) < _SHORT:  # 6月底前，完成…
        behind += text[match.end() + len(behind) :][:1] + _clause_behind(text, match.end() + len(behind) + 1)
    end = match.end() + len(behind)
    if any(match.start() <= at < end for at in numbered) or "全覆盖" in behind:
        return None
    thing = _named(behind)
    if len(thing) < _SHORT or not _DONE.search(behind):
        return None
    return Target(text[match.start() : end].strip("，"), (thing,), month=_month(match))


class Likeness(IntEnum):
    """How far two names are of one thing, whatever the order of their words."""

    OTHER = 0
    PART = 1  # the other one names it more closely, and so may be a part of it
    WHOLE = 2  # the other one names it more loosely
    SAME = 3


def same_thing(target: Target, things: Sequence[str]) -> Likeness:
    """How far any of the names is that of the target's thing."""
    pairs = ((own, other) for own in target.things for other in things)
    return max((_likeness(*pair) for pair in pairs), default=Likeness.OTHER)


def _likeness(own: str, other: str) -> Likeness:
    counted, against = Counter(_core(own)), Counter(_core(other))
    if counted == against:
        return Likeness.SAME
    if counted < against:
        return Likeness.PART
    return Likeness.WHOLE if against < counted else Likeness.OTHER


def same_unit(one: str, other: str) -> bool:
    """Whether two units count the same, 件 and 起."""
    return one == other or any(one in units and other in units for units in _LIKE_UNITS)


def fitting(target: Target, found: Sequence[Saying]) -> tuple[Saying, ...]:
    """Those of the sayings that speak of what the target is about, the nearest alone."""
    able = [one for one in found if same_unit(one.unit, target.unit) and bool(one.by) == bool(target.by)]
    able = [one for one in able if not (target.fresh and one.stock)]
    rated = [(same_thing(target, one.things), one) for one in able]
    best = max((rate for rate, _ in rated), default=Likeness.OTHER)
    if best is Likeness.OTHER or (best is Likeness.PART and target.unit == "%"):  # a rate of a part is another rate
        return ()
    parts = {Likeness.PART: True, Likeness.SAME: False}
    return tuple(one._replace(part=parts.get(best, one.part)) for rate, one in rated if rate == best)


def standing(target: Target, found: Sequence[Saying]) -> Standing:
    """What the sayings, all of the target's own thing, make of it."""
    whole = [one for one in found if not one.part] or list(found)
    if not whole:
        return Standing.SILENT
    ranges = [_signed(target, one) for one in whole]
    if target.high is not None:
        below = _below(target.high, ranges)
        return Standing.SILENT if below is Standing.MET and any(one.part for one in whole) else below
    assert target.low is not None  # noqa: S101 - for the type checker: a number is one or the other
    if any(low >= target.low for low, _ in ranges):
        return Standing.MET
    # Several numbers of one thing may be parts of what was done.
    summed = sum((high for _, high in ranges), Decimal(0)) if target.unit != "%" else max(high for _, high in ranges)
    return Standing.MISSED if summed < target.low and all(not one.part for one in whole) else Standing.SILENT


def _signed(target: Target, one: Saying) -> tuple[Decimal, Decimal]:
    return (one.low, one.high) if one.by == target.by else (-one.high, -one.low)


def _below(most: Decimal, ranges: Sequence[tuple[Decimal, Decimal]]) -> Standing:
    if all(high <= most for _, high in ranges):
        return Standing.MET
    return Standing.MISSED if all(low > most for low, _ in ranges) else Standing.SILENT


def denied(target: Target, text: str) -> str:
    """The clause of the text that says that the target's thing was not done; empty where none does."""
    for clause in re.split("[，。；！\n]", text):
        if (match := _NOT_DONE.search(clause)) and target.things:
            thing = _named(clause[: match.start()] + clause[match.end() :])
            if len(thing) >= _SHORT and same_thing(target, (thing,)):
                return clause.strip()
    return ""


def kept_day(target: Target, text: str) -> tuple[Standing, str]:
    """Whether the text says that what was to be done by a month was done by then, and the clause that says so."""
    for sentence in re.split("[。；！\n]", text):
        for clause in _clauses(sentence):
            if _shared(target, clause) < _ENOUGH:
                continue
            if _LATE.search(clause):
                return Standing.MISSED, clause
            if _FORWARD.search(clause) or not _DONE.search(clause):
                continue
            if months := [_month(one) for one in _BY.finditer(clause)]:
                return (Standing.MET if max(months) <= target.month else Standing.MISSED), clause
            return (Standing.MET if target.month == _YEAR_END else Standing.SILENT), clause
    return Standing.SILENT, ""


def _clauses(sentence: str) -> Iterator[str]:
    """Each clause, and each with the one before it, for the day may stand in either."""
    clauses = [one.strip() for one in sentence.split("，")]
    yield from (one for one in clauses if one)
    yield from ("，".join(pair) for pair in zip(clauses, clauses[1:], strict=False))


def _shared(target: Target, clause: str) -> Decimal:
    """The share of a target's pairs of neighbouring characters that the clause has too."""
    thing, other = target.things[0], _named(clause)
    pairs = {thing[at : at + 2] for at in range(len(thing) - 1)}
    return Decimal(sum(one in other for one in pairs)) / max(len(pairs), 1)
