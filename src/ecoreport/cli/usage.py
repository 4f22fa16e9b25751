"""A command line that cannot be understood: what is wrong with it, and one that can."""

import re
from collections.abc import Sequence
from gettext import gettext
from pathlib import Path
from typing import Any

import click

from ecoreport.text.similarity import closest

_DASHES = "－–—−‐‑―-"
_WIDE_DASH = rf"(?!--?[A-Za-z])[{_DASHES}]+(?P<name>[A-Za-z].*)"
_EXAMPLE = r"^ +(ecoreport .*?)(?: {2,}.*)?$"
# What people call a format who think of the program that opens it.
_MEANT_FORMAT = {
    "word": "docx", "doc": "docx", "wps": "docx", "markdown": "md", "网页": "html", "htm": "html", "web": "html",
    "excel": "xlsx", "xls": "xlsx", "表格": "xlsx", "xlsx": "csv", "txt": "text", "文本": "text", "plain": "text",
}  # fmt: skip


def meant(close: Sequence[object]) -> str:
    """是不是 check？ Empty where nothing is close."""
    return f"是不是 {'、'.join(map(str, close))}？" if close else ""


def wrong(message: str, context: click.Context | None = None) -> click.UsageError:
    """The command line is wrong."""
    return click.UsageError(message, context)


def failed(message: str) -> click.ClickException:
    """The command line is right, but what it asks for cannot be done here."""
    return click.ClickException(message)


class Format(click.Choice[str]):
    """One of the formats; UsageError with the one that was meant where there is none of that name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The format's name."""
        choices = tuple(self.choices)
        typed = str(value).lower().lstrip(".")
        if typed in choices:
            return typed
        meant_so = _MEANT_FORMAT.get(typed, "")
        named = [one for one in (meant_so, _MEANT_FORMAT.get(meant_so, "")) if one in choices][:1]
        close = named or closest(typed, choices)
        option = param.opts[0] if param else "-f"
        raise wrong(f"{option} 没有“{value}”这一种。{meant(close)}可以写 {'、'.join(choices)}。", ctx)


def refuse_wide_dashes(arguments: Sequence[str], context: click.Context) -> None:
    """UsageError where an option begins with a dash of a Chinese keyboard, and no file is called so."""
    for typed in arguments:
        match = re.fullmatch(_WIDE_DASH, typed) if typed.startswith(tuple(_DASHES)) else None
        if match and not Path(typed).exists():
            option = ("-" if len(match["name"]) == 1 else "--") + match["name"]
            raise wrong(f"“{typed}”开头的横线不是减号，写成 {option}。", context)


def error_text(error: click.ClickException) -> str:
    """What is wrong and, of a command that lacks something, an example and where there is help."""
    message = gettext("Error: {message}").format(message=_message(error))
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message
    lines = [message]
    if isinstance(error, click.MissingParameter) and (
        example := re.search(_EXAMPLE, context.command.help or "", re.MULTILINE)
    ):
        lines.append(f"例如：{example[1]}")
    lines.append(gettext("Try '{command} {option}' for help.").format(command=context.command_path, option="--help"))
    return "\n".join(lines)


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Argument):
        return f"少写了 {(error.param.metavar or error.param.human_readable_name).rstrip('.')}。"
    return error.format_message()
