"""Rules over the numbers of a place: literal ones, approximations, and sums that must come out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.indicators import Most, indicator_of, most_of
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import UNITS, literals
from ecoreport.text.quantity import SCALES, Quantity, plain

# 契约, 合约, 接近, 附近: there the character is the end of a word.
_ROUGHLY = "大约|(?<![契合条公制节预签违履特盟])约|将近|(?<![接附靠邻亲最])近"
_ABOUT, _SCALED = f"{_ROUGHLY}|超过|超|逾", r"[0-9.]+(?:万亿|[万亿])?"
_TWICE = (
    rf"(?:{_ABOUT}){_SCALED}[余多]"
    rf"|(?<![0-9.]){_SCALED}[余多](?:万亿|[万亿])?[^，。；\s0-9]{{1,3}}左右"
    rf"|(?:{_ROUGHLY}){_SCALED}[^，。；\s0-9]{{0,3}}左右"
)
_ABOUT_A_NUMBER = re.compile("[约近过超逾][0-9.]")  # stands, or else 左右 does, in whatever _TWICE finds
_UNROUND = r"[0-9](?<![0-9][0-9])[0-9]*(?<=[1-9])(?P<more>[余多])(?![0-9年])"
_UNIT_AT_END = re.compile(r"[^0-9.余多]*$")
_CLAUSE = "，。；、："  # what parts clauses
_TOTAL_OF = re.compile("^(?:全年|本年|年内|共计?|累计|合计|总计)+")
_SCALE = (
    r"[0-9.](?:(?<![0-9.][0-9.])[0-9.]*+(?P<small>[百千])(?=[余多]?(?:万|亿|家|人|份|件|起|次|元|个|名|条|项))"
    r"|(?<=[0-9])(?<![0-9][0-9])[0-9]*+\.[0-9]{3,}+[万亿])"
)
_N = r"(?P<{0}>[0-9](?<![0-9][0-9])[0-9]*+(?:\.[0-9]++)?)(?P<{0}_scale>[万亿]?)"
_UP, _DOWN = "提高|上升|增长|增加|提升|升高", "下降|降低|减少|缩短|回落"
_TO = rf"(?:{_UP}|{_DOWN})(?:到|至|为)"
_LINK = r"[^，。；0-9]{0,4}，?(?:同比|比上年|较上年)?"
_POINTS = (
    rf"由{_N.format('a')}%{_TO}{_N.format('b')}%，?(?:同比|比上年|较上年)?(?:{_UP}|{_DOWN})了?{_N.format('c')}个百分点"
)
_PER_CENT = rf"由{_N.format('a')}[^，。；0-9%]{{0,4}}{_TO}{_N.format('b')}{_LINK}(?:{_UP}|{_DOWN})了?{_N.format('c')}%"
_THAN = r"，?(?:较|比)(?:[0-9]{4}年|上年|去年|上年同期)(?:度|同期)?的?"
_POINTS_THAN = rf"{_N.format('b')}%{_THAN}{_N.format('a')}%(?:{_UP}|{_DOWN})了?{_N.format('c')}个百分点"
_POINTS_AS_RATE = rf"{_N.format('b')}%{_THAN}{_N.format('a')}%(?:{_UP}|{_DOWN})了?{_N.format('c')}%"
_PER_CENT_THAN = (
    rf"{_N.format('b')}(?P<unit>{UNITS}){_THAN}{_N.format('a')}(?P=unit)(?:{_UP}|{_DOWN})了?{_N.format('c')}%"
)
_PART_AND_RATE = (
    rf"{_N.format('a')}(?P<unit>{UNITS})，(?P<noun>[^，。；0-9]{{2,8}}){_N.format('b')}(?P=unit)，"
    rf"(?P<rate>[^，。；0-9]{{2,6}})率(?:为|达|达到|是)?{_N.format('c')}%"
)
_SHARE = (
    rf"{_N.format('a')}(?!%)(?:{UNITS})[^。；0-9]{{0,20}}占"
    rf"(?P<whole>[^，。；0-9%]{{1,12}}?)的?(?:比重|比例)?(?:为|达|达到)?{_N.format('c')}%"
)
_FRACTION = rf"{_N.format('a')}/{_N.format('b')}[^。；0-9]{{0,12}}?(?:率|占比|比例)(?:为|达|达到|是)?{_N.format('c')}%"
_TOTAL = r"(?:案件)?(?:总数|总量|总额|数量|数|量)$"


class Range(NamedTuple):
    """All that a printed number can stand for: half a unit of its last place to either side."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Range") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


_Reckon = Callable[[re.Match[str]], Range | None]


@rule("E401")
def approximated_twice(reading: Reading) -> Iterator[Finding]:
    """约…余 over text and figure together: 约{{ 罚款 }} prints 约169.9万余元."""
    for place in reading.places:
        if "左右" not in place.text and not _ABOUT_A_NUMBER.search(place.text):
            continue
        for match in re.finditer(_TWICE, place.text):
            if not place.is_reference(match.start()):  # a figure's own marks are rules.figures'
                message = f"“{match[0]}”里约数表示了两次"
                yield place.finding("E401", message, match.span(), "“约”“近”“余”“左右”只留一个")


@rule("W402")
def unround_before_more(reading: Reading) -> Iterator[Finding]:
    """余 and 多 after a literal number that is not round."""
    for place, match in reading.matches(_UNROUND, any_of="余多"):
        if not place.is_reference(match.start()):
            message = f"“{match[0]}”：“{match['more']}”前的数不是整数"
            yield place.finding("W402", message, match.span(), "写准数就去掉它，写约数就写成整十、整百")


@rule("W415")
def scales(reading: Reading) -> Iterator[Finding]:
    """Large numbers are in 万 and 亿 with two decimals at most, never in 百 and 千."""
    for place, match in reading.matches(_SCALE, any_of="百千."):
        if match["small"]:
            message, help_ = f"“{match[0]}”用了“{match['small']}”作单位", "写出全数，或者以万、亿为单位"
        else:
            message, help_ = f"“{match[0]}”的小数多于两位", "以万、亿为单位的数，小数最多两位"
        yield place.finding("W415", message, match.span(), help_)


@rule("W420")
def units_at_all(reading: Reading) -> Iterator[Finding]:
    """A number that stands in a sentence without a unit: 作出处罚41，."""
    figures = reading.report.figures
    for place in reading.places:
        if place.is_heading or place.is_cell:
            continue
        for start, end, expression in place.references:
            name = expression.strip()
            figure = figures.get(name)
            if figure is None or figure.value is None or figure.unit or figure.quantity.whole:
                continue
            if not place.text[end : end + 1].isalpha():
                message = f"这里只印出一个数“{figure}”，没有单位"
                help_ = f"在 figures 里连单位一起写，如 {name}: {_with_unit(name, figure.quantity)}"
                yield place.finding("W420", message, (start, end), help_)


def _with_unit(name: str, quantity: Quantity) -> str:
    """The number as a figure of that name would have it: 办结率 0.993 is 99.3%, 立案 41 is 41件."""
    indicator, rate = indicator_of(name), most_of(name)
    if rate is not Most.NO_RATE and quantity.value is not None and 0 < quantity.value <= 1:
        return f"{plain(quantity.value * 100)}%"
    if rate is not Most.NO_RATE or name.endswith("率"):
        return f"{quantity}%"
    money = str(quantity)[-1] in "万亿" or (indicator is not None and indicator.measure == "money")
    return f"{quantity}{'元' if money else '件'}"


@rule("H412", "W411")
def literal_numbers(reading: Reading) -> Iterator[Finding]:
    """A statistic written into the text is changed in one place and forgotten in another; plans state none."""
    typed: dict[str, list[str]] = {}
    for name, figure in reading.report.figures.items():
        typed.setdefault(str(figure), []).append(name)
    for place in reading.places:
        if place.is_heading or place.is_cell or place.kind == "next_year_plan":
            continue
        loose: list[re.Match[str]] = []
        for match in literals(place.text):
            if any(place.is_reference(at) for at in range(*match.span())):
                continue
            if name := _named(reading, typed, place, match):
                yield _doubled(reading, place, match, name)
            else:
                loose.append(match)
        if loose:
            shown = "、".join(dict.fromkeys(match[0] for match in loose[:5])) + ("等" if len(loose) > 5 else "")  # noqa: PLR2004
            message = f"没有写进指标的数：{shown}"
            help_ = "要核对、与上年比较的数，在 figures 里起个名字，正文用 {{ 名称 }} 引用"
            yield place.finding("H412", message, loose[0].span(), help_)


def _named(reading: Reading, typed: Mapping[str, Sequence[str]], place: Place, match: re.Match[str]) -> str:
    """The figure whose name stands in the number's own clause, right before it or with the same value; else empty."""
    text, figures = place.text, reading.report.figures
    start = max(text.rfind(mark, 0, match.start()) for mark in _CLAUSE) + 1
    ends = (text.find(mark, match.end()) for mark in _CLAUSE)
    ahead = text[start : match.start()]
    clause = ahead + text[match.end() : min((end for end in ends if end >= 0), default=len(text))]
    subject = _TOTAL_OF.sub("", ahead).rstrip("共了达为计")
    same = (name for name in typed.get(match[0], ()) if name in clause)
    if subject not in figures or figures[subject].unit != match["unit"]:
        return next(same, "")
    order = list(figures)
    return min((*islice(same, 1), subject), key=order.index)


def _doubled(reading: Reading, place: Place, match: re.Match[str], name: str) -> Finding:
    figure = reading.report.figures[name]
    if str(figure) == match[0]:
        message, help_ = f"“{match[0]}”与指标“{name}”相同", f"改成 {{{{ {name} }}}}，以后只改一处"
    else:
        message = f"“{match[0]}”与指标“{name}”的{figure}不同"
        help_ = f"是同一个数就改成 {{{{ {name} }}}}，不是就换个说法"
    return place.finding("W411", message, match.span(), help_)


@rule("E418")
def units_once(reading: Reading) -> Iterator[Finding]:
    """The unit belongs to the figure; written behind the reference as well it is printed twice."""
    for place in reading.places:
        for start, end, name in place.references:
            figure = reading.report.figures.get(name)
            unit = _UNIT_AT_END.search(place.text[start:end]) if figure and figure.value is not None else None
            if unit and unit[0] and place.text.startswith(unit[0], end):
                message = f"“{place.text[start:end]}{unit[0]}”：单位印了两次"
                span = (end, end + len(unit[0]))
                yield place.finding("E418", message, span, f"去掉后面的“{unit[0]}”，单位写在指标里")


@rule("E413")
def change_in_points(reading: Reading) -> Iterator[Finding]:
    """由61.5%提高到74.2%，提高12.7个百分点; 74.2%，较上年的61.5%提高12.7个百分点."""
    for pattern in (_POINTS, _POINTS_THAN):
        yield from _recomputed(
            reading, pattern, ("个百分点",), lambda m: _minus(_range(m, "b"), _range(m, "a")), "个百分点"
        )
    for place, match in reading.matches(_POINTS_AS_RATE, "年", "%", any_of="较比"):
        if _minus(_range(match, "b"), _range(match, "a")).meets(_range(match, "c")):
            message = f"两个率相差“{match['c']}%”，应是“{match['c']}个百分点”"
            yield place.finding("E413", message, (match.start("c"), match.end("c") + 1), "率与率的差用百分点")


@rule("E413")
def change_in_per_cent(reading: Reading) -> Iterator[Finding]:
    """由940下降到612，下降34.9%; 412件，较上年的237件增长73.8%."""
    for pattern in (_PER_CENT, _PER_CENT_THAN):
        yield from _recomputed(
            reading, pattern, ("%",), lambda m: _ratio(_minus(_range(m, "b"), _range(m, "a")), _range(m, "a")), "%"
        )


@rule("E413")
def parts_and_rates(reading: Reading) -> Iterator[Finding]:
    """审结338件，纠错27件，纠错率8.0%: the rate that is named after the part, or after what is left of it."""
    for place, match in reading.matches(_PART_AND_RATE, "，", "率", "%"):
        part, given = _ratio(_range(match, "b"), _range(match, "a")), _range(match, "c")
        named_after = match["rate"][-2:] in match["noun"]  # 纠错率 after 纠错
        if not named_after or part is None or part.low > 100:  # noqa: PLR2004 - per cent
            continue
        rest = Range(100 - part.high, 100 - part.low)
        if not part.meets(given) and not rest.meets(given):
            yield _does_not_come_out(place, match, part, "%")


@rule("E413")
def fraction_and_rate(reading: Reading) -> Iterator[Finding]:
    """1480/1491，整改率99.3%."""
    yield from _recomputed(reading, _FRACTION, ("/", "%"), lambda m: _ratio(_range(m, "a"), _range(m, "b")), "%")


@rule("E413")
def share_of_a_whole(reading: Reading) -> Iterator[Finding]:
    """9家……占立案数的22.0%, where 立案 is a figure."""
    figures = reading.report.figures

    def share(match: re.Match[str]) -> Range | None:
        whole = figures.get(match["whole"]) or figures.get(re.sub(_TOTAL, "", match["whole"]))
        if whole is None or not whole.value:
            return None
        return _ratio(_range(match, "a"), Range(whole.value, whole.value))

    yield from _recomputed(reading, _SHARE, ("占", "%"), share, "%")


def _recomputed(
    reading: Reading, pattern: str, signs: tuple[str, ...], reckon: _Reckon, unit: str
) -> Iterator[Finding]:
    for place, match in reading.matches(pattern, *signs):
        expected = reckon(match)
        if expected is not None and not expected.meets(_range(match, "c")):
            yield _does_not_come_out(place, match, expected, unit)


def _does_not_come_out(place: Place, match: re.Match[str], expected: Range, unit: str) -> Finding:
    places = len(match["c"].partition(".")[2])
    middle = ((expected.low + expected.high) / 2).quantize(Decimal(1).scaleb(-max(places, 1)))
    message = f"“{match['c']}{unit}”算不出来：按前面的数应是{middle}{unit}"
    return place.finding("E413", message, (match.start("c"), match.end("c") + len(unit)), f"核对“{match[0]}”里的几个数")


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
