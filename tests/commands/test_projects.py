"""-C: which projects it names, what several are told apart by, and that one that breaks does not stop the others."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from support.catalogue import SOUND

from ecoreport.cli import projects
from ecoreport.cli.projects import Chosen, bureau_of, chosen_years, tell_templates_left_out
from ecoreport.project import Project


def _project(root: Path, *files: str) -> Project:
    (root / "data").mkdir(parents=True)
    for name in files:
        (root / "data" / name).write_text(SOUND, "utf-8")
    return Project(root, root.parent)


def _chosen(*arguments: str) -> tuple[int, str, str]:
    """The exit code, what `some_projects` gives for these arguments, as names, and what is said."""

    @click.command()
    @projects.some_projects
    def show(chosen: Chosen) -> None:
        """Print them."""
        found = [(one.root.name, one.own_templates) for one in chosen.projects]
        click.echo(f"{found} {chosen.several}")

    result = CliRunner().invoke(show, arguments)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def bureaus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with two bureaus, in which the program is started."""
    for name in ("教育局", "水务局"):
        _project(tmp_path / "各局" / name, "2024.yaml")
    (tmp_path / "各局" / ".git" / "data").mkdir(parents=True)
    (tmp_path / "各局" / "说明.md").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("bureaus")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["-C", "各局/教育局"], "[('教育局', True)] False"),
        (["-C", "各局/教育局/data"], "[('教育局', True)] False"),
        (["-C", "各局/*"], "[('教育局', False), ('水务局', False)] True"),
        (["-C", "各局/教*"], "[('教育局', False)] True"),
        (["-C", "各局/水务局", "-C", "各局/*"], "[('水务局', False), ('教育局', False)] True"),
    ],
)
def test_projects_that_are_named(arguments: list[str], found: str) -> None:
    """One as ever; several, each once, without their own templates, which are programs of so many owners."""
    assert _chosen(*arguments) == (0, f"{found}\n", "")


@pytest.mark.usefixtures("bureaus")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-C", "各局"], '几个单位一起写 -C "各局/*"，只要一个写 -C 各局/教育局。'),
        ([], "这里不是 ecoreport 项目：往上没有一层有 data/ 文件夹。建一个新的用 ecoreport init"),
        (["-C", "各居"], "没有“各居”这个文件夹。是不是 各局？"),
        (["-C", "各居/*"], "“各居/*”没有对上任何文件夹。是不是 各局？"),
        (["-C", "各局/*.md"], "“各局/*.md”没有对上任何文件夹。"),
    ],
)
def test_what_names_no_project(arguments: list[str], said: str) -> None:
    """Is told with what was most likely meant."""
    code, out, err = _chosen(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_one_that_breaks_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has its name above; the worst code is returned; a fault of our own is asked to be sent in."""
    monkeypatch.delenv("ECOREPORT_DEBUG", raising=False)
    errors: dict[str, Exception] = {
        "a": click.UsageError("没有这一年"), "b": FileNotFoundError(2, "gone", "x"), "c": ZeroDivisionError("by 0"),
    }  # fmt: skip

    def run(project: Project) -> int:
        if error := errors.get(project.root.name):
            raise error
        return 0

    several = Chosen(tuple(Project(tmp_path / name, tmp_path) for name in "abcd"), several=True)
    assert several.each(run) == 2
    assert capsys.readouterr().err == (
        "a：\n没有这一年\nb：\n“x”无法读写：没有这个文件或文件夹\n"
        "c：\n程序自身出了问题（ZeroDivisionError: by 0）。请把命令和年度文件发给维护者。\nd：\n"
    )
    assert several._replace(projects=several.projects[::3]).each(run, named=False) == 1
    assert capsys.readouterr().err == "a：没有这一年\n"
    with pytest.raises(ZeroDivisionError):
        several._replace(projects=several.projects[2:3], several=False).each(run)


def test_several_have_a_folder_each_below_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where that cannot be, nothing is begun; one project has the output itself."""
    monkeypatch.chdir(tmp_path)
    a, b, other = (Project(tmp_path / name, tmp_path) for name in ("a", "b", "x/a"))
    both = Chosen((a, b), several=True)
    assert both.folders("out") == {a.root: "out/a/", b.root: "out/b/"}
    assert both.folders(None) == {a.root: None, b.root: None}
    assert Chosen((a,), several=False).folders("out.md") == {a.root: "out.md"}
    for output in ("-", "out.md"):
        with pytest.raises(click.UsageError, match="-o 要写文件夹"):
            both.folders(output)
    with pytest.raises(click.UsageError, match="有几个文件夹都叫“a”"):
        Chosen((a, other), several=True).folders("out")


@pytest.mark.parametrize(
    ("files", "named", "years"),
    [(["2023.yaml", "2024.yaml"], (), (2023, 2024)), (["2023.yaml", "2024.yaml"], (2024, 2023), (2024, 2023))],
)
def test_years_that_are_asked_for(
    tmp_path: Path, files: list[str], named: tuple[int, ...], years: tuple[int, ...]
) -> None:
    """As they were typed; all there are without any."""
    assert chosen_years(_project(tmp_path / "p", *files), named) == years


@pytest.mark.parametrize(
    ("files", "named", "said"),
    [
        ([], (), "p/data 里没有年度文件（如 2023.yaml）。"),
        (["2023.yaml.txt"], (), "p/data 里没有年度文件（如 2023.yaml）。有 2023.yaml.txt，去掉后面的 .txt。"),
        (["2024.yaml"], (2042,), "没有 2042 年的文件 data/2042.yaml；现有：2024。是不是 2024？"),
        (["2024.yaml"], (2987,), "没有 2987 年的文件 data/2987.yaml；现有：2024。"),
        (["2024.yaml", "2023年.yaml"], (2023,),
         "没有 2023 年的文件 data/2023.yaml。有 2023年.yaml，文件名改成 2023.yaml。"),
        (["2024.yaml", "../2023.yaml"], (2023,),
         "没有 2023 年的文件 data/2023.yaml。有 p/2023.yaml，移到 p/data 文件夹里。"),
    ],
)  # fmt: skip
def test_a_year_without_a_file(tmp_path: Path, files: list[str], named: tuple[int, ...], said: str) -> None:
    """Told with what there is: a file by nearly that name, or years nearly the same."""
    with pytest.raises(click.UsageError) as error:
        chosen_years(_project(tmp_path / "p", *files), named)
    assert error.value.message == said


def test_a_bureau_is_called_as_its_newest_readable_report_calls_it(tmp_path: Path) -> None:
    """Else as its folder is."""
    project = _project(tmp_path / "p", "2022.yaml", "2023.yaml", "2024.yaml")
    project.year_file(2022).write_text(SOUND.replace("示例区生态环境局", "示例县教育局"), "utf-8")
    project.year_file(2024).write_text("year：2024\n", "utf-8")
    assert bureau_of(project, project.inputs()) == "示例区生态环境局"
    empty = _project(tmp_path / "教育局")
    assert bureau_of(empty, empty.inputs()) == "教育局"


def test_templates_that_are_left_out_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said where none are."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "report.md.j2").write_text("own", "utf-8")
    for own in (True, False):
        tell_templates_left_out(Project(tmp_path, tmp_path, own_templates=own))
    assert capsys.readouterr().err == "没有用 templates 里自己的模板：report.md.j2，用的是自带的\n"
