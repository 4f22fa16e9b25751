"""A problem as people read it: its line with carets under the very words, whatever the width of the characters."""

import pytest

from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.problems.terminal import checklist, display_width, gathered, snippet, together

FAULT = Problem("E204", Severity.ERROR, "没有叫“立按”的指标", "data/2024.yaml", 2, 6, 2, 8, "lead", "是不是“立案”？")
HINT = Problem("H614", Severity.HINT, "第3处", "data/2024.yaml", 3, 1, 3, 3, "", "改成一样的")
HINTS = (HINT, HINT._replace(line=12, message="第12处"), HINT._replace(line=105, message="第105处"))


def test_a_problem_is_shown_with_its_line_and_its_mend() -> None:
    """The carets are as wide as the two han above them."""
    assert snippet(FAULT, ["lead:", "  {{ 立按 }}起"]) == (
        "错误[E204]: 没有叫“立按”的指标\n"
        " --> data/2024.yaml:2:6\n"
        "  |\n"
        "2 |   {{ 立按 }}起\n"
        "  |      ^^^^\n"
        "  = 帮助: 是不是“立案”？"
    )


def test_the_gutter_is_as_wide_as_the_number() -> None:
    """So that the bars stand below each other."""
    shown = snippet(FAULT._replace(line=100, column=1, end_column=2, help=""), ["甲"] * 100)
    assert shown.splitlines()[1:] == ["   --> data/2024.yaml:100:1", "    |", "100 | 甲", "    | ^^"]


@pytest.mark.parametrize(
    ("severity", "head"),
    [
        (Severity.ERROR, "\x1b[1;31m错误[E204]\x1b[0m: "),
        (Severity.WARNING, "\x1b[1;33m警告[E204]\x1b[0m: "),
        (Severity.HINT, "\x1b[1;36m提示[E204]\x1b[0m: "),
    ],
)
def test_only_the_head_is_coloured(severity: Severity, head: str) -> None:
    """Red, yellow and cyan; what follows is the same as without."""
    problem = FAULT._replace(severity=severity)
    plain = snippet(problem, []).partition(": ")[2]
    assert snippet(problem, [], color=True) == head + plain


def test_without_a_line_only_the_place_is_told() -> None:
    """A file that cannot be read has no lines; a problem of a whole file has no place."""
    assert snippet(FAULT._replace(help=""), ["lead:"]) == "错误[E204]: 没有叫“立按”的指标\n --> data/2024.yaml:2:6"
    whole = snippet(FAULT._replace(line=0, column=0), ["lead:"])
    assert whole == "错误[E204]: 没有叫“立按”的指标\n --> data/2024.yaml\n  = 帮助: 是不是“立案”？"


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "carets"),
    [
        ("甲乙", 2, 3, "甲乙", "  ^^"),
        ("甲乙", 2, 2, "甲乙", "  ^^"),  # never none
        ("甲乙", 3, 3, "甲乙", "    ^"),  # behind the end
        ("甲乙", 1, 99, "甲乙", "^^^^"),  # on the next lines, too
        ("\t甲\t乙", 3, 4, "    甲    乙", "      ^^^^"),
        ("甲\u200b乙\x1b", 2, 3, "甲\\u200b乙\\u001b", "  ^^^^^^"),
        ("甲e\u0301乙", 2, 4, "甲e\u0301乙", "  ^"),
        ("甲" * 50, 1, 2, "甲" * 50, "^^"),
        ("甲" * 51, 1, 2, "甲" * 50 + "…", "^^"),
        ("a" * 60 + "错字" + "乙" * 60, 61, 63, "…" + "a" * 25 + "错字" + "乙" * 35 + "…", " " * 26 + "^^^^"),
        ("甲" * 60 + "错字", 61, 63, "…" + "甲" * 25 + "错字", " " * 51 + "^^^^"),
        ("甲" * 60 + "错字", 1, 63, "甲" * 50 + "…", "^" * 100),
    ],
)
def test_the_carets_stand_under_the_marked_words(line: str, start: int, end: int, shown: str, carets: str) -> None:
    """Behind tabs, unseen and combining characters, and in a window of a hundred columns of a long line."""
    told = snippet(FAULT._replace(line=1, column=start, end_column=end, help=""), [line]).splitlines()
    assert told[3:] == [f"1 | {shown}", f"  | {carets}"]


def test_control_characters_of_a_message_do_no_harm() -> None:
    """What a file holds must not steer the terminal, nor be unseen, nor break the line."""
    shown = snippet(FAULT._replace(message="有\u202e和\x1b[31m", help="删掉\n它"), [])
    assert shown == "错误[E204]: 有\\u202e和\\u001b[31m\n --> data/2024.yaml:2:6\n  = 帮助: 删掉\\u000a它"


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("a1", 2), ("甲，", 4), ("Ａ１", 4), ("ｱ", 1), ("“—…”", 4), ("e\u0301", 1), ("\u200b", 0), ("𠮷", 2)],
)
def test_a_han_takes_two_columns(text: str, columns: int) -> None:
    """Full-width letters as well; combining and unseen characters take none."""
    assert display_width(text) == columns


def test_three_hints_of_one_kind_are_gathered() -> None:
    """Of one code with one mend; two are not many, and errors are always told one by one."""
    others = [one._replace(help="另一种") for one in HINTS[:2]]
    errors = [FAULT._replace(line=line) for line in (1, 2, 3)]
    assert gathered([]) == ()
    assert gathered([*HINTS[:2], *others, *errors]) == ()
    assert gathered([HINTS[0], errors[0], *HINTS[1:], others[0]]) == (HINTS,)


def test_gathered_hints_are_told_with_the_mend_once() -> None:
    """The messages stand below each other, behind the widest place."""
    assert together(HINTS) == (
        "提示[H614]: 有3处\n"
        "  data/2024.yaml:3:1    第3处\n"
        "  data/2024.yaml:12:1   第12处\n"
        "  data/2024.yaml:105:1  第105处\n"
        "  = 帮助: 改成一样的"
    )
    assert together([HINT._replace(help="")]) == "提示[H614]: 有1处\n  data/2024.yaml:3:1  第3处"


def test_a_checklist_has_a_box_for_each() -> None:
    """Places are as wide as they show; nothing found is nothing to do."""
    named = HINT._replace(file="data/示例.yaml")
    assert checklist([named, HINTS[1]]) == "□ data/示例.yaml:3:1   第3处\n□ data/2024.yaml:12:1  第12处\n"
    assert checklist([]) == ""
