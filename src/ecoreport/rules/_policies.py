"""Rules over policies that last some years: named with their own years, and followed while they last."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._tables import reported_on, table
from ecoreport.text.sentences import clause, enclosing

# A name with its years: the name is what stands before the bracket, back to a mark or the beginning of the title.
_SPANNED = (
    r"(?<=[^《〈“”》〉，。；：、（）\s])[（(](?P<first>20[0-9]{2})年?[—–－~～至-]{1,2}(?P<last>20[0-9]{2})年?[）)]"
)
_NAME = r"[^《〈“”》〉，。；：、（）\s]{2,40}$"
# Who does one of these follows a policy; who winds it up speaks of it when it is over, and by right.
_BEGUN = "贯彻|落实|按照|根据|依据|遵照|执行|实施"
_FOLLOWING = f"{_BEGUN}|对照|对标|推进|推动|遵循|学习|宣传|围绕|紧扣|深化|开展|抓好|抓实|做好|统筹"
_BEFORE_A_NAME = "贯彻|落实|按照|根据|依据|遵照|执行|对照|对标|学习|围绕|紧扣"  # outside of 《》; no part of a name
_LEADING = "[^，。；]{0,8}为(?:抓手|契机|主线|牵引|引领|依据|遵循)"  # 以“八五”普法为抓手
_WOUND_UP = (
    "终期|期末|总结|评估|自查|收官|圆满|完成|验收|回顾|期满|届满|结束|期间|以来|考核|迎检|检查|末|时期"
    "|谋划|编制|起草|启动|建议"
)
_LOCAL = "[省市区县州盟旗镇乡局委厅]"


class Policy(NamedTuple):
    """A policy with the years it covers, what followed it, and how it is called without its years."""

    name: str
    first: int
    last: int
    then: str = ""
    short: str = ""


class Named(NamedTuple):
    """A policy named in a text: where, for which years as the text has it, and the known one, if it is one."""

    start: int
    end: int
    first: int
    last: int
    known: Policy | None = None


@cache
def policies() -> tuple[Policy, ...]:
    """The dated policies of policies.yaml."""
    return tuple(_policy(row) for row in table("policies").rows)


def _policy(row: dict[str, str]) -> Policy:
    first, last = map(int, row["years"].split("—"))
    return Policy(row["name"], first, last, row.get("then", ""), row.get("short", ""))


@rule("W610", "E650", "W651")
def policies_in_force(reading: Reading) -> Iterator[Finding]:
    """A policy is named with its own years; one that is over, or has not begun, is not one to be carried out."""
    for place, text in reading.holding(any_of=_signs()):
        for named in (*_spanned(text), *_called(text)):
            yield from _judged(reading, place, named)


@cache
def _signs() -> tuple[str, ...]:
    return ("年）", "年)", *(one.short for one in policies() if one.short), "普法")


def _spanned(text: str) -> Iterator[Named]:
    """Names with their years in brackets."""
    for match in re.finditer(_SPANNED, text):
        if not (found := re.search(_NAME, text[max(match.start() - 40, 0) : match.start()])):
            continue
        name = re.split(_BEFORE_A_NAME, found[0])[-1] or found[0]
        of_name = [one for one in policies() if name.endswith(one.name)]
        own = of_name and not re.search(_LOCAL, name.removesuffix(of_name[0].name))
        name = of_name[0].name if own else name  # 推进 is no part of 推进法治政府建设实施纲要
        first, last = int(match["first"]), int(match["last"])
        fitting = next((one for one in of_name if (one.first, one.last) == (first, last)), None)
        known = fitting or (of_name[0] if own else None)
        yield Named(match.start() - len(name), match.end(), first, last, known)


def _called(text: str) -> Iterator[Named]:
    """Names without years: “八五”普法, 十四五."""
    for policy in policies():
        if not policy.short or policy.short[:2] not in text:
            continue
        head, tail = policy.short[:-2], policy.short[-2:]
        pattern = f'[“"]?{head}[”"]?{tail}' if tail == "普法" else f'(?<![一二三四五六七八九])[“"]?{policy.short}[”"]?'
        for match in re.finditer(pattern, text):
            if not re.match(r"[^，。；》]{0,12}[（(]20", text[match.end() :]):  # told with its years
                yield Named(match.start(), match.end(), policy.first, policy.last, policy)


def _judged(reading: Reading, place: Place, named: Named) -> Iterator[Finding]:
    span, known = (named.start, named.end), named.known
    told = place.text[named.start : named.end]
    told = told if told.startswith("“") else f"“{told}”"
    years = f"{named.first}—{named.last}年"
    if known and (named.first, named.last) != (known.first, known.last):
        right = "、".join(f"{one.first}—{one.last}年" for one in policies() if one.name == known.name)
        message = f"《{known.name}》管的是{right}，写的是“{years}”"
        yield place.finding("E650", message, span, "照原文件核对年份")
        return
    outer = enclosing(place.text, *span)
    start, end = clause(place.text, *outer)
    before = re.sub("《[^《》]{0,200}》", "", place.text[start : outer[0]])
    around = before + place.text[named.end : end]
    led = re.search(_FOLLOWING, before) or re.match(_LEADING, place.text[outer[1] : end])
    if re.search(_WOUND_UP, around) or not led:
        return
    year = reading.year + (place.kind == "next_year_plan")
    if named.last < year:
        then = known.then if known else ""
        help_ = f"改用{then}" if then else "看看有没有新的文件；写总结、评估的，写明是总结、评估"
        yield place.finding("W610", f"{told}管的是{years}，不含{year}年", span, help_)
    elif named.first > reported_on(reading).year and re.search(_BEGUN, before):
        yield place.finding(
            "W651", f"{told}从{named.first}年起实施，报告时还没有开始", span, "核对年份，或者写明是准备工作"
        )
