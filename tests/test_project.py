"""Where a project is on the disk, what in it counts as a year, and which of two files of one name is used."""

from pathlib import Path

import pytest
from support import ROOT
from support.catalogue import SOUND

from ecoreport.project import Project, Settings, SettingsFile, find, misnamed, read_file, shown
from ecoreport.report.inputs import PACKAGED
from ecoreport.yearfile.model import Ignore


def _project(folder: Path, *files: str) -> Project:
    """A project with these files, all empty."""
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    return Project(folder, folder)


def test_years_are_the_files_called_by_four_digits(tmp_path: Path) -> None:
    """In order; nothing else in the folder is one, and without the folder there are none."""
    assert Project(tmp_path, tmp_path).years() == ()
    project = _project(tmp_path, *(f"data/{year}.yaml" for year in (2023, 2021, 2024, 2019, 2022)))
    _project(tmp_path, "data/2020.yml", "data/x2020.yaml", "2020.yaml", "data/old/2020.yaml")
    assert project.years() == (2019, 2021, 2022, 2023, 2024)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2023.yaml", {}),
        ("说明.md", {}),
        ("123.yaml", {}),
        ("12023.yaml", {}),
        ("1823年.yaml", {}),
        ("2023.yml", {2023: ("2023.yml", "")}),
        ("2023年.yaml", {2023: ("2023年.yaml", "")}),
        ("２０２３.yaml", {2023: ("２０２３.yaml", "")}),
        ("2023.YAML", {2023: ("2023.YAML", "")}),
        ("2023.yaml.txt", {2023: ("2023.yaml.txt", ".txt")}),
        ("2023.yaml.bak", {2023: ("2023.yaml.bak", ".bak")}),
    ],
)
def test_files_that_were_meant_as_a_year(name: str, found: dict[int, tuple[str, str]]) -> None:
    """What Notepad and Explorer make of a name; with what is too much behind it, where that alone is wrong."""
    assert misnamed([name]) == found


def test_of_two_files_meant_as_one_year_the_first_by_name_is_told(tmp_path: Path) -> None:
    """Whatever order the disk lists them in; without the folder there are none."""
    assert Project(tmp_path, tmp_path).misnamed() == {}
    two = ["2023年.yaml", "2023.yml"]
    assert misnamed(two) == misnamed(two[::-1]) == {2023: ("2023.yml", "")}
    project = _project(tmp_path, *(f"data/{name}" for name in (*two, "2024.yaml")))
    assert project.misnamed() == {2023: ("2023.yml", "")}


def test_a_year_is_loaded_under_the_name_it_is_called_by(tmp_path: Path) -> None:
    """As one would type it from where one is."""
    (tmp_path / "局" / "data").mkdir(parents=True)
    (tmp_path / "局" / "data" / "2024.yaml").write_text(SOUND, "utf-8")
    parsed = Project(tmp_path / "局", tmp_path).inputs().years.of(2024)
    assert parsed.sound().document.source.name == "局/data/2024.yaml"


@pytest.mark.parametrize(
    ("path", "near", "name"),
    [
        ("/p/data/2024.yaml", "/p", "data/2024.yaml"),
        ("/p/data/2024.yaml", "/", "p/data/2024.yaml"),
        ("/p", "/p", "."),
        ("/p/data/2024.yaml", "/p/data/x", "/p/data/2024.yaml"),
        ("reports/2024.md", "/p", "reports/2024.md"),
    ],
)
def test_names_are_relative_to_where_one_is(path: str, near: str, name: str) -> None:
    """And whole where the file lies elsewhere."""
    assert Project(Path("/p"), Path(near)).name(Path(path)) == name


def test_templates_of_the_project_come_first_and_may_be_left_out(tmp_path: Path) -> None:
    """Left out are named those that are not the packaged ones, for then the report looks otherwise than its owner's."""
    own, ours = tmp_path / "templates", ROOT / "templates"
    project, without = (Project(tmp_path, tmp_path, own_templates=own_ones) for own_ones in (True, False))
    assert (project.inputs().templates, without.inputs().templates) == ({}, {})
    assert without.templates_left_out() == ()
    own.mkdir()
    (own / "report.md.j2").write_bytes((ours / "report.md.j2").read_bytes())
    for name in ("section.md.j2", "extra.j2", "notes.txt"):
        (own / name).write_text("own", "utf-8")
    assert without.templates_left_out() == ("extra.j2", "section.md.j2")
    assert project.templates_left_out() == ()
    names = [one.name for one in project.inputs().templates.values()]
    assert names == [f"templates/{name}" for name in ("extra.j2", "notes.txt", "report.md.j2", "section.md.j2")]
    assert without.inputs().templates == {}


def test_a_layout_is_the_projects_own_or_the_packaged_one(tmp_path: Path) -> None:
    """A file of its own stands before ours of the same name."""
    project = _project(tmp_path, "layouts/own.yaml")
    assert _layout(project, "own") == "layouts/own.yaml"
    assert _layout(project, "没有") is None
    packaged_ones = sorted((ROOT / "src" / "ecoreport" / "typeset" / "layouts").iterdir())
    name = packaged_ones[0].stem
    assert _layout(project, name) == packaged_ones[0].as_posix()
    assert _layout(_project(tmp_path, f"layouts/{name}.yaml"), name) == f"layouts/{name}.yaml"


def _layout(project: Project, name: str) -> str | None:
    file = project.inputs().layout_file(name)
    return file.name if file else None


def test_settings_are_the_defaults_without_a_file(tmp_path: Path) -> None:
    """And where there is one that is wrong, with its problems; only a readable file can place a finding."""
    project = Project(tmp_path, tmp_path)
    assert project.inputs().settings == SettingsFile(Settings())
    project.settings_file.write_text("没有的键: 1\n", "utf-8")
    wrong = project.inputs().settings
    assert (wrong.settings, [one.code for one in wrong.problems], wrong.locate) == (Settings(), ["E201"], None)
    project.settings_file.write_text("ignore: [{code: W515, reason: 本局习惯}]\n", "utf-8")
    right = project.inputs().settings
    assert right.settings == Settings(ignore=(Ignore(code="W515", reason="本局习惯"),))
    assert (right.problems, right.locate is None) == ((), False)


def test_the_nearest_folder_with_years_is_the_project(tmp_path: Path) -> None:
    """A `data` folder of something else in between is passed by, and taken where there is no other."""
    _project(tmp_path, "局/data/2024.yaml", "局/reports/data/raw.csv", "别的/data/raw.csv")
    assert find(tmp_path / "局" / "reports") == tmp_path / "局"
    assert find(tmp_path / "局" / "data") == tmp_path / "局"
    assert find(tmp_path / "别的") == tmp_path / "别的"
    assert find(tmp_path) is None


def test_what_ships_with_the_program_is_found_in_a_checkout() -> None:
    """Beside `src`, where it is edited."""
    assert PACKAGED == ROOT / "templates"


def test_a_file_is_read_regular_inside_and_bounded(tmp_path: Path) -> None:
    """One byte more than the bound tells that there are more; links inside are followed."""
    folder = _project(tmp_path / "a", "data/2024.yaml").root
    (folder / "data" / "2024.yaml").write_bytes(b"12345")
    (folder / "link").symlink_to(folder / "data" / "2024.yaml")
    (tmp_path / "b").write_bytes(b"secret")
    (folder / "out").symlink_to(tmp_path / "b")
    assert read_file(folder / "link", folder) == read_file(folder / "link", folder, 5) == b"12345"
    assert read_file(folder / "link", folder, 3) == b"1234"
    assert read_file(folder / "out") == b"secret"
    with pytest.raises(OSError, match="项目文件夹外面"):
        read_file(folder / "out", folder)
    with pytest.raises(OSError, match="不是普通文件"):
        read_file(Path("/dev/null"))
    with pytest.raises(IsADirectoryError):
        read_file(folder / "data", folder)
    with pytest.raises(FileNotFoundError):
        read_file(folder / "gone", folder)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("各局/示例局", "各局/示例局"),
        ("各局/" + "示例局".encode("gbk").decode("utf-8", "surrogateescape"), "各局/示例局"),
        ("甲\udcff\udcfe", "甲\\udcff\\udcfe"),
        ("a\nb\x1b", "a\\u000ab\\u001b"),
    ],
    ids=["as it is", "GBK", "no encoding", "controls"],
)
def test_foreign_names_are_shown(name: str, told: str) -> None:
    """As what they are meant to be, where that can be known."""
    assert shown(name) == told
