"""Rules over years: this year's report speaks of this year, and of policies that are in force."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path as FilePath
from typing import NamedTuple

import yaml

from ecoreport.literals import quoted, within
from ecoreport.outline import sections_of
from ecoreport.problems import Finding
from ecoreport.reading import Reading

POLICIES = FilePath(__file__).parents[1] / "policies.yaml"
_YEAR = re.compile(r"(?<![0-9—–-])(?P<year>(?:19|20)[0-9]{2})(?=年)")
_OWN_YEAR = re.compile(r"(?<![0-9—–~～-])(?P<year>20[0-9]{2})年")
_SINCE = re.compile(r"(?:自|从|截至|截止|截止到|早在|继|对比|相比|较|比|于|由)$")
_LAST_YEARS_MEETING = re.compile(
    r"(?:审议|研究|通过|听取)[^。；，]{0,8}《[^》]*?(?P<year>20[0-9]{2})年[^》]*?报告[^》]*》"
)


class Policy(NamedTuple):
    """A policy with the years it covers and what followed it."""

    name: str
    first: int
    last: int
    then: str


def rolled_forward(reading: Reading) -> Iterator[Finding]:
    """Title, lead and plan name the report's own year and the next; a copied text names the old ones."""
    year = reading.report.year
    plan = [path for path, section in sections_of(reading.report) if section.kind == "next_year_plan"]
    for paragraph in reading.paragraphs:
        if paragraph.path in (("title",), ("lead",)):
            expected = {year}
        elif paragraph.path[-1] == "title" and paragraph.path[:-1] in plan:
            expected = {year + 1}
        else:
            continue
        match = _OWN_YEAR.search(paragraph.text)
        if match and int(match["year"]) not in expected and not within(match.start(), quoted(paragraph.text)):
            message = f"这里写的是{match['year']}年，应是{min(expected)}年"
            yield paragraph.finding("E608", message, match.span(), "多半是从往年的报告里复制过来没有改")


def other_years(reading: Reading) -> Iterator[Finding]:
    """Any other year than the last, this and the next must have a reason: a span, a title, a 自…以来."""
    year = reading.report.year
    for paragraph in reading.paragraphs:
        if paragraph.path in (("title",), ("lead",)):
            continue
        spans = quoted(paragraph.text)
        for match in _YEAR.finditer(paragraph.text):
            before = paragraph.text[max(match.start() - 4, 0) : match.start()]
            known = year - 1 <= int(match["year"]) <= year + 1
            if not known and not within(match.start(), spans) and not _SINCE.search(before):
                message = f"{year}年度的报告里出现了{match['year']}年"
                yield paragraph.finding("W609", message, (match.start(), match.end() + 1), "核对年份是不是忘了改")
        for match in _LAST_YEARS_MEETING.finditer(paragraph.text):
            if int(match["year"]) == year and reading.kind_of(paragraph.path) in ("measures", "leader_duties"):
                message = f"{year}年的会议审议的多半是{year - 1}年度的报告"
                yield paragraph.finding("W609", message, match.span("year"), "核对报告的年度")


def policies_in_force(reading: Reading) -> Iterator[Finding]:
    """A plan or outline whose last year is over is named as one that is still to be carried out."""
    year = reading.report.year
    for paragraph in reading.paragraphs:
        for policy in policies():
            at = paragraph.text.find(policy.name)
            if at >= 0 and not policy.first <= year <= policy.last:
                when = f"{policy.first}—{policy.last}年"
                help_ = f"改用{policy.then}" if policy.then else "看看有没有新的文件"
                message = f"“{policy.name}”管的是{when}，不含{year}年"
                yield paragraph.finding("W610", message, (at, at + len(policy.name)), help_)


@cache
def policies() -> tuple[Policy, ...]:
    """The dated policies of policies.yaml."""
    data = yaml.load(POLICIES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        Policy(name, fields["years"][0], fields["years"][1], fields.get("then", "")) for name, fields in data.items()
    )
