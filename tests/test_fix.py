"""Mechanical mends: which edits may be made together, and a year file before and after them."""

from pathlib import Path

import pytest
from support.catalogue import SOUND
from support.projects import project_of

from ecoreport.fix import Fixed, Made, fitting, fix_year
from ecoreport.problems.diagnostic import FileEdit, Problem, Severity
from ecoreport.report.inputs import given


def _fixed(folder: Path, data: bytes) -> Fixed:
    inputs = project_of(folder, data).inputs(2024)
    return fix_year(inputs, inputs.years.files[2024])


def _problem(*edits: FileEdit) -> Problem:
    return Problem("E501", Severity.ERROR, "", "data/2024.yaml", edits=edits)


@pytest.mark.parametrize("codec", ["gb18030", "utf-16"])
def test_another_encoding_is_mended_and_what_stands_behind_it_too(tmp_path: Path, codec: str) -> None:
    """The file as it would be, had it been saved as UTF-8; a fault in UTF-8 is nobody's GBK."""
    slip = SOUND.replace("issuer: ", "issuer：", 1)
    fixed = _fixed(tmp_path, slip.encode(codec))
    assert fixed.after.read() == SOUND.encode()
    assert fixed.made[0].code == "E101"
    assert "-issuer：" in fixed.diff
    assert "+issuer: " in fixed.diff
    damaged = _fixed(tmp_path, SOUND.encode().replace("示".encode(), b"\xe7\xa4", 1))
    assert damaged.made == ()
    assert [problem.code for problem in damaged.refused] == ["E101"]


COMMA, STOP = FileEdit(3, ",", "，"), FileEdit(9, ".", "。")


@pytest.mark.parametrize(
    ("edits", "kept"),
    [
        ([], ()),
        ([COMMA, STOP], (STOP, COMMA)),
        ([COMMA, COMMA], (COMMA,)),
        ([FileEdit(3, ",", ",")], ()),
        ([FileEdit(3, "号", "日")], ()),
        ([FileEdit(3, ",1", "，1")], ()),
        ([FileEdit(3, ",", "a")], ()),
        ([FileEdit(2, ",,", "，"), COMMA], (COMMA,)),
        ([FileEdit(2, ",", ""), COMMA], (COMMA, FileEdit(2, ",", ""))),
        ([FileEdit(2, "", " "), COMMA], (COMMA, FileEdit(2, "", " "))),
    ],
    ids=[
        "none", "from the end", "twice", "no change", "a han", "a digit", "a letter put in", "overlapping",
        "side by side", "put in before",
    ],
)  # fmt: skip
def test_edits_that_fit(edits: list[FileEdit], kept: tuple[FileEdit, ...]) -> None:
    """Each once and from the end, so that no place moves; none over another, none that touches a letter or digit."""
    assert fitting(_problem(edit) for edit in edits) == kept


def test_of_two_that_are_put_in_at_one_place_one_is_made() -> None:
    """The next round sees what is left to mend."""
    assert len(fitting([_problem(FileEdit(3, "", " "), FileEdit(3, "", "，"))])) == 1


@pytest.mark.parametrize(
    ("before", "after", "diff"),
    [
        (b"a: 1\n", b"a: 1\n", ""),
        (b"\xb7\xa8\n", b"\xb7\xa8\n", ""),
        (b"a: 1\nb: 2", b"a: 1\nb: 3", "--- x\n+++ x（改后）\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n"),
        (b"a\nb\nc\nd,\n", "a\nb\nc\nd，\n".encode(), "--- x\n+++ x（改后）\n@@ -3,2 +3,2 @@\n c\n-d,\n+d，\n"),
    ],
    ids=["same", "not UTF-8", "no last line break", "one line around"],
)
def test_the_change_as_a_diff(before: bytes, after: bytes, diff: str) -> None:
    """With one line around it, whole lines always, and nothing where nothing changed, whatever the encoding."""
    made = (Made("E501", 1),) if before != after else ()
    assert Fixed(given(before, "x"), given(after, "x"), made).diff == diff


def test_a_sound_file_is_left_alone(tmp_path: Path) -> None:
    """To the byte, and counted as nothing."""
    data = SOUND.encode()
    fixed = _fixed(tmp_path, data)
    assert (fixed.after.read(), fixed.before.read(), fixed.made) == (data, data, ())


def test_mends_of_the_settings_are_not_made_in_the_year_file(tmp_path: Path) -> None:
    """The colon's place in the one is that of a han in the other."""
    text = SOUND + "lead: |\n  依法行政，规范执法。\n"
    comment = "#" * (text.index("执法") - len("\nignore"))
    (tmp_path / "ecoreport.yaml").write_text(f"{comment}\nignore：[]\n", "utf-8")
    assert _fixed(tmp_path, text.encode()).after.read() == text.encode()


def test_every_mend_is_made_and_counted(tmp_path: Path) -> None:
    """A half-width comma and two half-width brackets; the comment behind them stays."""
    text = SOUND + "lead: 依法行政,规范执法(含听证)。  # 导语, 一句\n"
    after = text.replace("行政,规范执法(含听证)", "行政，规范执法（含听证）").encode()
    fixed = _fixed(tmp_path, text.encode())
    assert (fixed.before.name, fixed.before.read(), fixed.after.read()) == ("data/2024.yaml", text.encode(), after)
    assert fixed.made == (Made("E501", 12), Made("E502", 12))


def test_mends_bring_others_to_light(tmp_path: Path) -> None:
    """A full-width colon hides the whole text of the year; the comma is seen only once that is mended."""
    text = SOUND.replace("year: ", "year：") + "lead: 依法行政,规范执法。\n"
    fixed = _fixed(tmp_path, text.encode())
    assert (fixed.made, fixed.refused) == ((Made("E120", 1), Made("E501", 12)), ())
    assert fixed.after.read() == (SOUND + "lead: 依法行政，规范执法。\n").encode()


def test_a_mend_is_told_at_its_line_in_the_mended_file(tmp_path: Path) -> None:
    """A line that is put in above it moves it; line ends of Windows are kept."""
    text = SOUND.replace("measures:\n", "").replace("\n", "\r\n") + "lead: 依法行政,规范执法。\r\n"
    fixed = _fixed(tmp_path, text.encode())
    mended = fixed.after.read().decode()
    assert mended == (SOUND + "lead: 依法行政，规范执法。\n").replace("\n", "\r\n")
    assert [(one.code, mended.split("\r\n")[one.line - 1]) for one in fixed.made] == [
        ("E139", "measures:"),
        ("E501", "lead: 依法行政，规范执法。"),
    ]


def test_what_cannot_be_read_even_then_says_why(tmp_path: Path) -> None:
    """What can be mended is; the problems that are left come along."""
    text = SOUND.replace("year: ", "year：") + "没有的键: 1\n"
    fixed = _fixed(tmp_path, text.encode())
    assert fixed.after.read() == (SOUND + "没有的键: 1\n").encode()
    assert [one.code for one in fixed.refused] == ["E201"]


def test_a_file_that_is_not_there_is_trouble_with_the_disk(tmp_path: Path) -> None:
    """Passed on, for the caller to say it."""
    with pytest.raises(FileNotFoundError):
        _fixed(tmp_path, b"")
