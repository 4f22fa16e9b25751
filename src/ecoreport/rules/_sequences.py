"""Rules over what is counted in words: 一是 to 三是, 三个方面, and paragraphs that stand twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.numbering import han, han_number

_HAN = "一二三四五六七八九十"
_ROWS = (  # how the parts of a sentence are counted
    f"(?:^|(?<=[。；：，！？]))(?P<number>[{_HAN}]{{1,2}})是(?![否不])",
    f"(?:^|(?<=[。；：，！？]))第(?P<number>[{_HAN}]{{1,2}})[，,]",
)
_ANNOUNCED = (
    f"(?P<number>[{_HAN}两]|[0-9]{{1,2}})(?:个方面|方面|点(?:体会|建议|要求|工作)?|项(?:工作|措施|任务|举措)?|个(?:环节|抓手|着力点|重点|问题|维度|层面)"
    "|件(?:事|大事|实事))[^。：；0-9]{0,8}[：，。]"
)
_SECOND = ("二是", "三是", "四是", "五是", "第二，", "第三，", "第二,", "第三,")  # nor without these in order
_FIRST = ("一是", "第一，", "第一,")  # without these nothing is counted
_ENTRY = "[^，。；：、]{2,12}"
_LISTED = (
    f"“?(?P<number>[{_HAN}两])个(?P<noun>[^，。；：、“”]{{1,4}})”?：(?P<list>{_ENTRY}(?:、{_ENTRY}){{1,9}})[。；，]"
)
_SENTENCE = "[^。！？；]{25,}[。！？；]"  # shorter ones may be set phrases


@rule("W541")
def counted_in_order(reading: Reading) -> Iterator[Finding]:
    """一是……三是……: what lies between is missing, or stands twice."""
    if not any(sign in reading.context.text for sign in _SECOND):
        return
    for _, places in groupby((place for place in reading.places if place.is_body), key=lambda place: place.path):
        together = [*places]
        for row in _ROWS:
            yield from _out_of_order(together, row)


def _out_of_order(places: Sequence[Place], row: str) -> Iterator[Finding]:
    found = [(place, match) for place in places for match in re.finditer(row, place.text)]
    numbers = [han_number(match["number"]) for _, match in found]
    if len(found) < 2 or (numbers[0] != 1 and numbers[1] != numbers[0] + 1):  # noqa: PLR2004 - one alone counts nothing
        return
    for (before, now), (place, match) in zip(pairwise((0, *numbers)), found, strict=True):
        if now not in (before + 1, 1):
            told = match[0].rstrip("，,")
            wanted = told.replace(match["number"], han(before + 1))
            message = f"“{told}”前面没有“{wanted}”" if now > before + 1 else f"“{told}”重复或者次序不对"
            yield place.finding("W541", message, match.span(), f"这里应是“{wanted}”；核对有没有漏掉一条")


@rule("W542")
def as_many_as_announced(reading: Reading) -> Iterator[Finding]:
    """三个方面：一是……四是……; “四个到位”：A到位、B到位、C到位."""
    for place, match in reading.matches(_ANNOUNCED) if any(sign in reading.context.text for sign in _FIRST) else ():
        row = next(
            (row for row in _ROWS if re.match(row[row.index("(?P") :], place.text[match.end() : match.end() + 6])), ""
        )
        numbers = [han_number(one["number"]) for one in re.finditer(row, place.text[match.end() :])] if row else []
        follow = next((at for at, number in enumerate(numbers) if number != at + 1), len(numbers))
        yield from _miscounted(place, match, follow)
    for place, match in reading.matches(_LISTED, "个", "：", "、"):
        named = match["list"].split("、")
        if all(one.endswith(match["noun"]) for one in named):
            yield from _miscounted(place, match, len(named))


def _miscounted(place: Place, match: re.Match[str], follow: int) -> Iterator[Finding]:
    typed = match["number"]
    number = 2 if typed == "两" else int(typed) if typed.isdecimal() else han_number(typed)
    if follow > 1 and number != follow:
        message = f"前面说“{typed}”，后面有{follow}条"
        yield place.finding("W542", message, match.span("number"), "核对前面的数和后面的条数")


@rule("W543")
def sentences_twice(reading: Reading) -> Iterator[Finding]:
    """A sentence, or a paragraph, that stands twice, word for word."""
    seen: set[str] = set()
    for place in reading.places:
        for match in re.finditer(_SENTENCE, place.text) if place.is_body else ():
            if match[0] in seen:
                yield place.finding("W543", "这句话和前面的一句一字不差", match.span(), "删掉一句，或者改写")
            seen.add(match[0])
