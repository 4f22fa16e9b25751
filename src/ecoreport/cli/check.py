"""`check`: every problem of the year files, of one project or of several."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ecoreport.check import all_problems, check_year
from ecoreport.cli.asked import Asked, DocumentOptions
from ecoreport.cli.console import counted, echo, reason, say
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.options import YEAR, Subjects, command, format_, output, root, years_or_documents
from ecoreport.cli.problem_output import Fails, Shown, show_problems, tally, write_problems
from ecoreport.cli.projects import Chosen, chosen_years, jobs, some_projects_or_documents
from ecoreport.cli.selection import Selection, selection
from ecoreport.cli.unseen import missing, unseen
from ecoreport.cli.usage import wrong
from ecoreport.problems.diagnostic import Problem
from ecoreport.problems.terminal import runs
from ecoreport.project import Inputs, Project

if TYPE_CHECKING:
    from ecoreport.fix import Made

FORMATS = ("text", "json", "github", "gitlab", "sarif", "docx")


class CheckOptions(NamedTuple):
    """What the command was told beside the projects and the subjects."""

    form: str
    output: str | None
    strict: bool
    draft: bool
    mend: bool
    show: bool
    watch: bool
    verbose: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    root: Path | None
    last: str | None
    year: int | None
    encoding: str | None

    @property
    def asked(self) -> Asked:
        """How problems are told, and which."""
        shown = Shown.FULL if self.verbose else Shown.TOGETHER
        fails, selected = Fails(self.strict, self.draft), Selection(self.select, self.ignore)
        return Asked(self.form, shown, fails, selected, self.output)

    @property
    def document(self) -> DocumentOptions:
        """What was told of a document; nothing of it where there is none."""
        return DocumentOptions(self.last, self.year, self.encoding)


@command()
@years_or_documents
@format_(FORMATS, "给人看的，给机器读的；docx 是写上批注的 Word 文件。")
@output("带批注的 Word 文件写到这里，和 -f docx 一起用；几份就写文件夹。")
@click.option("--strict", is_flag=True, help="有警告也返回 1。")
@click.option("--draft", is_flag=True, help="还在写的时候用：待填、待改照样列出，但不算错。")
@click.option("--fix", "mend", is_flag=True, help="改掉键、冒号、缩进、标点这类写法上的毛病；正文的数字和字词不动。")
@click.option("--diff", "show", is_flag=True, help="列出 --fix 改哪里；没有 --fix 就只看不改，有要改的返回 1。")
@click.option("--watch", is_flag=True, help="一直看着，改了文件就再检查一次，一处一行，给编辑器读；按 Ctrl-C 结束。")
@click.option("-v", "--verbose", is_flag=True, help="一处一处全部列出，提示也列。")
@click.option("--last", metavar="FILE", type=click.Path(), help="检查一份文件时：上一年的报告，与它核对。")
@click.option("--year", metavar="YEAR", type=YEAR, help="检查一份文件时：它是哪一年的；不写就从标题里看。")
@click.option("--encoding", metavar="NAME", help="检查文字文件时：它的编码，例如 gb18030；一般不用写。")
@selection
@root
@jobs
@some_projects_or_documents
def check(chosen: Chosen, years: Subjects, **told: object) -> int:
    """检查年度文件：一次列出所有问题，一个文件有错不影响检查别的文件。

    写文件名，就检查那份文件（.docx、.txt、.md、网页；.doc、.wps、.odt、.rtf 要装 LibreOffice），不用建项目。

    \b
    例如：
      ecoreport check 2023             检查一年
      ecoreport check 2023 -v          一处一处全部列出，提示也列
      ecoreport check --all --strict   检查所有年度，有警告也不放过
      ecoreport check --all --draft    检查所有年度，没填完的不算错
      ecoreport check 2023 --diff      看看哪些能自动改；写 --fix 就改掉它们
      ecoreport check 2023 --select E,W4 只看错误和数字上的警告
      ecoreport check --watch          一直看着，边改边查；VS Code 里已经设好
      ecoreport check -C "各局/*" 2023 几个单位一起；报送情况用 status 看
      ecoreport check --root 收件箱    邮件里收来的年度文件和 Word，混在一起也行
      ecoreport check 报告.docx        检查一份文件
      ecoreport check 报告.docx -f docx -o 批注.docx 问题写成批注，标在原文上

    同样的问题并在一起说，提示只数个数，错误在最后。
    """
    options = CheckOptions(**told)  # type: ignore[arg-type]  # click gives what is declared above
    if options.watch:
        return _watch(chosen, years, options)
    asked = options.asked
    if options.output and options.form != "docx":
        raise wrong("-o 和 -f docx 一起用；别的格式用 > 存成文件。")
    changes = options.mend or options.show
    if options.root:
        other = changes or any(options.document) or options.form == "docx"
        return _check_received(options.root, years, asked, chosen, other=other)
    if years.documents:
        return _check_documents(chosen, years.documents, asked, options.document, mend=changes)
    if any(options.document):
        raise wrong("--last、--year、--encoding 是检查一份文件用的，写上文件名，例如 check 报告.docx。")
    return _check_years(chosen, years.years, asked, mend=options.mend, show=options.show)


def _watch(chosen: Chosen, years: Subjects, options: CheckOptions) -> int:
    others: dict[str, object] = {"--root": options.root, "--fix": options.mend, "--diff": options.show}
    others |= {"--strict": options.strict, "-o": options.output, "文件名": years.documents}
    others |= {f"--{name}": value for name, value in options.document._asdict().items()}
    if misfits := [name for name, given in others.items() if given]:
        raise wrong(f"--watch 只看不改，也不返回对错，不和 {'、'.join(misfits)} 一起写。")
    if options.form != "text":
        raise wrong(f"--watch 一处一行地说，不和 -f {options.form} 一起写。")
    if chosen.several:
        raise wrong("--watch 一次看一个单位，-C 只写一个文件夹。")
    from ecoreport.cli.check_watch import watch_years  # noqa: PLC0415 - only where it is asked for

    return watch_years(chosen.projects[0], years.years, options.asked)


def _check_received(root: Path, years: Subjects, asked: Asked, chosen: Chosen, *, other: bool) -> int:
    if other or years.documents:
        raise wrong("--root 只看不改，不和 --fix、--diff、--last、--year、-f docx、文件名一起写。")
    from ecoreport.cli.inbox import check_received  # noqa: PLC0415 - it loads all that reads documents

    return check_received(root, years.years, asked, chosen)


def _check_documents(
    chosen: Chosen, files: tuple[str, ...], asked: Asked, options: DocumentOptions, *, mend: bool
) -> int:
    if chosen.several:
        raise wrong("检查文件时，-C 只写一个项目，或者不写。")
    if mend:
        raise wrong("--fix、--diff 只用于年度文件。")
    from ecoreport.cli.check_document import check_documents  # noqa: PLC0415 - it loads all that reads documents

    return check_documents(chosen.projects[0], files, asked, options)


def _check_years(chosen: Chosen, years: tuple[int, ...], asked: Asked, *, mend: bool, show: bool) -> int:
    fixed: Mapping[Path, Inputs] = {}
    code = OK
    if (mend or show) and chosen.several:
        code = chosen.each(partial(_fix_apart, years, asked.selected, write=mend, show=show))
    elif mend or show:
        code, fixed = chosen.gathered(partial(_fix, years, asked.selected, write=mend, show=show), "处理")
    if show and not mend:
        return code
    if asked.form == "docx":
        return max(code, _comment(chosen, years, asked))
    if chosen.several:
        return max(code, _check_several(chosen, fixed, years, asked))
    [project] = chosen.projects
    return max(code, _check_project(fixed.get(project.root) or project.inputs(), chosen_years(project, years), asked))


def _comment(chosen: Chosen, years: tuple[int, ...], asked: Asked) -> int:
    if chosen.several:
        raise wrong("几个单位一起时不写批注；一个一个来。")
    from ecoreport.cli.comments import comment_years  # noqa: PLC0415 - it loads all that reads and writes Word files

    [project] = chosen.projects
    return comment_years(project, chosen_years(project, years), asked)


def _check_project(inputs: Inputs, years: Sequence[int], asked: Asked) -> int:
    checked = [check_year(inputs, inputs.years.files[year]) for year in counted(years, len(years), "检查")]
    problems = asked.told(all_problems(inputs, checked), inputs, checked)
    write_problems(problems, inputs.quoted, asked.form, asked.shown)
    unread = [one.unread for one in checked if one.unread]
    for error in unread:
        say(f"错误：{reason(error)}")
    if len(unread) < len(years):
        say(f"检查了{len(years) - len(unread)}个文件：{tally(problems)}{asked.unseen(problems)}")
    return USAGE if unread else FOUND if asked.fails.any(problems) else OK


def _fix_apart(years: tuple[int, ...], selected: Selection, project: Project, *, write: bool, show: bool) -> int:
    """As `_fix`, without the inputs, which are read again: they are not sent from one process to another."""
    return _fix(years, selected, project, write=write, show=show)[0]


def _fix(
    years: tuple[int, ...], selected: Selection, project: Project, *, write: bool, show: bool
) -> tuple[int, Inputs]:
    """Mend the files, or only tell how; the exit code, and the inputs as they are then.

    Where nothing is written, the code says whether there is anything to mend or unreadable.
    """
    from ecoreport.cli.files import write_all  # noqa: PLC0415 - only where files are mended
    from ecoreport.fix import fix_year  # noqa: PLC0415

    asked, inputs = chosen_years(project, years), project.inputs()
    able = unreadable = 0
    for year in asked:
        fixed = fix_year(inputs, inputs.years.files[year], selected.takes)
        able += len(fixed.made)
        if show:
            echo(fixed.diff, nl=False)
        if write and fixed.made:
            write_all({project.year_file(year): fixed.after.read()}, project.root)
            inputs = replace(inputs, years=inputs.years.with_file(year, fixed.after))
            say(f"{fixed.before.name}：改了{len(fixed.made)}处")
            _say_made(fixed.made)
        if fixed.refused and not write:
            show_problems(fixed.refused, inputs.quoted)
            unreadable += 1
    if not write:
        say(f"能自动改的有{able}处" + ("，加上 --fix 就改" if able else ""))
    elif not able:
        say("没有能自动改的")
    return FOUND if not write and (able or unreadable) else OK, inputs


def _say_made(made: Iterable["Made"]) -> None:
    """A line a kind of mend, on stderr: what it is, and the lines of the mended file where it was made."""
    from ecoreport.problems.catalogue import catalogue  # noqa: PLC0415 - 200 entries, for mends alone

    at: dict[str, list[int]] = {}
    for one in made:
        at.setdefault(one.code, []).append(one.line)
    for code, numbers in at.items():
        say(f"  第{runs(numbers)}行：{catalogue()[code].title}[{code}]")


def _check_several(chosen: Chosen, fixed: Mapping[Path, Inputs], years: tuple[int, ...], asked: Asked) -> int:
    """Every problem of every project."""
    code, found = chosen.gathered(partial(_found, fixed, years, asked, quote=asked.form == "text"), "检查")
    quoted = {name: data for one in found.values() for name, data in one.quoted.items()}
    problems = [problem for one in found.values() for problem in one.problems]
    write_problems(problems, lambda name: quoted.get(name, b""), asked.form, asked.shown)
    files = sum(one.files for one in found.values())
    found_there = f"{len(chosen.projects)}个单位的{files}个文件：{tally(problems)}{asked.unseen(problems)}"
    say(f"{found_there}。报送情况用 ecoreport status 看。")
    return max(code, FOUND if asked.fails.any(problems) or not files else OK)


class _Found(NamedTuple):
    """What is wrong with a project, in how many files, and the files with faults, for messages to quote them."""

    problems: Sequence[Problem]
    files: int
    quoted: Mapping[str, bytes]


def _found(
    fixed: Mapping[Path, Inputs], years: tuple[int, ...], asked: Asked, project: Project, *, quote: bool
) -> tuple[int, _Found]:
    """The exit code, and what is found in the project as it is, or as it has just been fixed."""
    inputs = fixed.get(project.root) or project.inputs()
    files, folder, code = inputs.years.files, project.name(project.root), OK
    for year in years:
        if year not in files:
            there = unseen(project, year)
            say(f"{folder}：{missing(year, there) if there else f'没有 {year} 年的文件'}")
            code = FOUND
    checked = [check_year(inputs, files[year]) for year in years or files if year in files]
    for one in checked:
        if one.unread:
            say(f"{folder}：{reason(one.unread)}")
            code = USAGE
    problems = asked.told(all_problems(inputs, checked), inputs, checked)
    faulty = {one.file for one in problems if quote}
    return code, _Found(problems, len(checked), {name: inputs.quoted(name) for name in faulty})
