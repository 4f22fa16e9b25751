"""Braces and brackets on one line: what is wrong with them, and the line as it should be."""

import pytest

from ecoreport.yearfile._flows import LONGEST, Fault, fault, rewritten, sound, unclosed, without_comment

COMMA = "前面要有一个半角逗号加空格"
COLON = "值里有“: ”（半角冒号加空格），会被当成又一个键"


@pytest.mark.parametrize(
    ("line", "code", "at", "message", "mend"),
    [
        ("立案: {value: 3起", "E138", "{value: 3起", "花括号没有写完：少了“}”", "写成 立案: {value: 3起}"),
        ("立案: {value: 3起｝", "E138", "｝", "“｝”是全角的，要用半角“}”", "写成 立案: {value: 3起}"),
        ("立案: {value: 3起]", "E138", "]", "“{”没有配上“}”，配上了“]”", "写成 立案: {value: 3起}"),
        ("甲: {value: 3起、note: 乙}", "E131", "note", f"“note”{COMMA}", "写成 甲: {value: 3起, note: 乙}"),
        ("甲: {note: 乙: 丙}", "E124", ": ", COLON, "改用全角冒号，写成 甲: {note: 乙：丙}"),
        ("立案: {value: 3起} 乙", "E138", " 乙", "“}”后面还有字", "不印的话写成说明，写成 立案: {value: 3起}  # 乙"),
        ("cc: [区委, 人大]]", "E138", "]", "多了一个“]”", "写成 cc: [区委, 人大]"),
        ('cc: [区委, "人大]', "E110", '"', "引号没有成对：有开头，没有结尾", '写成 cc: [区委, "人大"]'),
        ('cc: ["区委"办]', "E129", "办", "引号后面还有字", "写成 cc: [“区委”办]"),
        ('[甲、"{{ 乙 }}"]', "E131", "、", "方括号、花括号里用了“、”", '用半角逗号加空格分开，写成 [甲, "{{ 乙 }}"]'),
        ("cc: [@区委]", "E125", "@", "值以“@”开头，这是 YAML 的专用符号", '给值加上引号，写成 cc: ["@区委"]'),
        ("立案: {note: 见[1]}", "E138", "[", "值里有半角括号“[”", '给值加上引号，写成 立案: {note: "见[1]"}'),
    ],
)
def test_what_is_wrong_is_told_with_the_line_as_it_should_be(
    line: str, code: str, at: str, message: str, mend: str
) -> None:
    """The first thing that cannot be, at its characters."""
    start = line.rindex(at)
    assert fault([line], 0) == Fault(code, message, (start, start + len(at)), mend)


@pytest.mark.parametrize(
    "lines",
    [
        ["立案: {value: 3起}  # 说明"],
        ["立案: 3起"],
        ["lead: {{ 立案 }}起"],
        ["cc: [区委,", "  人大]"],
        ["cc: [" + "甲" * LONGEST],
    ],
)
def test_what_is_sound_or_goes_on_below_has_no_fault(lines: list[str]) -> None:
    """Nor has a line too long to be looked into."""
    assert fault(lines, 0) is None


@pytest.mark.parametrize(
    ("lines", "open_"),
    [
        (["cc: [区委,"], True),
        (["cc: [区委,", "date: 1"], True),
        (["cc: [区委,", "  人大]"], False),
        (["cc: [区委]"], False),
    ],
)
def test_brackets_are_closed_on_lines_that_belong_to_them(lines: list[str], *, open_: bool) -> None:
    """Those are deeper than their key."""
    assert unclosed(lines, 0) == open_


def test_a_line_is_rewritten_only_where_it_then_is_sound() -> None:
    """From its key on; else there is nothing to show."""
    assert rewritten("  立案: {value: 3, note: 乙}", 14, 15, "4起") == "立案: {value: 4起, note: 乙}"
    assert rewritten("立案: {value: 3}", 13, 14, "") == ""
    assert rewritten("立案: 3", 4, 5, "4") == ""
    assert [sound(line) for line in ("a: [1] # 乙", "a: [1] 乙", "a: [1", "a: 1")] == [True, False, False, False]
    assert [without_comment(line) for line in ("甲 # 乙", "甲#乙", "甲 ")] == ["甲", "甲#乙", "甲"]
