"""`figures` and Excel: the sheet that departments fill in, the ledger, and sheets that come back to the year file."""

import difflib
from collections.abc import Sequence
from pathlib import Path

from ecoreport.cli import excel
from ecoreport.cli.console import echo, reason, say
from ecoreport.cli.documents import read_whole, readable
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.problem_output import show_problems
from ecoreport.cli.usage import wrong
from ecoreport.importing import fill
from ecoreport.problems.diagnostic import Refused, Unreadable
from ecoreport.project import Project, shown
from ecoreport.report.context import Context
from ecoreport.report.inputs import Input
from ecoreport.report.parts import document_date
from ecoreport.text.placeholders import is_open
from ecoreport.typeset import sheets
from ecoreport.yearfile.reader import parse

_BOM = b"\xef\xbb\xbf"
_SHOWN = 8  # names in a line


def write_form(project: Project, context: Context, output: str | None, only: Sequence[str]) -> int:
    """The sheet that departments fill in."""
    from ecoreport.years import forms  # noqa: PLC0415 - reading sheets back needs none of it

    form = forms.form(context, only)
    if not form.tabs:
        say("没有指标")
        return FOUND
    date, stem = document_date(context.report), f"{form.year}填报表"
    _refuse_filled(project, context, excel.place(project, stem, output))
    return excel.deliver(project, stem, output, lambda: sheets.write_form(form, date))


def _refuse_filled(project: Project, context: Context, path: Path) -> None:
    """UsageError where a sheet stands there with figures that the year's file waits for, or another table."""
    year = context.report.year
    text = project.inputs().years.files[year].read().removeprefix(_BOM).decode()
    try:
        tables = fill.tables_of_workbook(read_whole(str(path)), path.name) if path.is_file() else ()
    except (Unreadable, OSError, sheets.Missing):
        return
    done = fill.fill(text, context, tables) if tables else fill.Filled(text)
    if done.faults or any(one.what == "数" and is_open(one.old) for one in done.changes):
        name = project.name(path)
        back = f"先收回来：ecoreport figures {year} --from {name}"
        raise wrong(f"{name} 里有填过、还没有收的数，或者是别的表，没有覆盖。{back}；不要了，把它删掉或者移到别处。")


def write_table(project: Project, contexts: Sequence[Context], output: str | None, only: Sequence[str]) -> int:
    """The ledger of several years."""
    from ecoreport.years import forms, ledger  # noqa: PLC0415 - as above

    found, last = ledger.ledgers(contexts, only), contexts[-1].report
    if not found:
        say("没有指标")
        return FOUND
    table, date = forms.table(found, last.issuer), document_date(last)
    return excel.deliver(project, "指标", output, lambda: sheets.write_tables((table,), last.issuer, date))


def take(project: Project, year: int, files: Sequence[str], *, dry_run: bool) -> int:
    """Put what departments have filled in into the year's file, or say all that is wrong; print the account."""
    inputs = project.inputs()
    file = inputs.years.files[year]
    try:
        context = inputs.years.context(file)
        tables, unread = _tables(files)
    except Refused as refused:
        show_problems(refused.problems, inputs.quoted)
        say("年度文件先要读得下去，才能往里填。")
        return FOUND
    except sheets.Missing:
        say(f"读 Excel 表格要用 python-calamine，{excel.INSTALL}")
        return USAGE
    data = file.read()
    text = data.removeprefix(_BOM).decode()
    filled = fill.fill(text, context, tables) if tables else fill.Filled(text)
    if faults := (*unread, *filled.faults):
        _tell_faults(faults, file, more=filled.more)
        return FOUND
    _tell(filled)
    made = data[: len(_BOM) * data.startswith(_BOM)] + filled.text.encode()
    if dry_run:
        echo(_diff(text, filled.text, file.name), nl=False)
        say(f"没有写 {file.name}（--dry-run）" if filled.changes else f"{file.name} 没有要改的")
    elif filled.changes:
        write_all({project.year_file(year): made}, project.root)
        say(f"已写 {file.name}：{_counted(filled.changes)}")
    else:
        say(f"{file.name} 没有要改的，没有动")
    _tell_open(made, file, year)
    return OK


def _tables(files: Sequence[str]) -> tuple[list[fill.Table], list[fill.Fault]]:
    """The tables of all files, and why a file cannot be read: one hides no other."""
    tables: list[fill.Table] = []
    faults = []
    for file in files:
        name = shown(Path(file).name or file)
        try:
            data = read_whole(file)
            is_book = fill.is_workbook(data, file)
            found = fill.tables_of_workbook(data, name) if is_book else fill.tables_of_document(*readable(file), name)
            if not found:
                faults.append(fill.Fault(name, "里面没有表", "看看是不是拿错了文件"))
            tables += found
        except Unreadable as refused:
            faults.append(fill.Fault(name, str(refused), refused.help.replace("导入", "收")))
        except OSError as error:
            faults.append(fill.Fault("", reason(error)))  # which names the file
    return tables, faults


def _tell_faults(faults: Sequence[fill.Fault], file: Input, *, more: bool) -> None:
    for fault in faults:
        told = "：".join(filter(None, (fault.place, fault.message)))
        say(told + (f"。{fault.help}" if fault.help else ""))
    say(f"一共{len(faults)}处{'以上' if more else ''}要改，{file.name} 没有动；改好再收一次。")


def _tell(filled: fill.Filled) -> None:
    """The account: who filled in what, what changes, what is empty, what the departments have to say."""
    for signed in filled.signed:
        people = f"填报人 {'；'.join(signed.people)}" if signed.people else "没有写填报人"
        empty = f"，空着{len(signed.empty)}个" if signed.empty else ""
        say(f"{signed.table}：{people}；数改了{signed.changed}个，没有变的{signed.same}个{empty}")
        for change in (one for one in filled.changes if one.place.startswith(f"{signed.table}")):
            what = change.name if change.what == "数" else f"{change.name}的{change.what}"
            cell = change.place.removeprefix(signed.table).lstrip("!")
            say(f"  {what}：{change.old or '（空）'} → {change.new or '（删去）'}（{cell}）")
        for opinion in signed.opinions:
            say(f"  核对意见（没有写进年度文件） {opinion}")
    for said in filled.said:
        say(said)


def _counted(changes: Sequence[fill.Change]) -> str:
    values = sum(change.what == "数" for change in changes)
    parts = (f"{values}个指标" if values else "", f"{len(changes) - values}条说明" if len(changes) > values else "")
    return f"改了{'、'.join(filter(None, parts))}"


def _tell_open(data: bytes, file: Input, year: int) -> None:
    """Which figures are still open, and what comes next."""
    report = parse(data, file.name).report
    still = [name for name, figure in report.figures.items() if figure.quantity.is_open]
    if still:
        names = "、".join(still[:_SHOWN]) + ("等" if len(still) > _SHOWN else "")
        say(f"还有{len(still)}个指标待填：{names}")
    else:
        say(f"指标都填齐了；接下来核对：ecoreport check {year}")


def _diff(old: str, new: str, name: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, f"{name}（改后）", n=1
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
