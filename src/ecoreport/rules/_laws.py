"""Rules over laws and offices: those that are no more are not spoken of as if they were."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._tables import reported_on, table
from ecoreport.text.dates import long_date
from ecoreport.text.sentences import clause, enclosing

_STATE = "中华人民共和国"
# Beside these a clause speaks of what was, by right.
_OF_OLD = (
    "废止|失效|停止执行|不再执行|清理|修订|修改|替代|取代|代替|旧|前身|曾|当时|时任|改为|改名|更名|变更|撤销|并入|合并|整合|组建"
    "|划转|划入|移交|历史|历任|(?<![草平太高中])原(?![则因料始告油野件产生])"
)
_APPLIED = "依据|根据|按照|依照|执行|适用|实施|落实"
_BEFORE_A_NAME = "《〈和及与、或照据行彻用施习守反合对违传遵在学实读解按从涉"  # 依照合同法, not 劳动合同法
_LONGER = tuple("律规定治院官庭人")  # 对合同法律风险: no 合同法
_OFFICE_BEGINS = ("文化和", "文化与", "生态")  # 文化和旅游局
_OFFICE_GOES_ON = re.compile("[门队]|(?<=局)(?:部(?![署门])|限)")  # 农业部门, 环境保护局部调整


@rule("W651", "W652")
def laws_in_force(reading: Reading) -> Iterator[Finding]:
    """A law is named that was repealed before the year began, or applied before it was in force."""
    rows, day = table("laws").rows, reported_on(reading)
    for place, name, at in _named(reading, rows):
        until, since = rows[name].get("until"), rows[name].get("from")
        span = _whole(place.text, at, at + len(name))
        if not _is_a_law(place, name, at):
            continue
        if until and until <= f"{reading.year}-01-01" and not _is_old(place, span):
            message = f"《{name}》{_day(until)}起失效：{rows[name]['by']}"
            help_ = f"改用{rows[name]['then']}；说的是当时的事，写明“原”或“已废止”"
            yield place.finding("W652", message, span, help_)
        elif since and since > day.isoformat() and _is_applied(place, span):
            message = f"《{name}》{_day(since)}起施行，报告时还没有施行"
            yield place.finding("W651", message, span, "核对名称；说的是学习、准备的，不写“依据”“执行”")


@rule("W653")
def offices_by_their_names(reading: Reading) -> Iterator[Finding]:
    """An office is called as it was before the reform of the institutions."""
    rows = table("offices").rows
    for place, name, at in _named(reading, rows):
        end, (since, now) = at + len(name), rows[name]
        own = reading.year <= int(since) or name in reading.report.issuer
        longer = place.text.endswith(_OFFICE_BEGINS, 0, at) or _OFFICE_GOES_ON.match(place.text, end) is not None
        if not (own or longer or place.is_quoted(at) or _is_old(place, (at, end))):
            message = f"“{name}”是{since}年机构改革以前的名称"
            help_ = f"现在是{now}，照它的全称写；说的是当时的事，写明“原{name}”"
            yield place.finding("W653", message, (at, end), help_)


def _named(reading: Reading, names: Iterable[str]) -> Iterator[tuple[Place, str, int]]:
    """Where the names stand, of two at one place the longer."""
    present = sorted(filter(reading.stands, names), key=len, reverse=True)
    for place, match in reading.matches("|".join(map(re.escape, present))) if present else ():
        yield place, match[0], match.start()


def _is_a_law(place: Place, name: str, at: int) -> bool:
    """Whether the name stands in a title of its own, or bare; not where it is part of a longer name."""
    start = at - len(_STATE) if place.text.endswith(_STATE, 0, at) else at
    before, behind = place.text[max(start - 1, 0) : start], place.text[at + len(name) : at + len(name) + 1]
    if before in ("《", "〈"):
        return behind in ("》", "〉", "（", "")
    if behind in _LONGER:
        return False
    return not place.is_quoted(at) and (before in _BEFORE_A_NAME or not before.isalnum())


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The name with its 《》, where it stands in them."""
    outer = enclosing(text, start, end)
    return outer if outer[1] - outer[0] <= end - start + 2 + len(_STATE) else (start, end)


def _is_old(place: Place, span: tuple[int, int]) -> bool:
    """Whether the clause says that it speaks of what was, or the name stands in the title of another document."""
    outer = enclosing(place.text, *span)
    if "〈" in place.text[slice(*outer)]:
        return True
    return re.search(_OF_OLD, place.text[slice(*clause(place.text, *span))]) is not None


def _is_applied(place: Place, span: tuple[int, int]) -> bool:
    start, _ = clause(place.text, *span)
    return re.search(_APPLIED, place.text[start : span[0]]) is not None


def _day(iso: str) -> str:
    return long_date(dt.date.fromisoformat(iso))
