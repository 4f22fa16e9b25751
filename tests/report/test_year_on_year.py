"""Last year in the text: what 同比, 增减, 倍数, 占比 and 上年 print, and what they say where they cannot."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import Run
from support.catalogue import BEFORE, SOUND, merged, problems

from ecoreport.report._year_on_year import LastYear, difference, year_on_year
from ecoreport.report.markdown import read
from ecoreport.text.quantity import plain
from ecoreport.yearfile.model import Figure

LAST = """\
figures:
  {立案: 80起, 办结率: 61.5%, 罚款: 150万余元, 检查: 100家次, 听证: 0起, PM2.5: 40微克/立方米, 许可: 不适用, 信访: 90件}
lead: 有{{ 立案 }}{{ 办结率 }}{{ 罚款 }}{{ 检查 }}{{ 听证 }}{{ PM2.5 }}{{ 信访 }}。
"""
THIS = """\
figures:
  立案: 92起
  办结率: 74.2%
  罚款: 169.9万余元
  检查: 100家次
  听证: 3起
  PM2.5: 36微克/立方米
  许可: 5件
  信访: 90人次
  新增: 7件
  补报: {value: 12件, previous: 10件}
  调整: {value: 12件, previous: 10件}
"""


def built(project: Path, run: Run, text: str) -> str:
    """What `text` prints in the lead."""
    _write(project, text)
    outcome = run(project, "build", "2024", "-f", "md", "-o", "-")
    assert outcome.code == 0, outcome.err
    return next(block.text for block in read(outcome.out)[2:3])  # type: ignore[union-attr]


def _write(project: Path, text: str) -> str:
    this = merged(
        SOUND, f"{THIS}lead: |\n  {text}\nignore: [{{code: W403, reason: 例子}}, {{code: H614, reason: 例子}}]\n"
    )
    (project / "data" / "2023.yaml").write_text(merged(BEFORE, LAST), "utf-8")
    (project / "data" / "2024.yaml").write_text(this, "utf-8")
    return this


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ 立案 | 同比 }}", "比上年增长15.0%"),
        ("{{ 立案|同比(2) }}", "比上年增长15.00%"),
        ("{{ 立案 | 同比(0) }}", "比上年增长15%"),
        ("{{ 办结率 | 同比 }}", "比上年提高12.7个百分点"),
        ("{{ 罚款 | 同比 }}", "比上年增长13.3%"),
        ("{{ 检查 | 同比 }}", "与上年持平"),
        ("{{ PM2.5 | 同比 }}", "比上年下降10.0%"),
        ("{{ 上年.立案 }}增至{{ 立案 }}", "80起增至92起"),
        ("{{ 上年.PM2.5 }}", "40微克/立方米"),
        ("{{ 立案.value - 上年.立案.value }}", "12"),
        ("{{ 立案 | 增减 }}", "比上年增加12起"),
        ("{{ 罚款 | 增减 }}", "比上年增加19.9万元"),
        ("{{ 听证 | 增减 }}", "比上年增加3起"),
        ("{{ 立案 | 倍数 }}", "是上年的1.2倍"),
        ("{{ 听证 | 占比(立案) }}", "3.3%"),
        ("{{ 补报 | 同比 }}", "比上年增长20.0%"),
    ],
)
def test_a_comparison_prints_what_a_clerk_would_write(project: Path, run: Run, text: str, printed: str) -> None:
    """Computed on the exact values of both files."""
    assert built(project, run, text) == printed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ 新增 | 同比 }}", "上年没有“新增”这个指标"),
        ("{{ 上年.新增 }}", "上年没有“新增”这个指标"),
        ("{{ 听证 | 同比 }}", "上年是0，算不出百分比"),
        ("{{ 许可 | 同比 }}", "“许可”上年是“不适用”"),
        ("{{ 信访 | 同比 }}", "本年以“人次”计，上年以“件”计"),
        ("{{ 立案 | 占比(上年.听证) }}", "占比要两个不是0的指标"),
        ("{{ 立案 | 同比(9) }}", "小数位数要是0到4"),
        ("{{ 立案 | 占比(听证) }}", "占比的部分（92起）大于整体（3起）"),
    ],
)
def test_what_cannot_be_compared_is_told_at_its_place(project: Path, text: str, told: str) -> None:
    """E216 under the expression."""
    this = _write(project, text)
    [problem] = [one for one in problems(this, project, LAST) if one.code == "E216"]
    assert told in problem.message
    line = this.split("\n")[problem.line - 1]
    assert line[problem.column - 1 : problem.end_column - 1] == text.strip("{} ")


def test_without_last_years_file_the_file_is_named(project: Path) -> None:
    """And the way round it."""
    [problem] = problems(merged(SOUND, "figures: {立案: 3起}\nlead: 立案{{ 立案 }}，{{ 立案 | 同比 }}。\n"), project)
    assert (problem.code, "data/2023.yaml" in problem.message, "previous" in problem.help) == ("E219", True, True)


@pytest.mark.parametrize("broken", [b"issuer\xef\xbc\x9a1\n", "year: 2023\nissuer: 局\n".encode("gb18030")])
def test_a_broken_file_of_last_year_is_no_silence(project: Path, run: Run, broken: bytes) -> None:
    """That nothing was held against it is told, and where to look; a computed word says the file may be there."""
    _write(project, "立案{{ 立案 }}，{{ 立案 | 同比 }}。")
    (project / "data" / "2023.yaml").write_bytes(broken)
    told = run(project, "check", "2024").out
    assert "警告[W621]: 上年的文件 data/2023.yaml 有错误，读不出，所以没有与上年核对" in told
    assert "没有上年的文件 data/2023.yaml，或者它有错误读不出" in told
    (project / "data" / "2023.yaml").unlink()
    assert "W621" not in run(project, "check", "2024").out


NUMBERS = st.decimals(0, 10**9, places=2)


@given(NUMBERS, NUMBERS)
def test_the_change_says_which_way_and_how_far(old: object, new: object) -> None:
    """Read back, 增减 leads from last year's value to this year's; 同比 goes the same way."""
    before, now = (Figure.model_validate({"value": f"{number}元"}) for number in (old, new))
    last = LastYear(2023, {"甲": now}, lambda: {"甲": before})
    assert before.value is not None
    assert now.value is not None
    change = now.value - before.value
    expected = f"比上年{'增加' if change > 0 else '减少'}{plain(abs(change))}元" if change else "与上年持平"
    assert difference(now, last) == expected
    if before.value:
        told = year_on_year(now, last)
        assert ("增长" in told, "下降" in told) in ((change > 0, change < 0), (False, False))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("立案{{ 立案 }}，上年82起。", "这里说上年的“立案”是82起，上年的报告是80起"),
        ("立案{{ 立案 }}（2023年为82起）。", "这里说上年的“立案”是82起，上年的报告是80起"),
        ("去年全年立案共82起。", "这里说上年的“立案”是82起，上年的报告是80起"),
        ("办结率{{ 办结率 }}，上年同期62.5%。", "这里说上年的“办结率”是62.5%，上年的报告是61.5%"),
        ("立案{{ 立案 }}，比上年增长12%。", "“比上年增长12%”与上年的数不符：上年80起，本年92起"),
        ("立案{{ 立案 }}，比上年下降15%。", "“比上年下降15%”与上年的数不符：上年80起，本年92起"),
        (
            "办结率{{ 办结率 }}，较上年提高12.8个百分点。",
            "“较上年提高12.8个百分点”与上年的数不符：上年61.5%，本年74.2%",
        ),
        ("立案{{ 立案 }}，上年80起。", ""),
        ("立案{{ 立案 }}，上年{{ 上年.立案 }}。", ""),
        ("立案{{ 立案 }}，比上年增加12起。", ""),
        ("立案{{ 立案 }}，比上年增长15%。", ""),
        ("立案{{ 立案 }}，比上年增长15.0%。", ""),
        ("立案{{ 立案 }}，{{ 立案 | 同比 }}。", ""),
        ("办结率{{ 办结率 }}，较上年提高12.7个百分点。", ""),
        ("立案{{ 立案 }}，上年培训5期。", ""),
        ("立案{{ 立案 }}。上年的另一件事有82起。", ""),
    ],
)
def test_what_is_typed_of_last_year_is_last_years(project: Path, text: str, told: str) -> None:
    """W617 at the very words, and only where the figure that is meant is plain."""
    this = _write(project, text)
    found = [problem for problem in problems(this, project, LAST) if problem.code == "W617"]
    assert [problem.message for problem in found] == ([told] if told else [])


def test_a_restated_value_may_be_quoted(project: Path) -> None:
    """What `previous` says of last year may be said in the text as well."""
    this = _write(project, "调整{{ 调整 }}，上年10件。")
    before = LAST.replace("信访: 90件", "信访: 90件, 调整: 9件")
    assert not [problem for problem in problems(this, project, before) if problem.code == "W617"]
