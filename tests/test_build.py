"""A year becomes the bytes of every format it is asked for, or its problems and nothing."""

import io
import zipfile
from pathlib import Path

import pytest
from support.catalogue import SOUND
from support.projects import build_of

from ecoreport.build import Built, outputs
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project
from ecoreport.report.context import Context
from ecoreport.yearfile.reader import parse

MARKDOWN = """\
# 示例区生态环境局<br>2024年法治政府建设情况报告

<p class="addressees">区委、区政府：</p>

## 一、主要举措和成效

### （一）依法决策

规范决策。

## 二、存在的不足和原因

（一）归档不规范。主要原因是台账不细。

## 三、党政主要负责人履行推进法治建设第一责任人职责情况

履行推进法治建设第一责任人职责。

## 四、2025年主要安排

### （一）规范归档

逐卷核对。

<p class="issuer" align="right">示例区生态环境局</p>

<p class="date" align="right">2025年1月20日</p>
"""


REPORT = Context(parse(SOUND.encode(), "x").report)


def _built(folder: Path, text: str, *, draft: bool = False, **others: str) -> Built:
    """What a project's 2024 becomes, beside other files by `folder_name`."""
    for path, content in {"data_2024.yaml": text, **others}.items():
        file = folder.joinpath(*path.split("_"))
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8")
    return build_of(folder, "md", draft=draft)


def test_markdown_is_the_whole_report(tmp_path: Path) -> None:
    """Whom it goes to, the four parts, numbered, the issuer and the date, and nothing that was not asked for."""
    assert outputs(Project(tmp_path, tmp_path).inputs(), REPORT, ("md",)) == {"md": MARKDOWN.encode()}


def test_formats_come_in_the_order_asked(tmp_path: Path) -> None:
    """Each format is what it is called, and no format gives nothing."""
    project = Project(tmp_path, tmp_path)
    made = outputs(project.inputs(), REPORT, ("html", "docx"))
    assert list(made) == ["html", "docx"]
    assert made["html"].startswith(b"<!DOCTYPE html>")
    assert outputs(project.inputs(), REPORT, ()) == {}


def test_the_word_file_is_called_as_the_report_is(tmp_path: Path) -> None:
    """Its properties have the title on one line and the issuer, for the list of files on the desktop."""
    made = outputs(Project(tmp_path, tmp_path).inputs(), REPORT, ("docx",))
    core = zipfile.ZipFile(io.BytesIO(made["docx"])).read("docProps/core.xml").decode()
    assert "<dc:title>示例区生态环境局2024年法治政府建设情况报告</dc:title>" in core
    assert "<dc:creator>示例区生态环境局</dc:creator>" in core
    assert "2025-01-20" in core


def test_a_fault_of_a_template_is_told_by_its_name_in_the_project(tmp_path: Path) -> None:
    """The path as one types it from where one is: what the templates' own module knows is the absolute one."""
    (tmp_path / "own" / "templates").mkdir(parents=True)
    (tmp_path / "own" / "templates" / "report.md.j2").write_text("{{ outline.nosuch }}", "utf-8")
    with pytest.raises(Refused) as refused:
        outputs(Project(tmp_path / "own", tmp_path).inputs(), REPORT, ("md",))
    assert [one.file for one in refused.value.problems] == ["own/templates/report.md.j2"]


@pytest.mark.parametrize(
    ("text", "draft", "formats", "codes"),
    [
        (SOUND, False, ["md"], []),
        (SOUND + "没有的键: 1\n", True, [], ["E201"]),
        (SOUND + "figures: {立案: 待填}\n", False, [], ["E217"]),
        (SOUND + "figures: {立案: 待填}\n", True, ["md"], ["E217"]),
    ],
    ids=["sound", "an error", "unfilled", "unfilled draft"],
)
def test_errors_forbid_a_build_and_open_places_all_but_a_draft(
    tmp_path: Path, text: str, *, draft: bool, formats: list[str], codes: list[str]
) -> None:
    """A report goes to the government: nothing half right is made, and its problems come with it either way."""
    built = _built(tmp_path, text, draft=draft)
    assert (list(built.outputs), [one.code for one in built.problems]) == (formats, codes)


def test_a_template_that_fails_is_a_problem_of_the_year(tmp_path: Path) -> None:
    """Behind those of the file: one broken template must not end a run over many years."""
    built = _built(tmp_path, SOUND + "lead: 今年依法行政。\n", **{"templates_report.md.j2": "{% for x in %}"})
    assert built.outputs == {}
    assert [one.file for one in built.problems] == ["data/2024.yaml", "templates/report.md.j2"]


def test_a_layout_that_is_wrong_is_a_problem_of_the_year(tmp_path: Path) -> None:
    """Only of the formats that are laid out: Markdown has no layout."""
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "own.yaml").write_text("没有的键: 1\n", "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2024.yaml").write_text(SOUND + "layout: own\n", "utf-8")
    assert [one.file for one in build_of(tmp_path, "html").problems][:1] == ["layouts/own.yaml"]
    assert list(build_of(tmp_path, "md").outputs) == ["md"]


def test_no_file_is_no_report(tmp_path: Path) -> None:
    """The trouble with the disk is passed on, for the caller to say it."""
    with pytest.raises(FileNotFoundError):
        build_of(tmp_path, "md")
