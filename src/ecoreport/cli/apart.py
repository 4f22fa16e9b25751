"""Many projects or files, each in its turn in a process apart, or in one of several at once.

One that dies, hangs or eats memory harms no other.
"""

import contextlib
import io
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self, TextIO, cast

import click

from ecoreport.cli import interrupts

MORE_MEMORY = 2 << 30  # bytes beyond what the program itself takes; a report a thousand times over takes a quarter
# A fork has everything loaded already; where forking is not safe, all that the process needs is sent over.
_START = "fork" if sys.platform == "linux" else "spawn"
_READY = "ready"
_Work = Callable[[Any], tuple[int, Any]]
_Said = list[tuple[bool, bytes]]  # whether on stderr, and what


class Failed(NamedTuple):
    """The process has died, or was ended, for a `reason` in Chinese."""

    reason: str


class Done(NamedTuple):
    """What came of a subject: exit code and value; what was said meanwhile, in order."""

    code: int
    value: Any
    said: _Said

    def tell(self) -> None:
        """Say it."""
        for on_stderr, data in self.said:
            click.echo(data, nl=False, err=on_stderr)


def done_by(work: _Work, seconds: float, subjects: Sequence[Any], jobs: int = 1) -> Iterator[Done | Failed]:
    """What came of each subject, in their order whoever is first; each has so many `seconds`, `jobs` run at once."""
    with contextlib.ExitStack() as stack:
        idle = [stack.enter_context(Worker(work, seconds)) for _ in range(min(jobs, len(subjects)))]
        busy, found, waiting = dict[Worker, int](), dict[int, Done | Failed](), iter(enumerate(subjects))
        for at in range(len(subjects)):
            while at not in found:
                while idle and (following := next(waiting, None)):
                    busy[idle[-1]], subject = following
                    idle.pop().begin(subject)
                for worker in _ended(busy):
                    found[busy.pop(worker)] = worker.end()
                    idle.append(worker)
            yield found.pop(at)


def _ended(busy: Collection["Worker"]) -> Sequence["Worker"]:
    """Those of the workers that have an answer or have had their time; waits until there is one."""
    if told := [one for one in busy if one.answer is not None]:
        return told
    connections = [one.connection for one in busy if one.connection]
    ready = wait(connections, max(min(one.left for one in busy), 0))
    return [one for one in busy if one.connection in ready or one.left <= 0]


class Worker:
    """A process that does the same work for one project or file after another; a new one takes over where it ends."""

    def __init__(self, work: _Work, seconds: float) -> None:
        """Nothing is started before there is something to do; `seconds` is the time for each."""
        self._work, self._seconds = work, seconds
        self._running: tuple[multiprocessing.process.BaseProcess, Connection] | None = None
        self._until = 0.0
        self.answer: Done | Failed | None = None  # where it is known without waiting for the process

    def __enter__(self) -> Self:
        """To be stopped in any case."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, and whatever it has started."""
        self._stop()

    @property
    def connection(self) -> Connection | None:
        """Where the answer will come from."""
        return self._running[1] if self._running else None

    @property
    def left(self) -> float:
        """The seconds that are left for what has been begun."""
        return self._until - time.monotonic()

    def begin(self, subject: Any) -> None:  # noqa: ANN401 - a project, or a file
        """Have the process work on the subject."""
        self.answer = None
        try:
            _, connection = self._running = self._running or self._start()
        except OSError:  # no other process can be had: better here than not at all
            self.answer = self._came(_recorded(self._work, subject, self._streams()), in_time=True)
            return
        try:
            connection.recv()  # that it is ready
            connection.send(subject)
        except (EOFError, OSError):
            self.answer = self._crashed()
        self._until = time.monotonic() + self._seconds

    def end(self) -> Done | Failed:
        """What came of the subject that was begun; Failed, with the reason, where nothing did in its time."""
        if self.answer is not None or self._running is None:
            return self.answer or self._crashed()
        connection = self._running[1]
        try:
            in_time = connection.poll(max(self.left, 0))
            done: Done | None = connection.recv() if in_time else None
        except (EOFError, OSError):
            return self._crashed()
        return self._came(done, in_time=in_time)

    def _crashed(self) -> Failed:
        process = self._running[0] if self._running else None
        if process:
            process.join(1)
        self._stop()
        return Failed(f"程序做到一半崩溃了（{process.exitcode if process else '?'}）。请把命令和年度文件发给维护者")

    def _came(self, done: Done | None, *, in_time: bool) -> Done | Failed:
        """What came; Failed, and an end to the process, where the time or the memory did not suffice."""
        if done is None:
            self._stop()
            late = f"{self._seconds:g}秒还没有做完，不再等了；文件要是没有问题，用 --timeout 多给些时间"
            return Failed(f"要用的内存超过 {MORE_MEMORY >> 30} GB，没有做完" if in_time else late)
        return done

    @staticmethod
    def _streams() -> list["_Stream"]:
        context = click.get_current_context(silent=True)
        return [_Stream.of(stream, context.color if context else None) for stream in (sys.stdout, sys.stderr)]

    def _start(self) -> tuple[multiprocessing.process.BaseProcess, Connection]:
        way: Any = multiprocessing.get_context(_START)
        ours, its = way.Pipe()
        told = (self._work, its, ours, os.getpid(), self._streams())
        process = way.Process(target=_serve, args=told)
        process.start()
        its.close()
        return process, ours

    def _stop(self) -> None:
        if self._running is None:
            return
        (process, connection), self._running = self._running, None
        if sys.platform != "win32" and process.pid:
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.join()
        connection.close()


class _Stream(NamedTuple):
    """What the work sees of a stream that its output will go to."""

    encoding: str
    is_terminal: bool
    color: bool | None

    @staticmethod
    def of(stream: TextIO | None, color: bool | None) -> "_Stream":  # noqa: FBT001 - click's own tri-state
        terminal = stream is not None and stream.isatty() and sys.platform != "win32"  # there colours are calls
        return _Stream(getattr(stream, "encoding", None) or "utf-8", terminal, color)


class _Recorder(io.RawIOBase):
    """Keeps what is written, beside what another one keeps."""

    def __init__(self, said: _Said, *, on_stderr: bool, is_terminal: bool) -> None:
        self._said, self._on_stderr, self._is_terminal = said, on_stderr, is_terminal

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._is_terminal

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        self._said.append((self._on_stderr, bytes(data)))
        return len(data)


def _serve(work: _Work, ours: Connection, its: Connection, program: int, streams: Sequence[_Stream]) -> None:
    """Do what comes through the connection until it is closed; None is the answer where the memory did not suffice."""
    if sys.platform != "win32":
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    its.close()
    interrupts.leave_to(program)
    _limit_memory()
    context = click.Context(click.Command("apart"))
    context.color = streams[0].color
    with context.scope(cleanup=False), contextlib.suppress(EOFError, OSError):
        while True:
            ours.send(_READY)
            subject = ours.recv()
            ours.send(_recorded(work, subject, streams))


def _recorded(work: _Work, subject: object, streams: Sequence[_Stream]) -> Done | None:
    """What comes of the subject, with what is said; None where the memory did not suffice."""
    said: _Said = []
    out, err = (
        io.TextIOWrapper(
            cast("BinaryIO", _Recorder(said, on_stderr=bool(at), is_terminal=stream.is_terminal)),
            stream.encoding,
            "backslashreplace",
            write_through=True,
        )
        for at, stream in enumerate(streams)
    )
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.suppress(MemoryError):
        code, value = work(subject)
        return Done(code, value, said)
    return None


def _limit_memory() -> None:
    """No more than is taken now and some; where the system does not say, or does not limit, without."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - POSIX alone has it

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = pages * resource.getpagesize() + MORE_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
