"""The watchdog: it ends what runs too long in its own thread, and nothing else, and nothing afterwards."""

import subprocess
import sys
import threading
import time
from contextlib import closing
from types import SimpleNamespace

import pytest

from ecoreport.report import _watchdog
from ecoreport.report._watchdog import TooLongError, Watchdog

PATIENCE = 60  # seconds, so that a watchdog that does not bite is a failure and no end


def run_on() -> None:
    """What would run for ever, for a test."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        pass


def test_a_block_that_ends_in_time_is_left_alone() -> None:
    """Its result is there, and its clock is stopped; while it ticked, it would not have kept the program alive."""
    watchdog = Watchdog()
    with watchdog:
        result = sum(range(1000))
        ticking, alone = watchdog._clock.is_alive(), watchdog._clock.daemon
    watchdog._clock.join(PATIENCE)
    assert (result, ticking, alone, watchdog._clock.is_alive()) == (499500, True, True, False)


def test_a_block_that_runs_on_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is, so that what is open is closed on the way out; the program goes on behind it."""
    monkeypatch.setattr(_watchdog, "MOST_SECONDS", 0.3)
    closed: list[str] = []
    with pytest.raises(TooLongError), Watchdog(), closing(SimpleNamespace(close=lambda: closed.append("关"))):
        run_on()
    assert closed == ["关"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_finaliser_that_loses_the_end_does_not_hold_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is raised in one is printed and forgotten by the interpreter."""
    monkeypatch.setattr(_watchdog, "MOST_SECONDS", 0.05)

    class Deaf:
        def __del__(self) -> None:
            run_on()

    def lose_it_once() -> None:
        Deaf()
        run_on()

    with pytest.raises(TooLongError), Watchdog():
        lose_it_once()
    assert sum(1 for _ in range(1000)) == 1000


def test_what_is_lost_at_the_very_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that ends well although its time was up, whether the end was raised in it or not."""
    monkeypatch.setattr(_watchdog, "MOST_SECONDS", 0.05)
    with Watchdog(), pytest.raises(TooLongError):
        run_on()
    assert sum(1 for _ in range(1000)) == 1000


def test_only_the_thread_of_the_block_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview renders in a thread; the server's own goes on."""
    monkeypatch.setattr(_watchdog, "MOST_SECONDS", 0.01)
    said: list[str] = []

    def render() -> None:
        try:
            with Watchdog():
                run_on()
        except TooLongError:
            said.append("太久")

    thread = threading.Thread(target=render, daemon=True)
    thread.start()
    thread.join(2 * PATIENCE)
    assert (said, thread.is_alive()) == (["太久"], False)


def test_nothing_is_raised_after_the_block() -> None:
    """Not even where the time is up at the very moment: a bite that comes late hits nobody."""
    watchdog = Watchdog()
    with watchdog:
        pass
    watchdog._bite()
    assert sum(1 for _ in range(1000)) == 1000


@pytest.mark.parametrize("late", [False, True])
def test_an_error_of_the_block_is_its_own(*, late: bool) -> None:
    """It is neither swallowed nor taken for the clock's."""
    watchdog = Watchdog()
    with pytest.raises(ValueError, match=r"^甲$"), watchdog:
        raise ValueError("甲")
    if late:
        watchdog._bite()
    assert sum(1 for _ in range(1000)) == 1000


def test_one_watchdog_can_watch_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock begins anew with each block."""
    watchdog = Watchdog()
    with watchdog:
        pass
    monkeypatch.setattr(_watchdog, "MOST_SECONDS", 0.01)
    with pytest.raises(TooLongError), watchdog:
        run_on()


def test_whoever_traces_afterwards_is_not_held_up() -> None:
    """A debugger, or a measure of coverage: an exception that is called back would hold Python 3.11 for ever."""
    traced = (
        "import sys\nfrom ecoreport.report._watchdog import Watchdog\n"
        "with Watchdog():\n    pass\n"
        "sys.settrace(lambda *_: None)\n(lambda: print('done'))()"
    )
    told = subprocess.run([sys.executable, "-c", traced], capture_output=True, check=True, encoding="utf-8", timeout=30)
    assert told.stdout == "done\n"
