"""check --fix: what is mechanical is mended in place, all else stays the same bytes, and once is enough."""

import difflib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import Run
from support.catalogue import SHOWN, SOUND, example, merged
from support.projects import check_of, project_of

from ecoreport.fix import fitting, fix_year
from ecoreport.problems.catalogue import Code
from ecoreport.problems.diagnostic import FileEdit, Problem, Severity

SLOPPY = merged(
    SOUND,
    """\
lead: |  # 导语
  2024年，示例区生态环境局坚持依法行政,规范执法(含听证)。  
  落实《甲》、《乙》和《关于贯彻《丙》的意见》,按示环[2024]1号文件，自2021-2025年 推进。
figures: {立案: 1,  处罚: '2件'}   # 这里的逗号不动
assertions: [处罚 > 立案]
measures:
  - title: "依法决策。"
    text: >
      折行的正文,
      也能改;“引号”.
""",  # noqa: W291 - the blank at the end of a line is one of the slips
)
MENDED = merged(
    SOUND,
    """\
lead: |  # 导语
  2024年，示例区生态环境局坚持依法行政，规范执法（含听证）。
  落实《甲》《乙》和《关于贯彻〈丙〉的意见》，按示环〔2024〕1号文件，自2021—2025年推进。
figures: {立案: 1,  处罚: '2件'}   # 这里的逗号不动
assertions: [处罚 > 立案]
measures:
  - title: "依法决策"
    text: >
      折行的正文，
      也能改；“引号”。
""",
)


def fixed(data: bytes, folder: Path) -> bytes:
    """The file's bytes after `fix`."""
    inputs = project_of(folder, data).inputs()
    return fix_year(inputs, inputs.years.files[2024]).after.read()


def fixable(data: bytes, folder: Path) -> list[Problem]:
    """What is left that could be mended."""
    problems = check_of(folder, 2024, data).problems
    return [problem for problem in problems if fitting([problem])]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_mends_and_keeps_everything_else(tmp_path: Path, mark: bytes, end: str) -> None:
    """Comments, quotes, layout, line ends and the byte order mark stay."""
    before = mark + SLOPPY.replace("\n", end).encode()
    assert fixed(before, tmp_path) == mark + MENDED.replace("\n", end).encode()


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_twice_is_the_same_as_once_and_nothing_fixable_is_left(entry: Code, tmp_path: Path) -> None:
    """For the wrong example of every code."""
    once = fixed(example(entry.wrong, entry).encode(), tmp_path)
    assert fixable(once, tmp_path) == []
    assert fixed(once, tmp_path) == once


@given(st.text("甲乙，。,.;:：() 　（）《》“”[]-—～20245年号\n#'\"{}|>&*", max_size=60))
def test_no_letter_han_or_digit_is_ever_touched(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """In a text block of anything; and once is enough."""
    folder = tmp_path_factory.getbasetemp() / "fixes"
    folder.mkdir(exist_ok=True)
    block = "".join(f"  {line}\n" for line in text.split("\n"))
    before = merged(SOUND, f"lead: |\n  文{block.lstrip()}").encode()
    after = fixed(before, folder)
    assert _words(before) == _words(after)
    assert fixable(after, folder) == []
    assert fixed(after, folder) == after
    old, new = before.decode().split("lead:"), after.decode().split("lead:")
    assert old[0] == new[0]


def _words(data: bytes) -> str:
    return "".join(character for character in data.decode() if character.isalnum())


def test_edits_that_would_touch_a_word_or_overlap_are_not_made() -> None:
    """The guard itself, whatever a rule may come to propose."""

    def problem(*edits: FileEdit) -> Problem:
        return Problem("E501", Severity.ERROR, "", "data/2024.yaml", 1, 1, 1, 2, edits=edits)

    assert fitting([problem(FileEdit(0, "号", "日")), problem(FileEdit(3, "1", ""))]) == ()
    later, earlier = FileEdit(4, ",", "，"), FileEdit(3, "),", "）")
    assert fitting([problem(earlier), problem(later)]) == (later,)


def test_diff_alone_shows_and_writes_nothing(project: Path, run: Run) -> None:
    """Exit 1 while there is something to mend; the diff on stdout, the count on stderr."""
    path = project / "data" / "2024.yaml"
    path.write_bytes(SLOPPY.encode())
    shown = run(project, "check", "--diff")
    assert path.read_bytes() == SLOPPY.encode()
    assert (shown.code, shown.err) == (1, "能自动改的有13处，加上 --fix 就改\n")
    expected = difflib.unified_diff(
        SLOPPY.splitlines(keepends=True),
        MENDED.splitlines(keepends=True),
        "data/2024.yaml",
        "data/2024.yaml（改后）",
        n=1,
    )
    assert shown.out == "".join(expected)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_in_another_encoding_becomes_utf_8(project: Path, run: Run, encoding: str) -> None:
    """No line of it changes; the diff is empty."""
    path = project / "data" / "2024.yaml"
    text = path.read_bytes()
    path.write_bytes(text.decode().encode(encoding))
    outcome = run(project, "check", "2024", "--diff")
    assert (outcome.code, outcome.out) == (1, "")
    assert "能自动改的有1处" in outcome.err
    fixed = run(project, "check", "2024", "--fix")
    assert (fixed.code, "文件不是 UTF-8 编码[E101]" in fixed.err) == (0, True)
    assert path.read_bytes() == text


def test_fix_writes_says_what_and_checks_what_is_left(project: Path, run: Run) -> None:
    """The second time there is nothing to do."""
    path = project / "data" / "2024.yaml"
    path.write_bytes(SLOPPY.encode())
    outcome = run(project, "check", "--fix")
    assert path.read_bytes() == MENDED.encode()
    assert "data/2024.yaml：改了13处" in outcome.err
    again = run(project, "check", "--fix", "--diff")
    assert path.read_bytes() == MENDED.encode()
    assert "改了" not in again.err
    assert not re.search(r"^[-+]", again.out, re.MULTILINE)


def test_a_file_that_does_not_parse_is_mended_to_where_it_does(project: Path, run: Run) -> None:
    """Full-width colons and hashes, missing blanks."""
    path = project / "data" / "2024.yaml"
    broken = SOUND.replace("year: ", "year：").replace("date: ", "date:").replace("measures:", "＃说明\nmeasures：")
    path.write_bytes(broken.encode())
    assert run(project, "check").code == 1
    assert run(project, "check", "--fix").code == 0
    assert path.read_text("utf-8") == SOUND.replace("measures:", "# 说明\nmeasures:")
