"""`preview`: the year's page in the browser while its file is edited."""

import click

from ecoreport.cli.live import serve
from ecoreport.cli.options import command, year
from ecoreport.cli.projects import chosen_years, one_project
from ecoreport.project import Project


@command()
@year
@click.option("--port", metavar="N", type=click.IntRange(1024, 65000), default=8765, help="端口；被占了就用下一个。")
@click.option("--open/--no-open", "show", default=True, help="打开浏览器（默认），或者不打开。")
@one_project
def preview(project: Project, year: int, port: int, show: bool) -> int:  # noqa: FBT001
    """在浏览器里看报告：左边改文件，右边页面跟着变；有错误时列在上面，下面还是上一次的样子。

    \b
    例如：
      ecoreport preview 2024
      ecoreport preview 2024 --port 9000 --no-open

    \b
    只在本机能看（127.0.0.1）；按 Ctrl-C 结束。
    """
    [chosen] = chosen_years(project, (year,))
    return serve(project, chosen, port, show=show)
