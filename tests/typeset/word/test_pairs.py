"""Two documents' pieces side by side: versions of one piece together, what came or went alone."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ecoreport.report.blocks import TableBlock
from ecoreport.typeset.word._pairs import Versions, paired, rows_of, unchanged
from ecoreport.typeset.word._pieces import Imprint, Line, Piece, Rows, Span, Turn

AWAY, BACK = Turn(landscape=False), Turn(landscape=True)


def said(text: str, style: str = "BodyText") -> Line:
    """A paragraph."""
    return Line(style, (Span(text),))


def table(*rows: Sequence[str]) -> Rows:
    """A table of texts."""
    head, *rest = map(tuple, rows)
    return Rows(TableBlock(head, tuple(rest), (False,) * len(head)))


PIECES = st.lists(
    st.one_of(
        st.text("甲乙丙丁，。", min_size=1, max_size=6).map(said),
        st.lists(st.tuples(st.sampled_from("甲乙"), st.sampled_from("丙丁")), min_size=1, max_size=3).map(
            lambda rows: table(*rows)
        ),
        st.sampled_from((AWAY, BACK)),
    ),
    max_size=6,
)


@given(PIECES, PIECES)
def test_each_side_is_whole_and_in_order(old: list[Piece], new: list[Piece]) -> None:
    """So that rejecting all gives the old text, and accepting all the new one."""
    pairs = list(paired(old, new))
    assert [pair.old for pair in pairs if pair.old] == old
    assert [pair.new for pair in pairs if pair.new] == new
    assert all(type(pair.old) is type(pair.new) for pair in pairs if pair.old and pair.new)


def test_a_changed_sentence_is_one_paragraph_in_two_versions() -> None:
    """One with nothing in common is two."""
    old, new = said("全年立案80起，全部办结。"), said("全年立案92起，全部办结。")
    assert list(paired([old], [new])) == [Versions(old, new)]
    other = said("学法")
    assert list(paired([old], [other])) == [Versions(old, None), Versions(None, other)]


def test_tables_are_versions_where_they_have_as_many_columns() -> None:
    """Else the one goes and the other comes; rows are paired in them, a heading told."""
    old, new = table("甲乙", ("一", "1"), ("二", "2")), table("甲乙", ("一", "1"), ("二", "3"))
    assert list(paired([old], [new])) == [Versions(old, new)]
    assert [heading for _, heading in rows_of(Versions(old, new))] == [
        True,
        *[False] * (len(list(rows_of(Versions(old, new)))) - 1),
    ]
    wider = table("甲乙丙", ("一", "1", "x"))
    assert {pair.mark for pair in paired([old], [wider])} == {"-", "+"}


def test_what_turns_or_is_printed_below_is_the_same_only_where_it_is() -> None:
    """A 版记 is the same one with other lines; turns of both kinds are two."""
    assert list(paired([BACK], [AWAY])) == [Versions(BACK, None), Versions(None, AWAY)]
    boxes = Imprint((said("抄送：甲。"),), 1), Imprint((said("抄送：乙。"),), 1)  # type: ignore[arg-type]
    assert list(paired([boxes[0]], [boxes[1]])) == [Versions(*boxes)]


def test_unchanged_is_both() -> None:
    """As a document without revisions is written."""
    assert list(unchanged([BACK])) == [Versions(BACK, BACK)]
