"""Rules over movements: which way they go, by how much, and in which unit that is said."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._reckoning import Range, Verdict, difference, judged, ratio, shown
from ecoreport.rules._rule import rule
from ecoreport.text.numbering import number_of
from ecoreport.text.quantities import Change, Mention, Statement, difference_beside, over_years
from ecoreport.text.quantity import plain

_PER_CENT, _POINTS, _TIMES, _DOUBLINGS = "%", "个百分点", "倍", "番"
_RATES = ("率", "满意度", "比例", "占比", "比重")
_YEARLY = ("年均", "年平均", "每年", "逐年", "年增")
_MOST_DOUBLINGS, _DOUBLED = 20, Decimal("0.035")  # by which 翻两番 may miss 4 times
_CENT = 100
_LAST_YEAR = "上年|去年|上一?年度?|前一?年|20[0-9]{2}年"
_NO_MONTH = "(?!度?第?[0-9一二三四]{1,2}(?:月|季)|度?[末底])"  # 环比上年12月 is right in January
_YEAR_BEFORE = (
    f"环比[^，。；、0-9]{{0,4}}(?P<when>{_LAST_YEAR}){_NO_MONTH}"
    f"|[比较与同于](?P<then>{_LAST_YEAR})(?:同期|度)?(?:相比)?(?:，[^，。；]{{0,12}})?环比"
)
_MONTH_BEFORE = (
    "同比[^，。；、0-9]{0,4}(?P<when>上个?月|上一?个?季度?)|[比较与](?P<then>上个?月|上一?个?季度?)(?:相比)?，?同比"
)


@rule("W425")
def directions(reading: Reading) -> Iterator[Finding]:
    """由40起降到50起: what is said goes one way, the numbers the other."""
    for place, said in reading.statements:
        listed = {part.start for one in said.parts for part in one.parts}
        told = set()
        moves = [(one.start, one.end, one.end) for one in said.movements]
        for start, end, word in (*moves, *((one.start, one.end, one.said) for one in said.changes)):
            if start is None or end is None or not word.by or (word is end and end.start in listed):
                continue
            wrong = end.high < start.low if word.by > 0 else end.low > start.high
            if wrong and end.start not in told and start.unit == end.unit and start.exact and end.exact:
                told.add(end.start)
                ways = ("增加", "减少") if word.by < 0 else ("减少", "增加")
                message = f"由{start.text}到{end.text}是{ways[0]}，写的是{ways[1]}"
                yield place.finding("W425", message, (word.start, word.end), "核对两个数，看看是不是写反了")


@rule("E413", "H424", "W429")
def changes(reading: Reading) -> Iterator[Finding]:
    """由35起增加到42起，增长20%, 增加7起: what is said of a change is what the two values give."""
    for place, said in reading.statements:
        for at, one in enumerate(said.changes):
            if one.start is None and one.end is not None:
                yield from _from_difference(place, said, at)
            elif one.start is not None and one.end is not None and _can_be_checked(one):
                yield from _checked(place, one, one.start, one.end)


def _can_be_checked(one: Change) -> bool:
    start, end, said = one.start, one.end, one.said
    assert start is not None and end is not None  # noqa: S101, PT018 - the caller has looked
    exact = start.exact and end.exact and said.exact and start.unit == end.unit
    wrong_way = said.by and (end.value - start.value) * said.by < 0  # told by `directions`
    return exact and not wrong_way and not _is_too_much(said) and _in_points(one) is None


def _checked(place: Place, change: Change, start: Mention, end: Mention) -> Iterator[Finding]:
    said = change.said
    if any(word in said.clause for word in _YEARLY):
        yield from _every_year(place, change, start, end)
    elif said.unit == _DOUBLINGS:
        yield from _doubled(place, change, start, end)
    elif said.unit in (_POINTS, end.unit) and end.half:
        yield from _of_rates(place, change, start, end)
    elif expected := _expected(said, start, end):
        verdict = judged(expected, said)
        told = shown(expected.middle, said)
        if verdict is Verdict.CUT_OFF:
            yield _last_place(place, said, told)
        elif verdict is Verdict.WRONG:
            code = "W429" if said.unit == _TIMES else "E413"
            yield _does_not_come_out(code, place, change, f"{_way(said)}{told}")


def _doubled(place: Place, change: Change, start: Mention, end: Mention) -> Iterator[Finding]:
    """翻两番 is four times, give or take."""
    said, times = change.said, end.value / start.value if start.value else Decimal(0)
    possible = said.value <= _MOST_DOUBLINGS
    if not possible or abs(times / 2 ** int(said.value) - 1) > _DOUBLED:
        doublings = said.text.removesuffix("番").removeprefix("翻") or "一"
        right = f"，翻{doublings}番是{2 ** int(said.value)}倍" if possible else ""
        yield _does_not_come_out("W429", place, change, f"是{shown(times, start, '')}倍{right}")


def _expected(said: Mention, start: Mention, end: Mention) -> Range | None:
    """What the change is in the unit in which it is told; None where it is none that can be reckoned."""
    gap = difference(start, end)
    if said.unit == _PER_CENT:
        return ratio(gap, start) if end.unit != _PER_CENT else None
    if said.unit == _TIMES:
        return ratio(end if said.role == "times" else gap, start, 1)
    return gap if said.unit == end.unit else None


def _of_rates(place: Place, change: Change, start: Mention, end: Mention) -> Iterator[Finding]:
    """个百分点, 万元: both ends and the difference are rounded, each for itself."""
    said = change.said
    gap = abs(end.value - start.value)
    told, finest = shown(gap, said), min(start.half, end.half)
    if abs(gap - said.value) >= 2 * finest + said.half:
        yield _does_not_come_out("E413", place, change, f"{_way(said)}{told}")
    elif gap != said.value and said.half <= finest:
        yield _last_place(place, said, told)


def _every_year(place: Place, change: Change, start: Mention, end: Mention) -> Iterator[Finding]:
    """年均增长6.5%, where it is told over how many years; N年来 may be N or N-1 of them."""
    said = change.said
    if said.unit != _PER_CENT or start.low <= 0 or not said.by:
        return
    ranges = [_yearly(start, end, years) for years in _years(said, start, end)]
    if ranges and all(judged(one, said) is Verdict.WRONG for one in ranges):
        yield _does_not_come_out("E413", place, change, f"年均{_way(said)}{shown(ranges[0].middle, said)}")


def _yearly(start: Mention, end: Mention, years: int) -> Range:
    power = Decimal(1) / years
    low, high = ((max(end.low, Decimal(0)) / start.high) ** power - 1, (end.high / start.low) ** power - 1)
    low, high = (low, high) if end.value >= start.value else (-high, -low)
    return Range(low * _CENT, high * _CENT)


def _years(said: Mention, start: Mention, end: Mention) -> tuple[int, ...]:
    if start.year and end.year and start.year < end.year:
        return (end.year - start.year,)
    match = re.search(
        r"([0-9]{1,2}|[一二两三四五六七八九十])年(?:来|间|内|，|由|从|以来)", f"{said.before}{said.clause}"
    )
    if match is None:
        return ()
    years = number_of(match[1])
    return tuple(number for number in (years, years - 1) if number > 0)


def _from_difference(place: Place, said: Statement, at: int) -> Iterator[Finding]:
    """722件，同比增加49件，增幅7.3%: the value before was 673件."""
    change, beside = said.changes[at], difference_beside(said.changes, at)
    one, end = change.said, change.end
    if beside is None or end is None or one.unit != _PER_CENT or not (one.by and one.exact and end.exact):
        return
    gap = beside.said
    if not gap.exact or over_years(one.clause):
        return
    less, more = Range(end.low - gap.high, end.high - gap.low), Range(end.low + gap.low, end.high + gap.high)
    before = less if one.by > 0 else more
    expected = ratio(gap, before)
    if before.high < 0 or (expected and judged(expected, one) is Verdict.WRONG):
        told = shown(expected.middle, one) if expected else "负数"
        message = f"{end.text}，{'增加' if one.by > 0 else '减少'}{gap.text}，算下来是{told}，写的是{one.text}"
        yield place.finding("E413", message, (one.start, one.end), "核对这几个数")
    elif expected and judged(expected, one) is Verdict.CUT_OFF:
        yield _last_place(place, one, shown(expected.middle, one))


@rule("E426", "H427")
def points_and_per_cents(reading: Reading) -> Iterator[Finding]:
    """办结率由90%提高到96%，提高了6%: two rates differ by points."""
    for place, said in reading.statements:
        for one in said.changes:
            code = _in_points(one)
            if code is None or _is_too_much(one.said):
                continue
            points = f"{one.said.text.rstrip('%％')}个百分点"
            if one.start and one.end and code == "E426":
                points = f"{plain(abs(one.end.value - one.start.value))}个百分点"
                message = f"由{one.start.text}到{one.end.text}相差{points}，写的是{one.said.text}"
            else:
                message = f"率变了“{one.said.text}”，是百分之几还是几个百分点看不出来"
            help_ = f"两个率相减就写{points}；是相对上年的变化，写明由百分之几到百分之几"
            yield place.finding(code, message, (one.said.start, one.said.end), help_)


def _in_points(one: Change) -> str | None:
    """The code under which a change of a rate in per cent is told; None where it is no such change, or right as one."""
    said, start, end = one
    if said.role != "change" or said.unit != _PER_CENT or over_years(said.clause):
        return None
    of_rate = said.noun.endswith(_RATES)
    if not of_rate and (end is None or said.noun or end.unit != _PER_CENT or end.role not in ("rate", "to", "share")):
        return None
    if start is None or end is None or start.unit != _PER_CENT:
        return "H427" if end is None or end.unit == _PER_CENT else None
    gap = abs(end.value - start.value)
    if Range(gap, gap).meets(said):
        return "E426"
    relative = ratio(difference(start, end), start)
    return "H427" if relative and judged(relative, said) is not Verdict.WRONG else "E426"


@rule("E428")
def decreases(reading: Reading) -> Iterator[Finding]:
    """减少2倍, 下降120%: nothing loses more than all of it."""
    for place, said in reading.statements:
        for one in said.changes:
            if not _is_too_much(one.said):
                continue
            message = f"“{one.said.text}”：减少、下降最多到100%，不用倍数"
            help_ = "写成减少百分之几，或者降为原来的几分之一"
            if one.start and one.end and one.start.value > one.end.value and one.start.unit == one.end.unit:
                share = ratio(difference(one.start, one.end), one.start)
                right = f"由{one.start.text}到{one.end.text}，写“下降{{}}”"
                help_ = right.format(shown(share.middle, one.said, _PER_CENT)) if share else help_
            yield place.finding("E428", message, (one.said.start, one.said.end), help_)


def _is_too_much(said: Mention) -> bool:
    much = said.unit in (_TIMES, _DOUBLINGS) or (said.unit == _PER_CENT and said.value > _CENT)
    return said.role == "change" and said.by < 0 and much


@rule("W431")
def compared_with_the_right_time(reading: Reading) -> Iterator[Finding]:
    """环比 is with the month or quarter before, 同比 with the same time of last year."""
    for word, pattern, right in (("环比", _YEAR_BEFORE, "同比"), ("同比", _MONTH_BEFORE, "环比")):
        for place, match in reading.matches(pattern, word):
            message = f"“{match[0]}”：“{word}”不与{match['when'] or match['then']}比"
            yield place.finding("W431", message, match.span(), f"写“{right}”")


@rule("W433")
def points_beside_per_cents(reading: Reading) -> Iterator[Finding]:
    """办结率提高1.8个百分点，增长2.0%: the change of one rate is told once, in points."""
    for place, said in reading.statements:
        told = {change.said.start for change in said.changes}
        for pair in pairwise(said.mentions):
            points, other = pair if pair[0].unit == _POINTS else pair[::-1]
            both = told.issuperset(one.start for one in pair) and points.unit == _POINTS and other.unit == _PER_CENT
            if both and _of_one_rate(*pair):
                message = f"{points.text}和{other.text}说的是同一个率的变化"
                yield place.finding("W433", message, (other.start, other.end), "率的变化只用百分点说一次")


def _of_one_rate(first: Mention, second: Mention) -> bool:
    near = first.sentence == second.sentence and "；" not in second.marks and "分别" not in second.clause
    return near and (not second.noun or second.noun == first.noun)


def _way(said: Mention) -> str:
    """增长 or 下降; nothing where the number says by itself what it is."""
    ways = {_PER_CENT: ("增长", "下降"), _TIMES: ("增长", "下降"), _POINTS: ("提高", "下降")}.get(
        said.unit, ("增加", "减少")
    )
    return "是" if said.role == "times" or not said.by else ways[0] if said.by > 0 else ways[1]


def _does_not_come_out(code: str, place: Place, change: Change, told: str) -> Finding:
    said, start, end = change
    assert start is not None and end is not None  # noqa: S101, PT018 - what it was reckoned from
    told = "没有变化" if start.value == end.value else told
    message = f"由{start.text}到{end.text}，{told}，写的是{said.text}"
    return place.finding(code, message, (said.start, said.end), "核对这几个数")


def _last_place(place: Place, said: Mention, told: str) -> Finding:
    message = f"“{said.text}”末位差一点，算下来是{told}"
    return place.finding("H424", message, (said.start, said.end), "按四舍五入改，或者核对前面的数")
