"""`explain`: what a code means, why, and how to write it right."""

import click
from click.shell_completion import CompletionItem

from ecoreport.cli.console import echo
from ecoreport.cli.exits import OK
from ecoreport.cli.options import command
from ecoreport.cli.usage import wrong
from ecoreport.problems.catalogue import catalogue
from ecoreport.rules.explain import explained


def _codes(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    known = catalogue().items()
    return [CompletionItem(code, help=entry.title) for code, entry in known if code.startswith(incomplete.upper())]


@command()
@click.argument("codes", metavar="CODE...", nargs=-1, required=True, shell_complete=_codes)
def explain(codes: tuple[str, ...]) -> int:
    """说明一个代码：什么意思、为什么、怎样写才对。

    \b
    例如：
      ecoreport explain W515
    """
    for code in codes:
        entry = catalogue().get(code.upper())
        if entry is None:
            raise wrong(f"没有“{code}”这个代码；代码是一个字母加三个数字，例如 W515。")
        echo(explained(entry))
    return OK
