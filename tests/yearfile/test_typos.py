"""Slips that a single line shows: those that are slips anywhere, and those only where the parser stopped."""

import pytest

from ecoreport.yearfile._typos import NO_KEY, Slip, likely, shown, sure

COLON = "要用半角冒号加空格"
DASH = "列表项要用半角减号加一个空格开头"
QUOTE = "正文里要这个符号，就把整段写进“|”下面，或者给值加上引号"
QUOTED = "去掉值开头的英文引号，或者把整个值都括进引号"
COMMENT = "这一行像是说明，行首的“# ”丢了"


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("lead：甲", Slip("E120", f"“lead”后面是全角冒号“：”，{COLON}", (4, 5), "写成 lead: 甲", ": ")),
        ("  - id;a", Slip("E120", f"“id”后面是“;”，{COLON}", (6, 7), "写成 - id: a", ": ")),
        ("  立案 = 3起", Slip("E120", f"“立案”后面是“=”，{COLON}", (4, 7), "写成 立案: 3起", ": ")),
        ("lead:甲", Slip("E121", "“lead:”后面要有一个空格", (4, 5), "写成 lead: 甲", ": ")),
        ("  \tlead: 甲", Slip("E122", "缩进里有制表符（Tab），YAML 只认空格", (2, 3), "换成两个空格")),
        ("\u3000lead: 甲", Slip("E123", "缩进里有全角空格或不间断空格，YAML 只认半角空格", (0, 1), "换成半角空格")),
        ("• id: a", Slip("E126", DASH, (0, 2), "写成 - id: a", "- ")),
        ("-[甲, 乙]", Slip("E126", DASH, (0, 1), "写成 - [甲, 乙]", "- ")),
        (
            "lead:\u3000甲",
            Slip("E132", "“lead:”后面是全角空格或不间断空格，要用半角空格", (5, 6), "写成 lead: 甲", " "),
        ),
        ("＃说明", Slip("E133", "全角“＃”不是注释", (0, 1), "注释用半角“#”", "#")),
        ("数据：见台账，已核对", Slip("E137", COMMENT, (0, 10), "写成 # 数据：见台账，已核对")),
    ],
)
def test_a_slip_that_is_one_anywhere_is_told_with_its_mend(line: str, slip: Slip) -> None:
    """One a line, and what its characters are to become."""
    assert list(sure(line)) == [slip]


@pytest.mark.parametrize(
    "line", ["", "# lead：甲", "lead: 甲：乙", "- 甲", "立案；3起", "link: http://a", "cc: [甲；乙]"]
)
def test_a_sound_line_shows_no_slip(line: str) -> None:
    """Nor does a comment, nor a sign inside a value."""
    assert list(sure(line)) == []


@pytest.mark.parametrize(
    ("line", "code", "at", "mend"),
    [
        ("lead: 甲: 乙", "E124", ": ", "改用全角冒号“：”，或者给整个值加上引号"),
        ("title: '甲'乙", "E129", "乙", "写成 title: “甲”乙"),
        ('title: "《甲》"乙', "E129", "乙", "写成 title: 《甲》乙"),
        ('title: "a"乙', "E129", "乙", QUOTED),
        ("    text: | 甲", "E125", "甲", "写成 text: |，后面的字移到下一行，开头留 6 个空格"),
        ("lead: *甲", "E125", "*", QUOTE),
        ("cc: [甲{{ 乙 }}]", "E125", "{{ 乙 }}", "给这一句加上英文引号，或者写成“|”下面的正文"),
    ],
)
def test_where_the_parser_stopped_more_signs_are_slips(line: str, code: str, at: str, mend: str) -> None:
    """The same characters are right elsewhere."""
    [slip] = likely(line)
    start = line.rindex(at)
    assert (slip.code, slip.help, slip.span[0]) == (code, mend, start)
    assert list(sure(line)) == []


def test_what_is_repeated_and_what_is_no_key_have_their_bounds() -> None:
    """Forty characters of a line; thirteen of han, or a sign that parts sentences, are more than a key."""
    assert (shown("甲" * 40), shown("甲" * 41)) == ("甲" * 40, "甲" * 40 + "……")
    names = ("甲" * 12, "甲" * 13, "甲、乙", "甲：乙。", "甲：乙", "a" * 20)
    assert [bool(NO_KEY.match(name)) for name in names] == [False, True, True, True, False, False]
