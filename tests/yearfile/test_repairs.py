"""The mends of a line: what each slip of the keyboard becomes, in which words; a sound line has no likely one."""

import pytest
from support.clerk import SOUND

from ecoreport.yearfile._mend import Mend
from ecoreport.yearfile._repairs import LIKELY, RANKS, mends
from ecoreport.yearfile.model import Report, field_names

KEYS = field_names(Report)
PRESENT = frozenset({"year", "figures", "measures"})


def _mends(text: str, at: int = 0, ranks: range = range(RANKS)) -> list[Mend]:
    lines = text.split("\n")
    return [mend for rank in ranks for mend in mends(rank, lines, at, KEYS, PRESENT)]


@pytest.mark.parametrize(
    ("line", "code", "new"),
    [
        ("issuer：某局", "E120", "issuer: 某局"),
        ("  cause；台账  # 注", "E120", "  cause: 台账  # 注"),
        ("  党组学法 = {value: 1次}", "E120", "  党组学法: {value: 1次}"),
        ("year:2024", "E121", "year: 2024"),
        ("lead:\u3000甲。", "E132", "lead: 甲。"),
        ("• id: talent", "E126", "- id: talent"),
        ("  -区委", "E126", "  - 区委"),
        ("＃注释", "E133", "# 注释"),
        ("lead: ｜", "E125", "lead: |"),
        ('title: "甲', "E110", 'title: "甲"'),
        ("title: '甲’", "E110", "title: '甲'"),
        ('lead: "C:\\U"', "E135", "lead: 'C:\\U'"),
        ('title: "甲"乙', "E129", "title: “甲”乙"),
        ("lead: '《条例》'规定", "E129", "lead: 《条例》规定"),
        ("lead: 'it's'", "E129", 'lead: "it\'s"'),
        ("title: 甲: 乙", "E124", "title: 甲：乙"),
        ("lead: @甲  # 注", "E125", 'lead: "@甲"  # 注'),
        ("lead: &x 甲", "E113", 'lead: "&x 甲"'),
        ("lead: !!str 甲", "E114", 'lead: "!!str 甲"'),
        ("number: [2025] 1号", "E125", 'number: "[2025] 1号"'),
        ("  甲: {value: 1,046次}", "E131", "  甲: {value: 1046次}"),
        ("  甲: {value: 1次, note: 乙, 丙}", "E131", "  甲: {value: 1次, note: 乙，丙}"),
        ("  甲: {value: 1次、note: 乙}", "E131", "  甲: {value: 1次, note: 乙}"),
        ("  甲: {value: 1次 note: 乙}", "E131", "  甲: {value: 1次, note: 乙}"),
        ("addressees: [县委，县政府]", "E131", "addressees: [县委, 县政府]"),
        ("  - [甲, {{ 乙 }}, ]", "E125", '  - [甲, "{{ 乙 }}", ""]'),
        ("  甲: {value：1次，note：乙}", "E120", "  甲: {value: 1次，note: 乙}"),
        ("  甲: {3次, note: 乙}", "E137", "  甲: {value: 3次, note: 乙}"),
        ("  甲: （value：3次，note：乙）", "E138", "  甲: {value: 3次, note: 乙}"),
        ("addressees: ［县委、县政府]", "E138", "addressees: [县委, 县政府]"),
        ("addressees: 【县委】", "E131", "addressees: [县委]"),
        ("  甲: {value: 3次", "E138", "  甲: {value: 3次}"),
        ("  甲: {value: 3次｝", "E138", "  甲: {value: 3次}"),
        ("  甲: {value: 3次}}", "E138", "  甲: {value: 3次}"),
        ("  甲: {value: 3次} 含延续", "E138", "  甲: {value: 3次}  # 含延续"),
        ("addressees: [县委]：", "E138", "addressees: [县委]"),
        ("  甲: value: 3次}", "E138", "  甲: {value: 3次}"),
        ("title 甲", "E137", "title: 甲"),
        ("  : {value: 3次}", "E137", "  指标名称: {value: 3次}"),
        ("  - 坚持学习", "E137", "  - title: 坚持学习"),
        ("  履行职责。", "E137", "  - text: 履行职责。"),
        ("  id: archive", "E134", "- id: archive"),
        ("    [甲, 乙]", "E134", "    - [甲, 乙]"),
    ],
)
def test_what_a_slip_becomes(line: str, code: str, new: str) -> None:
    """Among the mends that are tried; a comment stays where it is."""
    assert (code, (new,)) in {(mend.code, mend.new) for mend in _mends(line)}


@pytest.mark.parametrize(
    ("text", "at", "code", "new"),
    [
        ("figures:\n\t甲: 3次", 1, "E122", ("  甲: 3次",)),
        ("figures:\n\u3000甲: 3次", 1, "E123", ("  甲: 3次",)),
        ("measures:\n  - id: a\n   title: 甲", 2, "E134", ("    title: 甲",)),
        ("text: |\n  甲。\n乙。", 2, "E134", ("  乙。",)),
        ("measures:\n  - id: a\n  shortcomings:", 2, "E134", ("shortcomings:",)),
        ("year: 2024\n  - problem: 甲", 1, "E139", ("shortcomings:", "  - problem: 甲")),
        ("measures:\n    title: 甲", 1, "E139", ("  - id: …", "    title: 甲")),
        ("    title: 甲\n      乙。", 1, "E139", ("    text: |", "      乙。")),
        ("二、不足和原因：写实，一条一个。\nshortcomings:", 0, "E137", ("# 二、不足和原因：写实，一条一个。",)),
        ("    text: | 甲", 0, "E125", ("    text: |", "      甲")),
    ],
)
def test_what_the_lines_around_show(text: str, at: int, code: str, new: tuple[str, ...]) -> None:
    """Where a line is to begin, and the line that is missing above it."""
    assert (code, new) in {(mend.code, mend.new) for mend in _mends(text, at)}


def test_a_mend_never_loses_what_was_typed() -> None:
    """Its letters, han and digits are all there; but a title's number mark may go with its quotes."""
    lines = SOUND.split("\n")
    for at, line in enumerate(lines):
        for mend in _mends(SOUND, at):
            kept = [sign for sign in "".join(mend.new) if sign.isalnum()]
            for sign in filter(str.isalnum, line):
                assert sign in kept, (line, mend)


def test_a_help_line_that_spells_a_mend_spells_what_is_done() -> None:
    """“写成” what the line then is, without its comment."""
    for mend in _mends("  行政许可：{value: 93件, note: 含延续}  # 注", ranks=range(LIKELY)):
        if "写成 " in mend.help:
            assert mend.new[0].split("  #")[0].strip() == mend.help.partition("写成 ")[2]
