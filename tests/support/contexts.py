"""Small year files as reports and as the rules see them, and what one rule alone finds in one."""

import json
from typing import Any, NamedTuple

from pydantic import BaseModel

from ecoreport.problems.diagnostic import Finding, dotted
from ecoreport.report.context import Context
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import RULES, Find
from ecoreport.yearfile.model import Report
from ecoreport.yearfile.reader import parse
from support.catalogue import SOUND, merged

YEAR = 2024
_OTHERS = ("H412", "W527")  # numbers that are no figures, an end without a mark: not what a wording is about
_HEAD = "year: {}\nissuer: 示例区生态环境局\n"


class Found(NamedTuple):
    """A finding as people read it."""

    code: str
    path: str  # ends with a colon where the key is meant
    typed: str = ""  # the characters it is about; empty where the whole value is meant
    help: str = ""
    mended: str = ""  # the text that they stand in, with its edits made


def context(keys: str, *before: str) -> Context:
    """The year 2024 with those keys, beside 2023, 2022 and so on with theirs; none for an empty text."""
    older = {YEAR - back: Context(of_year(YEAR - back, own)) for back, own in enumerate(before, 1) if own}
    return Context(of_year(YEAR, keys), older)


def reading(keys: str, *before: str) -> Reading:
    """The same as rules read it."""
    return Reading(context(keys, *before))


def found(rule: Find, keys: str, *before: str) -> list[Found]:
    """What the rule finds in such a year."""
    seen = reading(keys, *before)
    return [_as_found(finding, seen.report) for finding in rule(seen)]


def marked(rule: Find, sentence: str, keys: str = "", *before: str) -> list[str]:
    """The characters that the rule marks in a measure that says `sentence`."""
    measures = f"measures: [{{text: {json.dumps(sentence, ensure_ascii=False)}}}]\n"
    return [one.typed for one in found(rule, merged(keys, measures), *before)]


def told_of(sentence: str, keys: str = "") -> list[tuple[str, str, str]]:
    """Code, characters and help of whatever any rule says of the words of a measure that says `sentence`."""
    measures = f"measures: [{{text: {json.dumps(sentence, ensure_ascii=False)}}}]\n"
    seen = reading(merged(keys, measures))
    found = [_as_found(one, seen.report) for rule in RULES for one in rule.find(seen)]
    return [
        (one.code, one.typed, one.help) for one in found if one.path.startswith("measures") and one.code not in _OTHERS
    ]


def of_year(year: int, keys: str) -> Report:
    """The year with those keys, and an issuer where they name none."""
    return parse(merged(_HEAD.format(year), keys).encode(), f"{year}.yaml").report


def report(own: str = "", whole: str = SOUND) -> Report:
    """A sound report with keys of its own."""
    return parse(merged(whole, own).encode(), "2024.yaml").report


def _as_found(finding: Finding, report: Report) -> Found:
    text = _at(report, finding) if finding.span else ""
    mended = text if finding.edits else ""
    for edit in sorted(finding.edits, key=lambda edit: -edit.span[0]):
        start, end = edit.span
        assert text[start:end] == edit.old
        mended = mended[:start] + edit.new + mended[end:]
    path = dotted(finding.path) + (":" if finding.on_key else "")
    return Found(finding.code, path, text[slice(*(finding.span or (0, 0)))], finding.help, mended)


def _at(report: Report, finding: Finding) -> str:
    """The text that the finding's span counts in."""
    value: Any = report
    for part in finding.path:
        value = getattr(value, str(part)) if isinstance(value, BaseModel) else value[part]
    return str(value)
