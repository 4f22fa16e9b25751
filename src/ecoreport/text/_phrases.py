"""The words beside a number that tell what it is: read from the end of what stands before it, or from its tail.

Every list has longer words before their parts, since the first that fits is taken.
"""

from typing import NamedTuple

from ecoreport.text._endings import begun, cut, trimmed
from ecoreport.text._nouns import noun_of
from ecoreport.text._times import cut_when, without_comparison, year_at_end

_UP = (
    "增幅", "涨幅", "增速", "增长率", "跃升", "攀升", "回升", "改善", "好转", "增长", "增加", "上升", "提高", "提升",
    "升高", "扩大", "增多", "上涨", "多", "升", "增", "翻",
)  # fmt: skip
_DOWN = (
    "锐减", "骤降", "骤减", "收窄", "降幅", "下降率", "下降", "降低", "减少", "缩短", "压缩", "压减", "回落", "缩减",
    "精简", "下滑", "少", "降", "减", "缩",
)  # fmt: skip
_MOVING = (*_UP, *_DOWN)
_NO_MOVE = ("至", "最", "更", "很", "较", "不", "许", "众", "繁")  # before 少, 多: 至少, 较多
_ROUGHLY = ("大约", "约", "将近", "近", "超过", "超", "逾", "不到", "不足", "突破", "接近")
_REACHING = ("大约", "将近", "超过", "不到", "不足", "突破", "高达", "达到", "接近", "约", "近", "超", "逾", "达")
_NOT_ROUGHLY = tuple("契合条公制节预签违履特盟附靠邻亲最")  # 签约, 附近: there 约, 近 are the ends of words
_TO = ("到", "至", "为", "成", "是")
_THIS_YEAR = ("今年", "本年", "现在", "目前")
_NO_FROM = "自缘理来"  # 自由, 缘由, 理由, 由来, 从来
_RATES = ("率", "满意度", "知晓度", "比例", "占比", "比重", "覆盖面", "认可度", "得票")
_BEFORE_RATES = (
    "分别", "稳定", "保持", "维持", "达到", "只有", "超过", "实现", "历年", "均", "都", "也", "已", "达", "为", "是",
    "在", "仅", "高", "超", "近", "约",
)  # fmt: skip
_LIMITS = (
    "不少于", "不低于", "不超过", "不高于", "不得超过", "至少", "最多", "最高", "不满", "未满", "力争", "确保",
    "目标", "控制在", "计划", "以上不",
)  # fmt: skip
_AND_MORE = ("多", "余", "有余")
_LIMITS_BEHIND = ("以上", "及以上", "以下", "及以下", "以内", "之内", "以外", "左右", "上下", "之间", "以前", "个以前")
_EACH = ("人均", "年均", "户均", "件均", "平均", "场均", "日均", "月均", "每")
_TOTALS = ("合计", "总", "累计", "全年", "今年", "一年来")
_NOT_TOGETHER = "同享建治青产和用"  # 共同, 共享, 共建 …
_PARTS = (
    "其中", "包括", "包含", "含", "分别是", "分别为", "具体为", "即", "分为", "主要是", "主要为", "这其中", "这包括",
)  # fmt: skip
_AFRESH = ("同时", "另", "此外")
_ACTS = (
    "还", "并", "以及", "办理", "受理", "查处", "检查", "开展", "组织", "实施", "立案", "收到", "接到", "出动",
    "培训", "发现", "抽检", "评查", "审查", "审核", "审结", "出具", "调解", "排查", "处理", "印发", "制定",
)  # fmt: skip
_OF_SHARES = ("比重", "比例", "之比", "的", "比")
_BEFORE_SHARES = ("超过", "达到", "为", "达", "约", "近", "超", "是")
_ALL_OF = ("全部", "所有", "同期", "本局", "其", "当年", "全年")
_NO_NOUNS = (  # beside words of change
    "的基础上", "基础上", "年平均", "年均", "每年", "逐年", "实现", "平均", "整体", "总体", "净", "新", "比例",
    "幅度", "相当于",
)  # fmt: skip
_NEAR, _NOUN, _WHOLE = 24, 20, 16  # characters


class Moving(NamedTuple):
    """增长了, 降低到: which way, whether the number is where it ends, and what stands before these words."""

    by: int
    to: bool
    of_rate: bool  # 增幅, 下降率, 压减比例
    rest: str


class Start(NamedTuple):
    """由, 从上年的, or 比上年的: what stands before, or in between."""

    rest: str
    what: str = ""


def moving(near: str) -> Moving | None:
    """The words of change that end `near`; 增幅为 is a change, 增长为 says where it ends."""
    text = without_reach(near)[0].removesuffix("了")
    text, to = cut(text, _TO)
    text, of_rate = cut(text.removesuffix("了"), ("幅度", "比例", "率"))
    text, word = cut(text, _MOVING)
    if not word or (word in ("少", "多") and text.endswith(_NO_MOVE)):
        return None
    named = of_rate or word[-1] in "幅速率"
    if to == "是" and not named:
        return None
    return Moving(1 if word in _UP else -1, bool(to) and not (to in "为是" and named), bool(of_rate), text)


def starting(near: str) -> Start | None:
    """由, 从上年的, 由办结率 …: that the number is where a movement begins."""
    text = near[-_NEAR:].removesuffix("的")
    at = max(text.rfind("由"), text.rfind("从"))
    if at < 0:
        rest, when = cut_when(text)
        return Start(rest[:-1]) if when and rest.endswith("自") else None
    middle = text[at + 1 :]
    rest, when = cut_when(middle)
    what = rest if when else middle
    if text[at - 1 : at] in tuple(_NO_FROM) or len(what) > 8 or any(one in what for one in "到至来"):  # noqa: PLR2004
        return None
    return Start(near[: len(near) - len(text) + at], what)


def based(near: str) -> Start | None:
    """比上年的, 2023年为, 同比: that the number is the value compared with."""
    text = without_reach(near)[0]
    if text.endswith("同比"):
        return Start(text[:-2])
    text, _ = cut(text, ("数为", "的", "为", "是", "仅", "有", "数"))
    rest, when = cut_when(text)
    if not when:
        return None
    return Start(cut(rest.removesuffix("于"), ("相较", "对比", "相比", "比", "较", "与", "同"))[0])


def rate_in(near: str) -> str:
    """办结率, 群众满意度: the rate that the number is of; empty where it is of none."""
    text = trimmed(near, _BEFORE_RATES)
    return text[-_NOUN:] if text.endswith(_RATES) else ""


def whole_in(near: str) -> str | None:
    """Of 占立案数的比重为 立案数; empty for 占比, None where the number is no share."""
    at = near.rfind("占")
    if at < 0:
        return None
    whole = near[at + 1 :]
    whole = whole[1:] if whole.startswith(("比", "到", "了")) else whole
    whole = trimmed(trimmed(whole, _BEFORE_SHARES), _OF_SHARES)
    return begun(whole, _ALL_OF) if len(whole) <= _WHOLE and "率" not in whole else None


def without_reach(near: str) -> tuple[str, bool]:
    """The words without 约, 达到, 超过 at their end, and whether any of these makes the number a rough one."""
    text, rough = near, False
    while True:
        rest, word = cut(text, _REACHING)
        if not word or (word in ("约", "近") and rest.endswith(_NOT_ROUGHLY)):
            return text, rough
        text, rough = rest, rough or word in _ROUGHLY


def without_now(near: str) -> str:
    """从去年的18场增加至今年的: without the words for this year behind 到, 至, 为."""
    rest = near.removesuffix("的")
    text, word = cut(rest, _THIS_YEAR)
    text = text if word else rest[:-5] if year_at_end(rest) else near
    return text if text != near and text.endswith(("到", "至", "为")) else near


def is_bound(near: str, tail: str) -> bool:
    """A limit, a target, a rhythm: 不少于, 力争, 每年; 以上, 以内."""
    limited = any(one in near[-10:] for one in _LIMITS) or "每" in near[-8:]
    return (
        limited or tail.startswith(_LIMITS_BEHIND) or (tail.startswith("内") and tail[1:2] in tuple("办完答整公上作反"))
    )


def is_rough(near: str, tail: str) -> bool:
    """约, 近, 不足 before it; 左右, 以上, 多 of 两倍多 behind it."""
    return without_reach(near)[1] or tail.startswith(_LIMITS_BEHIND) or tail in _AND_MORE


def is_average(near: str) -> bool:
    """人均, 每万人."""
    return any(one in near[-12:] for one in _EACH)


def is_total(lead: str) -> bool:
    """共, 合计, 全年: not 共享, 公共, 中共."""
    if any(one in lead for one in _TOTALS):
        return True
    at = lead.rfind("共")
    return at >= 0 and lead[at - 1 : at] not in ("公", "中") and lead[at + 1 : at + 2] not in tuple(_NOT_TOGETHER)


def opens_parts(lead: str) -> bool:
    """其中, 包括: the parts of what stands before."""
    return lead.startswith(_PARTS)


def is_among(tail: str) -> bool:
    """审结的128件案件中，: what follows are parts of it."""
    text = tail.partition("有")[0]
    return text.endswith(("中", "里")) and len(text) <= 14  # noqa: PLR2004


def is_open(tail: str, lead: str) -> bool:
    """等, 余: there is more than is said."""
    return "等" in tail[:9] or tail.startswith("余") or "等" in lead[-6:] or "主要" in lead


def begins_afresh(lead: str) -> bool:
    """同时, 另, 此外: what was said before is done with."""
    return lead.startswith(_AFRESH)


def is_act_of_its_own(lead: str) -> bool:
    """办理, 印发: another act rather than another part."""
    return lead.startswith((*_AFRESH, *_ACTS))


def own_noun(lead: str) -> str:
    """The noun of a change: what is left of the words before it when those of change and comparison are gone."""
    text = without_comparison(lead)
    for one in (*_NO_NOUNS, *_MOVING):
        text = text.replace(one, "")
    text = trimmed(text, ("的", "达到", "达"))
    return noun_of(cut_when(text)[0].removeprefix("是").removeprefix("为"))
