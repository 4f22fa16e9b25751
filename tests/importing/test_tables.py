"""Tables that only set the text become its lines; those that are meant as tables stay grids, and nothing is lost."""

import pytest

from ecoreport.importing._pieces import Grid, Line, Piece
from ecoreport.importing._tables import table

Rows = list[list[str]]


def made(rows: Rows, *, ruled: bool) -> list[Piece]:
    """The pieces of a table with a paragraph in each cell that says something."""
    return table([[(Line(cell),) if cell else () for cell in row] for row in rows], ruled=ruled)


@pytest.mark.parametrize(
    ("rows", "ruled"),
    [
        ([["示例县水务局文件"]], False),
        ([["抄送：县委办。"], ["示例县水务局办公室　2025年1月20日印发"]], True),
        ([["示水发〔2025〕3号", "签发人：张三"]], False),
        ([["000001", ""], ["机密", ""], ["特急", ""]], False),
        ([["抄送：县委办。", ""], ["示例县水务局办公室", "2025年1月20日印发"]], False),
        ([["", "示例县水务局"], ["", "2025年1月20日"]], False),
        ([["示例县水务局", "文件"], ["示例县财政局", ""]], False),
    ],
)
def test_a_table_that_sets_the_text_is_its_lines(rows: Rows, ruled: bool) -> None:  # noqa: FBT001 - a table
    """Red heads, number and signer, signatures, imprints: cell by cell, told as coming from a table."""
    assert made(rows, ruled=ruled) == [Line(cell, where="table") for row in rows for cell in row if cell]


@pytest.mark.parametrize(
    ("rows", "ruled"),
    [
        ([["项目", "件数"], ["许可", "5"]], True),
        ([["项目", "件数"]], True),
        ([["项目", ""], ["许可", ""]], True),
        ([["项目", "件数", "率"], ["许可", "5", "1%"]], False),
        ([["项目", "件数"], ["许可", "5"], ["处罚", "3"]], False),
        ([["表", ""], *[["许可", "5"]] * 6], False),
    ],
)
def test_a_table_of_data_is_a_grid(rows: Rows, ruled: bool) -> None:  # noqa: FBT001 - a table
    """Lines part its columns, or it has as many filled cells as a table of data."""
    assert made(rows, ruled=ruled) == [Grid(tuple(map(tuple, rows)))]


def test_running_text_in_cells_is_lines() -> None:
    """Of a page that is set by a table without rules; of one with rules it stays in its cells."""
    cells = [[(Line("栏"),), tuple(Line(f"段{at}") for at in range(6)), (Line("右", where="box"),)]] * 2
    assert [piece.text for piece in table(cells, ruled=False)] == ["栏", *(f"段{at}" for at in range(6)), "右"] * 2
    inner = Grid((("甲", ""), ("乙", "丙")))
    assert table([[(Line("栏"),), (inner,)]] * 2, ruled=True) == [Grid((("栏", "甲\n\n乙 丙"),) * 2)]
    assert table([[(Line("栏"),), (inner,), ()]] * 7, ruled=False) == [Line("栏", where="table"), inner] * 7
    assert table([], ruled=True) == []
