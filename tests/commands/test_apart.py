"""Of several bureaus one that kills the program, never ends or eats memory is told of, and the others are whole."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import GOOD, Run

from ecoreport.cli import apart, build, status
from ecoreport.cli.apart import Done, Failed, Worker, done_by
from ecoreport.project import Inputs, Project
from ecoreport.report.inputs import Input, Years

ALL = ("-C", "各局/*")
CRASHED, LATE, GREEDY = "程序做到一半崩溃了（", "1秒还没有做完，不再等了", "要用的内存超过 2 GB，没有做完"


WAYS = [(os.abort, CRASHED), (lambda: time.sleep(60), LATE), (lambda: bytes(3 << 30), GREEDY)]


@pytest.fixture
def bureaus(tmp_path: Path) -> Path:
    """Three sound bureaus; the second is the one to be harmed."""
    for name, issuer in (("1局", "一局"), ("2局", "二局"), ("3局", "三局")):
        (tmp_path / "各局" / name / "data").mkdir(parents=True)
        source = (GOOD / "plain" / "report.yaml").read_text("utf-8").replace("示例区生态环境局", f"示例区教育{issuer}")
        (tmp_path / "各局" / name / "data" / "2024.yaml").write_text(source, "utf-8")
    return tmp_path


def _harmed(patch: pytest.MonkeyPatch, owner: object, name: str, way: Callable[[], object]) -> None:
    """Let the function, which gets a file second, do its worst for the second bureau."""
    real = getattr(owner, name)

    def harmed(first: Inputs, file: Input, *rest: object, **more: object) -> object:
        if "2局" in file.name:
            way()
        return real(first, file, *rest, **more)

    patch.setattr(owner, name, harmed)


@pytest.mark.parametrize(("way", "told"), WAYS)
def test_status_tells_of_the_one_and_looks_at_the_others(
    way: Callable[[], object], told: str, bureaus: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the table as not looked at; exit 2."""
    _harmed(monkeypatch, status, "check_year", way)
    outcome = run(bureaus, "status", *ALL, "2024", "-f", "csv", "--timeout", "1")
    assert outcome.code == 2
    [line] = [line for line in outcome.err.splitlines() if "2局" in line]
    assert line.startswith(f"各局/2局：{told}")
    rows = list(csv.reader(io.StringIO(outcome.out.removeprefix("\ufeff"))))[1:]
    assert [(row[1], row[3]) for row in rows] == [
        ("各局/1局", "已报送"), ("各局/2局", "没有查"), ("各局/3局", "已报送"),
    ]  # fmt: skip


@pytest.mark.parametrize(("way", "told"), WAYS)
def test_build_makes_the_others(
    way: Callable[[], object], told: str, bureaus: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said stands in order, each bureau's under its name."""
    _harmed(monkeypatch, build, "build_year", way)
    outcome = run(bureaus, "build", *ALL, "2024", "-f", "md", "--timeout", "1")
    assert outcome.code == 2
    assert [line.split("（")[0].split("；")[0] for line in outcome.err.splitlines()] == [
        "各局/1局：", "已生成 各局/1局/reports/2024.md",
        f"各局/2局：{told}".split("（")[0],
        "各局/3局：", "已生成 各局/3局/reports/2024.md",
    ]  # fmt: skip
    assert sorted(path.name for path in bureaus.rglob("*.md")) == ["2024.md", "2024.md"]


def test_figures_and_comparisons_too(bureaus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Machine formats are whole: the good ones' values, nothing else."""
    real = Years.of

    def harmed(years: Years, year: int) -> object:
        if "2局" in years.files[2024].name:
            os.abort()
        return real(years, year)

    monkeypatch.setattr(Years, "of", harmed)
    outcome = run(bureaus, "figures", *ALL, "-f", "json")
    assert outcome.code == 2
    assert {one["bureau"] for one in json.loads(outcome.out)} == {"示例区教育一局", "示例区教育三局"}
    problems = run(bureaus, "check", *ALL, "-f", "json")
    assert (problems.code, json.loads(problems.out)) == (2, [])


def test_what_is_said_keeps_its_order_and_its_stream(bureaus: Path, run: Run) -> None:
    """A stale file on stdout, the remedy on stderr, as of one bureau alone."""
    outcome = run(bureaus, "build", *ALL, "--check", "-f", "md")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [f"各局/{name}/reports/2024.md：还没有生成" for name in ("1局", "2局", "3局")]
    assert outcome.err.splitlines()[:2] == ["各局/1局：", "运行 ecoreport build 重新生成。"]


@pytest.mark.parametrize(
    "line", ["check -C 各局/*", "status -C 各局/* -f csv", "build -C 各局/* -j 2", "figures -C 各局/* -f csv"]
)
def test_a_process_that_is_not_forked_does_the_same(line: str, bureaus: Path, run: Run) -> None:
    """As on Windows, where all that it needs is sent over; and the colours as they were asked for."""
    forked = run(bureaus, *line.split())
    shutil.rmtree(bureaus / "各局" / "1局" / "reports", ignore_errors=True)
    code = (
        "import sys; from ecoreport.cli import apart, main; apart._START = 'spawn';"
        f"sys.exit(main.run({line.split()!r}))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=bureaus, capture_output=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    assert (done.returncode, done.stdout.decode(), done.stderr.decode()) == forked


def test_the_process_is_kept_while_all_is_well_and_replaced_where_not(tmp_path: Path) -> None:
    """One for all healthy ones; what it has started is ended with it."""
    mark = tmp_path / "alive"

    def work(project: Project) -> tuple[int, int]:
        if project.root.name == "bad":
            subprocess.Popen(["sh", "-c", f"sleep 1.5; touch {mark}"])
            time.sleep(60)
        return 0, os.getpid()

    good, bad = (Project(tmp_path / name, tmp_path) for name in ("good", "bad"))
    first, second, failed, third = done_by(work, 0.5, (good, good, bad, good))
    assert isinstance(failed, Failed)
    values = [one.value for one in (first, second, third) if isinstance(one, Done)]
    assert (len(values), values[0] == values[1], values[1] != values[2]) == (3, True, True)
    assert os.getpid() not in values
    time.sleep(1.6)
    assert not mark.exists()


def test_several_at_once_keep_their_order() -> None:
    """Whoever is first; no more than so many at a time, and one that fails or is late takes only its own place."""

    def work(number: int) -> tuple[int, int]:
        time.sleep({0: 0.6, 4: 60}.get(number, 0))
        if number == 2:
            os.abort()
        return number, os.getpid()

    started = time.monotonic()
    found = list(done_by(work, 1.5, range(8), 3))
    assert time.monotonic() - started < 10
    codes = [one.code if isinstance(one, Done) else one.reason[:6] for one in found]
    assert codes == [0, 1, CRASHED[:6], 3, "1.5秒还没", 5, 6, 7]
    assert 2 <= len({one.value for one in found if isinstance(one, Done)}) <= 5
    assert list(done_by(work, 1, [], 3)) == []


@pytest.mark.parametrize(
    "line",
    ["status -C 各局/*", "status -C 各局/* -f csv", "figures -C 各局/*", "figures -C 各局/* --long -f json",
     "check -C 各局/* -v", "status --root 各局", "figures --root 各局", "check --root 各局"],
)  # fmt: skip
def test_several_at_once_say_the_same(line: str, bureaus: Path, run: Run) -> None:
    """To the byte, with a bureau that is broken, one that has another name for its file and one without any."""
    (bureaus / "各局" / "2局" / "data" / "2024.yaml").write_text("year：2024\n", "utf-8")
    (bureaus / "各局" / "4局" / "data").mkdir(parents=True)
    (bureaus / "各局" / "5局" / "data").mkdir(parents=True)
    (bureaus / "各局" / "5局" / "data" / "2024年.yaml").write_text("{}", "utf-8")
    expected = run(bureaus, *line.split())
    assert "2局" in expected.out + expected.err
    assert run(bureaus, *line.split(), "-j", "3") == expected


@pytest.mark.parametrize(("way", "told"), WAYS)
def test_one_of_several_at_once_harms_no_other(
    way: Callable[[], object], told: str, bureaus: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one after the other."""
    _harmed(monkeypatch, status, "check_year", way)
    outcome = run(bureaus, "status", *ALL, "2024", "-f", "csv", "--timeout", "1", "-j", "2")
    assert (outcome.code, told in outcome.err) == (2, True)
    rows = list(csv.reader(io.StringIO(outcome.out.removeprefix("\ufeff"))))[1:]
    assert [row[3] for row in rows] == ["已报送", "没有查", "已报送"]


def test_colours_and_terminals_are_those_of_the_program() -> None:
    """Where the output goes in the end."""
    stream = apart._Stream.of(sys.__stdout__, color=True)
    assert (stream.color, stream.encoding) == (True, sys.__stdout__ and sys.__stdout__.encoding)
    assert apart._Stream.of(None, color=None) == ("utf-8", False, None)


def test_where_no_process_can_be_had_the_work_is_done_all_the_same(
    bureaus: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same output."""
    apart_from = run(bureaus, "check", *ALL)

    def refused(*_: object) -> None:
        raise BlockingIOError(11, "no process")

    monkeypatch.setattr(Worker, "_start", refused)
    assert run(bureaus, "check", *ALL) == apart_from
