"""Rules over the numbers of a paragraph: literal ones, approximations, and sums that must come out."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ecoreport.figures import SCALES
from ecoreport.literals import UNITS, literals
from ecoreport.problems import Finding
from ecoreport.prose import Spoken
from ecoreport.reading import Reading, is_heading

_ABOUT, _SCALED = "大约|约|将近|近|超过|超|逾", r"[0-9.]+(?:万亿|[万亿])?"
_TWICE = re.compile(
    rf"(?:{_ABOUT}){_SCALED}[余多]"
    rf"|{_SCALED}[余多](?:万亿|[万亿])?[^，。；\s0-9]{{1,3}}左右"
    rf"|(?:大约|约|将近|近){_SCALED}[^，。；\s0-9]{{0,3}}左右"
)
_UNROUND = re.compile(r"[0-9]*[1-9](?P<more>[余多])(?![0-9年])")
_SCALE = re.compile(
    r"[0-9.]+(?P<small>[百千])(?=[余多]?(?:万|亿|家|人|份|件|起|次|元|个|名|条|项))|[0-9]+\.[0-9]{3,}[万亿]"
)
_N = r"(?P<{0}>[0-9]+(?:\.[0-9]+)?)(?P<{0}_scale>[万亿]?)"
_UP, _DOWN = "提高|上升|增长|增加|提升|升高", "下降|降低|减少|缩短|回落"
_TO = rf"(?:{_UP}|{_DOWN})(?:到|至|为)"
_LINK = r"[^，。；0-9]{0,4}，?(?:同比|比上年|较上年)?"
_POINTS = re.compile(
    rf"由{_N.format('a')}%{_TO}{_N.format('b')}%，?(?:同比|比上年|较上年)?(?:{_UP}|{_DOWN})了?{_N.format('c')}个百分点"
)
_PER_CENT = re.compile(
    rf"由{_N.format('a')}[^，。；0-9%]{{0,4}}{_TO}{_N.format('b')}{_LINK}(?:{_UP}|{_DOWN})了?{_N.format('c')}%"
)
_SHARE = re.compile(
    rf"{_N.format('a')}(?:{UNITS})[^。；0-9]{{0,20}}占(?P<whole>[^，。；0-9%]{{1,12}}?)的?(?:比重|比例)?(?:为|达|达到)?{_N.format('c')}%"
)
_FRACTION = re.compile(
    rf"{_N.format('a')}/{_N.format('b')}[^。；0-9]{{0,12}}?(?:率|占比|比例)(?:为|达|达到|是)?{_N.format('c')}%"
)
_TOTAL = re.compile(r"(?:案件)?(?:总数|总量|总额|数量|数|量)$")


class Range(NamedTuple):
    """All that a printed number can stand for: half a unit of its last place to either side."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Range") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


_Reckon = Callable[[re.Match[str]], Range | None]


def approximated_twice(reading: Reading) -> Iterator[Finding]:
    """约…余 over text and figure together: 约{{ 罚款 }} prints 约169.9万余元."""
    for paragraph in reading.paragraphs:
        for match in _TWICE.finditer(paragraph.text):
            if not paragraph.is_reference(match.start()):  # a figure's own marks are rules.figures'
                message = f"“{match[0]}”里约数表示了两次"
                yield paragraph.finding("E401", message, match.span(), "“约”“近”“余”“左右”只留一个")


def unround_before_more(reading: Reading) -> Iterator[Finding]:
    """余 and 多 after a literal number that is not round."""
    for paragraph in reading.paragraphs:
        for match in _UNROUND.finditer(paragraph.text):
            if not paragraph.is_reference(match.start()):
                message = f"“{match[0]}”：“{match['more']}”前的数不是整数"
                yield paragraph.finding("W402", message, match.span(), "写准数就去掉它，写约数就写成整十、整百")


def scales(reading: Reading) -> Iterator[Finding]:
    """Large numbers are in 万 and 亿 with two decimals at most, never in 百 and 千."""
    for paragraph in reading.paragraphs:
        for match in _SCALE.finditer(paragraph.text):
            if match["small"]:
                message, help_ = f"“{match[0]}”用了“{match['small']}”作单位", "写出全数，或者以万、亿为单位"
            else:
                message, help_ = f"“{match[0]}”的小数多于两位", "以万、亿为单位的数，小数最多两位"
            yield paragraph.finding("W415", message, match.span(), help_)


def literal_numbers(reading: Reading) -> Iterator[Finding]:
    """A statistic written into the text is changed in one place and forgotten in another."""
    by_text = {str(figure): name for name, figure in reading.report.figures.items()}
    for paragraph in reading.paragraphs:
        if is_heading(paragraph.path) or "rows" in paragraph.path:
            continue
        for match in literals(paragraph.text):
            if any(paragraph.is_reference(at) for at in range(*match.span())):
                continue
            name = by_text.get(match[0])
            if name:
                message, help_ = f"“{match[0]}”与指标“{name}”相同", f"改成 {{{{ {name} }}}}，以后只改一处"
                yield paragraph.finding("W411", message, match.span(), help_)
            else:
                message, help_ = f"“{match[0]}”没有写进指标", "在 figures 里起个名字，正文用 {{ 名称 }} 引用"
                yield paragraph.finding("W412", message, match.span(), _same_name(reading, paragraph, match) or help_)


def _same_name(reading: Reading, paragraph: Spoken, match: re.Match[str]) -> str:
    """What to do where the number stands right behind the name of a figure that has another value."""
    before = paragraph.text[: match.start()].rstrip("共了达为计：")
    for name, figure in reading.report.figures.items():
        if before.endswith(name) and figure.unit == match["unit"]:
            return f"指标“{name}”是{figure}：是同一个数就改成 {{{{ {name} }}}}，不是就另起名字"
    return ""


def change_in_points(reading: Reading) -> Iterator[Finding]:
    """由61.5%提高到74.2%，提高12.7个百分点."""
    yield from _recomputed(reading, _POINTS, lambda m: _minus(_range(m, "b"), _range(m, "a")), "个百分点")


def change_in_per_cent(reading: Reading) -> Iterator[Finding]:
    """由940下降到612，下降34.9%."""
    yield from _recomputed(
        reading, _PER_CENT, lambda m: _ratio(_minus(_range(m, "b"), _range(m, "a")), _range(m, "a")), "%"
    )


def fraction_and_rate(reading: Reading) -> Iterator[Finding]:
    """1480/1491，整改率99.3%."""
    yield from _recomputed(reading, _FRACTION, lambda m: _ratio(_range(m, "a"), _range(m, "b")), "%")


def share_of_a_whole(reading: Reading) -> Iterator[Finding]:
    """9家……占立案数的22.0%, where 立案 is a figure."""
    figures = reading.report.figures

    def share(match: re.Match[str]) -> Range | None:
        whole = figures.get(match["whole"]) or figures.get(_TOTAL.sub("", match["whole"]))
        if whole is None or not whole.value:
            return None
        return _ratio(_range(match, "a"), Range(whole.value, whole.value))

    yield from _recomputed(reading, _SHARE, share, "%")


def _recomputed(reading: Reading, pattern: re.Pattern[str], reckon: _Reckon, unit: str) -> Iterator[Finding]:
    for paragraph in reading.paragraphs:
        for match in pattern.finditer(paragraph.text):
            expected = reckon(match)
            if expected is not None and not expected.meets(_range(match, "c")):
                yield _does_not_come_out(paragraph, match, expected, unit)


def _does_not_come_out(paragraph: Spoken, match: re.Match[str], expected: Range, unit: str) -> Finding:
    places = len(match["c"].partition(".")[2])
    middle = ((expected.low + expected.high) / 2).quantize(Decimal(1).scaleb(-max(places, 1)))
    message = f"“{match['c']}{unit}”算不出来：按前面的数应是{middle}{unit}"
    return paragraph.finding(
        "E413", message, (match.start("c"), match.end("c") + len(unit)), f"核对“{match[0]}”里的几个数"
    )


def _range(match: re.Match[str], name: str) -> Range:
    """What the number may stand for; whole numbers without 万 are taken as counted, so exact."""
    digits, scale = match[name], SCALES[match[f"{name}_scale"]]
    value = Decimal(digits) * scale
    places = len(digits.partition(".")[2])
    if not places and scale == 1 and name != "c":
        return Range(value, value)
    half = Decimal(5).scaleb(-places - 1) * scale
    return Range(value - half, value + half)


def _minus(left: Range, right: Range) -> Range:
    """The size of the change, whichever way it goes."""
    low, high = left.low - right.high, left.high - right.low
    if low <= 0 <= high:
        return Range(Decimal(0), max(-low, high))
    return Range(low, high) if low > 0 else Range(-high, -low)


def _ratio(part: Range, whole: Range) -> Range | None:
    if whole.low <= 0:
        return None
    return Range(part.low / whole.high * 100, part.high / whole.low * 100)
