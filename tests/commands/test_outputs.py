"""Where outputs go: which file each year and format becomes, what may not be written over, and what is stale."""

from pathlib import Path

import click
import pytest

from ecoreport.cli.outputs import deliver, destinations, is_folder, is_year_file, placed, tell_stale, write_stdout
from ecoreport.project import Project

PROJECT = Project(Path("/p"), Path("/p"))
Places = dict[tuple[int, str], Path]


@pytest.mark.parametrize(
    ("years", "formats", "output", "places"),
    [
        ((2024,), (), None,
         {(2024, "md"): Path("/p/reports/2024.md"), (2024, "docx"): Path("/p/reports/2024.docx")}),
        ((2023, 2024), ("html", "html"), None,
         {(2023, "html"): Path("/p/reports/2023.html"), (2024, "html"): Path("/p/reports/2024.html")}),
        ((2024,), ("md",), "-", {(2024, "md"): Path("-")}),
        ((2024,), (), "报告.DOCX", {(2024, "docx"): Path("报告.DOCX")}),
        ((2024,), ("md", "md"), "a/b.md", {(2024, "md"): Path("a/b.md")}),
        ((2024,), ("md",), "out", {(2024, "md"): Path("out/2024.md")}),
        ((2024,), ("md",), "out.d/", {(2024, "md"): Path("out.d/2024.md")}),
        ((2023, 2024), ("md",), "out", {(2023, "md"): Path("out/2023.md"), (2024, "md"): Path("out/2024.md")}),
        ((), (), None, {}),
    ],
)  # fmt: skip
def test_places(years: tuple[int, ...], formats: tuple[str, ...], output: str | None, places: Places) -> None:
    """By default in reports/; -o is a file by its ending, a folder without one, or standard output."""
    assert destinations(PROJECT, years, formats, output) == places


@pytest.mark.parametrize(
    ("years", "formats", "output", "said"),
    [
        ((2023, 2024), ("md",), "-", "一次只能输出一个年度的一种格式"),
        ((2024,), (), "-", "一次只能输出一个年度的一种格式"),
        ((2024,), ("md", "docx"), "-", "一次只能输出一个年度的一种格式"),
        ((2024,), (), "", "-o 后面要写文件、文件夹，或者 -。"),
        ((2024,), (), "a.odt", "要以 .md、.docx、.html、.pdf 结尾"),
        ((2023, 2024), (), "a.md", "只能生成一个年度"),
        ((2024,), ("docx",), "a.md", "-f docx 与 -o a.md 的扩展名不一致。"),
        ((2024,), ("md", "docx"), "a.md", "扩展名不一致"),
    ],
)
def test_an_output_that_does_not_fit(years: tuple[int, ...], formats: tuple[str, ...], output: str, said: str) -> None:
    """Is refused before anything is made."""
    with pytest.raises(click.UsageError, match=said):
        destinations(PROJECT, years, formats, output)


def test_a_draft_has_a_name_of_its_own() -> None:
    """In reports/ and in a folder; a file that is named is called so all the same."""
    stem = "{}.draft"
    assert [*destinations(PROJECT, (2024,), ("md",), None, stem).values()] == [Path("/p/reports/2024.draft.md")]
    assert [*destinations(PROJECT, (2024,), ("md",), "out", stem).values()] == [Path("out/2024.draft.md")]
    assert [*destinations(PROJECT, (2024,), ("md",), "a.md", stem).values()] == [Path("a.md")]


def test_what_is_a_folder(tmp_path: Path) -> None:
    """There is one of that name, whatever its ending, or it ends with a slash."""
    (tmp_path / "a.md").mkdir()
    assert [is_folder(name) for name in (f"{tmp_path}/a.md", "new/", "new")] == [True, True, False]
    assert (placed("new/", "x.md"), placed("new.md", "x.md")) == (Path("new/x.md"), Path("new.md"))
    assert placed(str(tmp_path / "a.md"), "x.md") == tmp_path / "a.md" / "x.md"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/p/data/2024.yaml", True),
        ("/p/data/x/../2024年.yml", True),
        ("/p/data/2024.md", False),
        ("/p/data/notes.yaml", False),
        ("/p/2024.yaml", False),
    ],
)
def test_what_is_a_year_file(path: str, *, data: bool) -> None:
    """By where it stands and how it is called, also where it does not exist."""
    assert is_year_file(Path(path)) is data


def test_what_was_made_is_printed_or_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder it has its own name; text loses its colours in a file and its bytes nothing."""
    monkeypatch.chdir(tmp_path)
    here, red = Project(tmp_path, tmp_path), "\x1b[31m红\x1b[0m\n".encode()
    for output in (None, "-"):
        deliver(here, b"x\r\n", "csv", output, "指标")
    assert capsys.readouterr() == ("x\r\nx\r\n", "")
    deliver(here, red, "text", "out/", "指标")
    deliver(here, red, "md", "指标.md", "指标")
    assert capsys.readouterr() == ("", "已写 out/指标.txt\n已写 指标.md\n")
    assert (tmp_path / "out" / "指标.txt").read_bytes() == "红\n".encode()
    assert (tmp_path / "指标.md").read_bytes() == red


def test_data_are_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a year file nor what the output was made of, by whatever name."""
    monkeypatch.chdir(tmp_path)
    here = Project(tmp_path, tmp_path)
    with pytest.raises(click.UsageError, match="没有覆盖"):
        deliver(here, b"x", "md", "data/2024.yaml", "指标")
    with pytest.raises(click.UsageError, match="没有覆盖"):
        deliver(here, b"x", "md", "x/../a.txt", "指标", own=[tmp_path / "a.txt"])
    assert list(tmp_path.iterdir()) == []


def test_bytes_go_to_standard_output_as_they_are(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """No line end is changed; without a standard output that is trouble with a file."""
    write_stdout(b"a\r\n", b"\xff")
    assert capsysbinary.readouterr().out == b"a\r\n\xff"


def test_no_standard_output_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a program without a console."""
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(OSError, match="标准输出"):
        write_stdout(b"a")


def test_stale_files_are_told_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing or different by a byte; the remedy only where there is something to do."""
    here = Project(tmp_path, tmp_path)
    (tmp_path / "a.md").write_bytes(b"new")
    (tmp_path / "b.md").write_bytes(b"old")
    wanted = {tmp_path / name: b"new" for name in ("a.md", "b.md", "c.md")}
    assert tell_stale(wanted, here, "重做。") == 1
    assert capsys.readouterr() == ("b.md：不是最新的\nc.md：还没有生成\n", "重做。\n")
    assert tell_stale({tmp_path / "a.md": b"new"}, here) == 0
    assert capsys.readouterr() == ("", "1个文件都是最新的\n")
