"""`check`: the problems on standard output, how many on stderr, and the exit code, for one project or several."""

import json
from pathlib import Path

import pytest
from support import Run
from support.catalogue import BEFORE, SOUND
from support.projects import project_of

OPEN = SOUND + "figures: {立案: 待填}\n"
DRIFT = SOUND + "lead: 今年依法行政。\n"
WRONG = SOUND + "没有的键: 1\n"
SLOPPY = SOUND + "lead: 依法行政,规范执法。\n"


@pytest.mark.parametrize(
    ("text", "arguments", "code", "said"),
    [
        (SOUND, [], 0, "没有发现问题"),
        (DRIFT, [], 0, "1处警告"),
        (DRIFT, ["--strict"], 1, "1处警告"),
        (WRONG, [], 1, "1处错误"),
        (WRONG, ["--draft"], 1, "1处错误"),
        (OPEN, [], 1, "1处待填、待改"),
        (OPEN, ["--draft"], 0, "1处待填、待改"),
        (OPEN, ["--draft", "--strict"], 0, "1处待填、待改"),
    ],
)
def test_what_makes_a_check_fail(  # noqa: PLR0913, PLR0917 - a row of the table
    tmp_path: Path, run: Run, text: str, arguments: list[str], code: int, said: str
) -> None:
    """Errors; warnings where it is strict; open places but in a draft."""
    outcome = run(project_of(tmp_path, text).root, "check", *arguments)
    assert (outcome.code, outcome.err) == (code, f"检查了1个文件：{said}\n")


SHOWN = """\
错误[E201]: 没有“没有的键”这一项
  --> data/2024.yaml:12:1
   |
12 | 没有的键: 1
   | ^^^^^^^^

"""


def test_a_problem_is_shown_with_its_line(tmp_path: Path, run: Run) -> None:
    """On standard output, to the character."""
    assert run(project_of(tmp_path, WRONG).root, "check", "2024").out == SHOWN


def test_every_year_is_checked_whatever_is_wrong_with_another(tmp_path: Path, run: Run) -> None:
    """All without any named, only those that are; what follows from last year's fault is told too."""
    project_of(tmp_path, SOUND, BEFORE + "没有的键: 1\n")
    outcome = run(tmp_path, "check")
    assert (outcome.code, outcome.err) == (1, "检查了2个文件：1处错误，1处警告\n")
    assert [line for line in outcome.out.splitlines() if "[" in line and "]: " in line] == [
        "警告[W621]: 上年的文件 data/2023.yaml 有错误，读不出，所以没有与上年核对",
        "错误[E201]: 没有“没有的键”这一项",
    ]
    assert run(tmp_path, "check", "2024").err == "检查了1个文件：1处警告\n"


def test_for_machines_there_is_nothing_but_the_data(tmp_path: Path, run: Run) -> None:
    """On standard output; the count goes to stderr, and a sound file gives a document too."""
    told = json.loads(run(project_of(tmp_path, WRONG).root, "check", "-f", "json").out)
    assert [(one["code"], one["file"], one["line"]) for one in told] == [("E201", "data/2024.yaml", 12)]
    (tmp_path / "data" / "2024.yaml").write_text(SOUND, "utf-8")
    assert run(tmp_path, "check", "-f", "json") == (0, "[]\n", "检查了1个文件：没有发现问题\n")


def test_fix_mends_and_then_checks(tmp_path: Path, run: Run) -> None:
    """With --diff it shows what; alone that shows and writes nothing, and returns 1 while there is something."""
    path = project_of(tmp_path, SLOPPY).year_file(2024)
    diff = "--- data/2024.yaml\n+++ data/2024.yaml（改后）\n@@ -11,2 +11,2 @@\n"
    shown = run(tmp_path, "check", "--diff")
    assert (shown.code, shown.err) == (1, "能自动改的有1处，加上 --fix 就改\n")
    assert shown.out.startswith(diff)
    assert path.read_text("utf-8") == SLOPPY
    told = "data/2024.yaml：改了1处\n  第12行：汉字之间用了半角标点[E501]\n检查了1个文件：没有发现问题\n"
    assert run(tmp_path, "check", "--fix") == (0, "", told)
    assert path.read_text("utf-8") == SLOPPY.replace(",规范", "，规范")
    assert run(tmp_path, "check", "--diff") == (0, "", "能自动改的有0处\n")
    assert run(tmp_path, "check", "--fix").err.startswith("没有能自动改的\n")


def test_a_file_that_the_disk_does_not_give_is_no_finding(tmp_path: Path, run: Run) -> None:
    """Exit 2, with the reason; the other years are checked all the same."""
    project_of(tmp_path, WRONG)
    (tmp_path / "data" / "2023.yaml").mkdir()
    outcome = run(tmp_path, "check")
    assert (outcome.code, "错误[E201]" in outcome.out) == (2, True)
    where = tmp_path / "data" / "2023.yaml"
    assert outcome.err.splitlines()[0] == f"错误：“{where}”无法读写：这是文件夹，不是文件"
    assert outcome.err.splitlines()[1].startswith("检查了1个文件：1处错误")


def test_several_bureaus_are_told_of_one_after_another(tmp_path: Path, run: Run) -> None:
    """Of all their years, or the one asked for, of which one has no file."""
    project_of(tmp_path / "甲", SOUND, BEFORE)
    project_of(tmp_path / "乙", DRIFT.replace("示例区生态环境局", "示例县教育局"))
    last = "：1处警告。报送情况用 ecoreport status 看。\n"
    assert run(tmp_path, "check", "-C", "甲", "-C", "乙", "2024")[::2] == (0, f"2个单位的2个文件{last}")
    assert run(tmp_path, "check", "-C", "*")[::2] == (0, f"2个单位的3个文件{last}")
    assert run(tmp_path, "check", "-C", "*", "2023")[::2] == (
        1, "乙：没有 2023 年的文件\n2个单位的1个文件：没有发现问题。报送情况用 ecoreport status 看。\n",
    )  # fmt: skip
