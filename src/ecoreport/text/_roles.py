"""Which part each quantity plays in its sentence: from the words that touch it; the first reading that fits counts."""

from collections.abc import Iterable
from typing import NamedTuple

from ecoreport.text import _phrases
from ecoreport.text._mention import Mention, Role
from ecoreport.text._nouns import noun_of
from ecoreport.text._times import comparing, without_comparison, year_of
from ecoreport.text._units import DOUBLINGS, PER_CENT, POINTS, TIMES

_NEAR = 24  # characters
_AMOUNTS = ("量", "数", "额")  # 数量下降15.0% has a noun, if none that says much


class _Reading(NamedTuple):
    role: Role
    noun: str | None = None  # None: as read from the words before it
    by: int = 0
    whole: str = ""


def with_roles(numbers: Iterable[Mention]) -> tuple[Mention, ...]:
    """The quantities with role, noun, direction and year; without those that are words."""
    made: list[Mention] = []
    for number in numbers:
        before = made[-1] if made and made[-1].sentence == number.sentence else None
        one = _read(number, before)
        made.append(one)
    following = (*made[1:], None)
    return tuple(_with_an_end(*pair) for pair in zip(made, following, strict=False) if pair[0].role != "word")


def _with_an_end(one: Mention, following: Mention | None) -> Mention:
    """从5个方面, 由分管负责人出庭2件: where no end follows, nothing begins."""
    ends = following is not None and following.role == "to" and following.sentence == one.sentence
    return one._replace(role="count") if one.role == "from" and not ends else one


def _read(number: Mention, before: Mention | None) -> Mention:
    near = _phrases.without_now(number.lead[-_NEAR:])
    if not near and number.clause.endswith("（"):
        near = number.clause[-_NEAR:-1]  # 同比（385场）增长…; 上年（10次）的5倍
    reading = _reading(number, near, before)
    noun = noun_of(number.lead) or noun_of(number.tail[:12].removeprefix("的"))
    if reading.role == "to" and before:
        noun = before.noun  # 办结率由90%提高到96%
    return number._replace(
        role=reading.role,
        noun=noun if reading.noun is None else reading.noun,
        by=reading.by,
        whole=reading.whole,
        exact=number.exact and not _phrases.is_rough(near, number.tail),
        year=year_of(number.lead),
    )


def _reading(number: Mention, near: str, before: Mention | None) -> _Reading:
    if number.unit == "年":
        return _Reading("years")
    bound = _phrases.is_bound(near, number.tail)
    moving = _phrases.moving(near)
    if number.unit in (PER_CENT, "‰", POINTS, TIMES, DOUBLINGS):
        reading = _of_ratio(number, near, moving, before)
        if reading:
            return _Reading("bound") if bound and reading.role != "change" else reading
    if bound:
        return _Reading("bound")
    if (_phrases.is_average(near) and not _phrases.starting(near)) or number.tail.startswith("/"):
        return _Reading("per")
    return _of_movement(number, near, moving, before)


def _of_ratio(number: Mention, near: str, moving: _phrases.Moving | None, before: Mention | None) -> _Reading | None:
    """A change, a share, a rate; None for a per cent that says of itself what it is."""
    change = moving is not None and not moving.to
    rate = _phrases.rate_in(near)
    if number.unit in (POINTS, TIMES, DOUBLINGS) or (change and moving and (not rate or moving.of_rate)):
        return _change(number, near, moving)
    if number.lead.strip() == "的" and before and number.marks in ("", "）") and "占" in before.clause[-20:]:
        return _Reading("share")  # 39起，占立案总量186起的21.0%
    whole = _phrases.whole_in(near)
    if whole is not None:
        return _Reading("share", whole=whole)
    if rate:
        return _Reading("rate", noun=noun_of(rate))
    if before and before.role == "rate" and number.marks == "、" and not moving:
        return _Reading("rate", noun="")
    return None


def _change(number: Mention, near: str, moving: _phrases.Moving | None) -> _Reading:
    if moving is None:
        times = number.unit == TIMES and near.endswith(("是", "为", "达", "的", "到"))
        return _Reading("times" if times else "change", by=int(number.unit == DOUBLINGS))
    if moving.to and number.unit == TIMES:
        return _Reading("times", by=moving.by)  # 增长到3倍
    words = number.lead[: max(len(number.lead) - (len(near) - len(moving.rest)), 0)]
    words = without_comparison(words)
    noun = noun_of(words) or (words if words.endswith(_AMOUNTS) else "")
    return _Reading("change", noun=noun, by=moving.by)


def _of_movement(  # noqa: PLR0911 - a line a reading
    number: Mention, near: str, moving: _phrases.Moving | None, before: Mention | None
) -> _Reading:
    """An end of a movement, the value compared with, what came on top; else a count."""
    if moving is None and (base := _phrases.based(near)):
        return _Reading("base", noun=noun_of(base.rest))
    if moving and moving.to:
        return _Reading("to", by=moving.by)
    if moving and number.unit and (comparing(number.clause) or _goes_on(moving, before)):
        return _change(number, near, moving)  # 比上年增加8件
    if start := _phrases.starting(near):
        return _Reading("from", noun=noun_of(start.rest) or start.what)
    if number.tail.startswith(("的基础上", "基础上")):
        return _Reading("base")
    if before and before.role == "from" and near.endswith(("到", "至")):
        return _Reading("to")
    if number.han and not _counts(number, before):
        return _Reading("word")
    return _Reading("count")


def _goes_on(moving: _phrases.Moving, before: Mention | None) -> bool:
    """Behind a value compared with: 增长20%，增加7起, but not 新增7起, of which others may have gone."""
    if before is None:
        return False
    return before.role in ("to", "base") or (before.role == "change" and not moving.rest.endswith("新"))


def _counts(number: Mention, before: Mention | None) -> bool:
    """Whether a number in Chinese numerals is one of a list of numbers: 共二十场, 十场、八场."""
    if _phrases.is_total(number.lead) or _phrases.opens_parts(number.lead):
        return True
    return number.marks in ("、", "") and before is not None and before.unit == number.unit
