"""`import`: an old report in any format to a year file, with the account of its characters."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecoreport.cli import FOUND, OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.mistakes import worded, wrong
from ecoreport.cli.office import OfficeError, OfficeMissingError, convert
from ecoreport.cli.outputs import placed, write_stdout
from ecoreport.cli.showing import show_problems, tally
from ecoreport.cli.talk import counted, reason, say
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.project import Project

if TYPE_CHECKING:
    from ecoreport.importing.convert import Account, Imported

_MOST = 64 << 20  # bytes that are read at all


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was told beside the files."""

    year: int | None
    output: str | None
    encoding: str | None
    force: bool
    figures: bool
    report: str
    keep: bool = False  # say that a year file is there already, and take that for good


def run(project: Project, files: Sequence[str], options: Options) -> int:
    """Import the files one by one; one that cannot be read is told of and does not hide the others."""
    if not files:
        raise wrong("没有对上任何文件。")
    if len(files) == 1:
        return _import(project, files[0], options, {})
    if options.year or options.output or options.report == "json" or "-" in files:
        raise wrong("几个文件一起导入时，不写 --year、-o、--report json 和 -。")
    codes = []
    written: dict[Path, str] = {}
    for file in counted(files, len(files), "导入"):
        say(f"{file}：")
        try:
            codes.append(_import(project, file, options, written))
        except click.ClickException as error:
            say(f"  没有导入：{error.format_message()}")
            codes.append(USAGE)
        except OSError as error:
            say(f"  没有导入：{reason(error)}")
            codes.append(USAGE)
        say("")
    say(f"一共{len(files)}个文件，导入{len(written)}个，没有导入{len(files) - len(written)}个")
    return max(codes)


def _import(project: Project, file: str, options: Options, written: dict[Path, str]) -> int:
    """Write the file's year file, which is added to those `written`, and say what became of it."""
    from ecoreport.importing import documents  # noqa: PLC0415 - heavy
    from ecoreport.importing.convert import NoYear, convert  # noqa: PLC0415

    name = "标准输入" if file == "-" else Path(file).name
    try:
        pieces = documents.read(*_document(file), options.encoding)
        made = convert(pieces, options.year, name, figures=options.figures, templates=project.template_folders())
    except Unreadable as refused:
        raise click.ClickException(f"{name}：{refused}" + (f"。{refused.help}" if refused.help else "")) from None
    except NoYear:
        raise wrong("看不出是哪一年的报告，用 --year 写明（一次一个文件），例如 --year 2022。") from None
    target = "标准输出"
    if options.output == "-":
        write_stdout(made.text.encode())
    else:
        default = project.year_file(made.year)
        path = placed(options.output, default.name) if options.output else default
        if path in written:
            told = "也是{year}年的报告，刚才已经由 {other} 写了 {file}。"
            raise wrong(told, year=made.year, other=written[path], file=project.name(path))
        there = path.exists() or path.is_symlink()  # a link may lead nowhere
        if there and options.keep:
            say(f"已经有了，没有动：{project.name(path)}")
            return OK
        if there and not options.force:
            told = "{file} 已经有了，没有覆盖；要覆盖就加 --force，或者用 -o 另存。"
            raise wrong(told, file=project.name(path))
        write_all({path: made.text.encode()})
        written[path] = file
        target = project.name(path)
        say(f"已写 {target}")
    _tell(made.account, options.report)
    _check(project, made, target)
    return OK if made.account.complete and not made.account.doubts else FOUND


def plain_text(file: str) -> str:
    """The text of a document, a paragraph or a table's row a line; ClickException where it cannot be read."""
    from ecoreport.importing import documents  # noqa: PLC0415 - heavy

    try:
        return documents.plain_text(documents.read(*_document(file)))
    except Unreadable as refused:
        raise click.ClickException(f"{file}：{refused}") from None


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(_MOST)
    with Path(file).open("rb") as opened:
        return opened.read(_MOST)


def _document(file: str) -> tuple[bytes, str]:
    """The file's bytes and name; of a document that LibreOffice has to open first, those of the .docx it makes."""
    from ecoreport.importing.documents import office_suffix  # noqa: PLC0415 - heavy

    data = _read(file)
    suffix = office_suffix(data, file)
    return (_by_office(data, suffix), ".docx") if suffix else (data, file)


def _by_office(data: bytes, suffix: str) -> bytes:
    """The document as .docx by LibreOffice."""
    try:
        return convert(data, suffix, "docx")
    except OfficeMissingError as error:
        told = worded("读 {suffix} 文件：{error}", suffix=suffix, error=error)
        raise Unreadable(told, worded("装好再试，或者用 Word、WPS 打开，另存为 .docx")) from None
    except OfficeError as error:
        raise Unreadable(str(error), worded("用 Word 或 WPS 打开，另存为 .docx")) from None


def _tell(account: "Account", report: str) -> None:
    if report == "json":
        click.echo(json.dumps(asdict(account), ensure_ascii=False, indent=2), err=True)
        return
    counted = f"原文{account.source}字，导入{account.imported}字，指标{account.figures}个"
    say(f"{counted}，未归类{account.unplaced_characters}字")
    for text in account.furniture:
        say(f"  网页上的文字，没有导入：{text}")
    for text in account.apart:
        say(f"  正文以外的文字，没有导入：{text}")
    for old, new in account.changed:
        say(f"  改了写法：{old} → {new}")
    for text in account.unplaced:
        say(f"  没有归类，写在文件开头：{text}")
    for text in account.doubts:
        say(f"  {text}")
    if account.missing:
        say(f"  生成的报告里少了：{account.missing[:60]}")
    if account.added:
        say(f"  生成的报告里多了：{account.added[:60]}")


def _check(project: Project, made: "Imported", target: str) -> None:
    """What to look at in the new file, which is called `target`, as `check` sees it."""
    from ecoreport.check import check  # noqa: PLC0415 - heavy

    written, _, switches = made.text.partition("\nignore:\n")
    problems = check(project, made.year, f"{written}\n".encode(), target).problems
    if problems:
        say("接下来请看这几处：\n")
        show_problems(problems, project.near, err=True, texts={target: made.text})
        say(tally(problems))
    if switches:
        say("原文里的错误记在文件末尾的 ignore 里，所以能照原样生成；改好一处，就删去一条。")
