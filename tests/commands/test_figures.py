"""`figures`: the ledger in every format, the check sheet, and what `textconv` shows of a Word file."""

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt
from support import ROOT, Run
from support.changed import edited
from support.examples import SHILI
from support.words import docx_words

EVIL = '=HYPERLINK("http://example.org")'


def test_csv_is_what_excel_takes_for_utf8_and_reads_back() -> None:
    """A byte order mark, CRLF, numbers as numbers."""
    data = (SHILI / "expected" / "figures.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    told = json.loads((SHILI / "expected" / "figures.json").read_text("utf-8"))
    mine = [row for row in rows if row["年度"] == "2024"]
    assert [row["指标"] for row in mine] == [one["name"] for one in told]
    for row, one in zip(mine, told, strict=True):
        assert row["印出"] == one["printed"]
        assert (float(row["数值"]) if row["数值"] else None) == one["value"]
        assert (float(row["增减"]) if row["增减"] else None) == one["difference"]


def test_no_cell_is_a_formula(project: Path, run: Run) -> None:
    """A source that begins like one is led by an apostrophe."""
    edited(project, "figures:\n", f"figures:\n  试: {{value: -3件, source: '{EVIL}', note: '@x'}}\n")
    rows = list(csv.reader(io.StringIO(run(project, "figures", "-f", "csv").out.removeprefix("\ufeff"))))
    cells = [cell for row in rows for cell in row]
    assert f"'{EVIL}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


def test_markdown_tables_are_tables_whatever_is_typed(project: Path, run: Run) -> None:
    """A pipe in a source parts no cell."""
    edited(project, "figures:\n", "figures:\n  试: {value: 3件, source: 'a|b', note: '<b>*x*'}\n")
    html = MarkdownIt("commonmark").enable("table").render(run(project, "figures", "-f", "md").out)
    assert "<td>a|b</td>" in html
    assert "&lt;b&gt;*x*" in html


def test_a_broken_year_hides_no_other(tmp_path: Path, run: Run) -> None:
    """Its problems are told, the others are listed, the exit code is 1."""
    shutil.copytree(SHILI, tmp_path / "p")
    broken = tmp_path / "p" / "data" / "2022.yaml"
    broken.write_text(broken.read_text("utf-8") + "没有的键: 1\n", "utf-8")
    outcome = run(tmp_path / "p", "figures", "--all")
    assert outcome.code == 1
    assert "E201" in outcome.err
    assert "2023年" in outcome.out
    assert "2022年" not in outcome.out


def test_the_check_sheet_has_every_figure_and_room_to_sign(
    tmp_path: Path, run: Run, assert_valid_docx: Callable[[Path], None]
) -> None:
    """By source; what is open is left to be written in."""
    project = tmp_path / "p"
    shutil.copytree(SHILI, project)
    assert run(project, "figures", "2024", "-f", "docx").code == 0
    path = project / "reports" / "2024核对表.docx"
    assert_valid_docx(path)
    printed = docx_words(path.read_bytes())
    told = json.loads((SHILI / "expected" / "figures.json").read_text("utf-8"))
    for one in told:
        assert f"{one['name']}{one['printed']}" in printed
    assert printed.count("经办人：") == len({one["source"] for one in told})
    run(project, "new", "2025")
    assert run(project, "figures", "2025", "-f", "docx", "-o", "x.docx").code == 0
    assert "待填" not in docx_words((project / "x.docx").read_bytes())
    assert run(project, "figures", "--all", "-f", "docx", "-o", "x.docx").code == 2


def test_git_shows_a_word_file_as_text(tmp_path: Path) -> None:
    """With .gitattributes and one setting, `git diff` shows paragraphs."""

    def git(*arguments: str) -> str:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        done = subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)
        return done.stdout.decode()

    git("init", "-q")
    git("config", "diff.docx.textconv", f'"{sys.executable}" -m ecoreport textconv')
    shutil.copy(SHILI / ".gitattributes", tmp_path)
    shutil.copy(SHILI / "reports" / "2023.docx", tmp_path / "report.docx")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    shutil.copy(SHILI / "reports" / "2024.docx", tmp_path / "report.docx")
    shown = git("diff")
    assert "+（一）在学深悟透习近平法治思想上持续用力" in shown
    assert "-（一）推动学法成果向实战转化" in shown
    assert "+行政处罚 | 39件 | 41件 | 按决定日期统计" in shown
    assert "Binary" not in shown


def test_textconv_says_why_it_cannot_read(tmp_path: Path, run: Run) -> None:
    """On stderr, with 1: git shows that."""
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04nothing")
    outcome = run(tmp_path, "textconv", "x.docx")
    assert outcome.code == 1
    assert "x.docx" in outcome.err
    assert run(ROOT, "textconv", "没有.docx").code == 2
