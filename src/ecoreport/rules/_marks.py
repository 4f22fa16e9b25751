"""Marks that are wrong wherever they stand (GB/T 15834, GB/T 15835): rows of a table.

Patterns begin with the characters that they look for, and look behind from there: so `re` skips from one to the next
instead of trying every place of a text.
"""

from collections.abc import Iterator
from itertools import pairwise, product
from string import ascii_letters, digits

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._wordings import Where, Wording, told
from ecoreport.text.quantities import UNITS

_DASHES = "-–－~"
_DASH = f"[{_DASHES}]"
_OF_YEARS = rf"{_DASH}(?:(?<=(?<![0-9])[0-9]{{4}}{_DASH})(?=[0-9]{{4}}年)|(?<=[0-9月日]{_DASH})(?=[0-9]{{1,2}}[月日]))"
_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,2})?"
_OF_COUNTS = rf"(?<![0-9A-Za-z.—–-]){_NUMBER}(?P<at>{_DASH})(?={_NUMBER}(?:{UNITS}))(?![0-9.]*[%万亿])"
# 9:00-17:00, 周一-周五, 3万元-5万元, 90%-95%
_WITH_UNITS = (
    rf"(?:(?<![0-9:：])[0-9]{{1,2}}[:：][0-9]{{2}}|周[一二三四五六]|(?<![0-9A-Za-z.—–-]){_NUMBER}(?:[万亿]元?|{UNITS}))"
    rf"(?P<at>{_DASH}|——|--)(?=[0-9]{{1,2}}[:：][0-9]{{2}}|周[一二三四五六日]|{_NUMBER}(?:[万亿]|{UNITS}))"
)
_TOO_LONG = rf"[0-9]年?(?P<at>——|--|－－|––|~~)(?=[0-9]{{1,4}}(?:[年月日]|{UNITS}))"
_HAN_FOR_A_DASH = "[0-9](?<![0-9]{5})[年月日]?(?P<at>一)(?=[0-9]{1,4}[年月日])"
_DAY = "(?:1[0-2]|[1-9])\\.(?:3[01]|[12][0-9]|[1-9])"
# 12.4万元, 3.5个工作日 and 2.3公里 are measured.
_MEASURED = "[万亿年月天人倍米吨亩度个家件起次名户份条项张元处台辆%‰]|公[里斤顷顿]|平方|立方|小时|分钟|工作日|自然日"
_MONTH_AND_DAY = (
    f"(?<![0-9A-Za-z.第]){_DAY}(?![0-9.])(?=”?(?!{_MEASURED})(?:[^，。；、0-9“”\\s]{{1,10}}(?<![之工])(?:日|宣传周|宣传月)(?![期均常益内前后])|主题|晚会|宣传))"
    f"|(?<=“){_DAY}(?=”(?!版))"
)
# Numbers of which two stand for about so many.
_NEIGHBOURS = (
    *(f"{one}、{two}" for row in ("一二三四五六七八九", "123456789") for one, two in pairwise(row)),
    "两、三",
    "三、五",
)
_FULL_WIDTH = f"．％﹪℅{''.join(chr(ord(one) + 0xFEE0) for one in ascii_letters + digits)}"
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
        "两个数之间用了“{at}”",
        "写成“—”，如 3—5名",
        "—",
        Where.OUTSIDE,
        any_of=_DASHES,
    ),
    Wording(
        "E506",
        _WITH_UNITS,
        "起止之间用了“{at}”",
        "写成“—”，如 9:00—17:00、3万元—5万元",
        "—",
        Where.OUTSIDE,
        any_of=(*_DASHES, "——"),
    ),
    Wording(
        "E506", _TOO_LONG, "两个数之间用了“{at}”", "写成“—”，只占一个字", "—", any_of=("——", "--", "－－", "––", "~~")
    ),
    Wording(
        "E506",
        _HAN_FOR_A_DASH,
        "两个数之间的“一”是汉字，不是连接号",
        "写成“—”，如 2021—2025年",
        any_of=tuple(f"一{digit}" for digit in "0123456789"),
    ),
    *(
        Wording(
            "H526",
            pattern,
            "文件名或引文里的起止用了“{at}”",
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
        r"[0-9](?<![0-9.][0-9])[0-9]{0,2}(?:[,，][0-9]{3})+(?![0-9年])",
        "“{0}”用了千位逗号",
        "去掉逗号，或者以万、亿为单位",
        any_of=",，",
    ),
    Wording("E511", r"[０-９．％﹪℅Ａ-Ｚａ-ｚ]+", "“{0}”是全角的数字、字母或符号", "改用半角", any_of=_FULL_WIDTH),
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
        "(?<![，。；：、！？])(?!。{3}|？！(?![，。；：、！？])|？+[次名件起个家份人条项])[，。；：、！？]{2,}",
        "标点“{0}”重复",
        "只留一个",
        any_of=tuple(map("".join, product("，。；：、！？", repeat=2))),
    ),
    Wording(
        "W544",
        r"(?<![./0-9A-Za-z])\.{2,}(?![./0-9A-Za-z])|。{3,}|·{3,}|(?<!…)…(?!…)",
        "省略号写成了“{0}”",
        "写成“……”",
        "……",
        any_of=("..", "。。。", "···", "…"),
    ),
    Wording(
        "W545", "……?等(?![级待候额效同])|等……?", "“{0}”：省略号和“等”只用一个", "去掉省略号，留“等”", signs=("…", "等")
    ),
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
        "(?:^|(?<=[。；：，！？]))(?:首先|其次|再次|最后|此外|另外|总之|其[一二三四五]|第[一二三四五六七八九])(?P<at>、)(?![第一二三四五六七八九十其再最])",
        "“{0}”后面用了顿号",
        "写成“，”，如 首先，",
        "，",
        any_of=("先、", "次、", "后、", "外、", "之、", *(f"{one}、" for one in "一二三四五六七八九")),
    ),
    Wording(
        "W549",
        "(?<=[。；：，！？])[一二三四五六七八九十]是(?P<at>[、，：])",
        "“{0}”多了“{at}”",
        "去掉“{at}”，直接写内容，如 一是加强学习",
        "",
        any_of=("是、", "是，", "是："),
    ),
    Wording(
        "E501",
        "[^\\W\\d_a-zA-Z”》](?P<at>-{2,})(?=[^\\W\\d_a-zA-Z“《])",
        "汉字之间用了半角“{at}”",
        "写成“——”",
        "——",
        signs=("--",),
    ),
    Wording(
        "E418", "(?<=[0-9余多万亿])元(?:人民币|整)?元(?![旦月宵])", "“{0}”：单位印了两次", "只留一个“元”", signs=("元",)
    ),
)


@rule(*dict.fromkeys(mark.code for mark in MARKS))
def by_pattern(reading: Reading) -> Iterator[Finding]:
    """Every mark of the table."""
    yield from told(reading, MARKS)


_OPENING, _CLOSING, _POINTS = "（《“〔【", "）》〕】", "，。；：、！？"
_MISPLACED = f"[{_OPENING}][{_POINTS}](?!”)|[，；：、][{_CLOSING}]|》，（(?![一二三四五六七八九十0-9]{{1,3}}）)"
_MISPLACED_SIGNS = ("》，（", *map("".join, product(_OPENING, _POINTS)), *map("".join, product("，；：、", _CLOSING)))
_CORNERS = {"「": "“", "」": "”", "『": "‘", "』": "’"}


@rule("W553")
def marks_at_brackets(reading: Reading) -> Iterator[Finding]:
    """No mark stands right behind an opening bracket or before a closing one."""
    for place, match in reading.matches(_MISPLACED, any_of=_MISPLACED_SIGNS):
        if place.is_body and not place.is_reference(match.start()):
            if match[0][-1] == "（":
                told, help_ = "“（”前面是“，”", "括号紧跟它说明的词，标点写在括号后面"
            else:
                opens = match[0][0] in _OPENING
                told = f"“{match[0][0]}”后面是“{match[0][1]}”" if opens else f"“{match[0][1]}”前面是“{match[0][0]}”"
                help_ = "多余就删去；前面丢了字就补上"
            yield place.finding("W553", told, match.span(), help_)


@rule("W553")
def marks_at_the_beginning(reading: Reading) -> Iterator[Finding]:
    """No text begins with a mark that belongs behind words."""
    for place in reading.places:
        if place.text[:1] and place.text[0] in _POINTS + _CLOSING + "”" and place.is_body:
            yield place.finding("W553", f"一段的开头是“{place.text[0]}”", (0, 1), "多余就删去；前面丢了字就补上")


@rule("W554")
def corner_quotes(reading: Reading) -> Iterator[Finding]:
    """Quotations in lines that run across stand in “”; 「」 are for lines that run down (GB/T 15834-2011 5.2)."""
    for place, match in reading.matches("[「」『』]", any_of="「」『』"):
        if not place.is_reference(match.start()):
            plain = _CORNERS[match[0]]
            finding = place.finding("W554", f"横排的文字用了“{match[0]}”", match.span(), f"写成“{plain}”")
            yield finding._replace(edits=(place.edit(match.span(), plain),))
