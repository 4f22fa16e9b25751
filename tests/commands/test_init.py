"""`init`: a project that checks, builds and can be filled in at once; what is there already stays."""

import datetime as dt
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import GOOD, ROOT, Run
from support.examples import SHILI
from support.projects import files_below

from ecoreport.cli.guesses import year_of
from ecoreport.cli.scaffold import project_files

INIT = ("init", "法治报告", "--issuer", "示例县教育局", "--year", "2025")

NO_ISSUERS = ("yes", "null", "1e5", "2024-01-01", "--", "123456", "局", "A局")  # YAML has another meaning for most


def filled(text: str) -> str:
    """The first year file as a clerk fills it in: each figure as the comment beside it proposes."""
    text = re.sub(r"待填(?=.*# 如 ([^；\n]+))", lambda match: match[1].strip(), text)
    text = text.replace("如 2026-01-20；", "").replace("date: 待填", "date: 2026-01-20")
    text = text.replace("[待填]", "[县委, 县政府]").replace("【待改】", "")
    return text.replace("title: 待填", "title: 规范案卷管理")


def test_what_init_writes(tmp_path: Path, run: Run) -> None:
    """A whole project, with the issuer and the year in it, and nothing else."""
    outcome = run(tmp_path, *INIT)
    assert outcome.code == 0
    assert outcome.out == ""
    made = files_below(tmp_path / "法治报告")
    assert set(made) == {"data/2025.yaml", *project_files("示例县教育局", 2025)}
    assert {"schema/report.schema.json", ".vscode/settings.json", ".gitattributes", "README.md"} <= set(made)
    for path, data in made.items():
        assert b"@ISSUER@" not in data, path
        assert b"@YEAR@" not in data, path
    assert outcome.err.startswith(f"已写 法治报告/data/2025.yaml 等{len(made)}个文件\n接下来：\n")


def test_a_new_project_has_nothing_wrong_but_what_is_open(tmp_path: Path, run: Run) -> None:
    """The list is what is to be filled in; a build makes the draft."""
    run(tmp_path, *INIT)
    checked = run(tmp_path / "法治报告", "check")
    assert checked.out.startswith("还要填、还要改的有27处：\n")
    assert "[E" not in checked.out
    built = run(tmp_path / "法治报告", "build")
    assert built.code == 0
    reports = tmp_path / "法治报告" / "reports"
    assert {path.name for path in reports.iterdir()} == {"2025.draft.md", "2025.draft.docx"}
    draft = (reports / "2025.draft.md").read_text("utf-8")
    assert '<p class="addressees">【待填】：</p>' in draft
    assert '<p class="date" align="right">【待填】</p>' in draft
    assert "草稿" in built.err


def test_filled_in_it_is_sound(tmp_path: Path, run: Run) -> None:
    """As its own comments propose: no error, no warning, and the finished report."""
    run(tmp_path, *INIT)
    path = tmp_path / "法治报告" / "data" / "2025.yaml"
    path.write_text(filled(path.read_text("utf-8")), "utf-8")
    checked = run(tmp_path / "法治报告", "check", "--strict")
    assert (checked.code, checked.out) == (0, ""), checked.out
    run(tmp_path / "法治报告", "build", "2025", "--draft")
    built = run(tmp_path / "法治报告", "build", "2025")
    assert built.code == 0
    assert (
        built.err.splitlines()[-1] == "以前的草稿还在：reports/2025.draft.md、reports/2025.draft.docx；不用了可以删掉。"
    )
    assert "行政检查1097家次" in (tmp_path / "法治报告" / "reports" / "2025.md").read_text("utf-8")


def test_nothing_that_exists_is_touched(tmp_path: Path, run: Run) -> None:
    """Neither the year file nor a README of one's own; a second run changes nothing."""
    (tmp_path / "法治报告" / "data").mkdir(parents=True)
    own = {"data/2025.yaml": b"# mine\n", "README.md": b"mine\n"}
    for name, data in own.items():
        (tmp_path / "法治报告" / name).write_bytes(data)
    outcome = run(tmp_path, *INIT)
    assert outcome.code == 0
    assert "已经有了，没有动：法治报告/data/2025.yaml、法治报告/README.md" in outcome.err
    made = files_below(tmp_path / "法治报告")
    assert {name: made[name] for name in own} == own
    assert run(tmp_path, *INIT).code == 0
    assert files_below(tmp_path / "法治报告") == made


def test_a_project_gets_what_it_lacks(project: Path, run: Run) -> None:
    """Without asking: issuer and year are those of its newest year file."""
    before = (project / "data" / "2024.yaml").read_bytes()
    assert run(project, "init").code == 0
    assert (project / "data" / "2024.yaml").read_bytes() == before
    assert [path.name for path in (project / "data").iterdir()] == ["2024.yaml"]
    assert "示例区生态环境局" in (project / "README.md").read_text("utf-8")


def test_an_old_report_becomes_the_first_year(tmp_path: Path, run: Run) -> None:
    """And builds back to the same text."""
    shutil.copy(SHILI / "reports" / "2023.docx", tmp_path / "旧报告.docx")
    assert run(tmp_path, "init", "新", "--from", "旧报告.docx").code == 0
    assert run(tmp_path / "新", "build", "2023", "-f", "md").code == 0
    text = (tmp_path / "新" / "data" / "2023.yaml").read_text("utf-8")
    assert "issuer: 示例区生态环境局" in text


def test_an_old_report_that_does_not_tell_its_year(tmp_path: Path, run: Run) -> None:
    """The advice is followed by the letter; a second run changes nothing, and puts back what was lost."""
    text = (SHILI / "reports" / "2023.md").read_text("utf-8")
    (tmp_path / "旧.md").write_text(re.sub("20[0-9]{2}年", "本年", text), "utf-8")
    first = run(tmp_path, "init", "新", "--from", "旧.md")
    assert (first.code, "用 --year 写明" in first.err) == (2, True)
    assert not (tmp_path / "新").exists()
    arguments = ("init", "新", "--from", "旧.md", "--year", "2023")
    assert run(tmp_path, *arguments).code in (0, 1)
    made = files_below(tmp_path / "新")
    assert "data/2023.yaml" in made
    (tmp_path / "新" / "README.md").unlink()
    again = run(tmp_path, *arguments)
    assert again.code == 0
    assert "已经有了，没有动：新/data/2023.yaml\n已写 新/README.md\n" in again.err
    assert files_below(tmp_path / "新") == made


def test_links_that_lead_nowhere_are_not_followed(tmp_path: Path, run: Run) -> None:
    """Neither of a file nor of a folder; they are somebody's."""
    folder, away = tmp_path / "法治报告", tmp_path / "别处"
    (folder / "data").mkdir(parents=True)
    for name in ("README.md", ".vscode", "data/2025.yaml", "data/2023.yaml"):
        (folder / name).symlink_to(away / name)
    outcome = run(tmp_path, *INIT)
    assert outcome.code == 0
    for name in ("README.md", ".vscode/settings.json", "data/2025.yaml"):
        assert f"法治报告/{name}" in outcome.err.split("没有动：")[1]
    (folder / "data" / "2025.yaml").unlink()
    shutil.copy(SHILI / "data" / "2024.yaml", folder / "data")
    assert run(tmp_path, "init", "法治报告", "--from", str(SHILI / "reports" / "2023.docx")).code == 0
    assert not away.exists()


def test_an_old_report_that_cannot_be_read_starts_nothing(tmp_path: Path, run: Run) -> None:
    """No half a project."""
    (tmp_path / "旧.docx").write_bytes(b"PK\x03\x04nothing")
    assert run(tmp_path, "init", "新", "--from", "旧.docx").code == 1
    assert not (tmp_path / "新").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--issuer", "{{ 甲 }}", "--year", "2025"], "不像机关的名称"),
        (["--issuer", "甲: 乙", "--year", "2025"], "不像机关的名称"),
        (["--issuer", "示例县教育局", "--year", "25"], "不是年度"),
        (["--issuer", "示例县教育局", "--from", "x.docx"], "--from 从报告里看"),
        (["--year", "2025", "--from", "x.docx", "--from", "y.docx"], "--from 只写一个"),
        *((["--issuer", name, "--year", "2025"], "不像机关的名称") for name in NO_ISSUERS),
        (["--year", "2025"], "没有写 --issuer"),
    ],
)
def test_what_cannot_be_meant_is_said(arguments: list[str], said: str, tmp_path: Path, run: Run) -> None:
    """And nothing is written."""
    outcome = run(tmp_path, "init", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert not list(tmp_path.iterdir())


def test_it_asks_on_a_terminal(tmp_path: Path) -> None:
    """The issuer, again where an answer makes no sense; the year is the one that is due."""
    reading, writing = pty.openpty()
    command = [sys.executable, "-m", "ecoreport", "init"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=writing, stderr=subprocess.PIPE) as running:
        os.write(reading, "：：\n示例县教育局\n".encode())
        told = running.communicate(timeout=60)[1].decode()
    os.close(reading)
    os.close(writing)
    assert running.returncode == 0
    for words in ("发文机关（全称或规范化简称）", "错误：“：：”不像机关的名称", "年度看日期，写的是"):
        assert words in told, told
    [made] = (tmp_path / "data").iterdir()
    year, _ = year_of(tmp_path, dt.datetime.now(tz=dt.UTC).date())
    assert made.name == f"{year}.yaml"


def test_it_asks_nothing_that_the_folder_says(tmp_path: Path, run: Run) -> None:
    """Issuer and year, each said with where it stands; the next commands are the ones that are written."""
    outcome = run(tmp_path, "init", "示例县水务局2025年法治政府建设")
    assert outcome.code == 0
    assert outcome.err.startswith(
        "发文机关看文件夹“示例县水务局2025年法治政府建设”，写的是示例县水务局；年度看文件夹的名字，写的是2025年。"
    )
    folder = tmp_path / "示例县水务局2025年法治政府建设"
    assert "issuer: 示例县水务局\n" in (folder / "data" / "2025.yaml").read_text("utf-8")
    told = re.findall("^  (cd|ecoreport) (.*?)  ", outcome.err, re.MULTILINE)
    assert told[0] == ("cd", folder.name)
    for _, command in told[1:3]:
        assert run(folder, *command.split()).code in (0, 1)
    assert len(told) == 4


def test_another_year_of_a_project_asks_nothing(project: Path, run: Run) -> None:
    """Its issuer is the one of the newest year."""
    assert run(project, "init", "--year", "2025").code == 0
    assert "issuer: 示例区生态环境局\n" in (project / "data" / "2025.yaml").read_text("utf-8")


def test_the_editor_and_ci_files_are_those_that_are_tested() -> None:
    """The ones of the example and of this project, which other tests run."""
    made = project_files("示例区生态环境局", 2024)
    for name in (".github/workflows/report.yml", ".gitlab-ci.yml", ".gitattributes", "requirements.txt"):
        assert (SHILI / name).read_bytes() == made[name], name
    for name in (".vscode/settings.json", ".vscode/extensions.json", ".vscode/tasks.json", "schema/report.schema.json"):
        assert (ROOT / name).read_bytes() == made[name], name


def test_a_report_once_finished_is_not_replaced_by_a_draft(project: Path, run: Run) -> None:
    """Where reports/2024.* exist, a year that is open again is an error; the old report stays."""
    assert run(project, "build").code == 0
    before = files_below(project / "reports")
    path = project / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: |\n  ", "lead: |\n  【待改】", 1), "utf-8")
    outcome = run(project, "build")
    assert outcome.code == 1
    assert "--draft" in outcome.err
    assert files_below(project / "reports") == before
    assert run(project, "build", "--check").code == 1


def test_a_draft_hides_no_error(tmp_path: Path, run: Run) -> None:
    """Of two years one is open and one wrong: nothing is written."""
    run(tmp_path, *INIT)
    folder = tmp_path / "法治报告"
    shutil.copy(GOOD / "plain" / "report.yaml", folder / "data" / "2024.yaml")
    text = (folder / "data" / "2024.yaml").read_text("utf-8")
    (folder / "data" / "2024.yaml").write_text(text.replace("measures:", "measurs:"), "utf-8")
    assert run(folder, "build").code == 1
    assert not (folder / "reports").exists()
