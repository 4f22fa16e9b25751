"""The command line: the only part that prints, reads the clock, writes files or exits."""

import gc
import os
import signal
import sys
from gettext import gettext
from typing import NoReturn

from ecoreport.cli.languages import choose_language

OK, FOUND, USAGE, INTERRUPTED = 0, 1, 2, 130
_BETWEEN_COLLECTIONS = 100_000  # objects; modules and models stay anyway, and looking through them costs a twentieth


def main() -> NoReturn:
    """Run the program and exit: 0 good, 1 findings, 2 usage or I/O, 130 interrupted."""
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    choose_language()
    from ecoreport.cli.talk import gentle_streams  # noqa: PLC0415 - click must be told its language first

    gentle_streams()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    code = run(sys.argv[1:])
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or USAGE
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; never raises but for SystemExit."""
    import click  # noqa: PLC0415 - click must be told its language first

    from ecoreport.cli.group import ecoreport  # noqa: PLC0415
    from ecoreport.cli.mistakes import told, worded  # noqa: PLC0415
    from ecoreport.cli.talk import reason, say  # noqa: PLC0415

    try:
        return ecoreport.main(arguments, prog_name="ecoreport", standalone_mode=False, windows_expand_args=False) or OK
    except click.ClickException as error:
        say(told(error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say(gettext("Aborted!"))
        return INTERRUPTED
    except BrokenPipeError:
        return FOUND
    except OSError as error:
        say(gettext("Error: {message}").format(message=reason(error)))
        return USAGE
    except Exception as error:
        if os.environ.get("ECOREPORT_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}"
        say(worded("错误：程序自身出了问题（{fault}）。请把命令和年度文件发给维护者。", fault=fault))
        return USAGE
