"""`import`: old reports in any format to year files, each with the account of its characters."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from ecoreport.check import check_year
from ecoreport.cli.console import counted, reason, say
from ecoreport.cli.documents import readable
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.options import YEAR, command, expanded, files, output
from ecoreport.cli.outputs import placed, write_stdout
from ecoreport.cli.problem_output import is_hint, show_problems, tally
from ecoreport.cli.projects import project_or_folder
from ecoreport.cli.usage import wrong
from ecoreport.importing import documents
from ecoreport.importing.account import Account
from ecoreport.importing.convert import Imported, NoYear, at_home, convert
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.project import SCHEMA, Inputs, Project, shown


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the command was told beside the files; `keep`: a year file that is there already is said, and good."""

    year: int | None = None
    output: str | None = None
    encoding: str | None = None
    force: bool = False
    figures: bool = True
    account: str | None = None
    keep: bool = False


@command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, shell_complete=files)
@click.option("--year", metavar="YEAR", type=YEAR, help="报告的年度；不写就从标题里看。")
@output("写到这个文件；- 是标准输出；不写就是 data/YEAR.yaml。")
@click.option("--force", is_flag=True, help="文件已经有了也覆盖。")
@click.option("--figures/--no-figures", default=True, help="把正文里的数变成指标（默认），或者留在正文里。")
@click.option("--encoding", metavar="NAME", help="文字文件的编码，例如 gb18030；一般不用写。")
@click.option(
    "--account",
    metavar="FILE",
    type=click.Path(),
    help="把详细的账目（每一行认作什么、为什么）写到这个文件，.json 是给机器读的。",
)
@click.option("--into", metavar="YEAR", type=YEAR, help="把改过的报告收回到这一年的年度文件里，只动改过的地方。")
@click.option("--dry-run", is_flag=True, help="和 --into 一起：只显示会怎样改，不写。")
@click.option("--reject", is_flag=True, help="和 --into 一起：不接受修订；不写就照接受修订以后的样子。")
@click.option("--literal", is_flag=True, help="和 --into 一起：同比等算出来的数有人改了，就照抄成文字。")
@project_or_folder
def import_(project: Project, files: tuple[str, ...], into: int | None, **told: Any) -> int:  # noqa: ANN401 - click's
    """导入往年的报告：.docx、.txt、.md、网页变成年度文件；.doc、.wps、.odt、.rtf 要装 LibreOffice。

    \b
    例如：
      ecoreport import 2022年报告.docx
      ecoreport import 旧报告/*.docx             几年的一起导入
      ecoreport import 报告.doc --year 2022 -o data/2022.yaml
      ecoreport import - < 报告.txt
      ecoreport import reports/2024.docx --into 2024   领导改过的收回年度文件
    """
    how = {name: told.pop(name) for name in ("dry_run", "reject", "literal")}
    if into is not None:
        return _into(project, files, into, how, told)
    if any(how.values()):
        raise wrong("--dry-run、--reject、--literal 和 --into 一起写。")
    return import_files(project, expanded(files), ImportOptions(**told))


def _into(project: Project, files: Sequence[str], year: int, how: Mapping[str, Any], told: Mapping[str, Any]) -> int:
    from ecoreport.cli.into import How, bring_into  # noqa: PLC0415 - only where something is brought back

    if len(files) != 1:
        raise wrong("--into 一次收回一个文件。")
    if ImportOptions(**told) != ImportOptions():
        raise wrong("--into 只和 --dry-run、--reject、--literal 一起写。")
    return bring_into(project, files[0], year, How(**how))


def import_files(project: Project, files: Sequence[str], options: ImportOptions) -> int:
    """Import the files one by one; one that cannot be read is told of and does not hide the others."""
    if not files:
        raise wrong("没有对上任何文件。")
    importer = _Importer(project, options)
    if len(files) == 1:
        return importer.run(files[0])
    if options.year or options.output or options.account or "-" in files:
        raise wrong("几个文件一起导入时，不写 --year、-o、--account 和 -。")
    codes = []
    for file in counted(files, len(files), "导入"):
        say(f"{file}：")
        try:
            codes.append(importer.run(file))
        except (click.ClickException, OSError) as error:
            say(f"  没有导入：{reason(error) if isinstance(error, OSError) else error.format_message()}")
            codes.append(USAGE)
        say("")
    done = len(importer.written)
    say(f"一共{len(files)}个文件，导入{done}个，没有导入{len(files) - done}个")
    return max(codes)


@dataclass(frozen=True)
class _Importer:
    """Imports files of one run; knows which it has `written`, and from what."""

    project: Project
    options: ImportOptions
    written: dict[Path, str] = field(default_factory=dict)

    def run(self, file: str) -> int:
        """Write the file's year file and say what became of it."""
        inputs = self.project.inputs()
        made = self._converted(file, inputs)
        if self.options.output == "-":
            write_stdout(made.text.encode())
            target = "标准输出"
        else:
            path = self._target(made.year)
            target = self.project.name(path)
            if _is_taken(path) and self.options.keep:
                say(f"已经有了，没有动：{target}")
                return OK
            if _is_taken(path) and not self.options.force:
                back = f"要收回领导改过的，写 --into {made.year}"
                raise wrong(f"{target} 已经有了，没有覆盖。{back}；要整个换掉，加 --force，或者用 -o 另存。")
            text = at_home(made.text, _schema_from(path, self.project.root))
            write_all({path: text.encode()}, self.project.root)
            self.written[path] = file
            say(f"已写 {target}")
        _tell(made.account)
        self._write_account(made.account)
        _tell_problems(inputs, made, target)
        return OK if made.account.complete and not made.account.doubts else FOUND

    def _write_account(self, account: Account) -> None:
        if self.options.account:
            path = Path(self.options.account)
            text = account.json() if path.suffix.lower() == ".json" else account.text()
            write_all({path: text.encode()}, self.project.root)

    def _converted(self, file: str, inputs: Inputs) -> Imported:
        """The year file; ClickException where the document cannot be read or does not say its year."""
        name = "标准输入" if file == "-" else shown(Path(file).name)
        options = self.options
        try:
            pieces = documents.read(*readable(file), options.encoding)
            return convert(pieces, options.year, name, inputs, figures=options.figures)
        except Unreadable as refused:
            raise click.ClickException(f"{name}：{refused}" + (f"。{refused.help}" if refused.help else "")) from None
        except NoYear:
            raise wrong("看不出是哪一年的报告，用 --year 写明（一次一个文件），例如 --year 2022。") from None

    def _target(self, year: int) -> Path:
        """Where the year's file goes; UsageError where another file of this run has gone there."""
        default = self.project.year_file(year)
        path = placed(self.options.output, default.name) if self.options.output else default
        if path in self.written:
            there = f"刚才已经由 {self.written[path]} 写了 {self.project.name(path)}"
            raise wrong(f"也是{year}年的报告，{there}。")
        return path


def _schema_from(path: Path, root: Path) -> str:
    """Where the project's schema lies, from the year file at `path`; from the root of another drive, all of it."""
    schema = (root / SCHEMA).absolute()
    try:
        return Path(os.path.relpath(schema, path.absolute().parent)).as_posix()
    except ValueError:
        return schema.as_posix()


def _is_taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()  # a link may lead nowhere


def _tell(account: Account) -> None:
    say(account.brief())
    for line in account.said():
        say(f"  {line}")


def _tell_problems(inputs: Inputs, made: Imported, target: str) -> None:
    """What to look at in the new file, which is called `target`, as `check` sees it."""
    found = check_year(inputs, made.file).problems
    if problems := [one._replace(file=target) if one.file == made.file.name else one for one in found]:
        if not all(map(is_hint, problems)):
            say("接下来请看这几处：\n")
        show_problems(problems, lambda name: made.text.encode() if name == target else inputs.quoted(name))
        say(tally(problems))
    if made.text.encode() != made.file.read():
        say("原文里的错误记在文件末尾的 ignore 里，所以能照原样生成；改好一处，就删去一条。")
