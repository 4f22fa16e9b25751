"""The sheets that departments have filled in to their year file: values and notes in place, or all that is wrong.

Read are .xlsx, .xls and .ods by python-calamine, of the extra `ecoreport[excel]`, CSV, and the check sheet in Word.
Nothing is taken of a file while anything is wrong in any: what was filled in is either whole in the year file or told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from ecoreport.importing import documents
from ecoreport.importing._filling import workbooks
from ecoreport.importing._filling.edits import New, edited
from ecoreport.importing._filling.rows import Fault, Row, Table, has_figures, rows_of, signature, strays
from ecoreport.importing._filling.values import Known, Unfit, filled, is_as_printed
from ecoreport.importing._pieces import Grid, Pieces
from ecoreport.problems.diagnostic import Refused
from ecoreport.report.context import Context
from ecoreport.report.digests import value_digest
from ecoreport.report.indicators import is_average
from ecoreport.text.quantity import Quantity, parse_quantity
from ecoreport.yearfile.model import Figure, Report
from ecoreport.yearfile.reader import parse
from ecoreport.yearfile.writer import HIDDEN

__all__ = [
    "Change",
    "Fault",
    "Filled",
    "Signed",
    "Table",
    "fill",
    "is_workbook",
    "tables_of_document",
    "tables_of_workbook",
]
_MOST_FAULTS = 200  # that are told of, and looked for
_LONGEST_NOTE = 500  # characters


class Change(NamedTuple):
    """What becomes of a figure, and the cell that says so."""

    name: str
    what: str  # 数 or 说明
    old: str
    new: str
    place: str


class Signed(NamedTuple):
    """A table of a file: who filled it in, how many figures changed, stayed or are empty, and what they have to say."""

    table: str
    people: tuple[str, ...]
    changed: int
    same: int
    empty: tuple[str, ...]
    opinions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filled:
    """The year file's text with all that was filled in; the account; what is wrong, with which nothing is filled in."""

    text: str
    changes: tuple[Change, ...] = ()
    signed: tuple[Signed, ...] = ()
    faults: tuple[Fault, ...] = ()
    said: tuple[str, ...] = ()  # what was not read, or looks odd
    more: bool = False  # whether there may be more faults than are told


def is_workbook(data: bytes, name: str) -> bool:
    """Whether the file is a workbook or CSV, and no document."""
    return workbooks.is_workbook(data, PurePath(name).suffix.lower())


def tables_of_workbook(data: bytes, name: str) -> tuple[Table, ...]:
    """The tables of a workbook or a CSV file called `name`.

    Unreadable with the reason; `typeset.sheets.Missing` where the extra is not installed.
    """
    found = workbooks.read(data, PurePath(name).name)
    return tuple(
        Table(name, sheet if len(found) > 1 or sheet.name != PurePath(name).name else _bare(sheet)) for sheet in found
    )


def _bare(sheet: workbooks.Sheet) -> workbooks.Sheet:
    """A text has no tab to be named."""
    return workbooks.Sheet("", sheet.rows)


def tables_of_document(data: bytes, name: str, shown: str) -> tuple[Table, ...]:
    """The tables of a document, such as the check sheet in Word, that messages call so; Unreadable with the reason."""
    return tuple(_of_pieces(documents.read(data, name), shown))


def _of_pieces(pieces: Pieces, name: str) -> Iterable[Table]:
    above: list[str] = []
    for at, piece in enumerate(pieces.body):
        if isinstance(piece, Grid):
            signed = next((text for text in _until_table(pieces, at) if "经办人" in text or "填报人" in text), "")
            heading = above[-1].partition("（")[0] if above else ""
            yield Table(name, workbooks.Sheet(heading, piece.rows), tuple(above), signature(signed), document=True)
            above = []
        else:
            above.append(piece.text)


def _until_table(pieces: Pieces, at: int) -> Iterable[str]:
    for piece in pieces.body[at + 1 :]:
        if isinstance(piece, Grid):
            return
        yield piece.text


def fill(text: str, context: Context, tables: Sequence[Table]) -> Filled:
    """The year file `text`, whose report the context holds, with what the tables say of its figures."""
    report = context.report
    if wrong := [(table, fault) for table in tables for fault in strays(table, report)]:
        of_files = {(table.file, fault.message): fault._replace(place=table.file) for table, fault in wrong}
        return Filled(text, faults=tuple(of_files.values()))
    if empty := _without_figures(tables, report):
        return Filled(text, faults=empty)
    of_figures = [table for table in tables if has_figures(table)]
    answers = _Answers(report, context.previous)
    for table in of_figures:
        answers.take(table)
    changes, wanted = answers.settled()
    left = tuple(
        f"没有读 {table.name}：没有“指标”和本年数这两栏"
        for table in tables
        if table not in of_figures and table.sheet.rows
    )
    hidden = tuple(f"{table.name} 是隐藏的工作表，也读了" for table in of_figures if table.sheet.hidden)
    if answers.faults:
        return Filled(text, faults=tuple(answers.faults), more=len(answers.faults) >= _MOST_FAULTS)
    made = _written(text, wanted)
    if not _holds(made, report, wanted):
        return Filled(
            text,
            faults=(Fault(tables[0].file, "填的内容写不进年度文件", "先运行 ecoreport check，把年度文件的问题改好"),),
        )
    return Filled(made, changes, tuple(answers.signed), said=(*left, *hidden, *answers.old))


def _without_figures(tables: Sequence[Table], report: Report) -> tuple[Fault, ...]:
    """The files none of whose tables has the columns that are looked for."""
    files = dict.fromkeys(table.file for table in tables)
    known = {table.file for table in tables if has_figures(table)}
    message = f"没有找到“指标”和“{report.year}年”这两栏"
    help_ = f"照 figures {report.year} -f xlsx 写出的表填；自己做的表，栏名写成 指标、单位、{report.year}年"
    return tuple(Fault(file, message, help_) for file in files if file not in known)


def _written(text: str, wanted: Mapping[str, New]) -> str:
    """The text with what is wanted; in a file of Windows new lines end as all others do."""
    windows = "\r\n" in text and text.count("\n") == text.count("\r\n")
    made = edited(text.replace("\r\n", "\n") if windows else text, wanted)
    return made.replace("\n", "\r\n") if windows else made


def _holds(text: str, report: Report, wanted: Mapping[str, New]) -> bool:
    """Whether the text is a year file whose figures are as wanted, and all else is as it was."""
    try:
        after = parse(text.encode(), "").report
    except Refused:
        return False
    old, new = (one.model_copy(update={"figures": {}}) for one in (report, after))
    return old == new and all(
        _is(after.figures.get(name), figure, wanted.get(name)) for name, figure in report.figures.items()
    )


def _is(after: Figure | None, before: Figure, wanted: New | None) -> bool:
    value, note = (wanted or New()).value, (wanted or New()).note
    told = {} if note is None else {"note": note or None}
    quantity = before.quantity if value is None else parse_quantity(value)
    return after == before.model_copy(update={"quantity": quantity, **told})


class _Answer(NamedTuple):
    """One row's value or note that is not what the year file has, or that somebody has put a name to."""

    new: str
    place: str
    is_new: bool


class _Answers:
    """What all tables say, by figure; `faults` in the order in which they were met."""

    def __init__(self, report: Report, previous: Report | None) -> None:
        self._report, self._previous = report, previous
        self._values: dict[str, list[_Answer]] = {}
        self._notes: dict[str, list[_Answer]] = {}
        self.faults: list[Fault] = []
        self.signed: list[Signed] = []
        self.old: list[str] = []  # what is told of values that the year file has changed since

    def take(self, table: Table) -> None:
        """Every row of a table."""
        people, empty, opinions = dict.fromkeys(filter(None, (table.signed,))), list[str](), list[str]()
        changed = same = 0
        for row in rows_of(table, self._report):
            if len(self.faults) >= _MOST_FAULTS:
                return
            if isinstance(row, Fault):
                self.faults.append(row)
                continue
            if row.person or row.date:
                people["，".join(filter(None, (row.person, row.date)))] = None
            if row.opinion:
                opinions.append(f"{row.name}：{_line(row.opinion)}")
            is_new = self._value(row)
            changed, same = changed + (is_new is True), same + (is_new is False)
            if is_new is None:
                empty.append(row.name)
            self._note(row)
        self.signed.append(Signed(table.name, tuple(people), changed, same, tuple(empty), tuple(opinions)))

    def _value(self, row: Row) -> bool | None:
        """Whether the row says something new; None where it says nothing."""
        figure = self._report.figures[row.name]
        before = self._previous.figures.get(row.name) if self._previous else None
        last = figure.previous or (before.quantity if before else None)
        known = Known(figure.quantity, last, is_average(row.name))
        try:
            new = filled(row, known)
        except Unfit as unfit:
            self.faults.append(Fault(row.place, f"{row.name}：{unfit}", unfit.help))
            return None
        if new is None:
            return None
        is_new = not _same(figure.quantity, parse_quantity(new))
        if is_new and not row.person and is_as_printed(row):
            self.old.append(f"{row.place}：{row.name}还是印表时的数，年度文件里后来改成了{figure}，没有动")
            return False
        if is_new or row.person:
            self._values.setdefault(row.name, []).append(_Answer(new if is_new else str(figure), row.place, is_new))
        return is_new

    def _note(self, row: Row) -> None:
        new, old = _line(row.note), _line(self._report.figures[row.name].note or "")
        if row.odd_note:
            self.faults.append(Fault(row.beside, f"{row.name}的说明是公式，没有结果", "写成文字"))
        elif HIDDEN.search(new) or len(new) > _LONGEST_NOTE:
            why = "里有看不见的字符" if HIDDEN.search(new) else f"太长（{len(new)}字）"
            self.faults.append(
                Fault(row.beside, f"{row.name}的说明{why}", "重新打一遍" if HIDDEN.search(new) else "写短些")
            )
        elif new != old and self._is_said(row, new, old):
            self._notes.setdefault(row.name, []).append(_Answer(new, row.beside, is_new=True))

    @staticmethod
    def _is_said(row: Row, new: str, old: str) -> bool:
        """Whether somebody has written the note, or emptied its cell; and not the year file's own, written since."""
        printed = row.table.sheet.printed
        if new:
            return value_digest(row.name, new) not in printed
        return row.beside != row.place and value_digest(row.name, old) in printed

    def settled(self) -> tuple[tuple[Change, ...], Mapping[str, New]]:
        """What is to change, where all that was said agrees; what does not is a fault."""
        changes, wanted = [], {}
        for name, figure in self._report.figures.items():
            value = self._agreed(name, "", self._values.get(name, ()))
            note = self._agreed(name, "的说明", self._notes.get(name, ()))
            if value and value.is_new:
                changes.append(Change(name, "数", str(figure), value.new, value.place))
            if note:
                changes.append(Change(name, "说明", _line(figure.note or ""), note.new, note.place))
            if (value and value.is_new) or note:
                wanted[name] = New(value.new if value and value.is_new else None, note.new if note else None)
        return tuple(changes), wanted

    def _agreed(self, name: str, what: str, answers: Sequence[_Answer]) -> _Answer | None:
        said: dict[str, _Answer] = {}
        for one in answers:
            said.setdefault(one.new, one)
        if len(said) > 1:
            told = "，".join(f"{one.place} 是“{one.new}”" for one in said.values())
            self.faults.append(Fault(answers[0].place, f"{name}{what}几处填得不一样：{told}", "问清楚，改成一样的"))
            return None
        return next(iter(said.values()), None)


def _same(old: Quantity, new: Quantity) -> bool:
    """Whether nothing that is meant has changed: 8.50 is 8.5."""
    if old.value is None or new.value is None:
        return str(old) == str(new)
    return (old.value, old.whole, old.unit, old.marks) == (new.value, new.whole, new.unit, new.marks)


def _line(text: str) -> str:
    return " ".join(text.split())
