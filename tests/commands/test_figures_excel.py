"""`figures -f xlsx` and `figures --from`: the sheet goes out, is filled in by others, and comes home."""

import csv
import io
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support import Run, how_many, process
from support.data import data_of
from support.sheets import BEFORE, NOW, filled

VALUES = {"立案": 95, "罚款金额": 231.95, "满意率": 96.2, "受众": 7100, "办结": "1500/1511", "听证": 3, "人数": 13}
TYPED = {
    "立案": "95起", "罚款金额": "231.95万元", "满意率": "96.2%", "受众": "约7100人次", "办结": "1500/1511件",
    "听证": "3起", "人数": 13,
}  # fmt: skip


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """A project of two years."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2024.yaml").write_text(NOW, "utf-8")
    (tmp_path / "data" / "2023.yaml").write_text(BEFORE, "utf-8")
    return tmp_path


def year(bureau: Path) -> str:
    """What stands in the year's file."""
    return (bureau / "data" / "2024.yaml").read_bytes().decode()


def values(bureau: Path) -> dict[str, Any]:
    """The figures of the year, read by PyYAML."""
    figures = data_of(year(bureau))["figures"]
    return {name: one["value"] if isinstance(one, dict) else one for name, one in figures.items()}


def test_a_sheet_that_was_filled_in_is_not_written_over(bureau: Path, run: Run) -> None:
    """Before it is taken, and where it is another's; an empty one, and one that was taken, give way."""
    make, sheet = ("figures", "2024", "-f", "xlsx", "-o", "填报.xlsx"), bureau / "填报.xlsx"
    run(bureau, *make)
    assert run(bureau, *make).code == 0
    sheet.write_bytes(filled({"满意率": 96.2}, sheet.read_bytes()))
    before, refused = sheet.read_bytes(), run(bureau, *make)
    assert (refused.code, sheet.read_bytes()) == (2, before)
    assert (
        "填报.xlsx 里有填过、还没有收的数，或者是别的表，没有覆盖。先收回来：ecoreport figures 2024 --from 填报.xlsx"
        in refused.err
    )
    assert run(bureau, "figures", "2024", "--from", "填报.xlsx").code == 0
    assert run(bureau, *make).code == 0
    sheet.write_bytes(filled({"立案": "九十五"}, sheet.read_bytes()))
    assert run(bureau, *make).code == 2
    sheet.write_bytes("股室,人数".encode())
    assert run(bureau, *make).code == 2
    sheet.write_bytes(b"PK\x03\x04")
    assert run(bureau, *make).code == 0  # nothing that can be read is lost


def test_the_sheet_goes_out_and_comes_home(bureau: Path, run: Run) -> None:
    """Out, filled in, looked at, taken; a second time there is nothing to do."""
    assert run(bureau, "figures", "2024", "-f", "xlsx") == (0, "", "已写 reports/2024填报表.xlsx\n")
    sheet = (bureau / "reports" / "2024填报表.xlsx").read_bytes()
    (bureau / "填好.xlsx").write_bytes(filled({"立案": 95, "满意率": 96.2}, sheet, {"立案": "含移送2起"}))
    told = """\
填好.xlsx[执法科]：没有写填报人；数改了0个，没有变的1个
填好.xlsx[信访科]：没有写填报人；数改了1个，没有变的1个
  满意率：【待填】 → 96.2%（D4）
填好.xlsx[法制科]：没有写填报人；数改了0个，没有变的1个
填好.xlsx[未注明来源]：没有写填报人；数改了1个，没有变的3个
  立案：92起 → 95起（D4）
  立案的说明：（空） → 含移送2起（F4）
"""
    dry = run(bureau, "figures", "2024", "--from", "填好.xlsx", "--dry-run")
    assert (dry.code, dry.err) == (
        0,
        told + "没有写 data/2024.yaml（--dry-run）\n指标都填齐了；接下来核对：ecoreport check 2024\n",
    )
    assert [line for line in dry.out.splitlines() if line[0] in "+-"] == [
        "--- data/2024.yaml",
        "+++ data/2024.yaml（改后）",
        "-  立案: 92起  # 以立案日期计",
        "+  立案: {value: 95起, note: 含移送2起}  # 以立案日期计",
        "-  满意率: {value: 待填, source: 信访科}   # 回访",
        "+  满意率: {value: 96.2%, source: 信访科}   # 回访",
    ]
    assert year(bureau) == NOW
    done = run(bureau, "figures", "2024", "--from", "填好.xlsx")
    assert done == (
        0,
        "",
        told + "已写 data/2024.yaml：改了2个指标、1条说明\n指标都填齐了；接下来核对：ecoreport check 2024\n",
    )
    assert run(bureau, "figures", "2024", "--from", "填好.xlsx").err.endswith(
        "data/2024.yaml 没有要改的，没有动\n指标都填齐了；接下来核对：ecoreport check 2024\n"
    )


def test_what_is_wrong_is_told_with_its_cell_and_nothing_is_written(bureau: Path, run: Run) -> None:
    """Of all files in one run."""
    (bureau / "填报.xlsx").write_bytes(filled({"罚款金额": "很多", "立案": 95}))
    (bureau / "坏.xlsx").write_bytes(b"PK\x03\x04")
    (bureau / "表.csv").write_text("指标,2024年\n立案,九十五\n", "utf-8")
    outcome = run(bureau, "figures", "2024", "--from", "填报.xlsx", "坏.xlsx", "表.csv", "没有.xlsx")
    assert outcome.code == 1
    assert (
        outcome.err
        == """\
坏.xlsx：文件不完整，或者已经损坏。重新拷贝或下载一份再试
“没有.xlsx”无法读写：没有这个文件或文件夹
填报.xlsx[执法科]!D4：罚款金额：“很多”读不出数。用阿拉伯数字加单位，例如 80起、169.9万余元、100%、4.4个百分点、1480/1491
表.csv!B2：立案：“九十五”读不出数。用阿拉伯数字加单位，例如 80起、169.9万余元、100%、4.4个百分点、1480/1491
一共4处要改，data/2024.yaml 没有动；改好再收一次。
"""
    )
    assert year(bureau) == NOW


def test_files_of_another_kind_are_told(bureau: Path, run: Run) -> None:
    """Each, whatever the others hold."""
    (bureau / "x.pdf").write_bytes(b"%PDF-1.4")
    (bureau / "x.md").write_text("立案95起\n", "utf-8")
    (bureau / "x.csv").write_text("立案,95\n", "utf-8")
    (bureau / "y.csv").write_text("指标,2024年\n立案,95\n", "utf-8")
    outcome = run(bureau, "figures", "2024", "--from", "x.pdf", "x.md", "x.csv", "y.csv", ".")
    assert outcome.code == 1
    assert (
        outcome.err
        == """\
x.pdf：这是 PDF 文件，不能直接读。用 Word 或 WPS 打开，另存为 .docx 再收
x.md：里面没有表。看看是不是拿错了文件
“.”无法读写：这是文件夹，不是文件
x.csv：没有找到“指标”和“2024年”这两栏。照 figures 2024 -f xlsx 写出的表填；自己做的表，栏名写成 指标、单位、2024年
一共4处要改，data/2024.yaml 没有动；改好再收一次。
"""
    )


def test_several_files_and_a_pattern(bureau: Path, run: Run) -> None:
    """As a shell gives them, or as it leaves them; the year may stand behind."""
    (bureau / "填报").mkdir()
    (bureau / "填报" / "甲.xlsx").write_bytes(filled({"立案": 95}))
    (bureau / "填报" / "乙.xlsx").write_bytes(filled({"听证": 2}))
    before = year(bureau)
    for given in (["填报/甲.xlsx", "填报/乙.xlsx"], ["填报/*.xlsx"], ["填报/甲.xlsx", "--from", "填报/乙.xlsx"]):
        (bureau / "data" / "2024.yaml").write_bytes(before.encode())
        assert run(bureau, "figures", "--from", *given, "2024").code == 0
        assert (values(bureau)["立案"], values(bureau)["听证"]) == ("95起", "2起")


def test_a_mark_and_line_ends_of_windows_stay(bureau: Path, run: Run) -> None:
    """Every byte of the file but the value's."""
    data = b"\xef\xbb\xbf" + NOW.replace("\n", "\r\n").encode()
    (bureau / "data" / "2024.yaml").write_bytes(data)
    (bureau / "填好.xlsx").write_bytes(filled({"立案": 95}))
    assert run(bureau, "figures", "2024", "--from", "填好.xlsx").code == 0
    assert (bureau / "data" / "2024.yaml").read_bytes() == data.replace("92起".encode(), "95起".encode())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from", "x.xlsx"], "--from 只写一个年度"),
        (["2024", "2023", "--from", "x.xlsx"], "--from 只写一个年度"),
        (["2024", "--from", "x.xlsx", "-o", "y"], "--from 只写一个年度"),
        (["2024", "--dry-run"], "--dry-run 和 --from 一起用"),
        (["2024", "--from", "没有/*.xlsx"], "“没有/*.xlsx”没有对上任何文件"),
        (["2022", "--from", "x.xlsx"], "没有 2022 年的文件"),
        (["2024", "-f", "xlsx", "-o", "data/2024.yaml"], "没有覆盖"),
        (["2024", "-f", "excel"], "是不是 xlsx？"),
    ],
)
def test_wrong_usage_is_told(bureau: Path, run: Run, arguments: list[str], told: str) -> None:
    """With 2, in a sentence."""
    outcome = run(bureau, "figures", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err


@pytest.mark.parametrize(
    ("module", "arguments"), [("xlsxwriter", ["-f", "xlsx"]), ("python_calamine", ["--from", "x.xlsx"])]
)
def test_without_the_extra_it_is_told_how_to_install_it(
    bureau: Path, run: Run, monkeypatch: pytest.MonkeyPatch, module: str, arguments: list[str]
) -> None:
    """One sentence, 2; CSV needs none of it."""
    (bureau / "x.xlsx").write_bytes(filled({}))
    (bureau / "x.csv").write_text("指标,2024年\n立案,95\n", "gb18030")
    monkeypatch.setitem(sys.modules, module, None)
    outcome = run(bureau, "figures", "2024", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert 'pip install "ecoreport[excel]"' in outcome.err
    assert run(bureau, "figures", "2024", "--from", "x.csv").code == 0


def test_a_year_file_with_faults_is_not_touched(bureau: Path, run: Run) -> None:
    """Its problems are told first."""
    (bureau / "data" / "2024.yaml").write_text(NOW + "没有的键: 1\n", "utf-8")
    (bureau / "x.xlsx").write_bytes(filled({"立案": 95}))
    outcome = run(bureau, "figures", "2024", "--from", "x.xlsx")
    assert outcome.code == 1
    assert "E201" in outcome.err
    assert "95起" not in year(bureau)


def test_the_ledger_of_several_years_is_a_table(bureau: Path, run: Run) -> None:
    """Numbers as numbers; on standard output too."""
    assert run(bureau, "figures", "--all", "-f", "xlsx", "-o", "指标.xlsx").code == 0
    [sheet] = openpyxl.load_workbook(bureau / "指标.xlsx").worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["指标", "单位", "2023年", "2024年", "增减", "来源", "用在", "说明"]
    assert rows[1][:5] == ["立案", "起", 80, 92, "增加12起（+15.0%）"]
    assert (
        process("figures", "--all", "-f", "xlsx", "-o", "-", cwd=bureau).stdout == (bureau / "指标.xlsx").read_bytes()
    )


def test_other_commands_load_nothing_of_it(bureau: Path) -> None:
    """Neither the extra nor what uses it, when the ledger is printed."""
    code = (
        "import sys; from ecoreport.cli.main import run; run(['figures', '2024']);"
        "sys.exit(' '.join(name for name in sys.modules if 'xlsx' in name or 'calamine' in name"
        " or name.startswith(('ecoreport.importing', 'ecoreport.typeset.sheets'))) or 0)"
    )
    import subprocess  # noqa: PLC0415 - only here

    told = subprocess.run([sys.executable, "-c", code], cwd=bureau, capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode()


@pytest.mark.office
@pytest.mark.parametrize("form", ["xlsx:Calc MS Excel 2007 XML", "ods", "xls:MS Excel 97"])
def test_libreoffice_may_save_it_in_between(bureau: Path, run: Run, calc: Callable[..., Path], form: str) -> None:
    """As another kind of file: every value, errors at their cells."""
    ending = form.partition(":")[0]
    sheet = filled(VALUES, notes={"听证": "含转办"})
    (bureau / "填好.xlsx").write_bytes(sheet)
    (bureau / "错.xlsx").write_bytes(filled({"立案": "=1/0", "人数": "=6*7"}))
    (bureau / "out").mkdir()
    for name in ("填好", "错"):
        shutil.copy(calc(form, bureau / f"{name}.xlsx") / f"{name}.{ending}", bureau / "out" / f"{name}.{ending}")
    wrong = run(bureau, "figures", "2024", "--from", f"out/错.{ending}")
    assert wrong.err.startswith(f"错.{ending}[未注明来源]!D4：立案：公式出错，显示 #DIV/0!")
    assert wrong.err.count("\n") == 2
    outcome = run(bureau, "figures", "2024", "--from", f"out/填好.{ending}")
    assert outcome.code == 0, outcome.err
    assert values(bureau) == {**TYPED, "行政许可": "不适用"}
    assert "听证: {note: 含转办, value: 3起, source: 法制科}" in year(bureau)


@pytest.mark.office
def test_libreoffice_may_save_a_tab_as_csv(bureau: Path, run: Run, calc: Callable[..., Path]) -> None:
    """In GBK, as Excel does here."""
    (bureau / "填好.xlsx").write_bytes(filled({"罚款金额": 1231.95}))
    made = calc("csv:Text - txt - csv (StarCalc):44,34,67,1", bureau / "填好.xlsx") / "填好.csv"
    assert "示例区".encode("gbk") in made.read_bytes()
    assert run(bureau, "figures", "2024", "--from", str(made)).code == 0
    assert values(bureau)["罚款金额"] == "1231.95万元"


@pytest.mark.office
def test_random_sheets_through_libreoffice(bureau: Path, run: Run, calc: Callable[..., Path]) -> None:
    """Many at a time, in three kinds: exactly what was filled in, and every other line to the byte."""
    dice = random.Random(22)  # noqa: S311 - no secret
    files = {}
    for at in range(how_many(8)):
        chosen = {
            name: dice.choice((0, dice.randint(3, 10**6))) for name in VALUES if name != "办结" and dice.random() < 0.7
        }
        files[bureau / f"{at}.xlsx"] = chosen
        (bureau / f"{at}.xlsx").write_bytes(filled(chosen))
    for form in ("ods", "xls:MS Excel 97", "xlsx:Calc MS Excel 2007 XML"):
        made = calc(form, *files)
        for path, chosen in files.items():
            (bureau / "data" / "2024.yaml").write_text(NOW, "utf-8")
            outcome = run(bureau, "figures", "2024", "--from", str(made / f"{path.stem}.{form.partition(':')[0]}"))
            assert outcome.code == 0, outcome.err
            told = values(bureau)
            for name, value in chosen.items():
                digits = "".join(letter for letter in str(told[name]) if letter.isdigit() or letter == ".")
                assert float(digits) == value
            lines = [line for line in NOW.splitlines() if not any(line.startswith(f"  {name}:") for name in chosen)]
            assert [line for line in year(bureau).splitlines() if line in lines] == lines


def test_what_excel_takes_for_text_stays_text(bureau: Path, run: Run) -> None:
    """A ledger in CSV goes with its apostrophes; as a sheet that comes back they are Excel's."""
    made = io.StringIO()
    csv.writer(made).writerows([["指标", "2024年", "说明"], ["立案", "'95", "'-1起为撤案"]])
    (bureau / "x.csv").write_bytes(made.getvalue().encode("gb18030"))
    assert run(bureau, "figures", "2024", "--from", "x.csv").code == 0
    assert '立案: {value: 95起, note: "-1起为撤案"}' in year(bureau)
