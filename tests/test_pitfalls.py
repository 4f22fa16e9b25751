"""Typing slips: each one of the table in the very words that were read and approved; on every line of a real file."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT, Run
from pitfalls import PITFALLS, SLIPS, Typed
from test_catalogue import SOUND, merged

from ecoreport.check import check
from ecoreport.problems import Severity
from ecoreport.project import Project

EXPECTED = ROOT / "tests" / "cases" / "pitfalls.txt"
FORM = ROOT / "tests" / "cases" / "slips.txt"
WIDTH = 100
REAL = (ROOT / "data" / "2023.yaml").read_text("utf-8").split("\n")
KEY = re.compile(r"(?P<lead>\s*(?:- +)?)(?P<key>[^\s#:{}|>\"'-][^:{}]*?)(?P<colon>: |:$)")


def test_every_pitfall_is_told_in_the_expected_words(
    project: Path, run: Run, golden: Callable[[Path, str], None]
) -> None:
    """The place, the cause and the mend of each, in one file to be read from top to bottom."""
    golden(EXPECTED, "\n".join(_told(typed, "2024", project, run) for typed in PITFALLS))


def test_every_slip_in_a_filled_form_is_told_in_the_expected_words(
    project: Path, run: Run, golden: Callable[[Path, str], None]
) -> None:
    """The same of what a clerk does to the form that `init` writes."""
    (project / "data" / "2024.yaml").unlink()
    golden(FORM, "\n".join(_told(typed, "2025", project, run) for typed in SLIPS))


def _told(typed: Typed, year: str, project: Path, run: Run) -> str:
    text = typed.text if typed.whole or isinstance(typed.text, bytes) else merged(SOUND, typed.text)
    (project / "data" / f"{year}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    outcome = run(project, "check")
    assert outcome.code == ("错误[" in outcome.out), typed.name
    return f"#### {typed.name}：{_one_line(typed)}\n{outcome.out or '（没有问题）'}"


def _one_line(typed: Typed) -> str:
    shown = repr(typed.shown or typed.text)
    return shown if len(shown) <= WIDTH else shown[:WIDTH] + "..."


def _slips(at: int) -> Iterator[tuple[str, list[str], int]]:
    """Each slip at line `at` of the real file: its name, the lines then, the line to be named (from 0)."""
    line = REAL[at]
    if not line.strip() or line.lstrip().startswith("#"):
        return
    tabbed = "\t" + line.lstrip(" ")
    yield "tab", [*REAL[:at], tabbed, *REAL[at + 1 :]], at
    match = KEY.match(line)
    if match is None:
        return
    key, before, after = match["key"], line[: match.start("colon")], line[match.end("colon") :]
    yield "wide colon", [*REAL[:at], f"{before}：{after}", *REAL[at + 1 :]], at
    if match["colon"] == ": ":
        yield "no blank", [*REAL[:at], f"{before}:{after}", *REAL[at + 1 :]], at
    misspelt = key[:-1] + ("x" if key[-1] != "x" else "y")
    yield "misspelt", [*REAL[:at], match["lead"] + misspelt + line[match.end("key") :], *REAL[at + 1 :]], at
    end = _end(at, len(match["lead"]))
    again = [" " * len(match["lead"]) + line[len(match["lead"]) :], *REAL[at + 1 : end]]
    yield "doubled", [*REAL[:end], *again, *REAL[end:]], end


def _end(at: int, indent: int) -> int:
    """The line behind all that belongs to the key at line `at`, whose own column is `indent`."""
    end = at + 1
    while end < len(REAL) and (not REAL[end].strip() or len(REAL[end]) - len(REAL[end].lstrip(" ")) > indent):
        end += 1
    return end


@pytest.mark.parametrize("at", range(len(REAL)), ids=lambda at: f"line {at + 1}")
def test_a_slip_on_any_line_names_that_line(at: int, tmp_path: Path) -> None:
    """Full-width colon, missing blank, tab, misspelt key, doubled key: errors, and one finding at that very line."""
    (tmp_path / "data").mkdir()
    for name, lines, expected in _slips(at):
        (tmp_path / "data" / "2023.yaml").write_text("\n".join(lines), "utf-8")
        problems = check(Project(tmp_path, tmp_path), 2023).problems
        assert any(problem.severity is Severity.ERROR for problem in problems), name
        assert expected + 1 in {problem.line for problem in problems}, (name, problems)
