"""The program: runs one command line, and is the one door through which errors leave."""

import gc
import gettext
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from ecoreport.cli import interrupts
from ecoreport.cli.commands import ecoreport
from ecoreport.cli.console import gentle_streams, own_fault, reason, say
from ecoreport.cli.exits import FOUND, INTERRUPTED, OK, USAGE
from ecoreport.cli.usage import error_text

LOCALE = Path(__file__).parent / "locale"
_BETWEEN_COLLECTIONS = 100_000  # objects; modules and models stay anyway, and looking through them costs a twentieth


def main() -> NoReturn:
    """Run the program and exit: 0 good, 1 findings, 2 usage or I/O, 130 interrupted."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    gentle_streams()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        interrupts.raise_once()
        code = run(sys.argv[1:])
        interrupts.exit_at_once()
    except KeyboardInterrupt:
        code = INTERRUPTED
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or USAGE
    if code == INTERRUPTED:
        os._exit(code)  # after some interrupts, such as one inside exec(), Python would end itself by the signal
    interrupts.ignore()
    gc.freeze()  # what is left goes with the process; else the collector looks through all of it once more at the end
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; never raises but for SystemExit."""
    _speak_chinese()
    try:
        return ecoreport.main(arguments, prog_name="ecoreport", standalone_mode=False, windows_expand_args=False) or OK
    except click.ClickException as error:
        say(error_text(error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say(gettext.gettext("Aborted!"))
        return INTERRUPTED
    except BrokenPipeError:
        return FOUND
    except OSError as error:
        say(gettext.gettext("Error: {message}").format(message=reason(error)))
        return USAGE
    except Exception as error:
        if os.environ.get("ECOREPORT_DEBUG") and not interrupts.came():
            raise
        say(gettext.gettext("Aborted!") if interrupts.came() else f"错误：{own_fault(error)}")
        return INTERRUPTED if interrupts.came() else USAGE


def _speak_chinese() -> None:
    """Let click, which asks the standard library's gettext for its words, speak Chinese whatever the machine speaks."""
    os.environ["LANGUAGE"] = "zh_CN"
    gettext.bindtextdomain("messages", LOCALE)
    gettext.textdomain("messages")
