"""`import FILE --into YEAR`: an edited report comes home through the command line."""

import io
from pathlib import Path

import docx
import pytest
from support import Run
from support.many_forms import LAST, TEXT
from support.projects import project_of


@pytest.fixture
def word(tmp_path: Path, run: Run) -> Path:
    """The Word file of 2024, just built."""
    project_of(tmp_path, TEXT, LAST)
    assert run(tmp_path, "build", "2024", "-f", "docx").code == 0
    return tmp_path / "reports" / "2024.docx"


def edit(word: Path, old: str, new: str, comment: str = "") -> None:
    """One change of words, as Word makes it."""
    document = docx.Document(io.BytesIO(word.read_bytes()))
    run = next(run for one in document.paragraphs for run in one.runs if old in run.text)
    run.text = run.text.replace(old, new)
    if comment:
        document.add_comment([run], comment, author="局长")
    document.save(str(word))


def test_words_come_home(word: Path, run: Run) -> None:
    """Written, said, and once: a second time there is nothing; then the file builds to the edited text."""
    data = word.parents[1] / "data" / "2024.yaml"
    edit(word, "完善案卷制度", "健全案卷制度")
    seen = run(word.parents[1], "import", str(word), "--into", "2024", "--dry-run")
    assert (seen.code, data.read_text("utf-8")) == (0, TEXT)
    assert "-        text: 完善案卷制度。\n+        text: 健全案卷制度。\n" in seen.out
    assert "data/2024.yaml：能写回1处，没有写（--dry-run）" in seen.err
    done = run(word.parents[1], "import", str(word), "--into", "2024")
    assert (done.code, done.out) == (0, "")
    assert "已写 data/2024.yaml：写回1处" in done.err
    assert data.read_text("utf-8") == TEXT.replace("完善案卷制度", "健全案卷制度")
    again = run(word.parents[1], "import", str(word), "--into", "2024")
    assert (again.code, again.err) == (0, "没有要写回的改动\n")
    assert run(word.parents[1], "build", "2024", "-f", "docx").code == 0


def test_what_is_told(word: Path, run: Run) -> None:
    """What a person has to settle, with both texts, and comments: exit 1."""
    edit(word, "增长40.0%", "增长41.5%", "再核一下")
    done = run(word.parents[1], "import", str(word), "--into", "2024")
    assert done.code == 1
    assert "没有能写回的改动，data/2024.yaml 没有动\n" in done.err
    assert "没有写回、要人来定的1处：\n  1. {{ 立案 | 同比 }} 是算出来的，没有照抄" in done.err
    assert "     年度文件印的：比上年增长40.0%\n     改过的：比上年增长41.5%\n" in done.err
    assert "批注1条：\n  局长对“" in done.err
    assert "：再核一下\n" in done.err
    assert (
        literal := run(word.parents[1], "import", str(word), "--into", "2024", "--literal")
    ).code == 1  # the comment is still there
    assert done.err.splitlines()[-1].startswith("没有写回的定下来以后，重新生成：ecoreport build 2024 --force；")
    assert literal.err.splitlines()[-1].startswith("批注看过以后，重新生成：ecoreport build 2024 --force；")
    assert "比上年增长41.5%" in (word.parents[1] / "data" / "2024.yaml").read_text("utf-8")


def test_a_figure_and_where_else_it_prints(word: Path, run: Run) -> None:
    """The other places are shown; a document without digests says so."""
    edit(word, "带头学法，主持会议12次", "带头学法，主持会议13次")
    done = run(word.parents[1], "import", str(word), "--into", "2024")
    assert done.code == 0
    assert "  指标“培训”：12次 → 13次\n" in done.err
    assert "这里印的是“培训”，跟着指标一起变了" in done.err
    shown = [line.split("：", 1)[1] for line in done.err.splitlines() if "年度文件现在印的：" in line]
    assert shown
    assert all("13次" in line and len(line) < 120 for line in shown)  # the words around the change alone
    assert done.err.splitlines()[-1] == "重新生成：ecoreport build 2024；改过的那份会留作副本。"
    again = run(word.parents[1], "build", "2024", "-f", "docx")
    kept = "原来的 reports/2024.docx 有人改过，改的地方年度文件里都有了，留作 reports/2024.改过.docx\n"
    assert (again.code, kept in again.err) == (0, True)
    plain = word.parent / "改过.md"
    assert run(word.parents[1], "build", "2024", "-f", "md", "-o", str(plain)).code == 0
    plain.write_text(plain.read_text("utf-8").replace("丰富宣传形式", "创新宣传形式"), "utf-8")
    done = run(word.parents[1], "import", str(plain), "--into", "2024")
    assert done.code == 0
    assert done.err.startswith("这份文件没有带生成时的记录")


def test_errors_that_the_document_brings_are_told(word: Path, run: Run) -> None:
    """At once, with their place in the year file; those that were there before are not."""
    edit(word, "完善案卷制度", "完善【此处请补充】制度")
    done = run(word.parents[1], "import", str(word), "--into", "2024")
    assert "文档里这样写，年度文件就有错误，改好才能生成：\n错误[E5" in done.err
    assert done.err.count("错误[") == 1


def test_rejected_changes_stay_in_the_file(word: Path, run: Run) -> None:
    """So what comes next has to be told to build."""
    done = run(word.parents[1], "import", str(word), "--into", "2024", "--reject")
    assert done.err.splitlines()[-1] == "重新生成：ecoreport build 2024 --force；改过的那份会留作副本。"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--into", "2021"], "没有 2021 年的文件"),
        (["--into", "2023"], "这是2024年的报告，不是2023年的"),
        (["--into", "2024", "--force"], "--into 只和 --dry-run、--reject、--literal 一起写"),
        (["--dry-run"], "--dry-run、--reject、--literal 和 --into 一起写"),
    ],
)
def test_what_is_refused(word: Path, run: Run, arguments: list[str], said: str) -> None:
    """With the reason; nothing is written."""
    done = run(word.parents[1], "import", str(word), *arguments)
    assert done.code in (1, 2)
    assert said in done.err
    assert (word.parents[1] / "data" / "2024.yaml").read_text("utf-8") == TEXT


def test_a_broken_year_file_is_told(word: Path, run: Run) -> None:
    """With its problems; it is mended first."""
    data = word.parents[1] / "data" / "2024.yaml"
    for text, told in (
        (f"{TEXT}没有的键: 1\n", "E201"),
        (TEXT.replace("{{ 培训 }}", "{{ 无此 }}"), "没有叫“无此”的指标"),
    ):
        data.write_text(text, "utf-8")
        done = run(word.parents[1], "import", str(word), "--into", "2024")
        assert done.code in (1, 2)
        assert told in done.err
        assert "data/2024.yaml 有错误，没有收回" in done.err
