"""Findings and problems as data: how a path is written, how problems are ordered, what a refusal carries."""

import pytest

from ecoreport.problems.diagnostic import Edit, FileEdit, Finding, Path, Problem, Refused, Severity, Unreadable, dotted

FAULT = Problem("E204", Severity.ERROR, "没有叫“立按”的指标", "data/2024.yaml", 12, 5)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), ""),
        (("lead",), "lead"),
        (("measures", "items", 1, "title"), "measures.items[2].title"),
        (("table", "rows", 0, 2), "table.rows[1][3]"),
        (("figures", "PM2.5", "value"), "figures.PM2.5.value"),
        ((0, "title"), "[1].title"),
        ((".甲", "乙"), ".甲.乙"),
    ],
)
def test_a_path_is_written_with_places_from_one(path: Path, written: str) -> None:
    """As people count; a dot stands between keys alone, and one that is typed stays."""
    assert dotted(path) == written


def test_problems_are_ordered_by_file_place_and_code() -> None:
    """So that a reader works a file off from above; by numbers, not by digits."""
    ordered = [
        FAULT._replace(file="data/2023.yaml", line=99),
        FAULT._replace(line=0, column=0),
        FAULT._replace(line=9, column=8),
        FAULT._replace(line=12, column=5, code="E201"),
        FAULT._replace(line=12, column=5, code="W403"),
        FAULT._replace(line=12, column=10, code="E101"),
    ]
    shuffled = [ordered[at] for at in (3, 5, 0, 4, 2, 1)]
    assert sorted(shuffled, key=lambda problem: problem.order) == ordered


def test_a_refusal_carries_every_problem_by_place() -> None:
    """Also from an iterator that can be read only once; its words are those of all."""
    later = FAULT._replace(line=20, message="日期写错了")
    refused = Refused(iter([later, FAULT]))
    assert refused.problems == (FAULT, later)
    assert str(refused) == "没有叫“立按”的指标; 日期写错了"


def test_a_refusal_may_have_no_problem() -> None:
    """Then it says nothing."""
    assert (Refused([]).problems, str(Refused([]))) == ((), "")


def test_severities_are_the_words_of_machine_formats() -> None:
    """The gravest first, and as text they are these words."""
    assert [f"{severity}" for severity in Severity] == ["error", "warning", "hint"]


def test_a_problem_has_no_place_where_none_is_given() -> None:
    """0 stands for none, for lines and columns count from 1."""
    bare = Problem("E101", Severity.ERROR, "文件是空的", "data/2024.yaml")
    assert (bare.line, bare.column, bare.end_line, bare.end_column) == (0, 0, 0, 0)
    assert (bare.path, bare.help, bare.edits) == ("", "", ())


def test_findings_are_values() -> None:
    """Two that say the same are one in a set; a finding is about a value unless it says that the key is meant."""
    finding = Finding("W515", "缺少句号", ("lead",), (3, 4), edits=(Edit((4, 4), "", "。"),))
    assert {finding, finding._replace(), finding._replace(on_key=False)} == {finding}


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (Finding("W515", "缺少句号"), "code"),
        (Edit((4, 4), "", "。"), "new"),
        (FileEdit(4, "", "。"), "start"),
        (FAULT, "line"),
    ],
)
def test_none_can_be_changed_behind_somebodys_back(value: object, name: str) -> None:
    """They are handed from room to room."""
    with pytest.raises(AttributeError):
        setattr(value, name, getattr(value, name))


@pytest.mark.parametrize(
    ("arguments", "help_"), [(("文件有密码",), ""), (("文件有密码", "去掉密码再导入"), "去掉密码再导入")]
)
def test_an_unreadable_document_says_why_and_what_to_do(arguments: tuple[str, ...], help_: str) -> None:
    """The mend is kept apart from the reason."""
    error = Unreadable(*arguments)
    assert (str(error), error.help) == ("文件有密码", help_)
