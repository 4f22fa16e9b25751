"""--root FOLDER: year files and documents of many bureaus in one folder, as they come by mail, each by itself."""

import datetime as dt
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ecoreport.check import check_year
from ecoreport.cli.asked import Asked
from ecoreport.cli.console import counted, own_fault, reason, say
from ecoreport.cli.documents import readable
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.options import ends_as_document
from ecoreport.cli.problem_output import tally, write_problems
from ecoreport.cli.projects import Chosen
from ecoreport.cli.usage import wrong
from ecoreport.importing import documents
from ecoreport.importing.convert import NoYear, convert
from ecoreport.importing.judged import judged
from ecoreport.problems.diagnostic import Problem, Severity, Unreadable
from ecoreport.project import DATA, REPORTS, SETTINGS, Inputs, Project, read_file, shown
from ecoreport.report.inputs import Input, Years, given
from ecoreport.yearfile.model import Report

_DEEPEST, _MOST = 8, 20_000  # folders below each other, and files, that are looked at
_NO_LAST_YEAR = "E219"
_SEND = (
    "不算这一年的错；要核对，就请报送单位把上年的年度文件也报来，放在一起，名字只差年度，"
    "例如 教育局2024.yaml、教育局2025.yaml"
)
_YAML = frozenset({".yaml", ".yml"})


class Submission(NamedTuple):
    """A file that somebody sent: the report that it holds, None where it holds none, and what is wrong with it.

    `text` is what messages quote of it, `refused` why it could not be read at all, `note` what is no fault of it.
    """

    name: str
    report: Report | None = None
    problems: tuple[Problem, ...] = ()
    changed: dt.date | None = None
    text: bytes = b""
    refused: str = ""
    note: str = ""


class Inbox(NamedTuple):
    """What was found in a folder: the exit code, the submissions, and how many of them were documents."""

    code: int
    submissions: tuple[Submission, ...]
    documents: int


def received(folder: Path, years: tuple[int, ...], chosen: Chosen, doing: str = "检查") -> Inbox:
    """All that the folder holds, of the `years` if any are given; what was imported and what is there twice is said."""
    from ecoreport.cli.apart import Failed, done_by  # noqa: PLC0415 - as of several projects

    files, found, code = [*_files(folder)], list[Submission](), OK
    made = done_by(partial(_submission, folder), chosen.seconds, files, chosen.jobs)
    for path, done in zip(files, counted(made, len(files), doing), strict=True):
        if isinstance(done, Failed):
            one, code = Submission(_name(folder, path), refused=done.reason), USAGE
        else:
            done.tell()
            one = done.value
        if one.report is None or not years or one.report.year in years:
            found.append(one)
    sent = sum(path.suffix.lower() not in _YAML for path in files)
    if sent:
        say(f"{sent}份文件不是年度文件，照导入的办法读了再看。")
    _tell_twice(found)
    return Inbox(max(code, OK if files else FOUND), tuple(found), sent)


def check_received(folder: Path, years: tuple[int, ...], asked: Asked, chosen: Chosen) -> int:
    """Tell what is wrong with each; the exit code."""
    box = received(folder, years, chosen)
    problems = [problem for one in box.submissions for problem in one.problems if _is_told(one, problem, asked)]
    texts = {one.name: one.text for one in box.submissions}
    write_problems(problems, lambda name: texts.get(name, b""), asked.form, asked.shown)
    refused = [one for one in box.submissions if one.refused]
    for one in refused:
        say(f"{one.name}：{one.refused}")
    say(f"检查了{len(box.submissions)}份：{tally(problems)}{asked.unseen(problems)}。报送情况用 ecoreport status 看。")
    return max(box.code, FOUND if refused or asked.fails.any(problems) else OK)


def _is_told(one: Submission, problem: Problem, asked: Asked) -> bool:
    """Of a file that cannot be read all is told."""
    return one.report is None or asked.selected.takes(problem)


def reports_received(folder: Path, years: tuple[int, ...], chosen: Chosen) -> tuple[int, dict[str, dict[int, Report]]]:
    """The exit code, and the reports by bureau and year; of two of one year the second stands under its file's name."""
    box = received(folder, years, chosen, "读取")
    bureaus: dict[str, dict[int, Report]] = {}
    for one in box.submissions:
        if one.report is None:
            say(f"{one.name} 读不出：{one.refused or one.problems[0].message}")
            continue
        name, year = one.report.issuer, one.report.year
        own = bureaus.setdefault(name if year not in bureaus.get(name, {}) else f"{name}（{one.name}）", {})
        own[year] = one.report
    return max(box.code, OK if all(one.report for one in box.submissions) else FOUND), bureaus


def _files(folder: Path) -> Iterator[Path]:
    """Year files and documents below the folder, in order; of a project its year files alone."""
    count = 0
    for place, folders, names in os.walk(folder):
        here = Path(place)
        if DATA in folders:
            folders[:] = [DATA, *(one for one in folders if one not in (DATA, REPORTS, "templates", "schema"))]
        deep = len(here.relative_to(folder).parts) >= _DEEPEST
        folders[:] = [] if deep else sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            if name.startswith((".", "~$")) or name == SETTINGS or (here / name).is_symlink():
                continue
            if Path(name).suffix.lower() in _YAML or (ends_as_document(name) and not _is_of_project(here)):
                count += 1
                if count > _MOST:
                    raise wrong(f"“{folder}”里的文件超过了{_MOST}个；分几个文件夹。")
                yield here / name


def _is_of_project(folder: Path) -> bool:
    """Whether the folder is a project's, where documents are no reports that were sent: README.md, what it builds."""
    return (folder / DATA).is_dir()


def _name(folder: Path, path: Path) -> str:
    return shown(path.relative_to(folder).as_posix())


def _submission(folder: Path, path: Path) -> tuple[int, Submission]:
    """The file read, whatever it is; what would end the program is told as its own."""
    name, changed = _name(folder, path), None
    with suppress(OSError):
        changed = dt.date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - as the desk's clock says
    try:
        read = _year_file if path.suffix.lower() in _YAML else _document
        return OK, read(folder, path, name)._replace(changed=changed)
    except Unreadable as refused:
        return OK, Submission(
            name, changed=changed, refused=f"{refused}" + (f"。{refused.help}" if refused.help else "")
        )
    except OSError as error:
        return OK, Submission(name, changed=changed, refused=reason(error))
    except MemoryError:
        raise
    except Exception as error:
        if os.environ.get("ECOREPORT_DEBUG"):
            raise
        return OK, Submission(name, changed=changed, refused=own_fault(error))


def _year_file(folder: Path, path: Path, name: str) -> Submission:
    """The file, with last year's where that lies beside it; of a project with all its years.

    That a bureau has not sent last year's as well is no error of this one, and is only noted.
    """
    data = read_file(path, folder)
    file = given(data, name)
    inputs = Inputs(_beside(folder, path, file))
    if path.parent.name == DATA and path.stem.isdecimal():
        inputs = Project(path.parent.parent, folder, own_templates=False).inputs()
        file = inputs.years.files.get(int(path.stem), file)
    checked = check_year(inputs, file)
    report = checked.file.report if checked.file else None
    problems = tuple(one for one in checked.problems if one.file == file.name)
    note = ""
    if report and report.year - 1 not in inputs.years.files:
        missing = [one for one in problems if one.code == _NO_LAST_YEAR]
        problems = tuple(one for one in problems if one not in missing)
        if missing:
            note = f"没有一起报来上年的文件，{len(missing)}处与上年的比较没有核对"
            told = missing[0]._replace(code="W621", severity=Severity.WARNING, message=note, help=_SEND)
            problems = tuple(sorted((*problems, told), key=lambda one: one.order))
    return Submission(name, report, problems, text=data, note=note)


def _beside(folder: Path, path: Path, file: Input) -> Years:
    """Last year's file of the same bureau, where one lies beside the file and is called so but for the year."""
    found = re.findall("20[0-9]{2}", path.name)
    last = path.with_name(path.name.replace(found[-1], str(int(found[-1]) - 1))) if found else path
    known = Years({})
    if last == path or not last.is_file() or last.is_symlink():
        return known
    other = given(read_file(last, folder), _name(folder, last))
    own, before = known.parsed(file).file, known.parsed(other).file
    same = own and before and (own.report.issuer, own.report.year - 1) == (before.report.issuer, before.report.year)
    return known.with_file(before.report.year, other) if before and same else known


def _document(_: Path, path: Path, name: str) -> Submission:
    pieces, inputs = documents.read(*readable(str(path))), Inputs(Years({}))
    try:
        found = judged(pieces, convert(pieces, None, name, inputs, figures=True), inputs)
    except NoYear:
        raise Unreadable("看不出是哪一年的报告", "请报送单位写明年度") from None
    problems = tuple(remark.problem(name) for remark in found.remarks)
    return Submission(name, found.report, problems, text=found.text.encode())


def _tell_twice(found: Iterable[Submission]) -> None:
    """Reports of one bureau and year that came more than once."""
    of: dict[tuple[str, int], list[str]] = {}
    for one in found:
        if one.report:
            of.setdefault((one.report.issuer, one.report.year), []).append(one.name)
    counts = Counter({key: len(names) for key, names in of.items()})
    for (issuer, year), count in counts.items():
        if count > 1:
            say(f"{issuer}{year}年的有{count}份：{'、'.join(of[issuer, year])}")
