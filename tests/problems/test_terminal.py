"""A problem as people read it: its line with carets under the very words, whatever the width of the characters."""

import pytest

from ecoreport.problems.diagnostic import FileEdit, Problem, Severity
from ecoreport.problems.terminal import alike, brief, checklist, display_width, runs, snippet, together

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


def test_what_is_alike_is_one_group_and_the_gravest_are_last() -> None:
    """Of one code in one file; errors that are mended by hand only with the same mend."""
    warning = HINT._replace(code="W613", severity=Severity.WARNING)
    other = FAULT._replace(line=3, help="是不是“立项”？")
    mended = FAULT._replace(edits=(FileEdit(0, "：", ":"),))
    elsewhere = warning._replace(file="data/2023.yaml")
    assert alike([]) == ()
    assert alike([FAULT, HINTS[0], warning, elsewhere, other, *HINTS[1:], FAULT]) == (
        HINTS, (warning,), (elsewhere,), (FAULT, FAULT), (other,),
    )  # fmt: skip
    others = [mended._replace(line=line, help=f"写成“:”，第{line}行") for line in (3, 4)]
    assert alike([mended, *others]) == ((mended, *others),)
    assert alike(others) == ((others[0],), (others[1],))  # two can be read one by one


def test_a_group_is_told_by_its_first_and_the_places_of_the_others() -> None:
    """In one line where the same is said of all; else in one for each that is said, and not more than eight."""
    same = [HINT._replace(line=line) for line in (3, 9, 10, 12, 11)]
    head = snippet(HINT, ())
    assert together(same, ()) == f"{head}\n  = 同样的还有4处：第9—12行"
    assert together(HINTS, ()) == f"{head}\n  = 同样的还有2处：\n    第12行  第12处\n    第105行  第105处"
    assert together(HINTS[:1], ()) == head
    many = [HINT._replace(line=line, message=str(line)) for line in range(1, 12)]
    assert together([HINT, *many], ()).splitlines()[-2:] == ["    第8行  8", "    ……还有3处"]


def test_a_group_in_brief_is_its_first_and_how_many_there_are() -> None:
    """Without the line of the file."""
    assert brief(HINTS) == "提示[H614]: 第3处\n  --> data/2024.yaml 第3行等3处\n  = 帮助: 改成一样的"
    assert brief([FAULT._replace(line=0, help="")]) == "错误[E204]: 没有叫“立按”的指标\n  --> data/2024.yaml"


def test_lines_that_follow_one_another_are_a_run() -> None:
    """In order, each once."""
    assert runs([12, 9, 10, 9, 3]) == "3、9—10、12"
    assert runs([]) == ""


def test_a_checklist_has_a_box_for_each() -> None:
    """Places are as wide as they show; nothing found is nothing to do."""
    named = HINT._replace(file="data/示例.yaml")
    assert checklist([named, HINTS[1]]) == "□ data/示例.yaml:3:1   第3处\n□ data/2024.yaml:12:1  第12处\n"
    assert checklist([]) == ""
