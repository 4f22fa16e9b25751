"""`build`: what it writes, prints and returns, for one year and for several, finished or not."""

from pathlib import Path

import pytest
from support import Run
from support.catalogue import BEFORE, SOUND
from support.projects import project_of

OPEN = SOUND + "figures: {立案: 待填}\n"
WRONG = SOUND + "没有的键: 1\n"


def _made(folder: Path, name: str = "reports") -> list[str]:
    return sorted(path.name for path in (folder / name).iterdir()) if (folder / name).exists() else []


@pytest.mark.parametrize(
    ("arguments", "made", "said"),
    [
        ([], ["2023.docx", "2023.md", "2024.docx", "2024.md"],
         "reports/2023.md、reports/2023.docx、reports/2024.md、reports/2024.docx"),
        (["2024"], ["2024.docx", "2024.md"], "reports/2024.md、reports/2024.docx"),
        (["2024", "2024", "-f", "md"], ["2024.md"], "reports/2024.md"),
        (["--all", "-f", "html"], ["2023.html", "2024.html"], "reports/2023.html、reports/2024.html"),
    ],
)  # fmt: skip
def test_years_and_formats_that_are_asked_for(
    tmp_path: Path, run: Run, arguments: list[str], made: list[str], said: str
) -> None:
    """All years without any named; Markdown and Word without a format."""
    outcome = run(project_of(tmp_path, SOUND, BEFORE).root, "build", *arguments)
    assert (outcome, _made(tmp_path)) == ((0, "", f"已生成 {said}\n"), made)


def test_many_files_are_counted(tmp_path: Path, run: Run) -> None:
    """Eight are named, the ninth is not; made again they are the same."""
    years = range(2024, 2019, -1)
    texts = (SOUND.replace("2025", str(year + 1)).replace("year: 2024", f"year: {year}") for year in years)
    project_of(tmp_path, *texts)
    outcome = run(tmp_path, "build")
    assert outcome.code == 0
    assert outcome.err.endswith("reports/2023.docx 等10个文件\n")
    assert run(tmp_path, "build", "--check").err.endswith("10个文件都是最新的\n")


def test_an_error_in_one_year_keeps_all_from_being_written(tmp_path: Path, run: Run) -> None:
    """The old report stays as it was; the problem is told, and how many."""
    project_of(tmp_path, SOUND, WRONG.replace("2025", "2024").replace("year: 2024", "year: 2023"))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "2023.md").write_bytes(b"old")
    outcome = run(tmp_path, "build")
    assert (outcome.code, outcome.out) == (1, "")
    assert "--> data/2023.yaml:12:1" in outcome.err
    assert outcome.err.endswith("没有生成：1处错误，1处警告。改好后再运行一次。\n")
    assert (_made(tmp_path), (tmp_path / "reports" / "2023.md").read_bytes()) == (["2023.md"], b"old")


def test_what_was_never_finished_becomes_a_draft(tmp_path: Path, run: Run) -> None:
    """Beside the years that are; the next time, once it is filled in, the draft is told of."""
    project_of(tmp_path, OPEN, BEFORE)
    outcome = run(tmp_path, "build", "-f", "md")
    assert (outcome.code, _made(tmp_path)) == (0, ["2023.md", "2024.draft.md"])
    assert "2024 年还没有填完，生成的是草稿；填完再运行一次，就是正式的报告。\n" in outcome.err
    (tmp_path / "data" / "2024.yaml").write_text(SOUND, "utf-8")
    again = run(tmp_path, "build", "-f", "md")
    assert again.err == (
        "已生成 reports/2023.md、reports/2024.md\n以前的草稿还在：reports/2024.draft.md；不用了可以删掉。\n"
    )


def test_a_finished_report_is_not_taken_for_a_draft(tmp_path: Path, run: Run) -> None:
    """Where there is one, open places are an error, but for --draft, which leaves it alone."""
    project_of(tmp_path, OPEN)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "2024.md").write_bytes(b"finished")
    refused = run(tmp_path, "build")
    assert (refused.code, _made(tmp_path)) == (1, ["2024.md"])
    assert refused.err.endswith("没有生成：1处待填、待改。没填完想看样子，加 --draft。\n")
    assert run(tmp_path, "build", "--draft", "-f", "md").code == 0
    assert _made(tmp_path) == ["2024.draft.md", "2024.md"]


def test_check_looks_and_writes_nothing(tmp_path: Path, run: Run) -> None:
    """Of finished years; one that was never finished has nothing to be held against."""
    project_of(tmp_path, OPEN, BEFORE)
    missing = run(tmp_path, "build", "--check", "-f", "md")
    assert (missing.code, missing.out, _made(tmp_path)) == (1, "reports/2023.md：还没有生成\n", [])
    assert "2024 年还没有填完，也没有定过稿，不核对。\n" in missing.err
    run(tmp_path, "build", "2023", "-f", "md")
    assert run(tmp_path, "build", "2023", "--check", "-f", "md") == (0, "", "1个文件都是最新的\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--draft", "--check"], "--draft 和 --check 只写一样。"),
        (["-f", "pdf", "--check"], "pdf 由 LibreOffice 生成，每次的字节都不同，不能 --check；核对 md 和 docx 就够了。"),
        (["2023"], "没有 2023 年的文件 data/2023.yaml；现有：2024。是不是 2024？"),
    ],
)
def test_what_cannot_be_asked_for(tmp_path: Path, run: Run, arguments: list[str], said: str) -> None:
    """Exit 2, nothing written."""
    outcome = run(project_of(tmp_path).root, "build", *arguments)
    assert (outcome.code, outcome.out, _made(tmp_path)) == (2, "", [])
    assert f"错误：{said}\n" in outcome.err


def test_output_to_a_pipe_a_file_and_a_folder(tmp_path: Path, run: Run) -> None:
    """The same bytes everywhere, and nothing in reports/."""
    project_of(tmp_path)
    piped = run(tmp_path, "build", "2024", "-f", "md", "-o", "-")
    assert piped.out.startswith("# 示例区生态环境局<br>2024年法治政府建设情况报告\n")
    assert run(tmp_path, "build", "2024", "-o", "报告.md").err == "已生成 报告.md\n"
    assert run(tmp_path, "build", "2024", "-f", "md", "-o", "新/").err == "已生成 新/2024.md\n"
    assert {(tmp_path / one).read_text("utf-8") for one in ("报告.md", "新/2024.md")} == {piped.out}
    assert _made(tmp_path) == []


def test_own_templates_may_be_left_aside(tmp_path: Path, run: Run) -> None:
    """They are programs; that they were is said, for the report looks otherwise."""
    project_of(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "report.md.j2").write_text("# {{ outline.title }}\n", "utf-8")
    assert run(tmp_path, "build", "2024", "-f", "md", "-o", "-").out.count("\n") == 1
    without = run(tmp_path, "build", "2024", "-f", "md", "-o", "-", "--no-project-templates")
    assert without.out.count("\n") > 1
    assert without.err == "没有用 templates 里自己的模板：report.md.j2，用的是自带的\n"
