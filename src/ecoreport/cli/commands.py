"""The list of commands, in the order of the year's work; a misspelt one is told with the one that was meant."""

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType

import click
from click.shell_completion import CompletionItem

from ecoreport import __version__
from ecoreport.cli.exits import OK, USAGE
from ecoreport.cli.usage import meant, refuse_wide_dashes, wrong
from ecoreport.text.similarity import closest

# Each command stands in the module of its name, which is loaded when the command is called; so what the list says of
# it stands here.
_YEARLY: Mapping[str, str] = MappingProxyType({
    "init": "建一个新项目：年度文件、模板、编辑器和自动检查的设置。已有的文件一个也不动。",
    "import": "导入往年的报告：.docx、.txt、.md、网页变成年度文件；.doc、.wps、.odt、.rtf 要装 LibreOffice。",
    "new": "新一年的年度文件：由上一年的来，数字待填，文字待改，上年的安排待交代。",
    "check": "检查年度文件：一次列出所有问题，一个文件有错不影响检查别的文件。",
    "preview": "在浏览器里看报告：左边改文件，右边页面跟着变；有错误时列在上面，下面还是上一次的样子。",
    "build": "生成报告：默认写 reports/YEAR.md 和 reports/YEAR.docx。",
    "figures": "指标台账：数值、来源、用在哪里、与上年相比；几年一起列就是几年对照。",
    "diff": "比较两年或几年，或者一年的两个版本：先是一页摘要，再是指标、内容、安排和不足、照抄的句子。",
    "status": "报送情况：谁报了、缺什么、迟没迟、还有几处要填要改；一个单位就是各年度的情况和下一步。",
    "explain": "说明一个代码：什么意思、为什么、怎样写才对。",
})  # fmt: skip
_UPKEEP: Mapping[str, str] = MappingProxyType({
    "schema": "打印年度文件的 JSON Schema，供编辑器提示和补全。",
    "textconv": "把 Word 文件的文字打印出来，一段一行，供 git diff 用。",
})  # fmt: skip
# What people type who think of the work rather than of the program.
_MEANT: Mapping[str, str] = MappingProxyType({
    "检查": "check", "核对": "check", "生成": "build", "导出": "build", "导入": "import", "新建": "init",
    "初始化": "init", "新年度": "new", "比较": "diff", "对照": "diff", "指标": "figures", "台账": "figures",
    "填报": "figures", "预览": "preview", "说明": "explain", "报送": "status", "催报": "status", "情况": "status",
    "create": "init", "start": "init", "make": "build", "lint": "check",
    "validate": "check", "compare": "diff", "serve": "preview",
})  # fmt: skip


class Commands(click.Group):
    """A group that loads only the command that is called, and knows what a wrong one may have meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command; UsageError with a proposal where there is none of that name."""
        refuse_wide_dashes(args, ctx)
        name = args[0]
        if name.startswith("-") or name in self.list_commands(ctx) or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        close = [_MEANT[name]] if name in _MEANT else closest(name, self.list_commands(ctx))
        if name.isdecimal():
            close = [f"check {name}", f"build {name}"]
        mend = meant([f"ecoreport {one}" for one in close]) or "ecoreport --help 列出所有命令。"
        raise wrong(f"没有“{name}”这个命令。{mend}", ctx)

    def list_commands(self, _: click.Context) -> list[str]:
        """In the order of the year's work, then of the upkeep."""
        return [*_YEARLY, *_UPKEEP]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"ecoreport.cli.{name}"), name)
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands for the help, without loading any."""
        for heading, listed in (("命令", _YEARLY), ("维护", _UPKEEP)):
            with formatter.section(heading):
                formatter.write_dl([*listed.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands that begin so, and the group's own options."""
        named = {**_YEARLY, **_UPKEEP}.items()
        found = [CompletionItem(name, help=told) for name, told in named if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]...",
)
@click.version_option(
    __version__, "-V", "--version", message="%(prog)s %(version)s", prog_name="ecoreport", help="显示版本。"
)
@click.pass_context
def ecoreport(context: click.Context) -> int:
    """由一份年度 YAML 文件生成法治政府建设情况报告（Markdown 和按 GB/T 9704-2012 排版的 Word）。

    \b
    常用：
      ecoreport init             建一个新项目
      ecoreport check 2023       检查 data/2023.yaml
      ecoreport build 2023       生成 reports/2023.md 和 reports/2023.docx

    在项目里只写 ecoreport，就说各年度的情况和下一步（同 ecoreport status）。
    """
    return OK if context.invoked_subcommand else _alone(context)


def _alone(context: click.Context) -> int:
    """What a project stands at, which one below was meant, or the help where there is none; the exit code."""
    from ecoreport.cli.console import echo  # noqa: PLC0415 - the version and the help need none of it
    from ecoreport.project import find  # noqa: PLC0415

    if find(Path.cwd()) is None and not any(Path.cwd().glob("*/data/[0-9][0-9][0-9][0-9].yaml")):
        echo(context.get_help())
        return USAGE
    status = context.command.get_command(context, "status")  # type: ignore[attr-defined]  # it is a group
    code: int = status.main([], prog_name="ecoreport status", standalone_mode=False)
    return code
