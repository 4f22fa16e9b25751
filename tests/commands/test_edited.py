"""A Word file that somebody has edited since it was built: not written over unasked, and never without a copy."""

from pathlib import Path

import pytest
from docx.document import Document
from support import Run
from support.catalogue import BEFORE, SOUND
from support.projects import project_of
from support.retyped import changed, laid_out_anew, saved

from ecoreport.cli.edited import copy_of

BACK = "收回修改：ecoreport import reports/2024.docx --into 2024；不要了：加 --force\n"
EDITED = f"reports/2024.docx 在生成以后有人改过（1 处）。{BACK}"
HELD = "reports/2024.md 也没有写：一年的几种格式要是同一份文字。\n"
WORDS = {"规范决策": "依法规范决策"}


@pytest.fixture
def word(tmp_path: Path, run: Run) -> Path:
    """The Word file of 2024, just built beside that of 2023."""
    project_of(tmp_path, SOUND, BEFORE)
    assert run(tmp_path, "build").code == 0
    return tmp_path / "reports" / "2024.docx"


def names(word: Path) -> list[str]:
    """What is in its folder of that year."""
    return sorted(path.name for path in word.parent.iterdir() if path.name.startswith("2024"))


def rewrite(word: Path, old: str = "2025-01-20", new: str = "2025-01-21") -> None:
    """The year file says something else now."""
    path = word.parents[1] / "data" / "2024.yaml"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_an_edited_file_stays(word: Path, run: Run) -> None:
    """With the other formats of its year; other years are built, and the exit code is 1."""
    changed(word, WORDS)
    edited = word.read_bytes()
    (word.parent / "2024.md").unlink()
    (word.parent / "2023.md").unlink()
    outcome = run(word.parents[1], "build")
    assert outcome == (1, "", f"{EDITED}{HELD}已生成 reports/2023.md、reports/2023.docx\n")
    assert (word.read_bytes(), names(word)) == (edited, ["2024.docx"])
    assert run(word.parents[1], "build", "2024", "-f", "docx") == (1, "", EDITED)
    assert run(word.parents[1], "build", "2024", "-f", "md", "-j", "2").code == 0
    assert run(word.parents[1], "build", "-j", "2").err.startswith(EDITED)


def test_by_force_it_is_kept_under_another_name(word: Path, run: Run) -> None:
    """Each time under the next one that is free; a file that is as it was built is not."""
    for copy in ("2024.改过.docx", "2024.改过2.docx"):
        changed(word, WORDS)
        edited = word.read_bytes()
        outcome = run(word.parents[1], "build", "2024", "--force")
        told = f"原来的 reports/2024.docx 文字不同，留作 reports/{copy}\n"
        assert outcome == (0, "", f"{told}已生成 reports/2024.md、reports/2024.docx\n")
        assert (word.parent / copy).read_bytes() == edited
        assert run(word.parents[1], "build", "--check").code == 0
    before = names(word)
    assert run(word.parents[1], "build", "--force").code == 0
    assert names(word) == before == ["2024.docx", "2024.md", "2024.改过.docx", "2024.改过2.docx"]


def test_an_untouched_file_is_replaced_without_a_word(word: Path, run: Run) -> None:
    """However the data have changed since."""
    rewrite(word)
    old = word.read_bytes()
    assert run(word.parents[1], "build", "2024") == (0, "", "已生成 reports/2024.md、reports/2024.docx\n")
    assert word.read_bytes() != old
    assert names(word) == ["2024.docx", "2024.md"]


def test_another_look_is_kept_beside(word: Path, run: Run) -> None:
    """The text is the one that was built; the file is replaced all the same, and said to be stale before."""
    word.write_bytes(saved(word.read_bytes(), laid_out_anew))
    rewrite(word)
    other = word.read_bytes()
    state = "不是原样，文字没有变（重新存过，或者是别的版本生成的）"
    checked = run(word.parents[1], "build", "2024", "--check", "-f", "docx")
    assert checked == (1, f"reports/2024.docx {state}。运行 ecoreport build 换成新的，它会另存一份\n", "")
    outcome = run(word.parents[1], "build", "2024", "-f", "docx")
    told = f"原来的 reports/2024.docx {state}，留作 reports/2024.改过.docx\n"
    assert outcome == (0, "", f"{told}已生成 reports/2024.docx\n")
    assert (word.parent / "2024.改过.docx").read_bytes() == other


def test_edited_to_what_the_data_say_now(word: Path, run: Run) -> None:
    """Somebody typed the leader's words into the year file: then nothing can be lost."""
    changed(word, WORDS)
    rewrite(word, *next(iter(WORDS.items())))
    assert run(word.parents[1], "build", "2024", "-f", "docx").code == 0
    assert names(word) == ["2024.docx", "2024.md", "2024.改过.docx"]


def test_brought_back_it_is_replaced(word: Path, run: Run) -> None:
    """Without --force, however much else has followed; what was edited is kept beside it, and --check says so."""
    changed(word, {"规范决策": "依法规范决策", "2025年1月20日": "二〇二五年一月二十三日"})
    edited = word.read_bytes()
    assert run(word.parents[1], "build", "2024").code == 1
    assert run(word.parents[1], "import", "reports/2024.docx", "--into", "2024").code == 0
    has_all = "reports/2024.docx 有人改过，改的地方年度文件里都有了"
    checked = run(word.parents[1], "build", "2024", "--check", "-f", "docx")
    assert checked == (1, f"{has_all}。运行 ecoreport build 换成新的，它会另存一份\n", "")
    outcome = run(word.parents[1], "build", "2024", "-f", "docx")
    kept = "留作 reports/2024.改过.docx\n已生成 reports/2024.docx\n"
    assert outcome == (0, "", f"原来的 {has_all}，{kept}")
    assert (word.parent / "2024.改过.docx").read_bytes() == edited


def test_a_comment_is_not_written_over(word: Path, run: Run) -> None:
    """Nor a picture or a note: no year file has a place for them, whoever has seen them says --force."""

    def comment(document: Document) -> None:
        document.add_comment([document.paragraphs[0].runs[0]], "再斟酌", author="局长")

    word.write_bytes(saved(word.read_bytes(), comment))
    outcome = run(word.parents[1], "build", "2024", "-f", "docx")
    told = "在生成以后有人加了年度文件里放不下的东西（批注：再斟酌），没有覆盖。看过了：加 --force\n"
    assert outcome == (1, "", f"reports/2024.docx {told}")
    assert run(word.parents[1], "build", "2024", "--force").code == 0


def test_check_says_the_same(word: Path, run: Run) -> None:
    """On stdout, file by file, beside those that are only stale."""
    changed(word, WORDS)
    assert run(word.parents[1], "build", "--all", "--check") == (1, EDITED, "")
    (word.parent / "2023.md").write_bytes(b"")
    outcome = run(word.parents[1], "build", "--all", "--check")
    assert outcome == (1, f"reports/2023.md：不是最新的\n{EDITED}", "运行 ecoreport build 重新生成。\n")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("立案35起".encode(), "这不是 .docx 文件"),
        (b"PK\x03\x04", "文件不完整（后面少了一截）"),
        (bytes(21 << 20), "这不是 .docx 文件"),
    ],
)
def test_what_cannot_be_read_is_not_written_over(word: Path, run: Run, data: bytes, reason: str) -> None:
    """Nobody knows what is in it; by force it is kept."""
    word.write_bytes(data)
    told = f"reports/2024.docx 读不出来：{reason}。分不清有没有人改过，没有覆盖。不要了：加 --force\n"
    assert run(word.parents[1], "build", "2024") == (1, "", f"{told}{HELD}")
    assert word.read_bytes() == data
    forced = run(word.parents[1], "build", "2024", "--force")
    assert "原来的 reports/2024.docx 读不出来，留作 reports/2024.改过.docx\n" in forced.err
    assert (word.parent / "2024.改过.docx").read_bytes() == data


def test_a_file_of_another_maker_is_not_written_over(word: Path, run: Run) -> None:
    """It carries no digests; where and how it is to be brought back is as it would be typed there."""
    other = saved(word.read_bytes(), lambda document: document.add_paragraph("别的。"))
    folder = word.parents[1]
    (folder / "报 告.docx").write_bytes(other.replace(b"ecoreport-", b"ecoreports"))
    for name in ("报 告.docx",):
        outcome = run(folder, "build", "2024", "-o", name)
        assert outcome.code == 1
        assert outcome.err.endswith('收回修改：ecoreport import "报 告.docx" --into 2024；不要了：加 --force\n')
    above = run(folder.parent, "build", "-C", folder.name, "2024", "-o", f"{folder.name}/报 告.docx")
    assert f'ecoreport import -C {folder.name} "{folder.name}/报 告.docx" --into 2024；' in above.err


def test_a_draft_is_a_file_like_any_other(tmp_path: Path, run: Run) -> None:
    """Edited, it stays; the copy is called after it."""
    project_of(tmp_path, SOUND + "figures: {立案: 待填}\n")
    assert run(tmp_path, "build", "2024").code == 0
    draft = tmp_path / "reports" / "2024.draft.docx"
    draft.write_bytes(saved(draft.read_bytes(), lambda document: document.add_paragraph("另行通知。")))
    outcome = run(tmp_path, "build", "2024")
    assert outcome.code == 1
    assert "reports/2024.draft.docx 在生成以后有人改过（1 处）。" in outcome.err
    assert run(tmp_path, "build", "2024", "--draft", "--force").code == 0
    assert copy_of(draft).name == "2024.draft.改过2.docx"


def test_nothing_is_looked_at_that_is_not_to_be_written(word: Path, run: Run) -> None:
    """On standard output it is printed, whatever stands in reports/; --force and --check say opposite things."""
    changed(word, WORDS)
    assert run(word.parents[1], "build", "2024", "-f", "md", "-o", "-").code == 0
    outcome = run(word.parents[1], "build", "--check", "--force")
    assert (outcome.code, "--force 和 --check 只写一样。" in outcome.err) == (2, True)


def test_markdown_and_web_pages_are_made_anew(word: Path, run: Run) -> None:
    """They carry no digests, and what a line of them was before, git knows."""
    (word.parent / "2024.md").write_text("改过", "utf-8")
    assert run(word.parents[1], "build", "2024").code == 0
    assert (word.parent / "2024.md").read_text("utf-8") != "改过"
