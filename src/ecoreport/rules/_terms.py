"""Rules over words: terms of the field, drifting years, placeholders, numbers that the program writes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.context import Context, is_heading
from ecoreport.rules._patterns import Pattern
from ecoreport.text.sentences import quoted, within


class Term(NamedTuple):
    """A wording that is wrong; `quoted_too`: also in quotations and titles of documents."""

    code: str
    pattern: Pattern
    message: str
    help: str
    quoted_too: bool = False


TERMS: tuple[Term, ...] = (
    Term("W514", Pattern(r"[0-9][0-9]?月[0-9]{1,2}号", "月", "号"), "日期“{0}”用了“号”", "写成“日”"),
    Term(
        "W515", Pattern(r"[今去明前]年", "年", any_of="今去明前"), "“{0}”指哪一年会随时间变", "写出年份，如 {meant}年"
    ),
    Term(
        "W515",
        Pattern(r"截[至止]到?(?:目前|现在|当前|今)", "截"),
        "“{0}”指哪一天会随时间变",
        "写出日期，如 截至{year}年12月31日",
    ),
    Term(
        "W516",
        Pattern(
            r"法制(?=政府|社会|国家|中国|建设|思维|宣传|教育|意识|观念|轨道|化|素养|精神|文化|环境|氛围)(?!教育[科股处室办]|宣传[科股处室办栏])",
            "法制",
        ),
        "“{0}”在这里应是“法治”",
        "写成“法治”；“法制审核”“法制科”等固定用语不改",
    ),
    Term(
        "E517",
        Pattern(r"(?:法治政府建设|依法行政|法治建设(?<!推进法治建设))第一责任人", "第一责任人"),
        "“{0}”不是规定的用语",
        "写成“推进法治建设第一责任人”",
    ),
    Term(
        "E522",
        Pattern(
            r"[待×╳XxＸ*＊TF〇○](?:(?<=待)(?:补充?|定)|(?<=[×╳])[×╳]+|(?<=[XxＸ])(?<![A-Za-z].)[XxＸ]+(?![A-Za-z])|(?<=\*)\*{2,}"
            r"|(?<=＊)＊+|(?<=T)ODO|(?<=F)IXME|(?<=〇)〇|(?<=○)○|(?<=[^\W\d_a-zA-Z]\*)\**(?=[件起次家份项条人名个万元]))",
            any_of="待×╳XxＸ*＊TF〇○",
        ),
        "还留着占位的“{0}”",
        "填上内容",
        quoted_too=True,
    ),
)
_FROM_THIS_YEAR = {"去": -1, "前": -2, "明": 1}
_BY_HAND = re.compile(
    r"^(?:[0-9]{1,2}、|[（(][0-9]{1,2}[）)]、|[（(][一二三四五六七八九十]{1,3}[）)]、?|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是、)"
)
_ANNEX_BY_HAND = re.compile(r"^附件?\s*[0-9一二三四五六七八九十]{0,3}\s*[：:.．、]")
_TITLE_BY_HAND = re.compile(
    r"^(?:[0-9]{1,2}[.．]\s*(?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳]|第[一二三四五六七八九十]{1,3}[、，])"
)


def by_pattern(context: Context) -> Iterator[Finding]:
    """Every term of the table."""
    year = context.report.year
    for term in TERMS:
        for paragraph, match in term.pattern.found_in(context):
            spans = () if term.quoted_too else quoted(paragraph.text)
            if not paragraph.is_reference(match.start()) and not within(match.start(), spans):
                help_ = term.help.format(year=year, meant=year + _FROM_THIS_YEAR.get(match[0][0], 0))
                yield paragraph.finding(term.code, term.message.format(match[0]), match.span(), help_)


def numbers_written_by_hand(context: Context) -> Iterator[Finding]:
    """The program numbers headings and items; a number typed as well would be printed twice, or wrongly marked."""
    for paragraph in context.paragraphs:
        attached = paragraph.path[0] == "attachments"
        if paragraph.path[-1] not in ("title", "text") or not (attached or context.kind_of(paragraph.path)):
            continue
        match = _BY_HAND.match(paragraph.text)
        if not match and is_heading(paragraph.path):
            match = (attached and _ANNEX_BY_HAND.match(paragraph.text)) or _TITLE_BY_HAND.match(paragraph.text)
        if match:
            message = f"序号“{match[0]}”写进了文字"
            help_ = "删掉它，序号由程序编；要别的样式就写 numbering"
            if not is_heading(paragraph.path):
                help_ = "把它写成 items 里的一条“- text: …”，再删掉序号，由程序编；要别的样式就写 numbering"
            if match[0].endswith("是、"):
                message, help_ = f"“{match[0]}”的写法不对", f"写成“{match[0][:-1]}”"
            yield paragraph.finding("E518", message, match.span(), help_)
