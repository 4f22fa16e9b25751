"""A table against what it became: cells, rows, columns."""

import difflib
from collections.abc import Sequence

from ecoreport.importing._bringing.blocks import BREAK, Shown
from ecoreport.importing._bringing.matching import matched, near
from ecoreport.importing._bringing.texts import compare
from ecoreport.importing._bringing.wanted import Told, Wanted, as_typed
from ecoreport.problems.diagnostic import Path
from ecoreport.report.printed import Origin
from ecoreport.yearfile import writer
from ecoreport.yearfile.splices import Splice

Rows = Sequence[Shown]
_REWRITTEN = 0.3  # closeness of two rows below which one is not the other one changed
_OF_FIGURES = "图表的数据表由指标生成，行没有写回：要增减，改图表的 figures"


def compare_tables(wanted: Wanted, old: Shown, new: Shown, block: int) -> None:
    """What became of a table."""
    columns = (len(old.rows[0]), len(new.rows[0]))
    if columns[0] != columns[1]:
        _columns(wanted, old, new, block)
        return
    before, after = _rows(old), _rows(new)
    last = 0
    for a, b in matched(before, after).pairs:
        if len(a) == len(b) == 1 and not _is_another(before[a[0]], after[b[0]]):
            _cells(wanted, old, (a[0], new.rows[b[0]]), block)
            last = a[0]
            continue
        for at in a:
            row = _row_path(old, at)
            told = Told(_no_place(old, "删去的行没有写回"), before[at].text, "", block)
            wanted.do("删去表格的一行", wanted.splices.without(row) if row else None, block, told)
        for at in b:
            _come(wanted, old, (last, new.rows[at]), block)


def _is_another(was: Shown, said: Shown) -> bool:
    """Whether a row is not the other one changed, but stands in its place: every cell is another, most words too."""
    cells = zip(was.text.split(BREAK), said.text.split(BREAK), strict=True)
    return all(a != b for a, b in cells) and near(was, said) < _REWRITTEN


def _come(wanted: Wanted, table: Shown, row: tuple[int, Sequence[str]], block: int) -> None:
    """A new row behind the one that stands above it, or before the first below the head."""
    last, said = row
    beside = _row_path(table, last or 1) if len(table.rows) > 1 else None
    told = Told(_no_place(table, "表格的行没有写回"), "", BREAK.join(said), block)
    cells = [as_typed(("rows",), cell) for cell in said]
    edits = wanted.splices.row(beside, cells, before=not last) if beside else None
    wanted.do("表格新的一行", edits, block, told)


def _no_place(table: Shown, why: str) -> str:
    return why if any("rows" in path for path in table.paths) else _OF_FIGURES


def _rows(table: Shown) -> Rows:
    """Each row as a block, to be matched by what it says: by place alone, each would get another one's figures."""
    return [Shown("row", BREAK.join(row)) for row in table.rows]


def _origins(table: Shown, row: int, column: int) -> tuple[Origin, ...]:
    return table.origins[row * len(table.rows[0]) + column]


def _row_path(table: Shown, row: int) -> Path | None:
    """Where the row is typed; None of the head, and of a chart's table."""
    for column in range(len(table.rows[0])):
        for one in _origins(table, row, column):
            if one and "rows" in one.path:
                return one.path[: one.path.index("rows") + 2]
    return None


def _cells(wanted: Wanted, table: Shown, rows: tuple[int, Sequence[str]], block: int) -> None:
    at, new = rows
    for column, (was, said) in enumerate(zip(table.rows[at], new, strict=True)):
        if was.strip() == said.strip():
            continue
        if was:
            cell = Shown("cell", was, origins=(_origins(table, at, column),))
            compare(wanted, [cell], [Shown("cell", said)], block)
        elif row := _row_path(table, at):  # nobody knows where what prints nothing was typed, but by its neighbours
            wanted.put((*row, column), (0, 0, as_typed(("rows",), said)), block)
        else:
            wanted.tell("空的格子没有写回", was, said, block)


def _columns(wanted: Wanted, old: Shown, new: Shown, block: int) -> None:
    """One column more or fewer, told by the heads and by what the others say."""
    told = Told("表格的栏数变了，没有写回", old.text, new.text, block)
    steps = [
        step
        for step in difflib.SequenceMatcher(None, old.rows[0], new.rows[0], autojunk=False).get_opcodes()
        if step[0] != "equal"
    ]
    if len(steps) != 1 or steps[0][0] == "replace" or len(old.rows) != len(new.rows) or not old.owner:
        wanted.add(told)
        return
    tag, i, j, k, m = steps[0]
    kept = [[*row[:i], *row[j:]] == [*other[:k], *other[m:]] for row, other in zip(old.rows, new.rows, strict=True)]
    rows = [_row_path(old, at) for at in range(1, len(old.rows))]
    if not all(kept) or not all(rows):
        wanted.add(told)
        return
    base = (*rows[0][: rows[0].index("table") + 1], "header") if rows[0] else ()
    edits = [
        _column(wanted, path or (), (tag, i, j), said[k:m]) for path, said in zip([base, *rows], new.rows, strict=True)
    ]
    title = " | ".join(new.rows[0][k:m] or old.rows[0][i:j])
    whole = tuple(edit for one in edits if one is not None for edit in one) if all(edits) else None
    wanted.do(f"表格的栏“{title}”", whole, block, told)


def _column(wanted: Wanted, row: Path, step: tuple[str, int, int], cells: Sequence[str]) -> Splice | None:
    tag, start, end = step
    if tag == "insert":
        written = ", ".join(writer.scalar(as_typed(("rows",), cell), flow=True) for cell in cells)
        beside = (*row, start - 1 if start else 0)
        return wanted.splices.listed(beside, written, before=not start)
    return wanted.splices.without((*row, start)) if end == start + 1 else None
