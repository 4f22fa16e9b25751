"""An end for what runs too long, in any thread and on any system."""

import contextlib
import ctypes
import threading

from ecoreport.report._sandbox import MOST_SECONDS, TooLongError


class Watchdog:
    """A block that raises TooLongError in its own thread once its time is up.

    The interpreter raises it between two of its own steps: a single call into C is not interrupted, so whatever makes
    something huge in one call has to be refused beforehand. Where it happens to be raised in a finaliser or a callback
    of the garbage collector it is lost, so it is raised again, as long as the block goes on.
    """

    def __enter__(self) -> None:
        """Start the clock."""
        self._watched = ctypes.c_ulong(threading.get_ident())
        self._ended, self._bitten = threading.Event(), False
        self._lock = threading.Lock()
        self._clock = threading.Thread(target=self._watch, daemon=True)
        self._clock.start()

    def _watch(self) -> None:
        while not self._ended.wait(MOST_SECONDS):
            self._bite()

    def _bite(self) -> None:
        with self._lock:
            if not self._ended.is_set():
                self._bitten = True
                self._raise()

    def _raise(self) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(self._watched, ctypes.py_object(TooLongError))

    def __exit__(self, *_: object) -> None:
        """Stop it; what may be about to be raised is raised here, and dropped.

        To call it back would leave the interpreter's flag up for good, at which one that traces waits for ever.
        """
        with self._lock:
            self._ended.set()
        while self._bitten:
            with contextlib.suppress(TooLongError):
                self._raise()
                for _step in range(100):
                    pass
                continue
            self._bitten = False
