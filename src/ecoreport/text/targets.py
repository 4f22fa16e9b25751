"""Targets of a plan, and numbers that a later text gives: 评查案卷不少于60卷, 评查案卷25卷.

`targets` reads what is planned, `sayings` what was done; `standings` holds one against the other.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from ecoreport.text._endings import cut
from ecoreport.text._things import LONGEST, SHORTEST, last_clause, named, things_of
from ecoreport.text._wholly import Wholly, planned
from ecoreport.text.quantities import Mention, statement
from ecoreport.text.sentences import words_before, words_behind

_ONE = re.compile(r"(?<=[每不至])([年季月周度半少于]{1,3}[^，。；0-9]{0,8})一(?=[次场期轮件])")
_MOST = re.compile(
    r"(?:不超过|不高于|不得超过|不多于|不大于|控制在|压减到|压降到|压降至|降到|降至|降低到|下降到|减少到|缩短到|缩短至"
    r"|压缩至|压缩到)[^，。；0-9]{0,4}$"
)
_MOST_BEHIND = ("以内", "以下", "之内", "及以下", "内")
_LEAST = re.compile(
    r"(?:不少于|不低于|不得少于|不得低于|不小于|至少|力争|确保|达到|实现|保持在|稳定在|保持|提高到|提升到|提升至|提高至"
    r"|增加到|增至|达|超过|突破)[^，。；0-9]{0,8}$"
)
_LEAST_BEHIND = ("以上", "及以上")
DOING = (
    "开展|举办|组织|召开|新增|增加|新建|建成|建设|建立|打造|培育|培养|创建|制定|修订|出台|编制|编印|印发|发布|评查|完成|培训|招录"
    "|招聘|选聘|选派|配备|聘请|聘任|走访|帮扶|检查|抽查|抽检|调解|化解|办理|审查|清理|推出|命名|发放|讲授|改造|实施|启动"
)
_MAKING = re.compile(f"(?:{DOING})[^，。；0-9]{{0,24}}$")
_OF_LISTS = (
    "个",
    "项",
    "条",
    "家",
    "户",
    "类",
    "级",
    "元",
    "万元",
    "亿元",
)  # 12个乡镇, 5项重点: no targets by themselves
_NO_TARGET_BEHIND = ("方面", "环节", "领域", "层面", "维度", "重点", "部门", "乡镇", "阶段", "工作日", "小时内", "天内")
_TIME = ("日", "天", "小时", "月")
_RHYTHM = {"季": 4, "月": 12, "半": 2, "年": 1, "周": 52}
_PER = re.compile(r"每(?:个|一)?(季|月|半|年|周)(?!度?末)")
_FRESH = re.compile("新增|新建|新设|新培育|新聘")
_STOCK = re.compile("现有|共有|累计|总数|达到|目前|已有")
_FULL = re.compile(r"全覆盖(?!率)|(?:覆盖|全面)率?(?:达|达到|实现)?百分之百")
_BY_AND_LARGE = re.compile("基本|推进|推动|逐步|力争|大部分|促进|朝着")
LATE = re.compile(
    "尚未|还未|未能|没有|推迟|延期|延后|滞后|正在|推进中|进行中|有待|暂未|未按|未如期|未完|未建|未开|未实现|未达"
)
PLANNED = re.compile("计划|目标|要求|任务|应当|拟|争取|下一步|明年|预计")
_DUE = re.compile("完成|建成|上线|出台|印发|投入使用|投用|启用|实现|运行|到位|落成|开通|制定|修订|发布|建立|启动")
_BY = re.compile(
    r"(?:(?P<year>[0-9]{4})年)?(?:(?P<month>1[0-2]|[1-9])月(?P<day>[0-9]{1,2}日)?[初中上下旬底末]{0,2}"
    r"|第?(?P<quarter>[一二三四])季度[底末]?|(?P<half>上半年)|(?P<end>年[底末终]|年内))"
    r"(?P<before>[之以]?前|内)?"
)
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
_NEARLY = ("近", "不足", "不到", "接近", "将近")
_AT_LEAST = ("超过", "超", "逾", "突破")
_YEAR_END = 12
_STOPS = "，。；：！\n"  # what parts clauses
_UNDER, _ABOUT, _OVER = Decimal("0.9"), Decimal("0.05"), Decimal("1.2")  # how far 近, 约, 余 may be off


class Target(NamedTuple):
    """One thing that is planned, in numbers or by a day.

    `words` as written, `things` what it is about, in one or two readings. At least `low` or at most `high` of `unit`;
    of a change (`by` +1 or -1) against last year. `fresh`: what comes new, not what there is. `month`: by its end.
    `wholly`: all of it is to be done so, 整改.
    """

    words: str
    things: tuple[str, ...]
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    by: int = 0
    fresh: bool = False
    month: int = 0
    wholly: str = ""


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
    dated = [(match.start(), one) for match in _BY.finditer(text) if (one := _dated(match, text, numbered))]
    found += dated
    found += [
        (one.start, _whole(one, text)) for one in planned(text) if not any(one.words in day.words for _, day in dated)
    ]
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
    if one.unit.endswith(_TIME) and tail.startswith("内"):  # 5个工作日内: how fast, not how much
        return False
    if one.role in ("bound", "to", "rate", "change"):
        return one.role != "bound" or bool(_PER.search(near) or _direction(one))
    if _MAKING.search(one.clause) or _direction(one):
        return True
    return not (one.han or one.unit in _OF_LISTS or one.unit.endswith(_TIME) or _STOCK.search(one.clause))


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
        things=things_of(one),
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
    if not named(one.lead) and one.before:
        own = text[max(one.start - len(one.lead) - 1 - len(last_clause(one.before)), 0) : end]
    return own.strip("，。；：、（） \n")[-LONGEST:]


def _is_outcome(one: Mention) -> bool:
    if one.role in ("years", "base", "from", "word", "times", "share"):
        return False
    if one.year == -1 and one.role != "change":  # 上年60卷, but not 比上年增加8卷
        return False
    if PLANNED.search(one.clause[-16:]):
        return False
    return one.role != "bound" or one.tail.startswith(_LEAST_BEHIND) or bool(_PER.search(one.clause))


def _said(one: Mention, plain: str, text: str) -> Saying:
    low, high = _bounds(one)
    times = _rhythm(one.clause)
    change = one.by if one.role == "change" else 0
    return Saying(
        words=_words(one, text, one.end),
        things=things_of(one),
        unit=one.unit,
        low=low * times,
        high=high * times,
        by=change,
        stock=bool(_STOCK.search(one.clause)),
        part="其中" in one.clause or "其中" in plain[max(one.start - len(one.lead) - 3, 0) : one.start],
    )


def _bounds(one: Mention) -> tuple[Decimal, Decimal]:
    """The least and the most that is meant."""
    if one.exact and not one.tail.startswith(_LEAST_BEHIND):
        return one.value, one.value
    with localcontext(prec=60):
        if cut(one.lead.rstrip(), _NEARLY)[1]:
            return one.value * _UNDER, one.value - Decimal("0.0001")
        more = one.tail.startswith(_LEAST_BEHIND) or re.search("[余多]", one.text) or one.lead.endswith(_AT_LEAST)
        return (one.value, one.value * _OVER) if more else (one.value * (1 - _ABOUT), one.value * (1 + _ABOUT))


def _covered(match: re.Match[str], text: str) -> Target:
    words = _clause_before(text, match.start())
    thing = named(words)
    return Target((words + match[0]).strip(), (thing,) if len(thing) >= SHORTEST else (), "%", low=Decimal(100))


def _covering(match: re.Match[str], text: str) -> Saying:
    """全覆盖 as 100 %; short of it where that is denied, anything where it is only so by and large."""
    words = _clause_before(text, match.start())
    thing = named(words)
    low, high = Decimal(100), Decimal(100)
    if LATE.search(words):
        low, high = Decimal(0), Decimal(99)
    elif _BY_AND_LARGE.search(words):
        low = Decimal(0)
    things = (thing,) if len(thing) >= SHORTEST else ()
    return Saying((words + match[0]).strip(), things, "%", low, high)


def _whole(one: Wholly, text: str) -> Target:
    """With the month by which it is to be done, where the clause or the one before names one."""
    months = [month_of(match) for match in _BY.finditer(text, max(one.start - LONGEST, 0), one.end) if match["before"]]
    things = (one.thing,) if one.thing else ()
    return Target(one.words, things, month=months[-1] if months else 0, wholly=one.act)


def _clause_before(text: str, at: int) -> str:
    return words_before(text, at, _STOPS, LONGEST)


def _clause_behind(text: str, at: int) -> str:
    return words_behind(text, at, _STOPS, LONGEST)


def spans_of_time(text: str) -> Iterator[re.Match[str]]:
    """Every month, quarter or end of a year that the text names, for `month_of`."""
    return _BY.finditer(text)


def month_of(match: re.Match[str]) -> int:
    """The last month of what was named."""
    if match["month"]:
        return int(match["month"])
    return _QUARTERS[match["quarter"]] if match["quarter"] else 6 if match["half"] else _YEAR_END


def _dated(match: re.Match[str], text: str, numbered: Sequence[int]) -> Target | None:
    """A day that something is to be done by; None where the clause has a number, which says more."""
    if not match["before"] and not (match["half"] or match["end"]):
        return None
    behind = _clause_behind(text, match.end())
    if len(named(behind)) < SHORTEST:  # 6月底前，完成…
        behind += text[match.end() + len(behind) :][:1] + _clause_behind(text, match.end() + len(behind) + 1)
    end = match.end() + len(behind)
    if any(match.start() <= at < end for at in numbered) or "全覆盖" in behind:
        return None
    thing = named(behind)
    if len(thing) < SHORTEST or not _DUE.search(behind):
        return None
    return Target(text[match.start() : end].strip("，"), (thing,), month=month_of(match))
