"""Typing slips: each one of the table in the very words that were read and approved; on every line of a real file."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import ROOT, Run, clerk
from support.catalogue import SOUND, merged
from support.clerk import SLIPPED, Slipped
from support.pitfalls import PITFALLS, SLIPS, Typed
from support.projects import check_of

from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.yearfile.reader import parse

EXPECTED = ROOT / "tests" / "cases" / "pitfalls.txt"
FORM = ROOT / "tests" / "cases" / "slips.txt"
CLERK = ROOT / "tests" / "cases" / "clerk.txt"
WIDTH = 100
ROUNDS = 3  # mends that lead back to the report, one after the other
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


def test_every_slip_in_a_full_file_is_told_in_the_expected_words(
    project: Path, run: Run, golden: Callable[[Path, str], None]
) -> None:
    """The same of what a clerk does to a file with everything in it."""
    (project / "data" / "2024.yaml").unlink()
    rows = (Typed(slip.name, slip.text, whole=True, shown=f"{slip.old} → {slip.new}") for slip in SLIPPED)
    golden(CLERK, "\n".join(_told(typed, "2025", project, run) for typed in rows))


@pytest.mark.parametrize("slip", [slip for slip in SLIPPED if slip.again], ids=lambda slip: slip.name)
def test_a_mend_followed_to_the_letter_gives_the_report_again(slip: Slipped, tmp_path: Path) -> None:
    """Nothing that prints is lost or changed."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").touch()
    text = slip.text
    for _ in range(ROUNDS):
        problems = check_of(tmp_path, 2025, text.encode()).problems
        if not problems:
            break
        text = _followed(text, problems[0], slip)
    assert problems == ()
    assert parse(text.encode(), "x").report == parse(clerk.SOUND.encode(), "x").report


def _followed(text: str, problem: Problem, slip: Slipped) -> str:
    """The text with the one thing done that the help says."""
    lines = text.split("\n")
    line = lines[problem.line - 1]
    blanks = re.search(r"(?:开头|前面)留 ([0-9]+) 个空格", problem.help)
    indent = int(blanks[1]) if blanks else 0 if "从行首写起" in problem.help else len(line) - len(line.lstrip())
    if written := re.search(r"补上 ([^，]+)", problem.help):
        own = re.search(r"- id: (\S+)", slip.old)
        lines.insert(problem.line - 1, " " * indent + written[1].replace("…", own[1] if own else ""))
    elif written := re.search(r"写成 (\{\{.*?\}\})", problem.help):
        start = line.rindex("{{", 0, problem.column + 1)
        lines[problem.line - 1] = line[:start] + written[1] + re.sub(r"^\s*[}｝]+", "", line[problem.end_column - 1 :])
    elif written := re.search(r"写成 (.*?)(?:，前面留 .*)?$", problem.help):
        lines[problem.line - 1] = " " * indent + written[1]
    else:
        lines[problem.line - 1] = " " * indent + line.lstrip()
    return "\n".join(lines)


def test_a_word_file_is_told_as_one(project: Path, run: Run) -> None:
    """And an old one, and a PDF: none of them is to be saved as UTF-8."""
    for data, said in (
        ((ROOT / "reports" / "2023.docx").read_bytes(), "改名为 2024.docx，再运行 ecoreport import data/2024.docx"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000), "改名为 2024.doc，再运行 ecoreport import data/2024.doc"),
        (b"%PDF-1.7\n" + bytes(2000), "Word 文件（.docx），再运行 ecoreport import"),
        (b"PK\x03\x04" + bytes(2000), "Word 文件（.docx），再运行 ecoreport import"),
    ):
        (project / "data" / "2024.yaml").write_bytes(data)
        outcome = run(project, "check")
        assert (outcome.code, "UTF-8" in outcome.out, said in outcome.out) == (1, False, True), outcome.out


def test_fix_mends_semicolons_and_bullets(project: Path, run: Run) -> None:
    """Where the full-width colons are mended: the file is the sound one again."""
    (project / "data" / "2024.yaml").unlink()
    path = project / "data" / "2025.yaml"
    slips = (
        ("issuer: ", "issuer；"),
        ("date: ", "date = "),
        ("cause: 台", "cause;台"),
        ("- id: talent", "• id: talent"),
    )
    text = clerk.SOUND
    for old, new in slips:
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    run(project, "check", "--fix")
    assert path.read_text("utf-8") == clerk.SOUND


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
        problems = check_of(tmp_path, 2023).problems
        assert any(problem.severity is Severity.ERROR for problem in problems), name
        assert expected + 1 in {problem.line for problem in problems}, (name, problems)
