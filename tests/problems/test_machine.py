"""What machines read: the documented fields, the whole text, and what each consumer asks of it."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest
from support import ROOT, Run, npm_package, process
from support.catalogue import SHOWN, example, problems

from ecoreport.problems.catalogue import Code, catalogue
from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.problems.machine import FORMATS, as_github, as_gitlab, as_json, as_line, as_sarif

CASES = ROOT / "tests" / "cases" / "formats"
FIELDS = ["file", "line", "column", "end_line", "end_column", "code", "severity", "message", "help", "path"]
COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<fields>[^\n:]*)::(?P<message>[^\n]*)")
ODD = Problem("E204", Severity.ERROR, "一%，\r\n二：三", "data/甲,乙:丙 丁.yaml", 3, 5, 3, 7, "lead", "改成“%0A”")


def problems_of(entry: Code, project: Path) -> tuple[Problem, ...]:
    """What the wrong example of an entry triggers."""
    return problems(example(entry.wrong, entry), project, entry.before)


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_is_as_approved(project: Path, run: Run, golden: Callable[[Path, str], None], form: str) -> None:
    """The product alone on stdout, the tally on stderr, exit 1."""
    shutil.copy(CASES / "2024.yaml", project / "data" / "2024.yaml")
    outcome = run(project, "check", "-f", form)
    golden(CASES / f"{form}.txt", outcome.out)
    assert (outcome.code, outcome.err) == (
        1,
        "检查了1个文件：2处错误，2处警告，2处提示（其中1处可以用 check --fix 改好）\n",
    )


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_every_wrong_example_goes_through_json(entry: Code, project: Path) -> None:
    """Nothing of a problem is lost."""
    expected = problems_of(entry, project)
    told = json.loads(as_json(expected))
    assert [list(one) for one in told] == [FIELDS] * len(expected)
    assert [tuple(one.values()) for one in told] == [tuple(getattr(p, name) for name in FIELDS) for p in expected]


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_every_wrong_example_goes_through_github(entry: Code, project: Path) -> None:
    """Read back as the runner reads it."""
    for problem, (kind, fields, message) in _both(problems_of(entry, project)):
        assert kind == {"error": "error", "warning": "warning", "hint": "notice"}[problem.severity]
        assert fields == _fields(problem)
        assert message.startswith(problem.message)
        assert message.endswith(problem.help)


def test_github_escapes_what_would_end_a_field() -> None:
    """Per cent, line breaks, commas, colons."""
    [(_, (_, fields, message))] = _both((ODD,))
    assert fields == _fields(ODD)
    assert message == f"{ODD.message}\n帮助: {ODD.help}"


def _both(problems: tuple[Problem, ...]) -> Iterator[tuple[Problem, tuple[str, dict[str, str], str]]]:
    lines = as_github(problems).splitlines()
    for problem, line in zip(problems, lines, strict=True):
        match = COMMAND.fullmatch(line)
        assert match
        fields = dict(field.split("=", 1) for field in match["fields"].split(","))
        yield problem, (match["kind"], {k: _unescaped(v) for k, v in fields.items()}, _unescaped(match["message"]))


def _unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def _fields(problem: Problem) -> dict[str, str]:
    numbers = (problem.line, problem.column, problem.end_line, problem.end_column)
    names = ("line", "col", "endLine", "endColumn")
    placed = dict(zip(names, map(str, numbers), strict=True))
    return {"title": f"ecoreport {problem.code}", "file": problem.file, **placed}


def test_sarif_is_valid(project: Path) -> None:
    """Every wrong example in one log, against the standard's own schema."""
    schema = npm_package("@microsoft/jest-sarif") / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    found = [problem for entry in SHOWN for problem in problems_of(entry, project)]
    log = json.loads(as_sarif([*found, ODD]))
    jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8"))).validate(log)
    [run] = log["runs"]
    assert len(run["results"]) == len(found) + 1
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][-1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()


def test_sarif_links_to_the_page_of_rules(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the variable says that it is published; the rule's own words are there in any case."""
    shutil.copy(CASES / "2024.yaml", project / "data" / "2024.yaml")
    bare, linked = (
        json.loads(run(project, "check", "-f", "sarif").out)["runs"][0]["tool"]["driver"]["rules"]
        for address in ("", "https://example.org/rules.html")
        for _ in [monkeypatch.setenv("ECOREPORT_RULES", address)]
    )
    assert [one.get("helpUri") for one in bare] == [None] * len(bare)
    assert [one["helpUri"] for one in linked] == [f"https://example.org/rules.html#{one['id']}" for one in linked]
    for one in bare:
        entry = catalogue()[one["id"]]
        assert f"```yaml\n{entry.wrong.rstrip()}\n```" in one["help"]["markdown"]
        assert entry.right.rstrip() in one["help"]["text"]


def test_what_has_no_place_stands_at_the_beginning() -> None:
    """Consumers refuse a line or a column 0."""
    missing = (Problem("E601", Severity.ERROR, "甲", "报告.docx"),)
    [told], [entry] = json.loads(as_json(missing)), json.loads(as_gitlab(missing))
    [result] = json.loads(as_sarif(missing))["runs"][0]["results"]
    assert [told[name] for name in FIELDS[1:5]] == [1, 1, 1, 1]
    assert entry["location"]["positions"] == {"begin": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}}
    assert set(result["locations"][0]["physicalLocation"]["region"].values()) == {1}
    assert "line=1,col=1,endLine=1,endColumn=1" in as_github(missing)


def test_editors_get_one_line() -> None:
    """Whatever the message holds; what has no place stands at the beginning."""
    assert as_line(ODD) == "data/甲,乙:丙 丁.yaml:3:5-3:7: error E204: 一%， 二：三（改成“%0A”）"
    nowhere = Problem("W621", Severity.WARNING, "甲", "ecoreport.yaml")
    assert as_line(nowhere) == "ecoreport.yaml:1:1-1:1: warning W621: 甲"


def test_gitlab_fingerprints_differ_and_do_not_move_with_the_line() -> None:
    """Two of the same in one file are two; one that has moved is the same."""
    moved = Problem("E204", Severity.ERROR, ODD.message, ODD.file, 9, 5, 9, 7, "lead")
    first, second = (entry["fingerprint"] for entry in json.loads(as_gitlab((ODD, moved))))
    assert first != second
    assert [entry["fingerprint"] for entry in json.loads(as_gitlab((moved,)))] == [first]


def test_machines_get_utf_8_whatever_the_console(project: Path) -> None:
    """A GBK pipe on Chinese Windows, too."""
    shutil.copy(CASES / "2024.yaml", project / "data" / "2024.yaml")
    outcome = process("check", "-f", "json", cwd=project, env={"PYTHONIOENCODING": "gbk", "PATH": "/usr/bin"})
    assert json.loads(outcome.stdout.decode("utf-8"))[0]["file"] == "data/2024.yaml"


def test_nothing_found_is_an_empty_product(project: Path, run: Run) -> None:
    """An empty list, no commands, a log without results."""
    outs = {form: run(project, "check", "-f", form).out for form in FORMATS}
    assert (outs["json"], outs["gitlab"], outs["github"]) == ("[]\n", "[]\n", "")
    assert json.loads(outs["sarif"])["runs"][0]["results"] == []
