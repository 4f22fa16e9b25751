"""Rules over lists of numbers: parts and their total, sums, people and how often they came."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._reckoning import shown, to_the_finest, total
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import (
    CARRIED,
    Mention,
    Parts,
    are_parallel,
    are_twins,
    is_amount,
    noun_of,
    sums_of,
)

_PEOPLE = ("人", "名")
_NO_NOUN = ("培训", "参训", "参加", "人员", "参与", "累计", "合计", "达", "共", "人次", "为", "人")


@rule("W421", "H422")
def parts_make_up_the_total(reading: Reading) -> Iterator[Finding]:
    """其中进企业12场、进社区10场、进学校9场 of 30场: more than all is wrong; less may leave the rest unsaid."""
    for place, said in reading.statements:
        for one in said.parts:
            if one.total.exact and all(part.exact for part in one.parts):
                yield from _compared(place, one)


def _compared(place: Place, one: Parts) -> Iterator[Finding]:
    *parts, whole = to_the_finest((*one.parts, one.total))
    together = total(parts)
    if together.low > whole.high:
        help_ = "核对总数和各部分；各部分有重叠的，写明"
        yield _told("H422" if _may_overlap(one) else "W421", place, one.parts, one.total, help_)
    elif together.high < whole.low and len(parts) > 1 and not one.open:
        complete = len(parts) > 2 and not one.loose and one.announced != "中"  # noqa: PLR2004 - more than this and that
        nearly = together.high * 2 >= whole.low  # of much less than all only some are told
        certain = one.announced == "：" or _is_pair(one.parts) or (complete and nearly)
        if certain or complete or nearly:
            help_ = "核对总数和各部分；还有没写出来的，在最后一个后面加“等”"
            yield _told("W421" if certain else "H422", place, one.parts, one.total, help_)


def _may_overlap(one: Parts) -> bool:
    """Party members and women of one staff, fines and forfeitures in one case; commas may join other things."""
    parts, whole = one.parts, one.total
    if len(parts) == 1:
        return False
    inside = all(part.value <= whole.value for part in parts)
    alike = all(are_parallel(a.noun, b.noun) for a, b in pairwise(parts))
    forfeited = any("没收" in part.lead for part in parts) and whole.unit != "元"
    overlap = inside and ((whole.unit in _PEOPLE and not alike) or forfeited)
    other = (one.announced == "中" and parts[0].value <= whole.value) or (one.loose and inside)
    return overlap or (other and not _is_pair(parts))


def _is_pair(parts: Sequence[Mention]) -> bool:
    return len(parts) == 2 and are_twins(noun_of(parts[0].lead), noun_of(parts[1].lead))  # noqa: PLR2004


def _told(code: str, place: Place, addends: Sequence[Mention], whole: Mention, help_: str) -> Finding:
    texts, together = [one.text for one in addends], total(to_the_finest((*addends, whole))[:-1])
    if len(texts) == 1:
        return place.finding(code, f"{texts[0]}，多于全部{whole.text}", (whole.start, whole.end), help_)
    reckoned = shown(together.middle, max((*addends, whole), key=lambda one: len(one.text)))
    return place.finding(code, f"{'+'.join(texts)}={reckoned}，写的是{whole.text}", (whole.start, whole.end), help_)


@rule("W421")
def two_kinds_within_all(reading: Reading) -> Iterator[Finding]:
    """受理640件，准予628件，不予32件: the two kinds there are, together, are not more than what stands before them."""
    for place, said in reading.statements:
        listed = {part.start for one in said.parts for part in one.parts}
        for whole, *kinds in zip(said.mentions, said.mentions[1:], said.mentions[2:], strict=False):
            if kinds[0].start not in listed and _are_two_kinds(whole, *kinds):
                *ranges, everything = to_the_finest((*kinds, whole))
                if total(ranges).low > everything.high:
                    help_ = "核对这几个数；有上年结转的，写明结转几件"
                    yield _told("W421", place, kinds, whole, help_)


def _are_two_kinds(whole: Mention, one: Mention, other: Mention) -> bool:
    like = all(is_amount(each) for each in (whole, one, other)) and whole.unit == one.unit == other.unit
    near = whole.sentence == other.sentence and "；" not in one.marks + other.marks and "、" not in one.marks
    carried = any(word in whole.clause + one.lead for word in CARRIED)
    forfeited = "没收" in one.lead + other.lead  # that may be on top, in the same case
    return like and near and not carried and not forfeited and are_twins(noun_of(one.lead), noun_of(other.lead))


@rule("W423")
def sums(reading: Reading) -> Iterator[Finding]:
    """线上3场、线下5场，共8场; 罚款186.4万元、没收12.3万元，罚没合计198.7万元."""
    for place, said in reading.statements:
        for one in sums_of(said.mentions, said.parts):
            if one.total.unit != "元" and any("没收" in addend.lead for addend in one.addends):
                continue  # fined and forfeited in one case
            *addends, whole = to_the_finest((*one.addends, one.total))
            together = total(addends)
            if together.low > whole.high or together.high < whole.low:
                yield _told("W423", place, one.addends, one.total, "核对各项和合计")


@rule("W432")
def people_and_times(reading: Reading) -> Iterator[Finding]:
    """320人、共280人次: each comes once at least."""
    for place, said in reading.statements:
        for pair in pairwise(said.mentions):
            people, times = pair if pair[1].unit == "人次" else pair[::-1]
            if _are_people_and_times(people, times, pair) and times.value < people.value:
                message = f"{people.text}，只有{times.text}，人次不会少于人数"
                yield place.finding("W432", message, (times.start, times.end), "核对两个数，看看是不是写反了")


def _are_people_and_times(people: Mention, times: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Only where the second has no noun of its own."""
    first, second = pair
    own = noun_of(second.lead)
    for word in _NO_NOUN:
        own = own.replace(word, "")
    near = first.sentence == second.sentence and second.marks in ("、", "，", "（", "")
    return (
        people.unit in _PEOPLE and times.unit == "人次" and is_amount(people) and is_amount(times) and near and not own
    )
