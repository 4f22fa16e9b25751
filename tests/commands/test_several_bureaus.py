"""Several bureaus at once: one that is broken, or has filed nothing, is told of and stops no other."""

import csv
import datetime as dt
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from support import GOOD, ROOT, Run
from support.examples import SHILI

from ecoreport.project import Inputs, Project
from ecoreport.report.inputs import Input

CASES = ROOT / "tests" / "cases" / "collected"
ALL = ("-C", "各局/*")


@pytest.fixture
def bureaus(tmp_path: Path) -> Path:
    """Five invented bureaus: sound, late and without a part, not filled in, broken, empty."""
    folder = tmp_path / "各局"
    shutil.copytree(SHILI / "data", folder / "环境" / "data")
    for name in ("教育", "农业", "水务"):
        (folder / name / "data").mkdir(parents=True)
    (folder / "体育").mkdir()
    plain = (GOOD / "plain" / "report.yaml").read_text("utf-8").replace("示例区生态环境局", "示例区教育局")
    late = plain.replace("2025-01-20", "2025-04-02")
    (folder / "教育" / "data" / "2024.yaml").write_text(late[: late.index("next_year_plan:")], "utf-8")
    open_ = plain.replace("示例区教育局", "示例区农业农村局").replace("lead: |\n  ", "lead: |\n  【待改】", 1)
    (folder / "农业" / "data" / "2024.yaml").write_text(open_, "utf-8")
    (folder / "水务" / "data" / "2024.yaml").write_text("year：2024\n", "utf-8")
    return tmp_path


def test_every_problem_is_told_under_its_file(bureaus: Path, run: Run) -> None:
    """And who has no file of that year; the rest is for `status`."""
    outcome = run(bureaus, "check", *ALL, "2024")
    assert outcome.code == 1
    for file in ("水务/data/2024.yaml:1:5", "农业/data/2024.yaml:", "教育/data/2024.yaml:"):
        assert f"各局/{file}" in outcome.out
    assert outcome.err.splitlines()[0] == "各局/体育：没有 2024 年的文件"
    assert outcome.err.splitlines()[-1].startswith("5个单位的4个文件：")


def test_who_has_filed_what(bureaus: Path, run: Run, golden: object) -> None:
    """A line each, the sums, and for a spreadsheet the same without them."""
    outcome = run(bureaus, "status", *ALL, "2024")
    assert (outcome.code, outcome.err) == (1, "")
    golden(CASES / "status.txt", _undated(outcome.out))  # type: ignore[operator]
    golden(CASES / "remind.txt", run(bureaus, "status", *ALL, "2024", "--remind").out)  # type: ignore[operator]
    table = run(bureaus, "status", *ALL, "-f", "csv").out
    golden(CASES / "status.csv", _undated(table).replace("\r\n", "\n"))  # type: ignore[operator]
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
    assert {len(row) for row in rows} == {12}
    assert len(rows) == 1 + 5 * 3


def _undated(table: str) -> str:
    """Without the day on which the test ran."""
    return re.sub(f"{dt.datetime.now(tz=dt.UTC).astimezone().date()}", "今天      ", table)


def test_what_the_table_says_of_odd_files(bureaus: Path, run: Run) -> None:
    """Days that count for the file's own year, a name that Notepad gave, a date that is still to come."""
    data = bureaus / "各局" / "教育" / "data"
    text = (data / "2024.yaml").read_text("utf-8")
    (data / "2024.yaml").write_text(
        text.replace("year: 2024", "year: 2023").replace("2025-04-02", "2025-01-21"), "utf-8"
    )
    (bureaus / "各局" / "体育" / "data").mkdir()
    (bureaus / "各局" / "体育" / "data" / "2024.yaml.txt").write_text("", "utf-8")
    shili = (SHILI / "data" / "2024.yaml").read_text("utf-8")
    undated = re.sub("(?m)^date: .*", "date: 待填", shili)
    (bureaus / "各局" / "环境" / "data" / "2024.yaml").write_text(undated, "utf-8")
    outcome = run(bureaus, "status", *ALL, "2024", "-f", "csv")
    rows = {row[1]: row for row in csv.reader(io.StringIO(outcome.out.removeprefix("\ufeff")))}
    assert rows["各局/教育"][6] == "按期"
    assert rows["各局/环境"][3:8] == ["没填完", "齐", "—", "没有日期", "1"]
    assert "各局/体育：没有 2024 年的文件 data/2024.yaml。有 2024.yaml.txt" in outcome.err


def test_open_places_are_no_fault_in_a_draft(bureaus: Path, run: Run) -> None:
    """Of one bureau and of several; real errors are."""
    assert run(bureaus, "check", "-C", "各局/农业", "2024").code == 1
    assert run(bureaus, "check", "-C", "各局/农业", "2024", "--draft").code == 0
    assert run(bureaus, "check", "-C", "各局/农业", "-C", "各局/环境", "2024", "--draft").code == 0
    assert run(bureaus, "check", *ALL, "2024", "--draft").code == 1


def test_a_folder_that_cannot_be_listed_stops_no_other(
    bureaus: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where the years are to be found out first."""
    real = Project.years

    def troubled(project: Project) -> tuple[int, ...]:
        if project.root.name == "教育":
            raise PermissionError(13, "denied", "教育/data")
        return real(project)

    monkeypatch.setattr(Project, "years", troubled)
    outcome = run(bureaus, "status", *ALL)
    assert outcome.code == 2
    assert "教育/data”无法读写" in outcome.err
    assert re.search("教育 +各局/教育 +2024  没有查", outcome.out)
    assert re.search("示例区生态环境局 +各局/环境 +2024  已报送", outcome.out)


def test_machines_get_one_list(bureaus: Path, run: Run) -> None:
    """With the files' names from where the command was run."""
    problems = json.loads(run(bureaus, "check", *ALL, "2024", "-f", "json").out)
    assert {problem["file"].split("/")[1] for problem in problems} == {"教育", "农业", "水务", "环境"}


def test_the_figures_of_all_side_by_side(bureaus: Path, run: Run, golden: object) -> None:
    """A row a bureau, a column an indicator; what cannot be read is told of; or a line a figure."""
    outcome = run(bureaus, "figures", *ALL, "2024", "-f", "csv", "--only", "立案", "--only", "罚款金额")
    assert outcome.code == 1
    golden(CASES / "figures.csv", outcome.out.replace("\r\n", "\n"))  # type: ignore[operator]
    assert "水务/data/2024.yaml 读不出" in outcome.err
    shown = run(bureaus, "figures", *ALL, "2024", "--only", "罚款金额", "--sort", "罚款金额")
    assert [line.split()[0] for line in shown.out.splitlines()][1] == "示例区生态环境局"
    found = json.loads(run(bureaus, "figures", *ALL, "-f", "json", "--only", "罚款金额").out)
    assert [one["value"] for one in found if one["bureau"] == "示例区生态环境局"] == [2874000, 2436000, 2319000]
    assert run(bureaus, "figures", *ALL, "-f", "html", "-o", "页.html").code == 1
    assert "各单位指标汇总" in (bureaus / "页.html").read_text("utf-8")


def test_all_of_it_for_excel(bureaus: Path, run: Run) -> None:
    """Who has filed, the figures as a table and as lines, several years: numbers are numbers; the same bytes again."""
    openpyxl = pytest.importorskip("openpyxl")
    made = {
        "情况.xlsx": ("status", *ALL, "2024"),
        "指标.xlsx": ("figures", *ALL, "2024"),
        "明细.xlsx": ("figures", *ALL, "--long"),
        "几年.xlsx": ("diff", "2022..2024", "-C", "各局/环境"),
    }
    for name, command in made.items():
        run(bureaus, *command, "-f", "xlsx", "-o", name)
        data = (bureaus / name).read_bytes()
        run(bureaus, *command, "-f", "xlsx", "-o", name)
        assert (bureaus / name).read_bytes() == data
    sheets = {name: openpyxl.load_workbook(bureaus / name) for name in made}
    assert [sheet.title for sheet in sheets["指标.xlsx"]] == ["汇总", "明细"]
    assert [sheet.title for sheet in sheets["几年.xlsx"]] == ["各年的安排落实得怎样", "各年的不足", "指标"]
    assert [cell.value for cell in sheets["情况.xlsx"].active[5]][:4] == ["水务", "各局/水务", 2024, "有错误"]
    assert {cell.data_type for cell in sheets["明细.xlsx"].active["E"][1:] if cell.value is not None} == {"n"}
    assert "xlsx 是几年一起比的表" in run(bureaus, "diff", "2023", "2024", "-C", "各局/环境", "-f", "xlsx").err


def test_build_goes_on_after_a_broken_one(bureaus: Path, run: Run) -> None:
    """Each in its own folder, or all below one; the exit code tells that something is missing."""
    outcome = run(bureaus, "build", *ALL, "2024", "-o", "收齐")
    assert outcome.code == 1
    made = sorted(path.relative_to(bureaus).as_posix() for path in (bureaus / "收齐").rglob("*") if path.is_file())
    assert made == [
        "收齐/农业/2024.draft.docx", "收齐/农业/2024.draft.md", "收齐/环境/2024.docx", "收齐/环境/2024.md",
    ]  # fmt: skip
    alone = run(bureaus, "build", "-C", "各局/环境", "-C", "各局/水务", "2024")
    assert alone.code == 1
    assert (bureaus / "各局" / "环境" / "reports" / "2024.docx").exists()
    assert run(bureaus, "build", "-C", "各局/环境", "2024", "--check").code == 0


def test_diff_goes_on_too(bureaus: Path, run: Run) -> None:
    """As text under each name, as one list for machines, as a page each."""
    outcome = run(bureaus, "diff", *ALL, "2023", "2024", "-f", "json", "--figures")
    assert outcome.code == 1
    [found] = json.loads(outcome.out)
    assert found["project"] == "各局/环境"
    assert found["comparison"]["old"]["year"] == 2023
    assert run(bureaus, "diff", *ALL, "2023", "2024", "--plan").out.startswith("== 各局/环境\n\n示例区生态环境局")
    run(bureaus, "diff", *ALL, "2023", "2024", "-f", "html", "-o", "对照")
    assert [path.name for path in (bureaus / "对照").rglob("*.html")] == ["2023-2024.html"]


def test_a_folder_that_cannot_be_read_stops_no_other(bureaus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither trouble with a disk nor a fault of our own."""
    from ecoreport.cli import status  # noqa: PLC0415 - as a command's module is: when it is called

    real = status.check_year

    def troubled(inputs: Inputs, file: Input) -> object:
        if "教育" in file.name:
            raise OSError(5, "I/O error", "教育")
        if "农业" in file.name:
            raise RuntimeError("ours")
        return real(inputs, file)

    monkeypatch.setattr(status, "check_year", troubled)
    outcome = run(bureaus, "status", *ALL, "2024")
    assert outcome.code == 2
    assert "各局/教育：“教育”无法读写：磁盘读写出错" in outcome.err
    assert "各局/农业：程序自身出了问题（RuntimeError: ours）" in outcome.err
    assert "没有查" in outcome.out
    assert re.search("示例区生态环境局 +各局/环境 +2024  已报送", outcome.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "-C", "没有*"), "没有对上任何文件夹"),
        (("check", "-C", "各局/环境", "-C", "没有"), "没有“没有”这个文件夹"),
        (("check", "-C", "各局/环境", "各局/教育"), "要加引号"),
        (("build", *ALL, "-o", "-"), "-o 要写文件夹"),
        (("build", "-C", "各局/环境", "-C", "别处/环境", "-o", "收"), "都叫“环境”"),
        (("figures", *ALL, "--chart"), "一次画一个单位"),
        (("figures", *ALL, "-f", "docx"), "-f 只有"),
        (("figures", "-C", "各局/环境", "-C", "各局/教育", "--only", "立按"), "没有叫“立按”的指标。是不是 立案？"),
        (("figures", *ALL, "--sort", "立按"), "没有叫“立按”的指标。是不是 立案？"),
        (("figures", *ALL, "--long"), "-f 只有 csv、json、xlsx"),
        (("figures", "-C", "各局/环境", "--sort", "立案"), "--sort 和 --long 用于几个单位一起的汇总"),
    ],
)
def test_what_several_cannot_have_is_said(arguments: tuple[str, ...], said: str, bureaus: Path, run: Run) -> None:
    """Exit 2, before anything is done."""
    (bureaus / "别处" / "环境" / "data").mkdir(parents=True)
    outcome = run(bureaus, *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert not (bureaus / "收").exists()
