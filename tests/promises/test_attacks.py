"""What a folder can do that somebody sent: nothing. Each way in is made by the test itself (docs/security.md)."""

import csv
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import GOOD, Outcome, Run

MARK = "root:x:0:0:MARK"
SOON = 10.0  # seconds
ESCAPE, BELL, CSI = "\x1b", "\x07", "\x9b"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file with a secret, outside of every project."""
    path = tmp_path / "elsewhere" / "passwd"
    path.parent.mkdir()
    path.write_text(f"{MARK}\nyear: 2024\n", "utf-8")
    return path


@pytest.fixture
def bureaus(tmp_path: Path) -> Path:
    """A folder of two sound bureaus, between which a hostile one sorts."""
    for name in ("a局", "z局"):
        _sound(tmp_path / "各局" / name)
    return tmp_path


def _sound(folder: Path) -> Path:
    (folder / "data").mkdir(parents=True)
    shutil.copy(GOOD / "plain" / "report.yaml", folder / "data" / "2024.yaml")
    return folder


def _soon(act: Callable[[], Outcome]) -> Outcome:
    start = time.monotonic()
    outcome = act()
    assert time.monotonic() - start < SOON
    return outcome


def _commands(path: str) -> tuple[tuple[str, ...], ...]:
    return (
        ("check", "-C", path),
        ("check", "-C", path, "--fix"),
        ("build", "-C", path),
        ("figures", "-C", path),
        ("diff", "-C", path, "2023", "2024"),
        ("new", "-C", path, "2025"),
    )


def _linked_year(folder: Path, outside: Path) -> None:
    (folder / "data" / "2024.yaml").unlink()
    (folder / "data" / "2024.yaml").symlink_to(outside)


def _linked_last_year(folder: Path, outside: Path) -> None:
    (folder / "data" / "2023.yaml").symlink_to(outside)


def _linked_data(folder: Path, outside: Path) -> None:
    (outside.parent / "2024.yaml").write_bytes(outside.read_bytes())
    shutil.rmtree(folder / "data")
    (folder / "data").symlink_to(outside.parent)


def _linked_settings(folder: Path, outside: Path) -> None:
    (folder / "ecoreport.yaml").symlink_to(outside)


def _linked_layout(folder: Path, outside: Path) -> None:
    (folder / "layouts").mkdir()
    (folder / "layouts" / "own.yaml").symlink_to(outside)
    with (folder / "data" / "2024.yaml").open("a", encoding="utf-8") as file:
        file.write("layout: own\n")


def _linked_template(folder: Path, outside: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "report.md.j2").write_text("# 标题\n\n{% include 'x.j2' %}\n", "utf-8")
    (folder / "templates" / "x.j2").symlink_to(outside)


@pytest.mark.parametrize(
    "link",
    [_linked_year, _linked_last_year, _linked_data, _linked_settings, _linked_layout, _linked_template],
    ids=lambda link: link.__name__.removeprefix("_linked_"),
)
def test_no_link_brings_a_secret_in(bureaus: Path, outside: Path, run: Run, link: Callable[[Path, Path], None]) -> None:
    """Neither into a report nor into a message; of several bureaus the others go on."""
    hostile = _sound(bureaus / "各局" / "m局")
    link(hostile, outside)
    for arguments in _commands("各局/m局"):
        outcome = run(bureaus, *arguments)
        assert MARK not in outcome.out + outcome.err, arguments
        assert "程序自身" not in outcome.err, arguments
    for file in bureaus.rglob("*"):
        if file.is_file() and not file.is_symlink() and outside.parent not in file.parents:
            assert MARK.encode() not in file.read_bytes(), file
    shutil.rmtree(bureaus / "各局" / "m局" / "reports", ignore_errors=True)
    outcome = run(bureaus, "build", "-C", "各局/*")
    assert all((bureaus / "各局" / name / "reports" / "2024.docx").exists() for name in ("a局", "z局"))
    assert MARK not in outcome.out + outcome.err


@pytest.mark.parametrize("name", ["data/2024.yaml", "data/2023.yaml", "ecoreport.yaml", "templates/report.md.j2"])
@pytest.mark.parametrize("kind", ["pipe", "device", "large"])
def test_what_is_no_file_of_a_report_neither_waits_nor_fills_the_memory(
    bureaus: Path, run: Run, name: str, kind: str
) -> None:
    """A pipe without a writer, an endless device, three gigabytes of nothing."""
    path = _sound(bureaus / "各局" / "m局") / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        with path.open("wb") as file:
            file.truncate(3 << 30)
    for arguments in _commands("各局/m局"):
        outcome = _soon(lambda arguments=arguments: run(bureaus, *arguments))
        assert "程序自身" not in outcome.err, arguments
    assert "a局" in _soon(lambda: run(bureaus, "status", "-C", "各局/*")).out


@pytest.mark.parametrize("where", ["reports", "reports/2024.md", "reports/2024.docx"])
def test_no_output_goes_outside(bureaus: Path, run: Run, where: str) -> None:
    """Through a link of the folder or of the file; nothing is written, and it is said why."""
    hostile, away = _sound(bureaus / "各局" / "m局"), bureaus / "mine"
    away.mkdir()
    for name in ("2024.md", "2024.docx"):
        (away / name).write_bytes(b"mine")
    (hostile / where).parent.mkdir(exist_ok=True)
    (hostile / where).symlink_to(away if where == "reports" else away / Path(where).name)
    outcome = run(bureaus, "build", "-C", "各局/*")
    assert outcome.code == 2
    assert "指到了项目文件夹外面" in outcome.err
    assert {path.name: path.read_bytes() for path in away.iterdir()} == {"2024.md": b"mine", "2024.docx": b"mine"}
    assert all((bureaus / "各局" / name / "reports" / "2024.docx").exists() for name in ("a局", "z局"))


def test_a_link_among_the_folders_is_left_out(bureaus: Path, run: Run) -> None:
    """What it leads to is somebody's, and nobody has named it; by its name it is taken."""
    mine = _sound(bureaus / "mine")
    (bureaus / "各局" / "m局").symlink_to(mine)
    outcome = run(bureaus, "build", "-C", "各局/*")
    assert (outcome.code, "各局/m局 是链接，没有处理" in outcome.err) == (0, True)
    assert not (mine / "reports").exists()
    assert run(bureaus, "build", "-C", "各局/m局").code == 0
    assert (mine / "reports" / "2024.docx").exists()


def test_a_link_for_the_templates_is_not_gone_through(bureaus: Path, run: Run) -> None:
    """It may lead to a whole disk; the packaged ones print the report."""
    hostile = _sound(bureaus / "各局" / "m局")
    (hostile / "templates").symlink_to("/")
    assert _soon(lambda: run(bureaus, "build", "-C", "各局/m局")).code == 0


def test_an_output_that_is_a_pipe_is_refused(bureaus: Path, run: Run) -> None:
    """It would wait for a reader."""
    hostile = _sound(bureaus / "各局" / "m局")
    (hostile / "reports").mkdir()
    os.mkfifo(hostile / "reports" / "2024.md")
    outcome = _soon(lambda: run(bureaus, "build", "-C", "各局/*"))
    assert (outcome.code, "不是普通文件" in outcome.err) == (2, True)


FOREIGN = {
    "GBK": ("示例局".encode("gbk"), "示例局"),
    "no encoding": (b"x\xff\xfe\xff", "\\udcff"),
    "escape": (f"x{ESCAPE}]0;title{BELL}{CSI}2J".encode(), "\\u001b]0;title\\u0007\\u009b2J"),
    "line": (b"x\n::error::forged", "x\\u000a::error::forged"),
    "command": (b"::error::forged", "::error::forged"),
    "direction": ("x\u202eyaml".encode(), "x\\u202eyaml"),
    "formula": (b"=1+1", "=1+1"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_folders_name_is_a_name_and_nothing_else(bureaus: Path, run: Run, kind: str) -> None:
    """Nobody's output is lost for it, no terminal is steered, no CI commanded; names in GBK are read."""
    raw, shown = FOREIGN[kind]
    folder = os.fsencode(bureaus / "各局") + b"/" + raw
    Path(os.fsdecode(folder)).mkdir()
    shutil.copytree(bureaus / "各局" / "a局" / "data", os.fsdecode(folder + b"/data"))
    forms = {"check": ("text", "json", "github", "gitlab", "sarif"), "status": ("text", "csv", "md", "html")}
    for command, form in ((command, form) for command, each in forms.items() for form in each):
        outcome = run(bureaus, command, "-C", "各局/*", "-f", form)
        _harmless(outcome, form)
        assert "程序自身" not in outcome.err
    assert len(list(csv.reader(run(bureaus, "status", "-C", "各局/*", "-f", "csv").out.splitlines()))) == 4
    json.loads(run(bureaus, "check", "-C", "各局/*", "-f", "json").out)
    for arguments in (("figures", "-C", "各局/*"), ("build", "-C", "各局/*"), ("diff", "-C", "各局/*", "2024", "2024")):
        _harmless(run(bureaus, *arguments), "text")
    assert shown in run(bureaus, "build", "-C", "各局/*").err
    _harmless(run(Path(os.fsdecode(folder)), "check"), "text")


def _harmless(outcome: Outcome, form: str) -> None:
    for text in (outcome.out, outcome.err):
        assert not set(text.replace("\r\n", "\n")) & {ESCAPE, BELL, CSI, "\u202e", "\r"}
        lines = text.splitlines()
        assert form == "github" or not any(line.lstrip().startswith("::") for line in lines)
        assert not any(line.startswith("::error::forged") for line in lines)
