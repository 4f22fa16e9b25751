"""--root FOLDER: year files and documents as they come by mail, in one folder, each by itself."""

import json
import os
import shutil
from pathlib import Path

import pytest
from support import Run
from support.catalogue import SOUND
from support.documents import document
from support.examples import SHILI

WORD = (
    "示例县水务局2024年法治政府建设情况报告\n一、主要举措和成效\n规范决策，立案30-40起。\n示例县水务局\n2025年3月20日\n"
)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A project, a year file under a name of its own, a Word file, a broken one of each, what is none."""
    folder = tmp_path / "收件"
    shutil.copytree(SHILI / "data", folder / "环境局" / "data")
    shutil.copytree(SHILI / "reports", folder / "环境局" / "reports")
    (folder / "来信").mkdir()
    (folder / "来信" / "教育局的.yaml").write_text(SOUND.replace("示例区生态环境局", "示例县教育局"), "utf-8")
    (folder / "来信" / "报告.docx").write_bytes(
        document("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in WORD.split()))
    )
    (folder / "来信" / "坏.yaml").write_text("year：2024\n", "utf-8")
    (folder / "来信" / "坏.docx").write_bytes(b"PK\x03\x04")
    (folder / "来信" / "~$报告.docx").write_bytes(b"\x00")
    (folder / "来信" / "照片.jpg").write_bytes(b"\xff\xd8")
    return tmp_path


def test_each_file_has_a_line(box: Path, run: Run) -> None:
    """Under what its report calls the bureau; one that cannot be read under its own name, with the reason."""
    outcome = run(box, "status", "--root", "收件", "2024", "-f", "csv")
    assert outcome.code == 1
    rows = [line.split(",") for line in outcome.out.removeprefix("\ufeff").splitlines()[1:]]
    assert [row[:4] for row in rows] == [
        ["来信/坏.docx", "来信/坏.docx", "—", "读不出"],
        ["来信/坏.yaml", "来信/坏.yaml", "—", "有错误"],
        ["示例县水务局", "来信/报告.docx", "2024", "有错误"],
        ["示例县教育局", "来信/教育局的.yaml", "2024", "已报送"],
        ["示例区生态环境局", "环境局/data/2024.yaml", "2024", "已报送"],
    ]
    assert [row[-1] for row in rows[:3:2]] == ["文件不完整（后面少了一截）", "第3段：两个数之间用了“-”"]
    assert "2份文件不是年度文件，照导入的办法读了再看。\n" in outcome.err
    told = run(box, "status", "--root", "收件", "2024", "--remind").out
    assert "示例县水务局：\n　　贵单位2024年度法治政府建设情况报告有" in told
    assert "贵单位报送的“来信/坏.docx”读不出：文件不完整（后面少了一截）。请补正后重新报送。\n" in told


def test_problems_of_all_are_told(box: Path, run: Run) -> None:
    """Of year files by their lines, of documents by their paragraphs; a broken one hides no other."""
    outcome = run(box, "check", "--root", "收件", "2024")
    assert outcome.code == 1
    assert " --> 来信/坏.yaml:1:5\n" in outcome.out
    assert " --> 来信/报告.docx 第3段\n" in outcome.out
    assert "来信/坏.docx：文件不完整（后面少了一截）。重新拷贝或下载一份再试\n" in outcome.err
    assert "check --fix" not in outcome.err, "it changes nothing in the folder"
    told = json.loads(run(box, "check", "--root", "收件", "2024", "-f", "json").out)
    assert {"来信/坏.yaml", "来信/报告.docx"} <= {one["file"] for one in told}
    assert all(one["line"] and one["column"] for one in told), "what is missing stands at the beginning"
    assert "第3段“立案30-40" in "".join(one["message"] for one in told), "the words are quoted"


def test_figures_of_all_side_by_side(box: Path, run: Run) -> None:
    """Of documents too, as far as their numbers have names; what is there twice is told and kept apart."""
    again = box / "收件" / "又一份.yaml"
    shutil.copy(SHILI / "data" / "2024.yaml", again)
    outcome = run(box, "figures", "--root", "收件", "2024", "--only", "立案")
    assert outcome.code == 1
    assert "示例区生态环境局2024年的有2份：又一份.yaml、环境局/data/2024.yaml\n" in outcome.err
    assert "示例区生态环境局（环境局/data/2024.yaml）" in outcome.out
    assert "来信/坏.docx 读不出：" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--root", "没有"), "没有“没有”这个文件夹"),
        (("check", "--root", "收件", "--fix"), "--root 只看不改"),
        (("check", "--root", "收件", "收件/来信/报告.docx"), "--root 只看不改"),
        (("figures", "--root", "收件", "--chart"), "一次画一个单位"),
        (("status", "--root", "收件", "-f", "csv", "--remind"), "--remind"),
    ],
)
def test_what_it_cannot_have_is_said(arguments: tuple[str, ...], said: str, box: Path, run: Run) -> None:
    """Exit 2, before anything is read."""
    outcome = run(box, *arguments)
    assert (outcome.code, said in outcome.err) == (2, True), outcome.err


def test_last_years_file_that_was_not_sent_is_no_error(tmp_path: Path, run: Run) -> None:
    """Noted, once a file, and the year is filed; beside one that is called so but for the year it is compared."""
    box = tmp_path / "收件"
    box.mkdir()
    shutil.copy(SHILI / "data" / "2024.yaml", box / "环境局2024.yaml")
    rows = run(tmp_path, "status", "--root", "收件", "-f", "csv").out.splitlines()[1:]
    assert [row.split(",")[3::8] for row in rows] == [["已报送", "没有一起报来上年的文件，15处与上年的比较没有核对"]]
    told = json.loads(run(tmp_path, "check", "--root", "收件", "-f", "json").out)
    assert [one["severity"] for one in told if one["code"] == "W621"] == ["warning"]
    assert {one["code"][0] for one in told} <= {"W", "H"}
    assert run(tmp_path, "status", "--root", "收件", "--remind").out == ""
    other = SHILI.joinpath("data", "2023.yaml").read_text("utf-8")
    last = box / "环境局2023.yaml"
    for text, compared in (
        (other, True),
        (other.replace("示例区生态环境局", "示例区教育局"), False),
        (other.replace("year: 2023", "year: 2022"), False),
        ("year：", False),
    ):
        last.write_text(text, "utf-8")
        codes = [
            one["code"]
            for one in json.loads(run(tmp_path, "check", "--root", "收件", "-f", "json").out)
            if one["file"] == "环境局2024.yaml"
        ]
        assert ("W611" in codes, "W621" in codes) == (compared, not compared)


def test_nothing_that_was_sent_is_passed_over_in_silence(box: Path, run: Run) -> None:
    """Pictures, archives, links and what lies too deep are named; what systems leave behind is not."""
    folder = box / "收件"
    for name in ("报告.zip", "Thumbs.db", ".DS_Store", "环境局/README.xlsx"):
        (folder / name).write_bytes(b"x")
    (folder / "链接.docx").symlink_to(folder / "来信" / "报告.docx")
    (folder / "别处").symlink_to(folder / "来信", target_is_directory=True)
    (folder / Path(*"abcdefghi")).mkdir(parents=True)
    told = run(box, "status", "--root", "收件", "2024").err
    named = "别处、报告.zip、链接.docx、a/b/c/d/e/f/g/h/i、来信/照片.jpg"
    assert f"还有5个没有看，不是文档（压缩包要先解压）或者是链接：{named}\n" in told


def test_a_bureau_that_sent_another_year_alone_has_not_filed(tmp_path: Path, run: Run) -> None:
    """It has a row and a reminder; not where its file of the year is there and broken."""
    box = tmp_path / "收件"
    box.mkdir()
    (box / "局2024.yaml").write_text(SOUND, "utf-8")
    outcome = run(tmp_path, "status", "--root", "收件", "2025", "-f", "csv")
    assert (outcome.code, outcome.out.splitlines()[1:]) == (1, ["示例区生态环境局,,2025,未报送,—,—,—,—,—,—,—,"])
    assert "示例区生态环境局：没有 2025 年的\n" in outcome.err
    assert "报告还没有收到。" in run(tmp_path, "status", "--root", "收件", "2025", "--remind").out
    (box / "局2025.yaml").write_text("year：2025\n", "utf-8")
    rows = run(tmp_path, "status", "--root", "收件", "2025", "-f", "csv").out.splitlines()[1:]
    assert [row.split(",")[3] for row in rows] == ["有错误"]


def test_what_last_year_does_not_have_stays_an_error(tmp_path: Path, run: Run) -> None:
    """A figure that last year's file lacks; a broken file of last year in a project."""
    box = tmp_path / "收件"
    shutil.copytree(SHILI / "data", box / "局" / "data")
    path = box / "局" / "data" / "2023.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  合法性审查:", "  别的审查:").replace("{{ 合法性审查 }}", "{{ 别的审查 }}"), "utf-8")
    codes = {one["code"] for one in json.loads(run(tmp_path, "check", "--root", "收件", "2024", "-f", "json").out)}
    assert ("E216" in codes, "E219" in codes, "W621" in codes) == (True, False, False)
    path.write_text("year：2023\n", "utf-8")
    codes = {one["code"] for one in json.loads(run(tmp_path, "check", "--root", "收件", "2024", "-f", "json").out)}
    assert {"E219", "W621"} <= codes


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a POSIX thing")
def test_what_could_not_be_looked_into_is_asked_of_no_bureau(tmp_path: Path, run: Run) -> None:
    """The fault lies here, not in what was sent: a row with the reason, and no reminder."""
    (tmp_path / "收件").mkdir()
    os.mkfifo(tmp_path / "收件" / "局2024.yaml")
    outcome = run(tmp_path, "status", "--root", "收件", "-f", "csv")
    row = outcome.out.splitlines()[1].split(",")
    assert (outcome.code, row[0], row[3], row[7:10]) == (1, "局2024.yaml", "没有查", ["—"] * 3)
    assert "不是普通文件" in row[-1]
    reminded = run(tmp_path, "status", "--root", "收件", "--remind")
    assert (reminded.out, reminded.err.startswith("局2024.yaml：")) == ("", True)


def test_an_empty_folder_is_nothing(tmp_path: Path, run: Run) -> None:
    """Exit 1: nobody has filed."""
    (tmp_path / "空").mkdir()
    assert run(tmp_path, "status", "--root", "空") == (1, "", "")
