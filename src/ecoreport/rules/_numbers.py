"""Rules over the numbers of a place: approximations, scales and units."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.indicators import Most, indicator_of, most_of
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantity import Quantity, plain

# 契约, 合约, 接近, 附近: there the character is the end of a word.
_ROUGHLY = "大约|(?<![契合条公制节预签违履特盟])约|将近|(?<![接附靠邻亲最])近"
_ABOUT, _SCALED = f"{_ROUGHLY}|超过|超|逾", r"[0-9.]+(?:万亿|[万亿])?"
# 约有300余人, 约占总数的一半左右; not 签约有30户.
_ABOUT_IT_IS = "(?:大约|(?<![契合条公制节预签违履特盟相邀解失集简])约)[有为占达需共](?:[^，。；、0-9]{1,8}的)?"
_TWICE = (
    rf"(?:{_ABOUT}|{_ABOUT_IT_IS}){_SCALED}[余多]"
    rf"|(?<![0-9.]){_SCALED}[余多](?:万亿|[万亿])?[^，。；\s0-9]{{1,3}}左右"
    rf"|(?:{_ROUGHLY}|{_ABOUT_IT_IS}){_SCALED}[^，。；\s0-9]{{0,3}}左右"
)
_ABOUT_A_NUMBER = re.compile("(?:[约近过超逾]|约[有为占达需共])[0-9.]")  # this or 左右 stands in what _TWICE finds
_UNROUND = r"[0-9](?<![0-9][0-9])[0-9]*(?<=[1-9])(?P<more>[余多])(?![0-9年])"
_UNROUND_SIGNS = tuple(f"{digit}{more}" for digit in "123456789" for more in "余多")
_UNIT_AT_END = re.compile(r"[^0-9.余多]*$")
# What goes on so is a word of its own, no unit: 3家家庭农场, 5000元元旦前.
_WORDS = (
    "家庭 家具 家政 家电 家禽 家长 项目 人员 人民 人均 人才 人大 人口 人身 个人 个体 个别 件均 次年 次日 次月 次数 "
    "起诉 起重 起草 份额 名优 名牌 名特 名单 名称 名义 名录 名额 户籍 户外 户均 户口 场所 场地 场景 台账 条例 条件 "
    "张贴 处罚 处理 处置 处分 处长 处级 处以 处于 部门 部分 部队 部委 部署 节能 节水 节约 批发 批准 批复 批评 期货 "
    "期限 元旦 元月 元宵 天然 所有 所在 所属 宗教 宗旨 卷宗"
)
_SCALE = (
    r"[0-9.](?:(?<![0-9.][0-9.])[0-9.]*+(?P<small>[百千])(?=[余多]?(?:万|亿|家|人|份|件|起|次|元|个|名|条|项))"
    r"|(?<=[0-9])(?<![0-9][0-9])[0-9]*+\.[0-9]{3,}+[万亿])"
)


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
    for place, match in reading.matches(_UNROUND, any_of=_UNROUND_SIGNS):
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


@rule("E418")
def units_once(reading: Reading) -> Iterator[Finding]:
    """The unit belongs to the figure; written behind the reference as well it is printed twice."""
    for place in reading.places:
        for start, end, name in place.references:
            figure = reading.report.figures.get(name)
            unit = _UNIT_AT_END.search(place.text[start:end]) if figure and figure.value is not None else None
            ends = (unit[0][at:] for at in range(len(unit[0]))) if unit else ()
            again = next((one for one in ends if place.text.startswith(one, end)), "")
            word = place.text[end + len(again) - 1 : end + len(again) + 1]
            if again and not (len(word) > 1 and word in _WORDS):
                message = f"“{place.text[start:end]}{again}”：单位印了两次"
                help_ = f"去掉后面的“{again}”，单位写在指标里"
                yield place.finding("E418", message, (end, end + len(again)), help_)
