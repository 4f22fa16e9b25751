"""The catalogue's examples are tests: each wrong one triggers exactly its code, each right one none."""

import re
from pathlib import Path

import pytest
import rules_page
from conftest import ROOT, Run

from ecoreport.check import check_year
from ecoreport.problems.catalogue import Code, catalogue
from ecoreport.problems.diagnostic import Problem
from ecoreport.project import Project

SOUND = """\
year: 2024
issuer: 示例区生态环境局
date: 2025-01-20
measures:
  - {title: 依法决策, text: 规范决策。}
shortcomings:
  - {id: archive, problem: 归档不规范, cause: 台账不细}
leader_duties:
  - text: 履行推进法治建设第一责任人职责。
next_year_plan:
  - {title: 规范归档, text: 逐卷核对。, answers: [archive]}
"""
# The year before, with nothing in it that the sound file repeats.
BEFORE = (
    SOUND.replace("2025", "2024")
    .replace("year: 2024", "year: 2023")
    .replace("归档不规范", "宣传不够")
    .replace("id: archive", "id: publicity")
    .replace("[archive]", "[publicity]")
)
ENTRIES = catalogue()
SHOWN = [entry for entry in ENTRIES.values() if entry.wrong]
# These need no example: bytes and sizes that no short text can show, templates, a broken file of last year.
ELSEWHERE = {"E101", "E102", "E112", "E301", "E302", "W523", "W621"}


def example(text: str, entry: Code) -> str:
    """The whole file of an example."""
    return text if entry.whole else merged(SOUND, text)


def merged(sound: str, own: str) -> str:
    """The file `sound` with the top-level keys of `own` in place of its own."""
    blocks = dict(_blocks(sound))
    added = _blocks(own)
    for key, _ in added:
        blocks.pop(key, None)
    return "".join(blocks.values()) + "".join(block for _, block in added)


def _blocks(text: str) -> list[tuple[str, str]]:
    """The top-level keys of a text with all that stands below each."""
    if text and not text.endswith("\n"):
        text += "\n"
    parts = re.split(r"^(?=[^\s#-])", text, flags=re.MULTILINE)
    return [(re.split("[:：]", part)[0], part) for part in parts if part]


def problems(text: str, project: Path, before: str = "") -> tuple[Problem, ...]:
    """What `check` finds in a file of that text, beside a year before with those keys."""
    (project / "data" / "2024.yaml").write_text(text, "utf-8")
    (project / "data" / "2023.yaml").unlink(missing_ok=True)
    if before:
        (project / "data" / "2023.yaml").write_text(merged(BEFORE, before), "utf-8")
    return check_year(Project(project, project), 2024).problems


def codes(text: str, project: Path, before: str = "") -> list[str]:
    """Their codes."""
    return [problem.code for problem in problems(text, project, before)]


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_the_wrong_example_triggers_exactly_its_code(entry: Code, project: Path) -> None:
    """Once or several times, but nothing else."""
    assert set(codes(example(entry.wrong, entry), project, entry.before)) == {entry.code}


@pytest.mark.parametrize("entry", [entry for entry in SHOWN if entry.right], ids=lambda entry: entry.code)
def test_the_right_example_triggers_none(entry: Code, project: Path) -> None:
    """A reader who follows it is done; a whole file may lack what its code is not about."""
    found = set(codes(example(entry.right, entry), project, entry.before))
    assert found == set() if not entry.whole else entry.code not in found


def test_every_code_has_an_example_or_a_reason_for_none() -> None:
    """So that no rule is without its test."""
    assert {entry.code for entry in ENTRIES.values()} - {entry.code for entry in SHOWN} == ELSEWHERE


def test_every_code_in_the_source_is_in_the_catalogue_and_back() -> None:
    """No code is made up, none is left over."""
    source = Path(__file__).parents[1] / "src" / "ecoreport"
    used = {
        code for path in source.rglob("*.py") for code in re.findall(r'"([EWH][1-7]\d{2})"', path.read_text("utf-8"))
    }
    assert used == set(ENTRIES)


def test_the_page_of_rules_is_current() -> None:
    """docs/rules.md is what the catalogue gives."""
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == rules_page.page()


@pytest.mark.parametrize("code", ENTRIES)
def test_every_code_is_explained(run: Run, code: str) -> None:
    """Its title, its reason, its examples; in small letters, too."""
    told = run(ROOT, "explain", code.lower())
    assert told.code == 0
    assert ENTRIES[code].title in told.out
    assert ENTRIES[code].why in told.out


@pytest.mark.parametrize("arguments", [["E999"], []])
def test_explain_says_what_it_needs(run: Run, arguments: list[str]) -> None:
    """Exit 2."""
    told = run(ROOT, "explain", *arguments)
    assert (told.code, told.out) == (2, "")
    assert "W515" in told.err
