"""A table against what it became: cells, rows, columns."""

import difflib
from collections.abc import Sequence

from ecoreport.importing._bringing.blocks import BREAK, Shown
from ecoreport.importing._bringing.matching import matched
from ecoreport.importing._bringing.texts import compare
from ecoreport.importing._bringing.wanted import Told, Wanted, as_typed
from ecoreport.problems.diagnostic import Path
from ecoreport.report.printed import Origin
from ecoreport.yearfile import writer
from ecoreport.yearfile.splices import Splice

Rows = Sequence[Shown]


def compare_tables(wanted: Wanted, old: Shown, new: Shown, block: int) -> None:
    """What became of a table."""
    columns = (len(old.rows[0]), len(new.rows[0]))
    if columns[0] != columns[1]:
        _columns(wanted, old, new, block)
        return
    before, after = _rows(old), _rows(new)
    last: int | None = None
    for a, b in matched(before, after).pairs:
        if len(a) == len(b) == 1:
            _cells(wanted, old, (a[0], new.rows[b[0]]), block)
            last = a[0]
        elif a and not b:
            row = _row_path(old, a[0])
            told = Told("删去的行没有写回", before[a[0]].text, "", block)
            wanted.do("表格的一行", wanted.splices.without(row) if row else None, block, told)
        else:
            told = Told("表格的行没有写回", " / ".join(before[at].text for at in a), after[b[0]].text, block)
            row = _row_path(old, last) if last else None
            cells = [as_typed(("rows",), cell) for cell in new.rows[b[0]]]
            wanted.do(
                "表格的一行", wanted.splices.row(row, cells, before=False) if row and not a else None, block, told
            )


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
