"""Problems as people see them: one by one, alike ones together, open places as a list; counted, and who fails."""

import pytest

from ecoreport.cli.problem_output import Fails, problem_texts, show_problems, tally, todo_of, write_problems
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


def test_each_problem_is_quoted_and_open_places_are_a_list() -> None:
    """The list at the end; of a file that is not known no line is."""
    assert list(problem_texts([OPEN, ERROR, REWRITE], _quoted)) == [
        "错误[E402]: 对不上\n --> data/2024.yaml:1:1\n  |\n1 | year: 2024\n  | ^^^^",
        "还要填、还要改的有2处：\n□ data/2024.yaml:2:1  立案待填\n□ data/2024.yaml:3:1  导语待改",
    ]
    assert list(problem_texts([], _quoted)) == []
    assert list(problem_texts([ERROR], _unknown)) == ["错误[E402]: 对不上\n --> data/2024.yaml:1:1"]


def test_hints_that_are_alike_are_told_together() -> None:
    """From three on; below, each has its own place."""
    hints = [HINT._replace(line=line) for line in (1, 2, 3)]
    assert list(problem_texts(hints, _unknown)) == [
        "提示[H701]: 有3处\n  data/2024.yaml:1:1  用不着\n  data/2024.yaml:2:1  用不着\n  data/2024.yaml:3:1  用不着"
    ]
    assert len(list(problem_texts(hints[:2], _unknown))) == 2


def test_they_go_where_the_product_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    """On stderr beside a report; on standard output where they are the product, as text or for machines."""
    said = "错误[E402]: 对不上\n --> data/2024.yaml:1:1\n\n"
    show_problems([ERROR], _unknown)
    assert capsys.readouterr() == ("", said)
    write_problems([ERROR], _unknown, "text")
    assert capsys.readouterr() == (said, "")
    write_problems([], _unknown, "json")
    assert capsys.readouterr() == ("[]\n", "")
