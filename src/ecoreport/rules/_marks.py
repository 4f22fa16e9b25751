"""Marks that are wrong wherever they stand (GB/T 15834, GB/T 15835): rows of a table.

Patterns begin with the characters that they look for, and look behind from there: so `re` skips from one to the next
instead of trying every place of a text.
"""

from collections.abc import Iterator
from itertools import pairwise, product

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._wordings import Where, Wording, told
from ecoreport.text.quantities import UNITS

_DASHES = "-–－~"
_DASH = f"[{_DASHES}]"
_OF_YEARS = rf"{_DASH}(?:(?<=(?<![0-9])[0-9]{{4}}{_DASH})(?=[0-9]{{4}}年)|(?<=[0-9月日]{_DASH})(?=[0-9]{{1,2}}[月日]))"
_OF_COUNTS = rf"(?<![0-9A-Za-z.—–-])[0-9]{{1,4}}(?P<at>{_DASH})(?=[0-9]{{1,4}}(?:{UNITS}))(?![0-9.]*[%万亿])"
_DAY = "(?:1[0-2]|[1-9])\\.(?:3[01]|[12][0-9]|[1-9])"
_MONTH_AND_DAY = (
    f"(?<![0-9.]){_DAY}(?![0-9.%])(?=”?(?:全[国民])?(?:世界|国际|国家)?(?:[^，。；、0-9“”]{{0,8}}(?:日|宣传周|宣传月)(?!期)|主题|晚会|宣传))"
    f"|(?<=“){_DAY}(?=”)"
)
# Numbers of which two stand for about so many.
_NEIGHBOURS = (
    *(f"{one}、{two}" for digits in ("一二三四五六七八九", "123456789") for one, two in pairwise(digits)),
    "两、三",
)
MARKS: tuple[Wording, ...] = (
    Wording(
        "W503", r"、(?:(?<=》、)(?=《)|(?<=”、)(?=“))", "并列的书名号、引号之间不用顿号", "去掉“、”", "", signs=("、",)
    ),
    Wording(
        "E506",
        _OF_YEARS,
        "年份、月份、日期之间用了“{0}”",
        "写成“—”，如 2021—2025年、1—12月",
        "—",
        Where.OUTSIDE,
        any_of=_DASHES,
    ),
    Wording(
        "E506",
        _OF_COUNTS,
        "两个数之间用了“{0}”",
        "写成“—”，如 3—5名",
        "—",
        Where.OUTSIDE,
        any_of=_DASHES,
    ),
    *(
        Wording(
            "H526",
            pattern,
            "文件名或引文里的起止用了“{0}”",
            "照原文件核对；一般是“—”，如（2021—2025年）",
            where=Where.QUOTED,
            any_of=_DASHES,
        )
        for pattern in (_OF_YEARS, _OF_COUNTS)
    ),
    Wording(
        "E507",
        r"(?:19|20)(?<![0-9](?:19|20))[0-9]{2}(?:19|20)[0-9]{2}年",
        "“{0}”两个年份连在一起，丢了连接号",
        "写成 2021—2025年",
        signs=("年",),
    ),
    Wording(
        "E508",
        r"[0-9](?<![0-9.][0-9])[0-9]*(?:\.[0-9]+)?[-–－—～~][0-9]+(?:\.[0-9]+)?[%万亿]",
        "“{0}”前一个数缺了单位",
        "两个数都带上单位，中间用“—”，如 4%—6%、5万—10万",
        any_of="-–－—～~",
    ),
    Wording(
        "W510",
        r"[0-9](?<![0-9][0-9])[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])",
        "“{0}”用了千位逗号",
        "去掉逗号，或者以万、亿为单位",
        signs=(",",),
    ),
    Wording("E511", r"[０-９．％Ａ-Ｚａ-ｚ]+", "“{0}”是全角的数字、字母或符号", "改用半角"),
    Wording(
        "W512",
        _MONTH_AND_DAY,
        "“{0}”月日之间用了小数点",
        "月日简写用间隔号，如 12·4",
        signs=(".",),
    ),
    Wording("W521", r"[,;](?:(?=[，。；：、])|(?<=[，。；：、].))", "标点“{0}”重复", "只留一个，用全角的", any_of=",;"),
    Wording(
        "W521",
        r"([，；：、])\1+|(?<!。)。。(?!。)|[，。；：、](?<!。。)[，。；：、](?<![，；：、]{2}|。。)",
        "标点“{0}”重复",
        "只留一个",
        any_of=tuple(map("".join, product("，。；：、", repeat=2))),
    ),
    Wording("W544", r"\.{3,}|。{3,}|·{3,}|(?<!…)…(?!…)", "省略号写成了“{0}”", "写成“……”", "……", any_of=".。·…"),
    Wording("W545", "……?等|等……?", "“{0}”：省略号和“等”只用一个", "去掉省略号，留“等”", signs=("…", "等")),
    Wording(
        "E546",
        "[0-9]+几(?=[余多]?[次个名家件起人份条项万元天年场])",
        "“{0}”是概数，不用阿拉伯数字",
        "写成汉字，如 十几",
        any_of="几",
    ),
    Wording(
        "W547",
        f"(?<![第0-9.、一二三四五六七八九十零百])(?:{'|'.join(_NEIGHBOURS)})"
        "(?=(?:个(?!方面|[月季])|名|家|次|天|人|件|起|场|份|户|万|百|千|十))",
        "“{0}”是概数，相邻的两个数连着写",
        "写成汉字，中间不用顿号，如 三四家",
        where=Where.OUTSIDE,
        any_of=_NEIGHBOURS,
    ),
    Wording(
        "W549",
        "(?:^|(?<=[。；：！？]))(?:首先|其次|再次|第[一二三四五六七八九])(?P<at>、)(?![第一二三四五六七八九十其再最])",
        "“{0}”后面用了顿号",
        "写成“，”，如 首先，",
        "，",
        any_of=("先、", "次、", *(f"第{one}、" for one in "一二三四五六七八九")),
    ),
    Wording("E418", "(?<=[0-9余多万亿])元(?:人民币|整)?元", "“{0}”：单位印了两次", "只留一个“元”", signs=("元",)),
)


@rule(*dict.fromkeys(mark.code for mark in MARKS))
def by_pattern(reading: Reading) -> Iterator[Finding]:
    """Every mark of the table."""
    yield from told(reading, MARKS)
