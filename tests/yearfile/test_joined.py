"""Items that have gone into the list above them: what is missing is told once, and other faults stay."""

from typing import Any

from ecoreport.problems.diagnostic import Finding
from ecoreport.yearfile._joined import joined
from ecoreport.yearfile._tree import Source, compose

MEASURES = "measures:\n  - id: a\n    title: 甲\n\n  - id: b\n    problem: 乙\n    cause: 丙\n"
MARGIN = "从行首写起，前面不留空格"


def _fault(*loc: str | int, kind: str = "extra_forbidden", typed: object = None) -> dict[str, Any]:
    return {"loc": loc, "type": kind, "input": typed}


def _joined(text: str, *faults: dict[str, Any]) -> tuple[list[Finding], list[Any]]:
    return joined(faults, compose(Source("data/2024.yaml", text)))


PROBLEM, CAUSE = _fault("measures", "items", 1, "problem"), _fault("measures", "items", 1, "cause")


def test_the_key_above_such_an_item_is_told_once() -> None:
    """Both of its keys show that it is a shortcoming; a fault of another cause stays."""
    other = _fault("leed")
    mend = f"在这一条上面补上 shortcomings:，{MARGIN}"
    message = "这一条上面少了一行：“shortcomings:”"
    assert _joined(MEASURES, PROBLEM, other, CAUSE) == (
        [Finding("E139", message, ("measures", "items", 1), help=mend)],
        [other],
    )


def test_a_part_that_is_there_is_not_missing() -> None:
    """Then the key is a mistake of its own; where the part's key is only indented, that is told elsewhere."""
    assert _joined(f"{MEASURES}shortcomings: []\n", PROBLEM) == ([], [PROBLEM])
    indented = _fault("lead", "shortcomings")
    assert _joined(MEASURES, PROBLEM, indented) == ([], [indented])


def test_a_part_whose_only_item_lost_its_first_line_is_told() -> None:
    """Its keys have become keys of the part."""
    found = _joined(
        "shortcomings:\n    problem: 甲\n    cause: 乙\n",
        _fault("shortcomings", "problem"),
        _fault("shortcomings", "cause"),
    )
    message, mend = "这一行上面少了一行：这一条开头的“- id: …”", "在这一行上面补上 - id: …，开头留 2 个空格"
    assert found == ([Finding("E139", message, ("shortcomings", "problem"), on_key=True, help=mend)], [])


def test_an_item_among_assertions_belongs_to_the_part_of_its_keys() -> None:
    """Or, where they tell of none, to the first part that is absent."""
    text = "assertions:\n  - 甲 == 乙\n\n  - id: a\n    title: 甲\n"
    for typed, part in (
        ({"id": "a"}, "measures"),
        ({"answers": "b"}, "next_year_plan"),
        ({"cause": "c"}, "shortcomings"),
    ):
        [finding], left = _joined(text, _fault("assertions", 1, kind="string_type", typed=typed))
        assert (finding.path, finding.message, left) == (("assertions", 1), f"这一条上面少了一行：“{part}:”", [])
