"""`--select` and `--ignore`: of which codes `check` tells."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click
from click.shell_completion import CompletionItem

from ecoreport.cli.usage import wrong
from ecoreport.problems.catalogue import catalogue
from ecoreport.problems.diagnostic import Problem

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Selection(NamedTuple):
    """Codes and beginnings of codes: those that are told, all where there are none, and those that are not."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def takes(self, problem: Problem) -> bool:
        """Whether a problem is told."""
        return problem.code.startswith(self.wanted or "") and not (
            self.unwanted and problem.code.startswith(self.unwanted)
        )


class _Codes(click.ParamType[tuple[str, ...]]):
    """E,W4: codes, or how they begin, with commas between."""

    name = "codes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:  # noqa: ANN401, ARG002
        """The codes in capitals; UsageError for what no code begins with."""
        if isinstance(value, tuple):
            return value
        given = tuple(filter(None, re.split("[,，、\\s]+", str(value).upper())))
        for one in given:
            if not any(code.startswith(one) for code in catalogue()):
                raise wrong(f"没有以“{one}”开头的代码；写代码或它的开头，用逗号隔开，例如 E,W4,W515。", ctx)
        if not given:
            raise wrong("写代码或它的开头，用逗号隔开，例如 E,W4,W515。", ctx)
        return given

    def shell_complete(self, _: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The codes that the last one typed may become."""
        before, comma, last = incomplete.upper().rpartition(",")
        known = (code for code in catalogue() if code.startswith(last))
        return [CompletionItem(before + comma + code, help=catalogue()[code].title) for code in known]


def selection(command: _Command) -> _Command:
    """--select and --ignore; the command gets `select` and `ignore`."""
    for name, told in (
        ("--ignore", "不报这些代码。"),
        ("--select", "只报这些代码；写代码或它的开头，如 E,W4。读不出的文件照样报。"),
    ):
        command = click.option(name, metavar="CODES", type=_Codes(), default=(), help=told)(command)
    return command
