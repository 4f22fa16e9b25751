"""What no style can place: issuer and date by the clause's formula, lists of attachments, a red mark by its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.report.blocks import Kind, Paragraph
from ecoreport.typeset._placing import (
    LINE,
    Entry,
    Place,
    Signers,
    annex_entries,
    lines_above,
    lines_skipped,
    placed,
    red_mark,
    set_width,
    signers_of,
)

DATE = "2025年1月20日"
NAMES = st.integers(1, 40).map("示".__mul__)


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("示例局", 3),
        ("2025", 4 * 7.75 / 15.75),
        ("（一）", 3),
        (".", 3.75 / 15.75),
        ("A", (0.55 * 16 - 0.25) / 15.75),
        ("", 0),
    ],
)
def test_digits_are_as_wide_as_those_of_times(text: str, wide: float) -> None:
    """In 字 of 15.75 pt on the grid."""
    assert set_width(text) == pytest.approx(wide)


def test_the_date_begins_two_characters_right_of_a_long_issuer() -> None:
    """7.3.5.2: the issuer stands 2 字 from the right."""
    issuer, date = placed("示例自治区生态环境局", DATE, sealed=False)
    assert issuer == Place("right", 0, 2)
    assert date == Place("left", 28 - 2 - 10 + 2, 0)


def test_a_short_issuer_moves_instead_of_the_date() -> None:
    """7.3.5.2: the date is the longer, so it ends 2 字 from the right."""
    issuer, date = placed("示例局", DATE, sealed=False)
    assert date == Place("left", pytest.approx(28 - 2 - set_width(DATE)), 0)
    assert issuer == Place("left", pytest.approx(date.left - 2), 0)


def test_with_a_seal_both_are_centred_on_one_axis() -> None:
    """7.3.5.1: the date 4 字 from the right; a long issuer moves the axis to the left."""
    for issuer, half in (("示例局", 4 + set_width(DATE) / 2), ("示" * 24, 12)):
        both = placed(issuer, DATE, sealed=True)
        assert both == (Place("center", pytest.approx(LINE - 2 * half), 0),) * 2


def test_one_of_the_two_stands_alone() -> None:
    """A report that is not signed has a date only, and a draft may have no date."""
    assert placed("示例局", "", sealed=False)[0] == Place("right", 0, 2)
    assert placed("", DATE, sealed=False)[1].left == pytest.approx(28 - 2 - set_width(DATE))
    assert placed("示例局", "", sealed=True)[0] == Place("center", 28 - 2 * (4 + 1.5), 0)


@given(NAMES, st.booleans())
def test_no_line_leaves_the_text_area(issuer: str, sealed: bool) -> None:  # noqa: FBT001 - hypothesis names it
    """No indent is negative, and what fits on a line has the room for it."""
    for place, text in zip(placed(issuer, DATE, sealed=sealed), (issuer, DATE), strict=True):
        assert min(place.left, place.right) >= 0
        if len(issuer) <= LINE - 2:
            assert LINE - place.left - place.right >= set_width(text) - 1e-9


def test_entries_hang_under_the_name() -> None:
    """7.3.4: 空二字; numbers one below the other."""
    one, dot = 7.75 / 15.75, 3.75 / 15.75
    assert list(annex_entries("附件：1.甲\n2.乙\n10.丙")) == [
        Entry("附件：1.甲", 2, pytest.approx(5 + one + dot)),
        Entry("2.乙", 5, pytest.approx(5 + one + dot)),
        Entry("10.丙", 5, pytest.approx(5 + 2 * one + dot)),
    ]
    assert list(annex_entries("附件：甲")) == [Entry("附件：甲", 2, 5)]


@pytest.mark.parametrize(
    ("text", "lines", "size"),
    [
        ("示例局文件", ("示例局文件",), 48),
        ("示" * 10, ("示" * 10,), 44),
        ("示" * 20, ("示" * 20,), 22),  # as large as the title
        ("示" * 21, ("示" * 11, "示" * 10), 40),
        ("示" * 30, ("示" * 15, "示" * 15), 29),
        ("示" * 50, ("示" * 17, "示" * 17, "示" * 16), 26),
        ("", ("",), 48),
    ],
)
def test_a_mark_is_as_large_as_its_line_allows(text: str, lines: tuple[str, ...], size: float) -> None:
    """7.2.4: never smaller than the title; on two lines where it would be."""
    assert red_mark(text, 442.2, 48, 22) == (lines, size)


@pytest.mark.parametrize(
    ("kinds", "above"),
    [
        ([], 0),
        ([Kind.URGENCY], 1),
        ([Kind.COPY_NUMBER, Kind.SECRECY, Kind.URGENCY], 3),
        ([Kind.SECRECY], 2),
        ([Kind.NUMBER, Kind.TITLE], 0),
    ],
)
def test_lines_stand_above_the_red_mark(kinds: list[Kind], above: int) -> None:
    """7.2.2: 密级 on the second line, whether there is a first or not."""
    assert lines_above(dict.fromkeys(kinds, "甲")) == above


def test_a_title_below_them_leaves_a_line_free() -> None:
    """Not below a red rule, which has two lines of its own."""
    assert lines_skipped(Kind.TITLE, {Kind.URGENCY: "特急"}) == 1
    assert lines_skipped(Kind.TITLE, {Kind.URGENCY: "特急", Kind.NUMBER: "甲"}) == 0
    assert lines_skipped(Kind.TITLE, {}) == 0


def signed(*texts: str) -> Signers:
    """The 签发人 of these blocks."""
    return signers_of([Paragraph(Kind.SIGNER, text) for text in (*texts,)] + [Paragraph(Kind.BODY, "甲")])


def test_names_stand_in_columns() -> None:
    """7.2.6: each column as wide as its widest name; on all lines equally wide, so all begin below the first name."""
    signers = signed("签发人：张三　李四五\n王五", "赵六七")
    assert signers == Signers("签发人：", (("张三", "李四五"), ("王五",), ("赵六七",)), (3, 3))
    assert signers.width == 7
    lines = [signers.set_out(line) for line in ("签发人：张三　李四五", "王五", "赵六七")]
    assert lines == ["签发人：张三　　李四五", "王五　　　　　", "赵六七　　　　"]


def test_names_on_one_line_stay_as_they_are() -> None:
    """With the word before them or, from a template of one's own, without."""
    assert signed("签发人：张　三").set_out("签发人：张　三") == "签发人：张　三"
    assert signed("张三") == Signers("", (("张三",),), (2,))
    assert signed() == Signers("", (), ())
