"""A command line that cannot be understood: what is wrong with it, and one that can."""

import re
from collections.abc import Sequence
from gettext import gettext
from pathlib import Path
from typing import Any

import click

from ecoreport.cli.languages import english

_WIDE_DASH = re.compile(r"(?!--?[A-Za-z])[－–—−‐‑―-]+(?P<name>[A-Za-z].*)")
_EXAMPLE = re.compile(r"^ +(ecoreport .*?)(?: {2,}.*)?$", re.MULTILINE)
# What people call a format who think of the program that opens it.
_MEANT_FORMAT = {
    "word": "docx", "doc": "docx", "wps": "docx", "markdown": "md", "网页": "html", "htm": "html", "web": "html",
    "excel": "csv", "xlsx": "csv", "xls": "csv", "表格": "csv", "txt": "text", "文本": "text", "plain": "text",
}  # fmt: skip

MEANT = "是不是 {meant}？"


def worded(*templates: str, **values: object) -> str:
    """The sentences in the language asked for, then the values put in; lists are joined as that language does."""
    comma = ", " if english() else "、"
    shown = {
        name: comma.join(map(str, value)) if isinstance(value, list | tuple) else value
        for name, value in values.items()
    }
    return "".join(gettext(template) for template in templates if template).format(**shown)


def wrong(*templates: str, context: click.Context | None = None, **values: object) -> click.UsageError:
    """The command line is wrong, worded as above."""
    return click.UsageError(worded(*templates, **values).rstrip(), context)


def failed(*templates: str, **values: object) -> click.ClickException:
    """The command line is right, but what it asks for cannot be done here, worded as above."""
    return click.ClickException(worded(*templates, **values).rstrip())


class Format(click.Choice[str]):
    """One of the formats; UsageError with the one that was meant where there is none of that name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The format's name."""
        from difflib import get_close_matches  # noqa: PLC0415 - --version needs none

        choices = tuple(self.choices)
        typed = str(value).lower().lstrip(".")
        if typed in choices:
            return typed
        named = [_MEANT_FORMAT.get(typed, "")]
        meant = named if named[0] in choices else get_close_matches(typed, choices, 1, 0.6)
        option = param.opts[0] if isinstance(param, click.Option) else param and param.metavar
        asked = ("{option} 没有“{value}”这一种。", MEANT if meant else "", "可以写 {choices}。")
        raise wrong(*asked, context=ctx, option=option, value=value, meant=meant, choices=choices)


def wide_dash(arguments: Sequence[str], context: click.Context) -> None:
    """UsageError where an option begins with a dash of a Chinese keyboard, and no file is called so."""
    for typed in arguments:
        match = _WIDE_DASH.fullmatch(typed)
        if match and not Path(typed).exists():
            meant = ("-" if len(match["name"]) == 1 else "--") + match["name"]
            raise wrong("“{typed}”开头的横线不是减号，写成 {meant}。", context=context, typed=typed, meant=meant)


def told(error: click.ClickException) -> str:
    """What is wrong and, of a command that lacks something, an example and where there is help."""
    message = gettext("Error: {message}").format(message=_message(error))
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message
    lines = [message]
    if isinstance(error, click.MissingParameter) and (example := _EXAMPLE.search(context.command.help or "")):
        lines.append(worded("例如：{example}", example=example[1]))
    lines.append(gettext("Try '{command} {option}' for help.").format(command=context.command_path, option="--help"))
    return "\n".join(lines)


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Argument):
        return worded("少写了 {name}。", name=(error.param.metavar or error.param.human_readable_name).rstrip("."))
    return error.format_message()
