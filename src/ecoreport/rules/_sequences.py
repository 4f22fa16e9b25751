"""Rules over what is counted in words: 一是 to 三是, 三个方面, and paragraphs that stand twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, groupby, islice, takewhile

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.numbering import HAN, han, han_number, number_of

_ROWS = (  # how the parts of a sentence are counted
    f"(?:^|(?<=[。；：，！？\n]))(?P<number>[{HAN}]{{1,2}})(?:是(?![否不])|要(?![不素点件闻求]))",
    f"(?:^|(?<=[。；：，！？\n]))第(?P<number>[{HAN}]{{1,2}})[，,]",
    f"(?:^|(?<=[。；：，！？\n]))其(?P<number>[{HAN}])[，,]",
)
_NOUNS = (
    "方面|工作|措施|任务|举措|重点|问题|环节|抓手|着力点|维度|层面|事|原因|不足|短板|建议|要求|体会|经验|做法|特点|转变"
)
_ANNOUNCED = (
    f"(?<![第{HAN}0-9])(?P<number>[{HAN}两]{{1,2}}|[0-9]{{1,2}})(?:个?方面|点|(?:个|大|项|件|条|类|种)[^，。；：、0-9“”]{{0,5}}(?:{_NOUNS}))"
    "[^，。；：、0-9“”]{0,8}[：，。]"
)
_SECOND = (
    *(f"{one}{is_}" for one in "二三四五" for is_ in "是要"),
    *(f"{mark}{one}，" for mark in "第其" for one in "二三"),
    "第二,",
    "第三,",
)
_FIRST = ("一是", "一要", "第一，", "第一,", "其一，")  # without these nothing is counted
_ENTRY = "[^，。；：、]{2,12}"
_LISTED = (
    f"“?(?P<number>[{HAN}两])个(?P<noun>[^，。；：、“”]{{1,4}})”?：(?P<list>{_ENTRY}(?:、{_ENTRY}){{1,9}})[。；，]"
)
_COUNTED_OUT = f"(?<![第{HAN}0-9])“?(?P<number>[{HAN}两])个(?P<noun>[^，。；：、“”]{{2,4}})”?：(?=一是)"
_PARAGRAPH = 20  # characters
_SENTENCE = "[^。！？；]{25,}[。！？；]"  # shorter ones may be set phrases


@rule("W541")
def counted_in_order(reading: Reading) -> Iterator[Finding]:
    """一是……三是……: what lies between is missing, or stands twice."""
    if not any(sign in reading.context.text for sign in _SECOND):
        return
    for row in _ROWS:
        before: list[int] = []
        for _, places in _by_text(reading):
            found = [(place, match) for place in places for match in re.finditer(row, place.text)]
            numbers = [han_number(match["number"]) for _, match in found]
            counts = len(numbers) > 1 and (numbers[0] == 1 or numbers[1] == numbers[0] + 1)  # one alone counts nothing
            if counts:
                yield from _out_of_order(found, before if numbers[0] != 1 else [])
            before = numbers[-1:] or before


def _by_text(reading: Reading) -> Iterator[tuple[Path, list[Place]]]:
    """The paragraphs of running text, those of one text together."""
    for path, places in groupby((place for place in reading.places if place.is_body), key=lambda place: place.path):
        yield path, [*places]


def _out_of_order(found: Sequence[tuple[Place, re.Match[str]]], before: Sequence[int]) -> Iterator[Finding]:
    """What does not go on from `before`, the number of the text ahead; one row may stand within another."""
    rows = [*before]
    for place, match in found:
        now = han_number(match["number"])
        last = rows[-1] if rows else 0
        while rows and now not in (1, rows[-1] + 1):
            rows.pop()
        if now != 1 and not rows:
            told = match[0].rstrip("，,")
            wanted = told.replace(match["number"], han(last + 1))
            message = f"“{told}”前面没有“{wanted}”" if now > last + 1 else f"“{told}”重复或者次序不对"
            yield place.finding("W541", message, match.span(), f"这里应是“{wanted}”；核对有没有漏掉一条")
        rows = [*rows[: -1 if now != 1 else None], now]


@rule("W542")
def as_many_as_announced(reading: Reading) -> Iterator[Finding]:
    """三个方面：一是……四是……; “四个到位”：A到位、B到位、C到位."""
    for _, places in _by_text(reading) if any(sign in reading.context.text for sign in _FIRST) else ():
        for at, place in enumerate(places):
            for match in re.finditer(_ANNOUNCED, place.text):
                behind = (one.text for one in islice(places, at + 1, None))
                yield from _miscounted(place, match, _counted(place.text[match.end() :], behind))
    for place, match in reading.matches(_COUNTED_OUT, "个", "一是"):
        rest = place.text[match.end() :]
        follow = _counted(rest, iter(()))
        if rest.count(match["noun"]) >= follow:  # each of them is one: 三个坚持：一是坚持……
            yield from _miscounted(place, match, follow)
    for place, match in reading.matches(_LISTED, "个", "：", "、"):
        named = match["list"].split("、")
        if all(one.endswith(match["noun"]) for one in named):
            yield from _miscounted(place, match, len(named))


def _counted(rest: str, behind: Iterator[str]) -> int:
    """How many parts are counted from the beginning of the rest of a paragraph, or of the next; 0 for none."""
    rest = rest or next(behind, "")
    row = next((row for row in _ROWS if re.match(row, rest)), "")
    if not row:
        return 0
    parts = (han_number(part["number"]) for text in chain([rest], behind) for part in re.finditer(row, text))
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(parts, count(1), strict=False)))


def _miscounted(place: Place, match: re.Match[str], follow: int) -> Iterator[Finding]:
    if follow > 1 and number_of(match["number"]) != follow:
        message = f"前面说“{match['number']}”，后面有{follow}条"
        yield place.finding("W542", message, match.span("number"), "核对前面的数和后面的条数")


@rule("W543")
def sentences_twice(reading: Reading) -> Iterator[Finding]:
    """A sentence, or a paragraph, that stands twice, word for word."""
    seen: set[str] = set()
    for place in (place for place in reading.places if place.is_body):
        if len(place.text) > _PARAGRAPH and place.text in seen:
            yield place.finding("W543", "这一段和前面的一段一字不差", (0, len(place.text)), "删掉一段，或者改写")
            continue
        for match in re.finditer(_SENTENCE, place.text):
            if match[0] in seen:
                yield place.finding("W543", "这句话和前面的一句一字不差", match.span(), "删掉一句，或者改写")
            seen.add(match[0])
        seen.add(place.text)
