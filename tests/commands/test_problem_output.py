"""Problems as people see them: one by one, alike ones together, open places as a list; counted, and who fails."""

import pytest

from ecoreport.cli.problem_output import Fails, Shown, problem_texts, show_problems, tally, todo_of, write_problems
from ecoreport.problems.diagnostic import Problem, Severity

ERROR = Problem("E402", Severity.ERROR, "对不上", "data/2024.yaml", 1, 1, 1, 5)
WARNING = ERROR._replace(code="W515", severity=Severity.WARNING)
UNDATED = WARNING._replace(code="W605", message="没有成文日期")
HINT = ERROR._replace(code="H701", severity=Severity.HINT, message="用不着")
OPEN = ERROR._replace(code="E217", message="立案待填", line=2)
REWRITE = OPEN._replace(code="E218", message="导语待改", line=3)


@pytest.mark.parametrize(
    ("problems", "todo"),
    [
        ([], ()),
        ([ERROR, UNDATED], ()),
        ([ERROR, OPEN, REWRITE], (OPEN, REWRITE)),
        ([UNDATED, OPEN, WARNING], (UNDATED, OPEN)),
    ],
)
def test_what_is_still_to_be_done(problems: list[Problem], todo: tuple[Problem, ...]) -> None:
    """Open places, and the missing date where there are any: it is filled in along with them."""
    assert todo_of(problems) == todo


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ([], "没有发现问题"),
        ([ERROR], "1处错误"),
        ([HINT, WARNING, ERROR, WARNING], "1处错误，2处警告，1处提示"),
        ([OPEN, REWRITE, UNDATED, ERROR], "3处待填、待改，1处错误"),
        ([UNDATED], "1处警告"),
    ],
)
def test_problems_are_counted_by_kind(problems: list[Problem], said: str) -> None:
    """What is to be filled in first, and not again as errors."""
    assert tally(problems) == said


@pytest.mark.parametrize(
    ("problems", "failing"),
    [
        ([], []),
        ([HINT], []),
        ([WARNING], ["strict", "strict draft"]),
        ([OPEN], ["", "strict"]),
        ([OPEN, UNDATED], ["", "strict", "strict draft"]),
        ([ERROR], ["", "strict", "draft", "strict draft"]),
    ],
)
def test_what_makes_a_check_fail(problems: list[Problem], failing: list[str]) -> None:
    """Errors always, warnings where it is strict, open places but in a draft, hints never."""
    ways = {"": (False, False), "strict": (True, False), "draft": (False, True), "strict draft": (True, True)}
    assert [name for name, way in ways.items() if Fails(*way).any(problems)] == failing


def _quoted(name: str) -> bytes:
    return {"data/2024.yaml": b"year: 2024\n"}.get(name, b"")


def _unknown(_: str) -> bytes:
    return b""


def test_errors_come_last_and_what_is_open_before_them_as_a_list() -> None:
    """Of a file that is not known no line is shown."""
    assert list(problem_texts([OPEN, ERROR, REWRITE, HINT, WARNING], _quoted, Shown.TOGETHER)) == [
        "警告[W515]: 对不上\n --> data/2024.yaml:1:1\n  |\n1 | year: 2024\n  | ^^^^",
        "还要填、还要改的有2处：\n□ data/2024.yaml:2:1  立案待填\n□ data/2024.yaml:3:1  导语待改",
        "错误[E402]: 对不上\n --> data/2024.yaml:1:1\n  |\n1 | year: 2024\n  | ^^^^",
    ]
    assert list(problem_texts([], _quoted, Shown.TOGETHER)) == []
    assert list(problem_texts([ERROR], _unknown, Shown.TOGETHER)) == ["错误[E402]: 对不上\n --> data/2024.yaml:1:1"]


def test_how_much_is_shown() -> None:
    """All of it one by one; alike ones together, without hints; warnings in brief, but errors with their lines."""
    warnings = [WARNING._replace(line=line) for line in (1, 2, 3)]
    problems = [HINT, *warnings, ERROR]
    assert len(list(problem_texts(problems, _unknown, Shown.FULL))) == 5
    error = "错误[E402]: 对不上\n --> data/2024.yaml:1:1"
    assert list(problem_texts(problems, _unknown, Shown.TOGETHER)) == [
        "警告[W515]: 对不上\n --> data/2024.yaml:1:1\n  = 同样的还有2处：第2—3行", error,
    ]  # fmt: skip
    assert list(problem_texts(problems, _unknown, Shown.BRIEF)) == [
        "警告[W515]: 对不上\n  --> data/2024.yaml 第1行等3处", error,
    ]  # fmt: skip


def test_they_go_where_the_product_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    """On stderr beside a report; on standard output where they are the product, as text or for machines."""
    said = "错误[E402]: 对不上\n --> data/2024.yaml:1:1\n\n"
    show_problems([ERROR], _unknown)
    assert capsys.readouterr() == ("", said)
    write_problems([ERROR], _unknown, "text", Shown.TOGETHER)
    assert capsys.readouterr() == (said, "")
    write_problems([], _unknown, "json", Shown.TOGETHER)
    assert capsys.readouterr() == ("[]\n", "")
