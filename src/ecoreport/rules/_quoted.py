"""Rules over what the text itself says of last year: typed by hand, and so apt to differ from last year's report."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import UNITS
from ecoreport.text.quantity import PER_CENT, SCALES, FigureError, Quantity, movement, parse_quantity, rounded
from ecoreport.yearfile.model import Figure

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
# 上年立案82起, 去年的82起, （2023年82起）; what says how much more or less is no value of last year's.
_VALUE = (
    r"(?:上年|上一年|去年|{year}年)(?:度|同期|全年)*(?P<name>[^，。；：（）()0-9增减升降提多少比较]{{0,12}}?)"
    rf"(?P<value>{_NUMBER}(?:万亿|[万亿])?[余多]?(?:{UNITS}))"
)
_CHANGE = (
    rf"，?(?:同比|(?:比|较|与)(?:上年|去年|上年同期)(?:同期)?(?:相比)?，?)(?P<way>增长|上升|提高|增加|下降|减少|降低)了?(?P<number>{_NUMBER})"
    rf"(?P<scale>万亿|[万亿]?)(?P<unit>%|倍|{UNITS})"
)
_LEVEL = r"，?(?:与|同|和|跟)(?:上年|去年)(?:同期)?(?:相比)?，?(?P<about>基本|大致|大体|总体)?持平"
_MULTIPLE = rf"，?[是为]?(?:上年|去年)(?:同期)?的(?P<number>{_NUMBER})倍"
_ABOUT = Decimal("0.05")  # a change, as a share of last year's, up to which two values are 基本持平
_POINTS, _TIMES = "个百分点", "倍"
_WAYS = {PER_CENT: ("增长", "下降"), _TIMES: ("增长", "下降"), _POINTS: ("提高", "下降")}  # of amounts 增加, 减少
_UP = frozenset({"增长", "上升", "提高", "增加"})
_PART = "结转|遗留|转入|移送|发现|留存|受理、"  # 上年结转12起 is no value of last year's report
_STOPS = "。；！？"


class _Printed(NamedTuple):
    """A figure that a place prints, and where."""

    name: str
    figure: Figure
    end: int


class _Compared(NamedTuple):
    """What is typed behind a printed figure of how it stands to last year's value, which is `old`."""

    place: Place
    printed: _Printed
    old: Quantity
    match: re.Match[str]

    def finding(self, expected: str, computed: str) -> Finding:
        """That it does not come out, what would, and the filter that computes it."""
        match, figure = self.match, self.printed.figure
        typed = match[0].lstrip("，")
        message = f"“{typed}”与上年的数不符：上年{self.old}，本年{figure}"
        start = match.start("way") if "way" in match.re.groupindex else match.end() - len(typed)
        help_ = f"{expected}把“{typed}”改成 {{{{ {self.printed.name} | {computed} }}}}"
        return self.place.finding("W617", message, (start, match.end()), help_)


@rule("W617")
def last_year_quoted_right(reading: Reading) -> Iterator[Finding]:
    """A value of last year's that is typed into the text is the one of last year's file."""
    previous = reading.context.previous
    if previous is None:
        return
    pattern = re.compile(_VALUE.format(year=previous.year))
    for place in reading.places:
        for match in pattern.finditer(place.text):
            if place.is_reference(match.start("value")) or re.search(_PART, match["name"]):
                continue
            found = _meant(reading, place, match)
            stated = _quantity(match["value"])
            if found and stated and not _same(stated, *found[1:]):
                name, old, _ = found
                message = f"这里说上年的“{name}”是{match['value']}，上年的报告是{old}"
                help_ = f"改成 {{{{ 上年.{name} }}}}，由程序取上年的数"
                yield place.finding("W617", message, match.span("value"), help_)


def _meant(reading: Reading, place: Place, match: re.Match[str]) -> tuple[str, Quantity, Quantity | None] | None:
    """The figure that a number of last year's is of: named beside it, else printed last before it in its unit."""
    assert reading.context.previous is not None  # noqa: S101 - the caller has looked
    before, own = reading.context.previous.figures, reading.report.figures
    named = _known_in(match["name"], before)
    unit = re.sub(rf"^{_NUMBER}(?:万亿|[万亿])?[余多]?", "", match["value"])
    for name in [max(named, key=len)] if named else _printed_before(place, match.start()):
        if name not in before or not (named or name in own):
            continue
        if before[name].unit == unit:
            return name, before[name].quantity, own[name].previous if name in own else None
    return None


def _known_in(text: str, names: Collection[str]) -> list[str]:
    """Which of the names stand in the few characters of `text`, in the order of the names."""
    places = range(len(text))
    found = {text[at:end] for at in places for end in range(at + 1, len(text) + 1)}.intersection(names)
    return [name for name in names if name in found] if len(found) > 1 else [*found]


def _printed_before(place: Place, at: int) -> Iterator[str]:
    """The expressions whose values are printed in the sentence before `at`, the last one first."""
    start = max(place.text.rfind(stop, 0, at) for stop in _STOPS) + 1
    for nth in range(bisect_right(place.references, at, key=itemgetter(1)) - 1, -1, -1):
        _, end, expression = place.references[nth]
        if end < start:
            return
        yield expression


def _printed(reading: Reading, place: Place) -> Iterator[_Printed]:
    figures = reading.report.figures
    return (_Printed(name, figures[name], end) for _, end, name in place.references if name in figures)


def _quantity(text: str) -> Quantity | None:
    try:
        return parse_quantity(text)
    except FigureError:
        return None


def _same(stated: Quantity, old: Quantity, restated: Quantity | None) -> bool:
    return any(one is not None and stated.value == one.value for one in (old, restated))


@rule("W617")
def last_year_computed_right(reading: Reading) -> Iterator[Finding]:
    """比上年增长15.0%, typed behind a figure, is what the two years' files give."""
    for one in _compared(reading, _CHANGE, "比", "上年", "去年"):
        match = one.match
        expected = _expected(one.printed.figure, one.old, match)
        if expected and expected != f"{match['way']}{match['number']}{match['scale']}{match['unit']}":
            yield one.finding(f"应是{expected}；", "同比" if match["unit"] in _WAYS else "增减")


@rule("W617")
def last_year_equalled_right(reading: Reading) -> Iterator[Finding]:
    """与上年持平, typed behind a figure, is so."""
    for one in _compared(reading, _LEVEL, "持平"):
        exact, _ = movement(one.printed.figure.quantity, one.old)
        allowed = abs(one.old.value or Decimal(0)) * _ABOUT if one.match["about"] else 0
        if exact is not None and abs(exact) > allowed:
            yield one.finding("", "同比" if one.old.value else "增减")


@rule("W617")
def last_year_multiplied_right(reading: Reading) -> Iterator[Finding]:
    """是上年的2倍, typed behind a figure, is so."""
    for one in _compared(reading, _MULTIPLE, "倍"):
        value, old = one.printed.figure.value, one.old
        if value is None or not old.value or old.unit != one.printed.figure.unit:
            continue
        expected = rounded(value / old.value, _decimals(one.match))
        if expected != Decimal(one.match["number"]):
            yield one.finding(f"应是{expected}倍；", "倍数")


def _compared(reading: Reading, pattern: str, *signs: str) -> Iterator[_Compared]:
    """Where the pattern, which holds one of the signs, stands right behind a figure that last year had, too.

    Last year's value is that which this year's file restates, where it does.
    """
    if not any(sign in reading.context.text for sign in signs):
        return
    before, compiled = reading.context.previous.figures if reading.context.previous else {}, re.compile(pattern)
    for place in reading.places:
        for one in _printed(reading, place):
            match = compiled.match(place.text, one.end)
            old = one.figure.previous or (before[one.name].quantity if one.name in before else None)
            if match and old is not None and not place.is_reference(match.end() - 1):
                yield _Compared(place, one, old, match)


def _decimals(match: re.Match[str]) -> int:
    """How many are typed."""
    return len(match["number"].partition(".")[2])


def _expected(figure: Figure, old: Quantity, match: re.Match[str]) -> str:
    """What the change is, with as many decimals as are typed, or none at all; empty where it cannot be computed."""
    exact, _ = movement(figure.quantity, old)
    if exact is None or old.value is None:
        return ""
    if match["unit"] in (PER_CENT, _TIMES):
        if not old.value or old.unit == PER_CENT:
            return ""
        exact = exact / abs(old.value) * (100 if match["unit"] == PER_CENT else 1)
    elif match["unit"] != (_POINTS if old.unit == PER_CENT else old.unit):
        return ""
    exact /= SCALES[match["scale"]]
    amount = rounded(abs(exact), _decimals(match))
    if not amount:
        return "与上年基本持平" if exact else "与上年持平"  # as 同比 prints it, for nothing rises or falls by 0%
    more, less = _WAYS.get(match["unit"], ("增加", "减少"))
    up = match["way"] if match["way"] in _UP else more
    down = match["way"] if match["way"] not in _UP else less
    return f"{up if exact > 0 else down}{amount}{match['scale']}{match['unit']}"
