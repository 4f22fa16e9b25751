"""An end for what runs too long, in any thread and on any system."""

import contextlib
import ctypes
import threading
from types import TracebackType

from ecoreport.report._sandbox import MOST_SECONDS, TooLongError


class Watchdog:
    """A block that raises TooLongError in its own thread once its time is up.

    The interpreter raises it between two of its own steps: a single call into C is not interrupted, so whatever makes
    something huge in one call has to be refused beforehand.
    """

    def __enter__(self) -> None:
        """Start the clock."""
        self._thread = ctypes.c_ulong(threading.get_ident())
        self._open, self._bitten = True, False
        self._lock = threading.Lock()
        self._timer = threading.Timer(MOST_SECONDS, self._bite)
        self._timer.daemon = True
        self._timer.start()

    def _bite(self) -> None:
        with self._lock:
            if self._open:
                self._bitten = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, ctypes.py_object(TooLongError))

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        """Stop it; what is about to be raised is waited for.

        To call it back would leave the interpreter's flag up for good, at which one that traces waits for ever.
        """
        with self._lock:
            self._open = False
        self._timer.cancel()
        if self._bitten and kind is None:
            with contextlib.suppress(TooLongError):
                while True:
                    pass
