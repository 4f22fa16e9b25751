"""The commands beside the year's work: import, explain, schema, textconv, completion."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecoreport.cli import OK
from ecoreport.cli.group import ecoreport
from ecoreport.cli.mistakes import Format, wrong
from ecoreport.cli.options import YEAR, anywhere, expanded, files
from ecoreport.cli.outputs import compare, deliver, placed, write_stdout
from ecoreport.project import Project

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _codes(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only where a shell asks

    from ecoreport.problems.catalogue import catalogue  # noqa: PLC0415

    known = catalogue().items()
    return [CompletionItem(code, help=entry.title) for code, entry in known if code.startswith(incomplete.upper())]


@ecoreport.command("import", options_metavar="[选项]")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, shell_complete=files)
@click.option("--year", metavar="YEAR", type=YEAR, help="报告的年度；不写就从标题里看。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；- 是标准输出；不写就是 data/YEAR.yaml。")
@click.option("--force", is_flag=True, help="文件已经有了也覆盖。")
@click.option("--figures/--no-figures", default=True, help="把正文里的数变成指标（默认），或者留在正文里。")
@click.option("--encoding", metavar="NAME", help="文字文件的编码，例如 gb18030；一般不用写。")
@click.option("--report", type=Format(("text", "json")), default="text", help="导入的账目怎么写。")
@anywhere
def import_(  # noqa: PLR0913 - one parameter an option
    project: Project,
    files: tuple[str, ...],
    year: int | None,
    output: str | None,
    force: bool,  # noqa: FBT001
    figures: bool,  # noqa: FBT001
    encoding: str | None,
    report: str,
) -> int:
    """导入往年的报告：.docx、.txt、.md 变成年度文件；.doc、.wps、.odt、.rtf 要装 LibreOffice。

    \b
    例如：
      ecoreport import 2022年报告.docx
      ecoreport import 旧报告/*.docx             几年的一起导入
      ecoreport import 报告.doc --year 2022 -o data/2022.yaml
      ecoreport import - < 报告.txt
    """
    from ecoreport.cli import importing  # noqa: PLC0415 - heavy

    return importing.run(project, expanded(files), importing.Options(year, output, encoding, force, figures, report))


@ecoreport.command(options_metavar="[选项]")
@click.argument("codes", metavar="[CODE]...", nargs=-1, shell_complete=_codes)
@click.option("--all", "every", is_flag=True, help="所有代码，写成 Markdown。")
@click.option("-o", "--output", metavar="PATH", help="与 --all 合用：写到这个文件；不写就打印到标准输出。")
@click.option("--check", "only_check", is_flag=True, help="不写文件，只看它是不是最新；不是就返回 1。")
def explain(codes: tuple[str, ...], every: bool, output: str | None, only_check: bool) -> int:  # noqa: FBT001
    """说明一个代码：什么意思、为什么、怎样写才对。

    \b
    例如：
      ecoreport explain W515
      ecoreport explain --all -o rules.md        全部代码，写成一页
    """
    from ecoreport.problems.catalogue import catalogue  # noqa: PLC0415
    from ecoreport.rules import explain as rulebook  # noqa: PLC0415 - heavy

    if every == bool(codes):
        raise wrong("写一个代码，例如 explain W515；要看全部，就写 explain --all。")
    if every:
        return _deliver(rulebook.page(), "md", output, "rules", only_check=only_check)
    for code in codes:
        entry = catalogue().get(code.upper())
        if entry is None:
            raise wrong("没有“{code}”这个代码；代码是一个字母加三个数字，例如 W515。", code=code)
        click.echo(rulebook.explained(entry))
    return OK


@ecoreport.command(options_metavar="[选项]")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；不写就打印到标准输出。")
@click.option("--check", "only_check", is_flag=True, help="不写文件，只看它是不是最新；不是就返回 1。")
@click.option("--doc", is_flag=True, help="写成给人看的一页：年度文件有哪些键，逐个说明。")
def schema(output: str | None, only_check: bool, doc: bool) -> int:  # noqa: FBT001
    """打印年度文件的 JSON Schema，供编辑器提示和补全。

    \b
    例如：
      ecoreport schema -o schema/report.schema.json
      ecoreport schema --doc -o year-file.md      给人看的一页
    """
    from ecoreport.yearfile.fieldbook import page  # noqa: PLC0415 - heavy
    from ecoreport.yearfile.schema import schema as schema_text  # noqa: PLC0415 - heavy

    if doc:
        return _deliver(page(), "md", output, "year-file", only_check=only_check)
    return _deliver(schema_text(), "json", output, "report.schema", only_check=only_check)


@ecoreport.command(options_metavar="[选项]")
@click.argument("file", metavar="FILE", shell_complete=files)
def textconv(file: str) -> int:
    """把 Word 文件的文字打印出来，一段一行，供 git diff 用。

    \b
    例如：
      ecoreport textconv reports/2023.docx

    \b
    在项目里运行一次：
      git config diff.docx.textconv "ecoreport textconv"
    .gitattributes 里写上：
      *.docx diff=docx -text
    """
    from ecoreport.cli.importing import plain_text  # noqa: PLC0415 - heavy

    write_stdout(plain_text(file).encode())
    return OK


@ecoreport.command(options_metavar="[选项]")
@click.argument("shell", metavar="SHELL", type=Format(("bash", "zsh", "fish", "powershell")))
def completion(shell: str) -> int:
    """打印命令补全的脚本：按 Tab 补全命令、选项、年度和代码。

    \b
    例如：
      ecoreport completion bash >> ~/.bashrc
      ecoreport completion zsh >> ~/.zshrc
      ecoreport completion fish > ~/.config/fish/completions/ecoreport.fish
      ecoreport completion powershell >> $PROFILE
    """
    from ecoreport.cli.completion import script  # noqa: PLC0415 - heavy

    write_stdout(script(ecoreport, shell).encode())
    return OK


def _deliver(text: str, form: str, output: str | None, stem: str, *, only_check: bool) -> int:
    """A generated text to its file or to stdout; or whether the file has it already."""
    data, here = text.encode(), Project(Path.cwd(), Path.cwd())
    if only_check and output and output != "-":
        return compare({placed(output, f"{stem}.{form}"): data}, here, "不带 --check 再运行一次，就重新生成。")
    deliver(here, data, form, output, stem)
    return OK
