"""`status`: who has filed what, and of one project what to do next."""

from pathlib import Path

import docx
import pytest
from support import Run
from support.catalogue import SOUND

from ecoreport.project import Project


def _project(root: Path, text: str, year: int = 2024) -> Path:
    path = Project(root, root).year_file(year)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return root


def test_one_project_is_told_what_to_do_next(tmp_path: Path, run: Run) -> None:
    """Mend, fill in, build, compare: each with its command."""
    (tmp_path / "data").mkdir()
    assert run(tmp_path, "status")[::2] == (
        1,
        "接下来：ecoreport init 建年度文件；有往年的报告，用 ecoreport import 导入\n",
    )
    for text, code, told in (
        (SOUND + "没有的键: 1\n", 1, "ecoreport check 2024 列出错误和改法"),
        (SOUND + "annotation: 待填\n", 1, "ecoreport check 2024 列出要填的1处"),
        (SOUND, 0, "ecoreport build 2024 生成报告"),
    ):
        outcome = run(_project(tmp_path, text), "status")
        assert (outcome.code, outcome.err.startswith(f"接下来：{told}")) == (code, True), outcome.err
    run(tmp_path, "build", "2024")
    done = run(tmp_path, "status").err
    assert done == "接下来：2024年的报告是最新的；明年用 ecoreport new 2025\n"
    _project(tmp_path, SOUND.replace("year: 2024", "year: 2023"), 2023)
    run(tmp_path, "build")
    assert "ecoreport diff 2023 2024" in run(tmp_path, "status").err
    assert run(tmp_path, "status", "2025").err == "接下来：ecoreport new 2025\n"


def test_what_no_row_shows_comes_first(tmp_path: Path, run: Run) -> None:
    """A Word file that somebody has edited, and next year's file under a name that is not seen."""
    run(_project(tmp_path, SOUND), "build", "2024")
    word = tmp_path / "reports" / "2024.docx"
    document = docx.Document(str(word))
    document.paragraphs[-1].add_run("某某")
    document.save(str(word))
    told = "接下来：reports/2024.docx 在生成以后有人改过；ecoreport build 2024 说改了几处、怎样收回\n"
    assert run(tmp_path, "status").err == told
    assert run(tmp_path, "build", "2024").code == 1
    (tmp_path / "2025.yaml").touch()
    assert run(tmp_path, "status").err.startswith("接下来：没有 2025 年的文件 data/2025.yaml。有 2025.yaml，移到 data ")
    (tmp_path / "data" / "2025.yaml.txt").touch()
    assert run(tmp_path, "status").err.endswith("有 2025.yaml.txt，去掉后面的 .txt。\n")


def test_the_page_can_be_printed(tmp_path: Path, run: Run) -> None:
    """The same rows, with a title."""
    _project(tmp_path, SOUND)
    assert run(tmp_path, "status", "-f", "html", "-o", "页.html").code == 0
    page = (tmp_path / "页.html").read_text("utf-8")
    assert "报告报送情况" in page
    assert "已报送1" in page


@pytest.mark.parametrize("form", ["csv", "md", "html"])
def test_reminders_are_paragraphs(form: str, tmp_path: Path, run: Run) -> None:
    """In no other format; nothing where nobody owes anything."""
    _project(tmp_path, SOUND)
    outcome = run(tmp_path, "status", "--remind", "-f", form)
    assert (outcome.code, "--remind" in outcome.err) == (2, True)
    assert run(tmp_path, "status", "--remind").out == ""


def test_the_program_alone_above_a_project_says_which_was_meant(tmp_path: Path, run: Run) -> None:
    """And no help, in which that would be lost."""
    _project(tmp_path / "法治报告", SOUND)
    outcome = run(tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("错误：这里不是 ecoreport 项目：往上没有一层有 data/ 文件夹。先 cd 法治报告，")


def test_the_program_alone_says_what_stands(tmp_path: Path, run: Run) -> None:
    """In a project as `status`; elsewhere the help."""
    outside = run(tmp_path)
    assert (outside.code, "用法" in outside.out) == (2, True)
    _project(tmp_path, SOUND)
    alone = run(tmp_path)
    assert alone == run(tmp_path, "status")
    assert alone.err.startswith("接下来：")
