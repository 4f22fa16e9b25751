"""--root FOLDER: year files and documents of many bureaus in one folder, as they come by mail, each by itself."""

import datetime as dt
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
_OF_SYSTEM = frozenset({SETTINGS, "thumbs.db", "desktop.ini"})  # nobody sent them
_NAMED = 5  # files that are named as not looked at


class Submission(NamedTuple):
    """A file that somebody sent: the report that it holds, None where it holds none, and what is wrong with it.

    `text` is what messages quote of it, `refused` why it could not be read at all, with the `help` for who reads it,
    `unseen` that it is not the file's fault; `note` is what is no fault of it.
    """

    name: str
    report: Report | None = None
    problems: tuple[Problem, ...] = ()
    changed: dt.date | None = None
    text: bytes = b""
    refused: str = ""
    help: str = ""
    unseen: bool = False
    note: str = ""


class Inbox(NamedTuple):
    """What was found in a folder: the exit code, the submissions, and which bureaus have sent other years alone."""

    code: int
    submissions: tuple[Submission, ...]
    absent: tuple[tuple[str, int], ...]


def received(
    folder: Path, years: tuple[int, ...], chosen: Chosen, doing: str = "检查", *, quoting: bool = False
) -> Inbox:
    """All that the folder holds, of the `years` if any are given; what was imported and what is there twice is said.

    Problems of documents quote their words if `quoting`, for who cannot show them.
    """
    from ecoreport.cli.apart import Failed, done_by  # noqa: PLC0415 - as of several projects

    files, left = _files(folder)
    every, code = list[Submission](), OK
    made = done_by(partial(_submission, folder, quoting=quoting), chosen.seconds, files, chosen.jobs)
    for path, done in zip(files, counted(made, len(files), doing), strict=True):
        if isinstance(done, Failed):
            one, code = Submission(_name(folder, path), refused=done.reason, unseen=True), USAGE
        else:
            done.tell()
            one = done.value
        every.append(one)
    sent = sum(path.suffix.lower() not in _YAML for path in files)
    if sent:
        say(f"{sent}份文件不是年度文件，照导入的办法读了再看。")
    _tell_left(folder, left)
    found = tuple(one for one in every if one.report is None or not years or one.report.year in years)
    _tell_twice(found)
    absent = tuple(_absent(every, years))
    for issuer, year in absent:
        say(f"{issuer}：没有 {year} 年的")
    return Inbox(max(code, OK if files and not absent else FOUND), found, absent)


def check_received(folder: Path, years: tuple[int, ...], asked: Asked, chosen: Chosen) -> int:
    """Tell what is wrong with each; the exit code."""
    box = received(folder, years, chosen, quoting=asked.form != "text")
    problems = [problem for one in box.submissions for problem in one.problems if _is_told(one, problem, asked)]
    texts = {one.name: one.text for one in box.submissions}
    write_problems(problems, lambda name: texts.get(name, b""), asked.form, asked.shown)
    refused = [one for one in box.submissions if one.refused]
    for one in refused:
        say(f"{one.name}：{one.refused}" + (f"。{one.help}" if one.help else ""))
    told = f"{tally(problems, mends=False)}{asked.unseen(problems)}"
    say(f"检查了{len(box.submissions)}份：{told}。报送情况用 ecoreport status 看。")
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


def _files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Year files and documents below the folder, in order, of a project its year files alone; what else was sent."""
    found, left = list[Path](), list[Path]()
    for place, folders, names in os.walk(folder):
        here = Path(place)
        if DATA in folders:
            folders[:] = [DATA, *(one for one in folders if one not in (DATA, REPORTS, "templates", "schema"))]
        shown_, deep = sorted(one for one in folders if not one.startswith(".")), len(here.relative_to(folder).parts)
        folders[:] = [one for one in shown_ if deep < _DEEPEST and not (here / one).is_symlink()]
        left += [here / one for one in shown_ if one not in folders]
        for name in sorted(one for one in names if not (one.startswith((".", "~$")) or one.lower() in _OF_SYSTEM)):
            path, year_file = here / name, Path(name).suffix.lower() in _YAML
            if not year_file and _is_of_project(here):
                continue
            (found if (year_file or ends_as_document(name)) and not path.is_symlink() else left).append(path)
        if len(found) > _MOST:
            raise wrong(f"“{folder}”里的文件超过了{_MOST}个；分几个文件夹。")
    return found, left


def _is_of_project(folder: Path) -> bool:
    """Whether the folder is a project's, where documents are no reports that were sent: README.md, what it builds."""
    return (folder / DATA).is_dir()


def _name(folder: Path, path: Path) -> str:
    return shown(path.relative_to(folder).as_posix())


def _submission(folder: Path, path: Path, *, quoting: bool) -> tuple[int, Submission]:
    """The file read, whatever it is; what would end the program is told as its own."""
    name, changed = _name(folder, path), None
    with suppress(OSError):
        changed = dt.date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - as the desk's clock says
    try:
        if path.suffix.lower() in _YAML:
            return OK, _year_file(folder, path, name)._replace(changed=changed)
        return OK, _document(path, name, quoting=quoting)._replace(changed=changed)
    except Unreadable as refused:
        return OK, Submission(name, changed=changed, refused=f"{refused}", help=refused.help)
    except OSError as error:
        return OK, Submission(name, changed=changed, refused=reason(error), unseen=True)
    except MemoryError:
        raise
    except Exception as error:
        if os.environ.get("ECOREPORT_DEBUG"):
            raise
        return OK, Submission(name, changed=changed, refused=own_fault(error), unseen=True)


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


def _document(path: Path, name: str, *, quoting: bool) -> Submission:
    pieces, inputs = documents.read(*readable(str(path))), Inputs(Years({}))
    try:
        found = judged(pieces, convert(pieces, None, name, inputs, figures=True), inputs)
    except NoYear:
        raise Unreadable("看不出是哪一年的报告", "请报送单位写明年度") from None
    problems = tuple(one.quoting(name) if quoting else one.problem(name) for one in found.remarks)
    return Submission(name, found.report, problems, text=found.text.encode())


def _tell_left(folder: Path, left: Sequence[Path]) -> None:
    """What lies in the folder and was not looked at, for a bureau may have sent its report so."""
    if left:
        names = "、".join(_name(folder, path) for path in left[:_NAMED]) + ("等" if len(left) > _NAMED else "")
        say(f"还有{len(left)}个没有看，不是文档（压缩包要先解压）或者是链接：{names}")


def _absent(every: Sequence[Submission], years: tuple[int, ...]) -> Iterator[tuple[str, int]]:
    """Bureaus of which there is another year alone; not where a file called so but for the year is there, if broken."""
    names = {one.name for one in every}
    sent = [(one.name, one.report.issuer, one.report.year) for one in every if one.report]
    there = {(issuer, year) for _, issuer, year in sent}
    for name, issuer, own in sent:
        there |= {(issuer, year) for year in years if str(own) in name and name.replace(str(own), str(year)) in names}
    for issuer in dict.fromkeys(issuer for _, issuer, _ in sent):
        yield from ((issuer, year) for year in years if (issuer, year) not in there)


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
