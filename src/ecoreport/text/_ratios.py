"""Rates and shares, each with the part and the whole that it is of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ecoreport.text._endings import trimmed
from ecoreport.text._lists import Parts, is_amount
from ecoreport.text._mention import Mention
from ecoreport.text._nouns import noun_of

_BACK, _FAR = 4, 8  # quantities
_LONGEST_NAME = 16  # characters
# 按期办结率 is of those closed, 同比 of another year, 无…率 of none.
_OF_OTHERS = (
    "内", "按期", "按时", "及时", "限期", "当日", "一日", "即时", "一次", "首次", "三年", "累计", "平均", "同比",
    "回访", "抽查", "无",
)  # fmt: skip
CARRIED = ("结转", "旧存", "积案", "往年", "上年", "新收", "收案")  # the cases of a year are not only its own
_DUE = "应(?![急用对诉邀届战变])"  # 应参加, 应到; not 应急演练, 应诉
_DONE_OF_IT = "实(?:际|到|参|有|缴|收|考|检|办|审|整)"
_DONE, _ALL = ("完成", "到位", "办理", "处理"), 100
_SIZES = ("总数", "总量", "总额", "数量", "总", "数", "量", "的", "案件", "全部", "比重", "比例")
_NOT = ("不予", "免予", "减轻", "未", "不")
_OF_ALL = ("总数", "总量", "总")


class Rate(NamedTuple):
    """整改251处，整改率98.0%: a rate, the count that it is named after, and the counts that this may be a part of.

    `certain`: it is the total of the part's list, or stands right before the part. `of_rest`: the count is of what is
    left (未整改5处，整改率98.0%). `exceeded`: the count right before it, where that is smaller and nothing else can be
    the whole.
    """

    rate: Mention
    part: Mention
    wholes: tuple[Mention, ...]
    certain: bool = True
    of_rest: bool = False
    exceeded: Mention | None = None


class Share(NamedTuple):
    """20起，占立案数的50%: a share, the count that is one, and what it may be a share of."""

    share: Mention
    part: Mention
    wholes: tuple[Mention, ...]


class Nouns:
    """Quantities by what they count, found by the last characters of it."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        """Take them in."""
        self._ends: dict[str, list[Mention]] = {}
        self._whole: dict[str, list[Mention]] = {}
        for one in mentions:
            self.add(one)

    def add(self, one: Mention) -> None:
        """Take in one more."""
        noun = one.noun[-_LONGEST_NAME:]
        self._whole.setdefault(noun, []).append(one)
        for at in range(len(noun)):
            self._ends.setdefault(noun[at:], []).append(one)

    def named(self, name: str) -> Iterator[Mention]:
        """Those whose noun is the name, ends with it, or is the end of it: 立案 of 全年立案, 立案 for 生态环境立案."""
        if len(name) == 1:
            yield from self._whole.get(name, ())[-_FAR:]
            return
        yield from self._ends.get(name, ())[-_FAR:]
        for at in range(1, len(name) - 1):
            yield from self._whole.get(name[at:], ())[-_FAR:]


def rates_of(mentions: Sequence[Mention], parts: Sequence[Parts]) -> Iterator[Rate]:
    """Every rate that is told with a part; without wholes where none is told."""
    list_of = {part.start: one for one in parts for part in one.parts}
    for at, one in enumerate(mentions):
        if one.denominator is not None:
            yield from _of_fraction(mentions, at)
        elif one.role == "rate" and one.exact and one.noun.endswith("率") and len(one.noun) > 2:  # noqa: PLR2004
            yield from _rate(mentions, at, list_of)


def _of_fraction(mentions: Sequence[Mention], at: int) -> Iterator[Rate]:
    """1480/1491，整改率99.3%."""
    part = mentions[at]
    for one in (*mentions[at + 1 : at + 2], *mentions[max(0, at - 1) : at]):
        if one.role in ("rate", "share") and one.sentence == part.sentence and part.denominator is not None:
            yield Rate(one, part, (part._replace(value=part.denominator),))
            return


def _rate(mentions: Sequence[Mention], at: int, list_of: dict[int, Parts]) -> Iterator[Rate]:
    rate = mentions[at]
    words = (rate.before, rate.clause)
    if any(one in rate.noun for one in _OF_OTHERS) or any(one in text for one in CARRIED for text in words):
        return
    if "分别" in rate.clause and "其中" not in rate.clause:
        return
    near = [one for one in mentions[max(0, at - _FAR) : at] if one.sentence == rate.sentence and is_amount(one)]
    for verb in _verbs(rate.noun):
        nth = next((nth for nth in range(len(near) - 1, -1, -1) if verb in _around(near[nth])), None)
        if nth is not None:
            part = near[nth]
            negated = any(f"{no}{verb}" in _around(part) for no in "不未")
            wholes = tuple(_wholes(near[:nth], part, list_of))
            may_exceed = wholes or part.start in list_of or rate.value > _ALL
            last = _right_before(near[:nth], part)
            certain = part.start in list_of or last in wholes
            yield Rate(rate, part, wholes, certain, negated, None if may_exceed else last)
            return
    if len(near) > 1 and _are_due_and_done(*near[-2:]):
        yield Rate(rate, near[-1], (near[-2],))


def _are_due_and_done(due: Mention, done: Mention) -> bool:
    """应到80人，实到76人，参会率95%."""
    kinds = due.unit == done.unit and re.match(_DUE, due.noun) and re.match(_DONE_OF_IT, done.noun)
    return bool(kinds) and not {*done.marks} & {*"；："} and done.value <= due.value


def _verbs(noun: str) -> tuple[str, ...]:
    """What is done with the part: of 整改率 整改, of 整改完成率 完成 or 整改."""
    verb = noun[-3:-1]
    return (verb, noun[-5:-3]) if verb in _DONE and len(noun) > 4 else (verb,)  # noqa: PLR2004 - characters


def _right_before(before: Sequence[Mention], part: Mention) -> Mention | None:
    joined = part.marks in ("，", "、", "")
    like = [one for one in before if one.unit == part.unit]
    return like[-1] if like and joined else None


def _around(one: Mention) -> str:
    return f"{one.lead}|{one.tail[:8]}"


def _wholes(before: Sequence[Mention], part: Mention, list_of: dict[int, Parts]) -> Iterator[Mention]:
    """The total of its list, and what stands before it, of the same unit and not smaller, that is no part itself."""
    own = list_of.get(part.start)
    for at, one in enumerate(before):
        last = at == len(before) - 1 and (own is None or own.announced == "中")
        if (own is not None and one is own.total) or (
            one.unit == part.unit and one.value >= part.value and (one.start not in list_of or last)
        ):
            yield one


def shares_of(mentions: Sequence[Mention], parts: Sequence[Parts], others: Nouns) -> Iterator[Share]:
    """Every share with its part and what this may be a share of, `others` (the figures) among it."""
    if not any(one.role == "share" for one in mentions):
        return
    list_of = {part.start: one for one in parts for part in one.parts}
    said, carried = Nouns(), dict[int, Mention]()  # the wholes of the shares so far, by where these stand
    for at, one in enumerate(mentions):
        if one.role == "share" and one.exact and (share := _share(mentions, at, list_of, carried, (said, others))):
            if share.wholes:
                carried[one.start] = share.wholes[0]
            yield share
        said.add(one)


def _share(
    mentions: Sequence[Mention],
    at: int,
    list_of: dict[int, Parts],
    carried: dict[int, Mention],
    nouns: tuple[Nouns, Nouns],
) -> Share | None:
    share = mentions[at]
    near = [one for one in mentions[max(0, at - _BACK) : at] if one.sentence == share.sentence]
    inside = share.lead.strip() == "的" and len(near) > 1  # 39起，占立案总量186起的21.0%
    part = near[-2] if inside else next((one for one in near[:-3:-1] if one.role in ("count", "to")), None)
    if part is None or not is_amount(part) or "；" in share.marks or _is_of_another(share, part):
        return None
    if inside:
        return Share(share, part, tuple(one for one in near[-1:] if is_amount(one) and one.unit == part.unit))
    name = trimmed(share.whole, _SIZES)
    found = (*_named(nouns, name), *_close(near, name)) if name else ()
    wholes = list({(one.start, one.noun): one for one in found if _may_be_whole(one, part, name)}.values())
    own = list_of.get(part.start)
    if not wholes and (not name or (own and share.whole.endswith(_OF_ALL))):
        wholes = _unnamed(near, part, own, carried)
    return Share(share, part, tuple(wholes))


def _is_of_another(share: Mention, part: Mention) -> bool:
    """网上办理118件，占比94%，即办件占比65%: the share of what is named before 占."""
    own = noun_of(share.lead.rpartition("占")[0])
    return len(own) > 1 and own not in part.clause


def _named(nouns: tuple[Nouns, Nouns], name: str) -> Iterator[Mention]:
    return (one for known in nouns for one in known.named(name))


def _close(near: Sequence[Mention], name: str) -> Iterator[Mention]:
    """In the same sentence with the name in its clause, or behind it: 186起立案."""
    return (one for one in near if len(name) > 1 and (name in one.clause[-12:] or name in one.tail[:8]))


def _may_be_whole(one: Mention, part: Mention, name: str) -> bool:
    """Another amount of the same unit, and not 不予立案 for 立案."""
    refused = any(f"{no}{name}" in words for no in _NOT for words in (one.clause, one.noun))
    return one is not part and one.unit == part.unit and is_amount(one) and not refused


def _unnamed(near: Sequence[Mention], part: Mention, own: Parts | None, carried: dict[int, Mention]) -> list[Mention]:
    """The total of its list, else that of the share before (…，占4.0%；大气污染510件，占34.2%), else what is larger."""
    last = next((one for one in reversed(near) if one.role == "share"), None)
    whole = own.total if own else carried.get(last.start) if last else None
    if whole:
        return [whole]
    if "；" in part.marks:
        return []
    return [one for one in near if one.unit == part.unit and is_amount(one) and one.value > part.value]
