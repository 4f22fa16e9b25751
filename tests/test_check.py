"""A year's problems: those of its file, of the project, of the rules, in the order of the file; and who may build."""

from pathlib import Path

import pytest
from support.catalogue import BEFORE, SOUND, merged
from support.projects import check_of, project_of

from ecoreport.check import Checked, all_problems, check_year
from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.report.context import Context
from ecoreport.report.inputs import given
from ecoreport.yearfile.reader import parse


def _told(checked: Checked) -> list[tuple[str, str, int]]:
    return [(one.code, one.file, one.line) for one in checked.problems]


def _earlier(checked: Checked) -> list[int]:
    return list(checked.context.earlier) if checked.context else []


def _problem(code: str, severity: Severity) -> Problem:
    return Problem(code, severity, "", "data/2024.yaml")


@pytest.mark.parametrize(
    ("found", "final", "draft"),
    [
        ([], True, True),
        ([("W515", Severity.WARNING), ("H701", Severity.HINT)], True, True),
        ([("E217", Severity.ERROR)], False, True),
        ([("E218", Severity.ERROR), ("W605", Severity.WARNING)], False, True),
        ([("E217", Severity.ERROR), ("E402", Severity.ERROR)], False, False),
    ],
)
def test_errors_withhold_the_report_and_open_places_not_from_a_draft(
    found: list[tuple[str, Severity]], *, final: bool, draft: bool
) -> None:
    """Warnings never do: what is built must not depend on who is strict."""
    file = parse(SOUND.encode(), "x")
    checked = Checked(given(b"", "x"), file, tuple(_problem(*one) for one in found), Context(file.report))
    assert (checked.sound() is not None, checked.sound(draft=True) is not None) == (final, draft)


def test_what_could_not_be_read_has_no_report() -> None:
    """Not even where nothing is held against it."""
    assert Checked(given(b"", "x"), None, ()).sound(draft=True) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOUND, []),
        (SOUND.replace("year: 2024", "year: 2023").replace("2025-01", "2024-01"), [("E210", "data/2024.yaml", 1)]),
        (SOUND + "layout: own\n", [("E303", "data/2024.yaml", 12)]),
        (SOUND + "layout: gbt9704\n", []),
        (SOUND + "没有的键: 1\n", [("E201", "data/2024.yaml", 12)]),
        (SOUND + "lead: 今年依法行政\n没有的键: 1\n", [("E201", "data/2024.yaml", 13)]),
    ],
    ids=["sound", "of another year", "no such layout", "the standard layout", "unknown key", "rules wait for a file"],
)
def test_a_file_alone(tmp_path: Path, text: str, told: list[tuple[str, str, int]]) -> None:
    """Its form, its name and its layout; rules are asked only once it can be read."""
    assert _told(check_of(project_of(tmp_path, text).root)) == told


def test_problems_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Whichever rule found them: a clerk works from the top down."""
    text = merged(SOUND, "lead: 今年依法行政,有序推进。\nlayout: own\n")
    told = _told(check_of(project_of(tmp_path, text).root))
    assert [code for code, *_ in told] == ["W515", "E501", "E303"]
    assert told == sorted(told, key=lambda one: one[2])


def test_data_stands_in_for_the_file(tmp_path: Path) -> None:
    """As `fix` and an editor check what is not on the disk yet, under the name it has there or another."""
    project = project_of(tmp_path)
    wrong = (SOUND + "没有的键: 1\n").encode()
    assert _told(check_of(project.root, 2024, wrong)) == [("E201", "data/2024.yaml", 12)]
    assert _told(check_year(project.inputs(), given(wrong, "新稿.yaml"))) == [("E201", "新稿.yaml", 12)]


def test_last_year_is_read_and_one_that_cannot_be_is_told_of(tmp_path: Path) -> None:
    """W621: else nothing held against last year would look as if all were well."""
    project = project_of(tmp_path, SOUND, BEFORE)
    checked = check_of(project.root)
    assert (_earlier(checked), _told(checked)) == ([2023], [])
    project.year_file(2023).write_text("没有的键: 1\n", "utf-8")
    checked = check_of(project.root)
    assert (_earlier(checked), _told(checked)) == ([], [("W621", "data/2024.yaml", 1)])


def test_a_file_that_the_disk_does_not_give_is_no_problem_of_its_text(tmp_path: Path) -> None:
    """Why is kept apart, for the program to say and to return another code."""
    checked = check_of(project_of(tmp_path, "").root)
    assert (checked.file, checked.problems, type(checked.unread)) == (None, (), FileNotFoundError)


def test_a_switch_that_no_year_needs_is_told_of_where_all_years_are_there(tmp_path: Path) -> None:
    """Of one year nobody can say whether another needs it; one that cannot be read may need it."""
    switches = "ignore: [{code: W515, reason: 本局习惯}, {code: W514, reason: 本局习惯}]\n"
    project = project_of(tmp_path, merged(SOUND, "lead: 今年依法行政。\n"), BEFORE, settings=switches)
    inputs = project.inputs()
    both = [check_year(inputs, inputs.years.files[year]) for year in (2023, 2024)]
    assert [len(one.used) for one in both] == [0, 1]
    [unused] = all_problems(inputs, both)
    assert (unused.code, unused.file, "W514" in unused.message) == ("H701", "ecoreport.yaml", True)
    assert all_problems(inputs, both[1:]) == ()
    project.year_file(2023).write_text("没有的键: 1\n", "utf-8")
    inputs = project.inputs()
    both = [check_year(inputs, inputs.years.files[year]) for year in (2023, 2024)]
    assert "H701" not in {one.code for one in all_problems(inputs, both)}


def test_what_is_wrong_with_the_settings_is_told_once(tmp_path: Path) -> None:
    """Every year finds it, and one mend is enough."""
    project = project_of(tmp_path, SOUND, BEFORE, settings="没有的键: 1\n")
    inputs = project.inputs()
    both = [check_year(inputs, inputs.years.files[year]) for year in (2023, 2024)]
    assert [[one.code for one in checked.problems] for checked in both] == [["E201"], ["E201"]]
    assert [(one.code, one.file) for one in all_problems(inputs, both)] == [("E201", "ecoreport.yaml")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("year: 2024", "year：2024", [("E120", 1, 5), ("E501", 10, 11)]),
        ("measures:\n", "", [("E139", 5, 3), ("E501", 9, 11)]),
        ("  - {title: 依法决策", "  - {titel: 依法决策", [("E201", 6, 6)]),
        ("cause: 台账不细", "cause: 台账不细,账物不符", [("E131", 8, 42), ("E501", 10, 11)]),
        ("cause: 台账不细", "原因何在: 台账不细", [("E201", 8, 35), ("E501", 10, 11)]),
    ],
    ids=["a colon", "a line", "not spelled out", "a comma", "a key"],
)
def test_rules_are_told_of_what_stands_behind_a_slip(
    tmp_path: Path, old: str, new: str, told: list[tuple[str, int, int]]
) -> None:
    """In the same run and at its place as typed; not where the mend of a slip is unknown."""
    text = SOUND.replace(old, new).replace("next_year", "lead: 依法行政,规范执法。\nnext_year")
    found = check_of(tmp_path, 2024, text.encode()).problems
    assert [(one.code, one.line, one.column) for one in found] == told
