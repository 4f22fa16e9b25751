"""The language of the command line: Chinese whatever the machine speaks, English with ECOREPORT_LANG=en.

click asks the standard library's gettext for its own words; our help goes the same way. What the program says
of reports, and the reports, are Chinese in either.
"""

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

LOCALE = Path(__file__).parent / "locale"


def english() -> bool:
    """Whether English is asked for."""
    return os.environ.get("ECOREPORT_LANG", "").lower().startswith("en")


def choose_language() -> None:
    """Let click and our help speak that language in this process."""
    os.environ["LANGUAGE"] = "en" if english() else "zh_CN"
    gettext.bindtextdomain("messages", LOCALE)
    gettext.textdomain("messages")


def in_english(command: "click.Command") -> None:
    """Put the help of the command and of its options into English."""
    import inspect  # noqa: PLC0415 - only where English is asked for

    for parameter in command.params:
        if told := getattr(parameter, "help", None):
            parameter.help = gettext.gettext(told)
    command.help = gettext.gettext(inspect.cleandoc(command.help or ""))
    command.options_metavar = gettext.gettext(command.options_metavar or "")
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = gettext.gettext(command.subcommand_metavar)
