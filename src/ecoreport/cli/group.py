"""The program and its list of commands; a misspelt one is told with the one that was meant."""

import os
from importlib import import_module
from typing import Any

import click

from ecoreport import __version__
from ecoreport.cli.languages import english, in_english
from ecoreport.cli.mistakes import MEANT, wide_dash, wrong

VARIABLE = "_ECOREPORT_COMPLETE"  # set by a shell that asks for completion
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
# In the order of the year's work. A command's module is loaded when the command is asked for.
_MODULES = {
    "init": "starting", "import": "tools", "new": "years", "check": "checking", "preview": "years", "build": "building",
    "figures": "years", "diff": "years", "explain": "tools", "completion": "tools", "schema": "tools",
    "textconv": "tools",
}  # fmt: skip
# What people type who think of the work rather than of the program.
_MEANT = {
    "检查": "check", "核对": "check", "生成": "build", "导出": "build", "导入": "import", "新建": "init",
    "初始化": "init", "新年度": "new", "比较": "diff", "对照": "diff", "指标": "figures", "台账": "figures",
    "预览": "preview", "说明": "explain", "create": "init", "start": "init", "make": "build", "lint": "check",
    "validate": "check", "compare": "diff", "serve": "preview",
}  # fmt: skip


class Commands(click.Group):
    """A group that knows what a wrong command may have meant, and speaks English where it is asked to."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command; UsageError with a proposal where there is none of that name."""
        wide_dash(args, ctx)
        name = args[0]
        if name.startswith("-") or self.get_command(ctx, name) or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches  # noqa: PLC0415 - --version needs none

        close = [_MEANT[name]] if name in _MEANT else get_close_matches(name, self.list_commands(ctx), 1, 0.5)
        if name.isdecimal():
            close = [f"check {name}", f"build {name}"]
        mend = MEANT if close else "ecoreport --help 列出所有命令。"
        meant = [f"ecoreport {one}" for one in close]
        raise wrong("没有“{name}”这个命令。", mend, context=ctx, name=name, meant=meant)

    def list_commands(self, _: click.Context) -> list[str]:
        """In the order of the year's work."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, in the language asked for; None where there is none."""
        if cmd_name not in _MODULES:
            return None
        import_module(f"ecoreport.cli.{_MODULES[cmd_name]}")
        command = super().get_command(ctx, cmd_name)
        if command and english():
            in_english(command)
        return command

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's own
        """Run, with every word of the help in the language asked for."""
        if english():
            in_english(self)
        if VARIABLE in os.environ:
            from ecoreport.cli import completion  # noqa: F401, PLC0415 - adds PowerShell to click's shells
        return super().main(*args, **extra)


@click.group(cls=Commands, context_settings=_CONTEXT, options_metavar="[选项]", subcommand_metavar="命令 [参数]...")
@click.version_option(__version__, "-V", "--version", prog_name="ecoreport")
def ecoreport() -> None:
    """由一份年度 YAML 文件生成法治政府建设情况报告（Markdown 和按 GB/T 9704-2012 排版的 Word）。

    \b
    常用：
      ecoreport init             建一个新项目
      ecoreport check 2023       检查 data/2023.yaml
      ecoreport build 2023       生成 reports/2023.md 和 reports/2023.docx
    """
