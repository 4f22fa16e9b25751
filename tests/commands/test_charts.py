"""`figures --chart`: which charts are drawn, what is said of figures that are not, and where the page goes."""

import re
from pathlib import Path

import pytest
from support.contexts import of_year

from ecoreport.cli.charts import write
from ecoreport.project import Project
from ecoreport.report.context import Context
from ecoreport.yearfile.model import Report

CHART = "attachments: [{title: 走势, charts: [{title: 近两年走访, figures: [走访], years: 2}]}]\n"


def _report(year: int, figures: str, rest: str = "") -> Report:
    return of_year(year, f"issuer: 示例县教育局\nfigures: {{{figures}}}\n{rest}")


FIRST, SECOND = _report(2022, "立案: 3起"), _report(2023, "立案: 5起, 走访: 7次, 信访: 0件")
FIGURES = "立案: 8起, 走访: 9次, 信访: 0件, 新增: 1件"
EARLIER = {2022: Context(FIRST), 2023: Context(SECOND)}


def _drawn(
    folder: Path, capsys: pytest.CaptureFixture[str], *contexts: Context, only: tuple[str, ...] = ()
) -> tuple[int, list[str], list[str], str]:
    """The exit code, the titles of the page and of its charts, the heads of the last table, and what is said."""
    code = write(Project(folder, folder), contexts, "html", None, only)
    out, err = capsys.readouterr()
    titles = re.findall(r"<h1[^>]*>(.*)</h1>|<figcaption[^>]*>(.*)</figcaption>", out)
    heads = re.findall(r'<th scope="col">(.*?)</th>', out.rpartition("<thead>")[2])
    return code, ["".join(found) for found in titles], heads, err


def test_each_figure_is_drawn_over_all_years_up_to_the_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where its file asks for nothing; what has too few numbers, or only noughts, is named."""
    assert _drawn(tmp_path, capsys, Context(_report(2024, FIGURES), EARLIER)) == (
        0,
        ["示例县教育局2024年指标走势", "图1　立案", "图2　走访"],
        ["指标", "2022年", "2023年", "2024年"],
        "有数的不到两年，或者历年都是0，没有画：信访、新增\n",
    )


def test_what_the_file_asks_for_is_drawn_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """But not where a text of it is wrong, nor where figures are named, nor for several years."""
    asked = Context(_report(2024, FIGURES, CHART), EARLIER)
    assert _drawn(tmp_path, capsys, asked) == (
        0, ["示例县教育局2024年指标走势", "图1　近两年走访"], ["指标", "2023年", "2024年"], "",
    )  # fmt: skip
    wrong = Context(_report(2024, FIGURES, CHART + 'lead: "{{ 没有 }}"\n'), EARLIER)
    assert _drawn(tmp_path, capsys, wrong)[1][1:] == ["图1　立案", "图2　走访"]
    assert _drawn(tmp_path, capsys, asked, only=("立案",))[1][1:] == ["图1　立案"]
    assert _drawn(tmp_path, capsys, Context(SECOND), asked)[1:3] == (
        ["示例县教育局2023—2024年指标走势", "图1　立案", "图2　走访"], ["指标", "2023年", "2024年"],
    )  # fmt: skip


def test_nothing_to_draw_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, no page."""
    said = "有数的不到两年，或者历年都是0，没有画：新增\n没有能画走势的指标\n"
    assert _drawn(tmp_path, capsys, Context(_report(2024, FIGURES), EARLIER), only=("新增",)) == (1, [], [], said)


def test_no_more_than_ten_years_are_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last ones."""
    contexts = [Context(_report(year, f"立案: {year - 2000}起")) for year in range(2013, 2025)]
    assert _drawn(tmp_path, capsys, *contexts)[2] == ["指标", *(f"{year}年" for year in range(2015, 2025))]


@pytest.mark.parametrize(
    ("form", "output", "years", "name"),
    [
        ("docx", None, [2024], "reports/2024走势.docx"),
        ("docx", None, [2023, 2024], "reports/2023-2024走势.docx"),
        ("html", "新/", [2023, 2024], "新/2023-2024走势.html"),
        ("html", "走势.html", [2024], "走势.html"),
    ],
)
def test_where_the_page_goes(  # noqa: PLR0913, PLR0917 - a row of the table
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, output: str | None, years: list[int], name: str
) -> None:
    """A Word file is never printed; in a folder it is called by its years."""
    monkeypatch.chdir(tmp_path)
    contexts = {2023: Context(SECOND, {2022: Context(FIRST)}), 2024: Context(_report(2024, FIGURES), EARLIER)}
    assert write(Project(tmp_path, tmp_path), [contexts[year] for year in years], form, output, ("立案",)) == 0
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")] == [name]
