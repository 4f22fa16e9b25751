"""`check --watch`: a pass at every change, in lines that the starter's VS Code task understands."""

import json
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from support import Run, process
from support.catalogue import SOUND
from support.previewing import saved

from ecoreport.cli.scaffold import project_files

TASKS = json.loads(project_files("示例区生态环境局", 2024)[".vscode/tasks.json"])["tasks"]
MATCHER: dict[str, Any] = TASKS[0]["problemMatcher"]
BEGINS, ENDS = (MATCHER["background"][name] for name in ("beginsPattern", "endsPattern"))
_NODE = """
const [patterns, lines] = JSON.parse(require("fs").readFileSync(0, "utf-8"));
console.log(JSON.stringify(patterns.map((one) => lines.map((line) => line.match(new RegExp(one))))));
"""


def matched(patterns: list[str], lines: list[str]) -> list[list[list[str] | None]]:
    """What each pattern finds in each line: by node, whose regular expressions are VS Code's, else by Python."""
    if node := shutil.which("node"):
        asked = json.dumps([patterns, lines])
        told = subprocess.run(
            [node, "-e", _NODE], input=asked, capture_output=True, check=True, encoding="utf-8", timeout=60
        )
        return json.loads(told.stdout)  # type: ignore[no-any-return]
    found = ([re.search(one, line) for line in lines] for one in patterns)
    return [[[match[0], *match.groups()] if match else None for match in row] for row in found]


class Watch:
    """A running task, started as VS Code starts it, and what its matcher makes of the output."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        command = [sys.executable, "-m", TASKS[0]["command"], *TASKS[0]["args"]]
        self.process = subprocess.Popen(
            command, cwd=folder, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self._lines: Queue[str] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.removesuffix("\n"))

    def next_pass(self) -> list[str]:
        """The lines of the next pass, with the first and the last."""
        lines = [self._lines.get(timeout=30)]
        while not matched([ENDS], lines[-1:])[0][0]:
            lines.append(self._lines.get(timeout=30))
        return lines

    def problems(self) -> list[dict[str, str]]:
        """What VS Code lists after the next pass; every line but the first and the last is one."""
        first, *told, _ = self.next_pass()
        pattern = MATCHER["pattern"]
        [begins, found] = matched([BEGINS, pattern["regexp"]], [first, *told])
        assert [bool(one) for one in begins] == [True, *(False for _ in told)]
        names = [name for name in pattern if name != "regexp"]
        assert all(found[1:])
        return [{name: one[pattern[name]] for name in names} for one in found[1:] if one]

    def is_quiet(self) -> bool:
        """Whether nothing is said for longer than two looks take."""
        time.sleep(1)
        return self._lines.empty()

    def stop(self) -> tuple[int, str]:
        """Ctrl-C; exit code and what was said."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)
        return self.process.returncode, self.close()

    def close(self) -> str:
        """End it in any case; what was said."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        said = ""
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe and not pipe.closed:
                said = pipe.read()
                pipe.close()
        return said


@pytest.fixture
def watch(project: Path) -> Iterator[Watch]:
    """Of a sound project."""
    running = Watch(project)
    yield running
    running.close()


def test_the_matcher_lists_what_check_finds(project: Path, watch: Watch) -> None:
    """Each with file, place, severity, code and message; what is open is no error while it is being written."""
    assert watch.problems() == []
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    wrong = text.replace("lead: |\n  ", "lead: |\n  【待改】{{ 没有 }}", 1)
    saved(project / "data" / "2024.yaml", wrong)
    listed = watch.problems()
    found = json.loads(process("check", "-f", "json", cwd=project).stdout)
    assert {"E204", "E218"} <= {one["code"] for one in found}
    severities = {one["code"]: one["severity"].replace("hint", "info") for one in found} | {"E218": "info"}
    keys = {"file": "file", "line": "line", "column": "column", "endLine": "end_line", "endColumn": "end_column"}
    assert [{key: one[key] for key in keys} | {"code": one["code"]} for one in listed] == [
        {key: str(one[name]) for key, name in keys.items()} | {"code": one["code"]} for one in found
    ]
    assert [one["severity"] for one in listed] == [severities[one["code"]] for one in found]
    assert "没有叫“没有”的指标" in {one["message"].partition("（")[0] for one in listed}
    saved(project / "data" / "2024.yaml", text)
    assert watch.problems() == []
    assert watch.stop() == (130, "不再看着了\n")


def test_it_outlives_whatever_becomes_of_the_files(project: Path, watch: Watch) -> None:
    """Deleted, broken, made a folder, the folder removed, put back: each is one pass that says so, and no traceback."""
    path = project / "data" / "2024.yaml"
    watch.next_pass()
    path.unlink()
    assert "里没有年度文件" in watch.next_pass()[-1]
    path.write_bytes(b"\xff\xfe\x00year: [")
    assert len(watch.problems()) > 0
    path.unlink()
    path.mkdir()
    (project / "data" / "2023.yaml").write_text(SOUND.replace("2024", "2023"), "utf-8")
    assert "“" in watch.next_pass()[-1]
    shutil.rmtree(project / "data")
    assert "里没有年度文件" in watch.next_pass()[-1]
    (project / "data").mkdir()
    for name in (".2024.yaml.swp", "2024.yaml~", "4913"):
        (project / "data" / name).write_text("x", "utf-8")
    assert watch.is_quiet()
    path.write_text(SOUND, "utf-8")
    assert watch.next_pass()[-1].startswith("检查完毕：1个文件：")
    shutil.rmtree(project)
    assert "里没有年度文件" in watch.next_pass()[-1]
    assert watch.stop() == (130, "不再看着了\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--fix",), "不和 --fix 一起写"),
        (("--strict", "--diff"), "不和 --diff、--strict 一起写"),
        (("-f", "sarif"), "不和 -f sarif 一起写"),
        (("-f", "docx", "-o", "x.docx"), "不和 -o 一起写"),
        (("--root", "."), "不和 --root 一起写"),
        (("--last", "x.docx"), "不和 --last 一起写"),
        (("报告.docx",), "不和 文件名 一起写"),
        (("-C", "*"), "一次看一个单位"),
    ],
)
def test_what_does_not_go_with_it_is_said(arguments: tuple[str, ...], said: str, project: Path, run: Run) -> None:
    """Exit 2, and nothing is watched."""
    outcome = run(project, "check", "--watch", *arguments)
    assert (outcome.code, said in outcome.err, outcome.out) == (2, True, ""), outcome.err
