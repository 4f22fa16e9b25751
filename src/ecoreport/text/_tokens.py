"""One pass over a text that finds its numbers, and what stands between them.

Dates, ordinals, document numbers and whatever stands in quotation marks are no quantities: they stay in the words
around the next one. A parenthesis without a number is no mark, nor is the comma of “其中，”.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ecoreport.text._mention import Mention
from ecoreport.text._units import DOUBLINGS, PER_CENT, POINTS, TIMES, unit_at, usual
from ecoreport.text.quantity import SCALES
from ecoreport.text.sentences import quoted

_HAN = "零〇一二两三四五六七八九十百千"
_MARKS_OF_SENTENCES = "。！？\n"
_MARKS = f"{_MARKS_OF_SENTENCES}；，、：（）()"
_ANY_MARK = re.compile(f"[{_MARKS}]")
_MARK_OF_CLAUSE = re.compile(f"[{_MARKS_OF_SENTENCES}；，：）]")
_MARK_OF_SENTENCE = re.compile(f"[{_MARKS_OF_SENTENCES}]")
# Every repeat is bounded: 一一一…, 1、1、1… and aaa… would take quadratic time otherwise. The first line only tells,
# four times as fast, where none of them begins.
_TOKEN = re.compile(
    rf"(?=[0-9A-Za-z（其〔第翻{_HAN}])(?:"
    r"(?P<skip>（[^（）0-9]{0,40}）|其中[，：]"
    r"|[0-9]{4}(?:[—–～~-][0-9]{4})?年[度初底末]?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}日(?!均)|〔[0-9]{4}〕[0-9]{0,5}|[0-9]{1,2}[:：·][0-9]{2}(?![0-9])"
    r"|(?<![A-Za-z])[A-Za-z]{1,12}[0-9][0-9.]{0,9}|[0-9]{1,4}(?:\+[0-9A-Za-z]{1,9}){1,5}|第[0-9]{1,6})"
    r"|(?<![0-9.])(?P<digits>[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?)(?![0-9])"
    r"(?:/(?P<denominator>[0-9]{1,9})(?![0-9])|(?P<more>[余多]?)(?P<scale>(?!百分点)(?:万亿|[百千]?[万亿]|[百千])|)(?P<more2>[余多]?))"
    rf"|(?P<ordinal>第?)(?P<han>[{_HAN}]{{1,9}})(?:点(?P<point>[{_HAN}]{{1,4}}))?"
    r"|翻番)"
)
_SCALES = {**SCALES, "百": 100, "千": 1000, "百万": 10**6, "千万": 10**7, "百亿": 10**10, "千亿": 10**11}
_DASHES = tuple("—–～~-")  # of ranges; 3至5家 is one, too, but 由3家至5家 is not
_DIGITS = {character: at for at, character in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_BEYOND = ("多", "以上", "左右", "上下", "有余")  # 两倍多
_TENS = {"十": 10, "百": 100, "千": 1000}
_REACH, _CLAUSE = 20, 60  # characters of the tail, and of what stands before, that roles look at
_TENTHS = 10


class _Number(NamedTuple):
    end: int
    value: Decimal
    half: Decimal
    exact: bool
    unit: str
    han: bool = False
    denominator: Decimal | None = None


def numbers(text: str) -> Iterator[Mention]:
    """Every quantity of the text, in order, with the words around it and no role yet."""
    plain = _without(text, ((start + 1, end - 1) for start, end in quoted(text)))
    found = [*_numbers(plain)]
    plain = _without(plain, (span for span, number in found if number is None))
    told = [(start, number) for (start, _), number in found if number]
    starts = [*(start for start, _ in told), len(text)]
    at = clause = begin = sentence = 0
    for (start, number), following in zip(told, starts[1:], strict=True):
        gap, stop = plain[at:start], number.end
        ends, clauses = _MARK_OF_SENTENCE.split(gap), _MARK_OF_CLAUSE.split(gap)
        last, sentence = start - len(_ANY_MARK.split(gap)[-1]), sentence + len(ends) - 1
        begin = start - len(ends[-1]) if len(ends) > 1 else begin
        clause = start - len(clauses[-1]) if len(clauses) > 1 else clause
        tail = _ANY_MARK.split(plain[stop : min(following, stop + _REACH)], maxsplit=1)[0]
        yield Mention(
            start=start,
            end=stop,
            text=text[start:stop],
            value=number.value,
            half=number.half,
            exact=number.exact,
            unit=number.unit,
            lead=text[last:start],
            tail=text[stop : stop + len(tail)],
            clause=text[max(clause, start - _CLAUSE) : start],
            before=text[max(begin, last - _CLAUSE) : last],
            marks="".join(_ANY_MARK.findall(gap))[-8:],
            sentence=sentence,
            han=number.han,
            denominator=number.denominator,
        )
        at = stop


def half_a_place(digits: str, scale: int) -> Decimal:
    """Half a unit of the last printed place; 0 for what is counted: a whole number without 万."""
    places = len(digits.partition(".")[2])
    return Decimal(5).scaleb(-places - 1) * scale if places or scale > 1 else Decimal(0)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks for the characters `spans`, so that every other keeps its place."""
    made, last = [], 0
    for start, end in spans:
        made += [text[last:start], " " * (end - start)]
        last = end
    return "".join((*made, text[last:])) if made else text


def _numbers(text: str) -> Iterator[tuple[tuple[int, int], _Number | None]]:
    """Each quantity, or None for what is none, with where it stands."""
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        if match["skip"] is not None:
            yield match.span(), None
        elif number := _number(text, match):
            at = number.end
            yield (match.start(), at), number


def _number(text: str, match: re.Match[str]) -> _Number | None:
    """The quantity at a match; None for a number without unit, an ordinal, and words like 一起, 三项制度."""
    if match["denominator"]:
        value, whole = Decimal(match["digits"].replace(",", "")), Decimal(match["denominator"])
        unit = unit_at(text, match.end())
        return _Number(match.end() + len(unit), value, Decimal(0), exact=True, unit=unit, denominator=whole)
    if match["digits"]:
        return _in_digits(text, match)
    if match["han"]:
        return None if match["ordinal"] else _in_han(text, match)
    return _Number(match.end(), Decimal(1), Decimal(0), exact=True, unit=DOUBLINGS, han=True)


def _in_digits(text: str, match: re.Match[str]) -> _Number | None:
    digits, scale = match["digits"].replace(",", ""), _SCALES[match["scale"]]
    unit, end = unit_at(text, match.end()), match.end()
    end += len(unit)
    more = match["more"] or match["more2"]
    if (
        text.startswith(_DASHES if unit else (*_DASHES, "至"), end)
        and (second := _TOKEN.match(text, end + 1))
        and second["digits"]
    ):
        unit, more = unit_at(text, second.end()), "至"
        end = second.end() + len(unit)
    if not unit and not match["scale"]:
        return None  # 12315, 110; which 件 the first of “12、10和8件” are is given up
    return _measured(_Number(end, Decimal(digits) * scale, half_a_place(digits, scale), not more, unit))


def _in_han(text: str, match: re.Match[str]) -> _Number | None:
    end, value = match.end(), _han(match["han"], match["point"] or "")
    if text.startswith("分之", end) and (part := _TOKEN.match(text, end + 2)) and part["han"]:
        return _fraction(value, part)
    scale = 10**4 if text.startswith("万", end) else 1
    end += scale > 1
    more = text[end : end + 1] in ("余", "多")
    unit = unit_at(text, end + more)
    half = half_a_place(f"0.{match['point']}" if match["point"] else "", scale)
    end += more + len(unit)
    beyond = end + next((len(word) for word in _BEYOND if text.startswith(word, end) and usual(unit) == TIMES), 0)
    alone = text[beyond : beyond + 1] in ("", "的") or not text[beyond].isalnum()
    if not unit or not alone or (match["han"] == "一" and unit not in (TIMES, DOUBLINGS, "成", PER_CENT, POINTS)):
        return None
    return _measured(_Number(end, value * scale, half, not more, unit, han=True))


def _fraction(denominator: Decimal, match: re.Match[str]) -> _Number | None:
    """百分之三点五 as printed; 三分之二 roughly, as it is meant."""
    if not denominator:
        return None
    value, digits = _han(match["han"], match["point"] or ""), f"0.{match['point']}" if match["point"] else "0"
    if denominator == 100:  # noqa: PLR2004 - per cent
        return _Number(
            match.end(), value, half_a_place(digits, 1) or Decimal("0.5"), exact=True, unit=PER_CENT, han=True
        )
    return _Number(match.end(), value / denominator * 100, Decimal(0), exact=False, unit=PER_CENT, han=True)


def _measured(number: _Number) -> _Number:
    """With 成 as per cent; whole per cents are rounded, whole 倍 in digits too, 三倍 is just that."""
    unit = usual(number.unit)
    if unit == "成":
        return number._replace(unit=PER_CENT, value=number.value * _TENTHS, half=Decimal(5))
    rounded = unit in (PER_CENT, POINTS, "‰") or (unit == TIMES and not number.han)
    return number._replace(unit=unit, half=Decimal("0.5") if rounded and not number.half else number.half)


def _han(text: str, point: str) -> Decimal:
    """三, 十五, 一百二十; 三点五 with a `point`."""
    total = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        else:
            total, digit = total + (digit or 1) * _TENS[character], 0
    return Decimal(f"{total + digit}.{''.join(str(_DIGITS.get(one, 0)) for one in point) or 0}")
