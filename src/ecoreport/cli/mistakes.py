"""A command line that cannot be understood: what is wrong with it, and one that can."""

import re
from collections.abc import Sequence
from gettext import gettext
from pathlib import Path
from typing import Any

import click

_WIDE_DASH = re.compile(r"(?!--?[A-Za-z])[－–—−‐‑―-]+(?P<name>[A-Za-z].*)")
_EXAMPLE = re.compile(r"^ +(ecoreport .*?)(?: {2,}.*)?$", re.MULTILINE)
# What people call a format who think of the program that opens it.
_MEANT_FORMAT = {
    "word": "docx", "doc": "docx", "wps": "docx", "markdown": "md", "网页": "html", "htm": "html", "web": "html",
    "excel": "csv", "xlsx": "csv", "xls": "csv", "表格": "csv", "txt": "text", "文本": "text", "plain": "text",
}  # fmt: skip

# Translated beside the help.
WORDS = LACKING, EXAMPLE, NO_FORMAT, MEANT, FORMATS, DASH = (
    "少写了 {name}。",
    "例如：{example}",
    "{option} 没有“{value}”这一种。",
    "是不是 {meant}？",
    "可以写 {choices}。",
    "“{typed}”开头的横线不是减号，写成 {meant}。",
)


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
        meant = named if named[0] in choices else get_close_matches(typed, choices, 1, 0.5)
        option = param.opts[0] if param else "-f"
        told = gettext(NO_FORMAT).format(option=option, value=value)
        told += gettext(MEANT).format(meant=meant[0]) if meant else ""
        raise click.UsageError(told + gettext(FORMATS).format(choices="、".join(choices)), ctx)


def wide_dash(arguments: Sequence[str], context: click.Context) -> None:
    """UsageError where an option begins with a dash of a Chinese keyboard, and no file is called so."""
    for typed in arguments:
        match = _WIDE_DASH.fullmatch(typed)
        if match and not Path(typed).exists():
            meant = ("-" if len(match["name"]) == 1 else "--") + match["name"]
            raise click.UsageError(gettext(DASH).format(typed=typed, meant=meant), context)


def told(error: click.ClickException) -> str:
    """What is wrong and, of a command that lacks something, an example and where there is help."""
    message = gettext("Error: {message}").format(message=_message(error))
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message
    lines = [message]
    if isinstance(error, click.MissingParameter) and (example := _EXAMPLE.search(context.command.help or "")):
        lines.append(gettext(EXAMPLE).format(example=example[1]))
    lines.append(gettext("Try '{command} {option}' for help.").format(command=context.command_path, option="--help"))
    return "\n".join(lines)


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Argument):
        return gettext(LACKING).format(name=(error.param.metavar or error.param.human_readable_name).rstrip("."))
    return error.format_message()
