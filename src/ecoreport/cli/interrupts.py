"""Ctrl-C at any moment: exit code 130, no traceback, and what is written stays whole."""

from __future__ import annotations

import os
import sys

from ecoreport.cli.exits import INTERRUPTED

TYPE_CHECKING = False  # as in the package: until the first handler is set, every millisecond can end in a traceback
if TYPE_CHECKING:
    import signal
    from typing import NoReturn
else:
    import _signal as signal  # what `signal` wraps in enumerations

_PAUSE = 0.2  # seconds


def exit_at_once() -> None:
    """From now on an interrupt ends the program on the spot: before and after a command nothing is half done."""
    _set(_exit)


def raise_once() -> None:
    """From now on the first interrupt is a KeyboardInterrupt, so that a command can clear up; the next ends it."""
    sys.unraisablehook = _unraisable
    program = os.getpid()
    _set(lambda *_: _raise(program))


def came() -> bool:
    """Whether an interrupt has been raised: some libraries turn it into an error of their own, as pydantic does."""
    return signal.getsignal(signal.SIGINT) is _exit


def ignore() -> None:
    """From now on interrupts are over: the command is done."""
    _set(signal.SIG_IGN)


def leave_to(program: int) -> None:
    """In a process that the program, of that number, has started: interrupts are its own, and this one ends with it."""
    from threading import Thread  # noqa: PLC0415 - for such processes alone

    ignore()
    Thread(target=_end_with, args=(program,), daemon=True).start()


def _end_with(program: int) -> NoReturn:
    import time  # noqa: PLC0415 - as above

    if os.name == "posix":
        while os.getppid() == program:
            time.sleep(_PAUSE)
    else:
        from multiprocessing import parent_process  # noqa: PLC0415 - as above

        if parent := parent_process():
            parent.join()
    os._exit(INTERRUPTED)


def _set(handler: signal._HANDLER) -> None:
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # as nohup and a shell's & want it
        signal.signal(signal.SIGINT, handler)


def _exit(*_: object) -> NoReturn:
    os._exit(INTERRUPTED)


def _raise(program: int) -> NoReturn:
    exit_at_once()
    if os.getpid() != program:  # a process of its own that has only just been forked
        _exit()
    raise KeyboardInterrupt


def _unraisable(told: sys.UnraisableHookArgs) -> None:
    """Python swallows an interrupt that comes inside a `__del__` or a weak reference's callback, and tells of it."""
    if isinstance(told.exc_value, KeyboardInterrupt):
        _exit()
    sys.__unraisablehook__(told)
