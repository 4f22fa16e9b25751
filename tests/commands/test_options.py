"""Options that commands share: years and versions as people type them, and file names with a pattern."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ecoreport.cli import options
from ecoreport.cli.options import VERSION, YEAR, expanded


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("2023", 2023), ("２０２３", 2023), ("2023年", 2023), ("2023年度", 2023), (" “2023” ", 2023),
        ("2023.yaml", 2023), ("data/2023.yaml", 2023), ("data\\2023.yaml", 2023), ("1949", 1949), ("2999", 2999),
        ("1948", None), ("3000", None), ("23", None), ("20230", None), ("2023.yml", None), ("二〇二三", None),
        ("-2023", None), ("", None),
    ],
)  # fmt: skip
def test_a_year_as_people_write_it(typed: str, year: int | None) -> None:
    """With the signs of a Chinese keyboard, as a file's name, within the years that a report can be of."""
    assert YEAR.read(typed) == year


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("23", "“23”不是年度；写四位数字，例如 2023。"),
        ("报告.yml", "“报告.yml”是文件，不是年度；把它放进 data 文件夹，按年度改名"),
        ("各局", '“各局”是文件夹；-C 里有 * 的，要加引号，例如 -C "各局/*"。'),
        ("各局/2023", "“各局/2023”是文件夹"),
    ],
)
def test_what_is_no_year_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, said: str) -> None:
    """A folder most likely came of a pattern that the shell took away, even if it is called like a year."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "各局" / "2023").mkdir(parents=True)
    with pytest.raises(click.UsageError) as error:
        YEAR.convert(typed, None, None)
    assert error.value.message.startswith(said)
    (tmp_path / "2024").mkdir()
    assert YEAR.convert("2024", None, None) == 2024


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2023", "2023"), ("２０２３年", "2023"), ("2023年@main", "2023@main"), ("2023@HEAD@{1}", "2023@HEAD@{1}"),
        ("data/2023.yaml", "data/2023.yaml"), ("旧稿.yaml@main", "旧稿.yaml@main"), ("2024年", "2024年"),
        ("2024年@main", "2024年@main"), ("2025年@x", "2025年@x"),
    ],
)  # fmt: skip
def test_a_side_of_a_comparison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, read: str) -> None:
    """A year becomes four digits; what names a folder, or a file that is there, stays as it is."""
    monkeypatch.chdir(tmp_path)
    for name in ("2024年", "2025年@x"):
        (tmp_path / name).write_text("", "utf-8")
    assert VERSION.convert(typed, None, None) == read


@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        ([], 0, "()\n"),
        (["2024", "2023", "2024年"], 0, "(2024, 2023)\n"),
        (["--all"], 0, "()\n"),
        (["2024", "--all"], 2, ""),
        (["--all", "2024"], 2, ""),
    ],
)
def test_years_or_all_of_them(arguments: list[str], code: int, out: str) -> None:
    """Each once, in the order typed; both at once is a contradiction, whichever comes first."""

    @options.command()
    @options.years
    def show(years: tuple[int, ...]) -> int:
        """Print them."""
        click.echo(years)
        return 0

    result = CliRunner().invoke(show, arguments)
    assert (result.exit_code, result.stdout) == (code, out)


def test_the_first_format_is_the_default() -> None:
    """And one by another name is told the right one."""

    @options.command()
    @options.format_(("text", "csv"), "x")
    @options.only_check
    @options.output("x")
    def show(**told: object) -> int:
        """Print them."""
        click.echo(told)
        return 0

    told = CliRunner().invoke(show, []).stdout
    assert told == "{'form': 'text', 'only_check': False, 'output': None}\n"
    assert "'form': 'csv'" in CliRunner().invoke(show, ["-f", "CSV"]).stdout
    assert "是不是 csv？" in CliRunner().invoke(show, ["-f", "excel"]).stderr


def test_patterns_are_what_they_match(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sorted; a name without one stays, as does a file whose very name looks like one."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.docx", "a.docx", "[c].txt"):
        (tmp_path / name).write_text("", "utf-8")
    assert expanded(["没有.docx", "*.docx", "[c].txt", "*.odt"]) == ("没有.docx", "a.docx", "b.docx", "[c].txt")
    assert expanded([]) == ()


def test_completion_knows_the_years_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that begin so, of the project one is in; outside of any there are none."""
    context, parameter = click.Context(click.Command("x")), click.Argument(["x"])
    monkeypatch.chdir(tmp_path)
    assert YEAR.shell_complete(context, parameter, "") == []
    (tmp_path / "data").mkdir()
    for year in (1999, 2023, 2024):
        (tmp_path / "data" / f"{year}.yaml").write_text("", "utf-8")
    assert [one.value for one in YEAR.shell_complete(context, parameter, "20")] == ["2023", "2024"]
    sides = [(one.value, one.type) for one in VERSION.shell_complete(context, parameter, "2024")]
    assert sides == [("2024", "plain"), ("", "file")]
