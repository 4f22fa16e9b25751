"""Rules over words: terms of the field, drifting years, placeholders, numbers that the program writes."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._wordings import Where, Wording, told

TERMS: tuple[Wording, ...] = (
    Wording(
        "W514", r"[0-9][0-9]?月[0-9]{1,2}号", "日期“{0}”用了“号”", "写成“日”", where=Where.OUTSIDE, signs=("月", "号")
    ),
    Wording(
        "W515",
        r"截[至止]到?(?:目前|现在|当前|今)",
        "“{0}”指哪一天会随时间变",
        "写出日期，如 截至{year}年12月31日",
        where=Where.OUTSIDE,
        signs=("截",),
    ),
    Wording(
        "W516",
        r"法制(?=政府|社会|国家|中国|建设|思维|宣传|教育|意识|观念|轨道|化|素养|精神|文化|环境|氛围)(?!教育[科股处室办]|宣传[科股处室办栏])",
        "“{0}”在这里应是“法治”",
        "写成“法治”；“法制审核”“法制科”等固定用语不改",
        where=Where.OUTSIDE,
        signs=("法制",),
    ),
    Wording(
        "E517",
        r"(?:法治政府建设|依法行政|法治建设(?<!推进法治建设))第一责任人",
        "“{0}”不是规定的用语",
        "写成“推进法治建设第一责任人”",
        where=Where.OUTSIDE,
        signs=("第一责任人",),
    ),
    Wording(
        "E522",
        (
            r"[待×╳XxＸ*＊TF〇○](?:(?<=待)(?:补充?|定)|(?<=[×╳])[×╳]+|(?<=[XxＸ])(?<![A-Za-z].)[XxＸ]+(?![A-Za-z])|(?<=\*)\*{2,}"
            r"|(?<=＊)＊+|(?<=T)ODO|(?<=F)IXME|(?<=〇)〇|(?<=○)○|(?<=[^\W\d_a-zA-Z]\*)\**(?=[件起次家份项条人名个万元]))"
        ),
        "还留着占位的“{0}”",
        "填上内容",
        any_of="待×╳XxＸ*＊TF〇○",
    ),
)
_DRIFTING = r"[今去明前]年"
_FROM_THIS_YEAR = {"去": -1, "前": -2, "明": 1}
_BY_HAND = re.compile(
    r"^(?:[0-9]{1,2}、|[（(][0-9]{1,2}[）)]、|[（(][一二三四五六七八九十]{1,3}[）)]、?|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是、)"
)
_ANNEX_BY_HAND = re.compile(r"^附件?\s*[0-9一二三四五六七八九十]{0,3}\s*[：:.．、]")
_TITLE_BY_HAND = re.compile(
    r"^(?:[0-9]{1,2}[.．]\s*(?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳]|第[一二三四五六七八九十]{1,3}[、，])"
)


@rule("W514", "W515", "W516", "E517", "E522")
def by_pattern(reading: Reading) -> Iterator[Finding]:
    """Every term of the table."""
    yield from told(reading, TERMS)


@rule("W515")
def drifting_years(reading: Reading) -> Iterator[Finding]:
    """今年, 去年; in next year's plan they are counted from the year that it is for."""
    for place, match in reading.matches(_DRIFTING, "年", any_of="今去明前"):
        if not place.is_reference(match.start()) and not place.is_quoted(match.start()):
            own = reading.year + (place.kind == "next_year_plan")
            help_ = f"写出年份，如 {own + _FROM_THIS_YEAR.get(match[0][0], 0)}年"
            yield place.finding("W515", f"“{match[0]}”指哪一年会随时间变", match.span(), help_)


@rule("E518")
def numbers_written_by_hand(reading: Reading) -> Iterator[Finding]:
    """The program numbers headings and items; a number typed as well would be printed twice, or wrongly marked."""
    for place in reading.places:
        attached = place.path[0] == "attachments"
        if place.path[-1] not in ("title", "text") or not (attached or place.kind):
            continue
        match = _BY_HAND.match(place.text)
        if not match and place.is_heading:
            match = (attached and _ANNEX_BY_HAND.match(place.text)) or _TITLE_BY_HAND.match(place.text)
        if match:
            message = f"序号“{match[0]}”写进了文字"
            help_ = "删掉它，序号由程序编；要别的样式就写 numbering"
            if not place.is_heading:
                help_ = "把它写成 items 里的一条“- text: …”，再删掉序号，由程序编；要别的样式就写 numbering"
            if match[0].endswith("是、"):
                message, help_ = f"“{match[0]}”的写法不对", f"写成“{match[0][:-1]}”"
            yield place.finding("E518", message, match.span(), help_)
