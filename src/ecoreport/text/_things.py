"""What a number counts, by the words around it: bare names that can be held against each other."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from ecoreport.text._mention import Mention
from ecoreport.text.sentences import words_before, words_behind

_ACTS = (
    "开展", "举办", "组织", "进行", "实施", "完成", "做好", "推进", "推动", "落实", "召开", "安排", "新增", "增加",
    "新建", "建成", "建设", "建立", "打造", "培育", "创建", "制定", "出台", "编制", "编印", "印发", "实现", "争取",
    "力争", "确保", "达到", "保持", "稳定", "控制", "提高", "提升", "压降", "降到", "降至", "降低", "下降", "上升",
    "增长", "减少", "超过", "突破", "升至", "升到", "增至", "增到", "降为", "升为", "减至", "用于", "使", "力求",
    "努力", "加强", "深化", "强化", "压缩", "缩短",
)  # fmt: skip
_ASIDE = (
    "全年", "年内", "本年", "今年", "上半年", "下半年", "年底前", "年底", "年度", "每季度", "每半年", "每月", "每年",
    "每季", "每周", "不少于", "不低于", "不超过", "不高于", "不得超过", "不多于", "至少", "最多", "累计", "合计",
    "共计", "一共", "总计", "先后", "分别", "各类", "全部", "全局", "全市", "全县", "全区", "全系统", "以上", "以下",
    "以内", "之内", "其中", "已经", "继续", "进一步", "左右", "余", "率先", "专题", "相关", "一遍", "尚未", "还未",
    "比上年", "较上年", "比去年", "较去年", "同比", "未能", "没有", "暂未", "基本", "实际",
)  # fmt: skip
_WORDS = "|".join(sorted((*_ACTS, *_ASIDE), key=len, reverse=True))
_NUMBER = "[由从]?[0-9.]{1,12}[%‰]?"
_CHAFF = re.compile(f"(?:{_WORDS})(?!率)|{_NUMBER}|[的了各共已再至到在为达约近超，。；：、“”《》（）() ]")
_DATED = re.compile(
    r"(?:[0-9]{4}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:[上中下]旬)?[初底末]?[之以]?前|[0-9]{4}年(?:[0-9]{1,2}月)?"
)
_GENERAL = re.compile("(?:活动|工作|会议|任务|情况)$")  # which say little of what was done
SHORTEST = 2  # characters of a thing
LONGEST = 40  # characters of the words that name one
_BEHIND = 12


class Likeness(IntEnum):
    """How far two names are of one thing, whatever the order of their words."""

    OTHER = 0
    PART = 1  # the other one names it more closely, and so may be a part of it
    WHOLE = 2  # the other one names it more loosely
    SAME = 3


def likeness(owns: Sequence[str], others: Sequence[str]) -> Likeness:
    """How far any of the names is one of the others."""
    return max((_likeness(own, other) for own in owns for other in others), default=Likeness.OTHER)


def _likeness(own: str, other: str) -> Likeness:
    counted, against = Counter(core(own)), Counter(core(other))
    if counted == against:
        return Likeness.SAME
    if counted < against:
        return Likeness.PART
    return Likeness.WHOLE if against < counted else Likeness.OTHER


@lru_cache(4096)
def named(words: str) -> str:
    """The bare thing that words speak of."""
    return _CHAFF.sub("", _DATED.sub("", re.sub("（[^）]{0,60}）", "", words[-LONGEST:])))


def core(name: str) -> str:
    """The name without a last word that could be anything's."""
    return _GENERAL.sub("", name)


def things_of(one: Mention) -> tuple[str, ...]:
    """What is counted, in its readings: by the words before the number, and with those behind it."""
    own, behind = named(one.lead), named(words_behind(one.tail, 0, "，。；：、", _BEHIND))
    before = named(one.noun) if one.role == "to" and not own else ""  # 办结率由90%提高到96%
    if len(own) < SHORTEST and not behind and len(one.clause) > len(one.lead):
        own = named(one.clause)
    if len(own + behind) < SHORTEST or not own:
        own = named(last_clause(one.before)) + own
    if len(own) < SHORTEST:
        own, behind = own + behind, ""
    found = dict.fromkeys((before, own, own + behind))
    return tuple(name for name in found if len(core(name)) >= SHORTEST)


def last_clause(before: str) -> str:
    """The last clause of what stands before."""
    return words_before(before.rstrip("，；：、"), len(before), "，；：、。", len(before))
