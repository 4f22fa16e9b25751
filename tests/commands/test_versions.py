"""What `diff` is given, read from the disk or from git: a year, a file, either at a revision."""

import subprocess
from pathlib import Path

import click
import pytest
from support.catalogue import BEFORE, SOUND

from ecoreport.cli.versions import Version, Versions
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project

OLD = SOUND.replace("规范决策。", "民主决策。")


def version(project: Project, typed: str) -> Version:
    """One side alone."""
    return Versions(project).version(typed)


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in a repository: one revision with two years, the newer changed on the disk, the older removed."""
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "data"
    data.mkdir()
    (data / "2023.yaml").write_text(BEFORE, "utf-8")
    (data / "2024.yaml").write_text(OLD, "utf-8")
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-q", "-m", "x")
    _git(tmp_path, "tag", "报送")
    (data / "2023.yaml").unlink()
    (data / "2024.yaml").write_text(SOUND, "utf-8")
    return Project(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("typed", "name", "file", "text", "earlier"),
    [
        ("2024", "2024年", "data/2024.yaml", "规范决策。", []),
        ("2024@main", "2024@main", "data/2024.yaml@main", "民主决策。", [2023]),
        ("2024@HEAD@{0}", "2024@HEAD@{0}", "data/2024.yaml@HEAD@{0}", "民主决策。", [2023]),
        ("2024@报送", "2024@报送", "data/2024.yaml@报送", "民主决策。", [2023]),
        ("data/2024.yaml", "data/2024.yaml", "data/2024.yaml", "规范决策。", []),
        ("data/2024.yaml@main", "data/2024.yaml@main", "data/2024.yaml@main", "民主决策。", [2023]),
        ("2023@main", "2023@main", "data/2023.yaml@main", "规范决策。", []),
    ],
)
def test_a_year_or_a_file_as_it_is_or_was(  # noqa: PLR0913, PLR0917 - a row of the table
    project: Project, typed: str, name: str, file: str, text: str, earlier: list[int]
) -> None:
    """The year before it as it was then, also where it is no longer there."""
    found = version(project, typed)
    assert (found.name, found.file.document.source.name) == (name, file)
    assert found.context.report.measures.items[0].text == text  # type: ignore[union-attr]
    assert list(found.context.earlier) == earlier


def test_a_file_whose_name_has_the_sign_is_that_file(project: Project) -> None:
    """And one that is called like a year: what is there comes before what could be meant."""
    for name in ("2024@main", "2022"):
        (project.root / name).write_text(OLD, "utf-8")
        found = version(project, name)
        assert (found.name, found.file.document.source.name) == (name, name)


def test_a_file_elsewhere_in_the_project_is_found_from_anywhere(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is called there; one in the folder one is in comes first."""
    monkeypatch.chdir(tmp_path / "data")
    (tmp_path / "2024.yaml").write_text(OLD, "utf-8")
    assert version(project, "data/2024.yaml").path == tmp_path / "data" / "2024.yaml"
    assert version(project, "2024.yaml").path == Path("2024.yaml")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2024@", "“2024@”不完整：@ 前面写年度或文件，后面写 git 的版本，例如 2023@main。"),
        ("@main", "“@main”不完整"),
        ("2022", "没有 2022 年的文件 data/2022.yaml；现有：2024。"),
        ("旧稿.yaml", "没有“旧稿.yaml”这个文件；写年度（2023）、文件（data/2023.yaml）或者 2023@main。"),
        ("2022@main", "git 的 main 里没有 data/2022.yaml。"),
        ("2024@没有", "git 里没有“没有”这个版本。"),
        ("2024@--all", "“--all”不是 git 的版本。"),
        ("报告.docx", "“报告.docx”请先用 ecoreport import 变成年度文件。"),
    ],
)
def test_what_there_is_not(project: Project, typed: str, said: str) -> None:
    """Is told, with what to write."""
    with pytest.raises(click.UsageError) as error:
        version(project, typed)
    assert said in error.value.message


def test_outside_of_a_repository_there_are_no_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor without git; and a variable that git sets in a hook leads to no other repository."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2024.yaml").write_text(SOUND, "utf-8")
    project = Project(tmp_path, tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    with pytest.raises(click.UsageError, match="不在 git 仓库里，不能写 @main"):
        version(project, "2024@main")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(click.UsageError, match="要装 git"):
        version(project, "2024@main")


def test_a_variable_of_a_hook_leads_nowhere_else(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git sets it there for itself, and for another folder."""
    monkeypatch.setenv("GIT_DIR", str(project.root / "nowhere"))
    assert version(project, "2024@main").context.previous is not None


def test_only_a_sound_report_can_be_printed(project: Project) -> None:
    """A reference that cannot be computed is refused with its place; of a year that is asked for by number too."""
    assert version(project, "2024").sound().report.year == 2024
    project.year_file(2024).write_text(SOUND + 'lead: "立案{{ 立案 }}。"\n', "utf-8")
    with pytest.raises(Refused) as refused:
        version(project, "2024").sound()
    assert [(one.file, one.line) for one in refused.value.problems] == [("data/2024.yaml", 12)]
