"""What `preview` serves: the year's page, made anew when a file changes, its errors above the last good one."""

import errno
import json
import os
import re
import secrets
import threading
import time
from dataclasses import dataclass, replace
from html import escape
from importlib import resources

from ecoreport.build import build_year
from ecoreport.cli import interrupts
from ecoreport.cli.console import echo, own_fault, reason, say
from ecoreport.cli.exits import INTERRUPTED, OK
from ecoreport.cli.problem_output import Shown, problem_texts, tally
from ecoreport.cli.programs import browse
from ecoreport.cli.server import HOST, Answer, Answers, BadRequestError, Gone, Server
from ecoreport.cli.usage import failed
from ecoreport.cli.watching import PAUSE, Watcher
from ecoreport.problems.diagnostic import Severity
from ecoreport.project import Project
from ecoreport.report.inputs import Years
from ecoreport.text.placeholders import CODES
from ecoreport.years.compare.compare import compare
from ecoreport.years.compare.formats import write

PORTS = 20
WAIT = 20.0  # seconds that a browser is kept waiting for news
_LOOK = 1.0  # seconds between two looks whether who waits is still there
_VERSION = re.compile(r"-?[0-9]{1,9}")
_POLICY = (
    "default-src 'none'; script-src 'nonce-{0}'; style-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
_EMPTY = '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>预览</title><p>{0}</p></html>'


@dataclass(frozen=True, slots=True)
class State:
    """What the browser is shown: the last good page and comparison, what is wrong now, and what else to look at."""

    version: int = 0
    page: str = _EMPTY.format("还没有生成过，先改好上面列出的问题。")
    diff: str = _EMPTY.format("没有上年的文件可以对照。")
    problems: str = ""
    notes: str = ""
    summary: str = ""


class Live:
    """The state, and whoever waits for the next one."""

    def __init__(self, project: Project, year: int) -> None:
        """Nothing shown yet."""
        self._project, self._year = project, year
        self._changed = threading.Condition()
        self._watcher = Watcher(project)
        self.state = State()

    def look(self) -> None:
        """Make everything anew where a file has changed since the last look."""
        if not self._watcher.changed():
            return
        made = self._made()
        with self._changed:
            self.state = replace(made, version=self.state.version + 1)
            self._changed.notify_all()

    def after(self, version: int, gone: Gone = lambda: False) -> State:
        """The state once it is another than `version`, or as it is after a while, or when who asked has gone."""
        end = time.monotonic() + WAIT
        with self._changed:
            while self.state.version == version and not gone() and (left := end - time.monotonic()) > 0:
                self._changed.wait(min(left, _LOOK))
            return self.state

    def _made(self) -> State:
        """The next state; whatever goes wrong is told on the page, which goes on."""
        try:
            return made_anew(self._project, self._year, self.state)
        except OSError as error:
            told, summary = reason(error), "读不了文件"
        except Exception as error:
            if interrupts.came():  # some libraries turn it into an error of their own
                raise KeyboardInterrupt from None
            if os.environ.get("ECOREPORT_DEBUG"):
                raise
            told, summary = own_fault(error), "程序自身出了问题"
        return replace(self.state, problems=told, notes="", summary=summary)


def made_anew(project: Project, year: int, last: State) -> State:
    """The page and the comparison as the files give them now; what cannot be made stays as it was last."""
    try:
        inputs = project.inputs(year)
        built = build_year(inputs, inputs.years.files[year], ("html",), draft=True)
    except OSError as error:
        return replace(last, problems=reason(error), notes="", summary="读不了文件")
    errors = [one for one in built.problems if one.severity is Severity.ERROR and one.code not in CODES]
    page = built.outputs["html"].decode() if built.outputs else last.page
    diff = _comparison(inputs.years, year) or last.diff
    stale = "" if built.outputs else "；下面是上一次能生成的样子"
    others = [one for one in built.problems if one not in errors]
    problems, notes = ("\n\n".join(problem_texts(found, inputs.quoted, Shown.FULL)) for found in (errors, others))
    return replace(last, page=page, diff=diff, problems=problems, notes=notes, summary=tally(built.problems) + stale)


def _comparison(years: Years, year: int) -> str:
    """The comparison with the year before; empty where one of the two cannot be read."""
    if not (years.of(year - 1).file and years.of(year).file):
        return ""
    before, after = (years.context(years.files[one]) for one in (year - 1, year))
    return write(before, after, compare(before, after, (f"{year - 1}年", f"{year}年")), "html")


def answers(live: Live, year: int, nonce: str) -> Answers:
    """What a browser gets: the shell around the pages, the pages, and the state as soon as it is another."""
    shell = (resources.files("ecoreport.cli") / "live.html").read_text(encoding="utf-8")
    shell = shell.replace("YEAR", escape(str(year))).replace("NONCE", nonce)

    def answer(path: str, query: dict[str, str], gone: Gone) -> Answer | None:
        if path == "/state":
            state = live.after(_version(query.get("after", "-1")), gone)
            shown = {name: getattr(state, name) for name in ("version", "problems", "notes", "summary")}
            return Answer("application/json", json.dumps(shown, ensure_ascii=False))
        pages = {"/": shell, "/page": live.state.page, "/diff": live.state.diff}
        return Answer("text/html", pages[path]) if path in pages else None

    return answer


def _version(typed: str) -> int:
    if not _VERSION.fullmatch(typed):
        raise BadRequestError
    return int(typed)


def serve(project: Project, year: int, port: int, *, show: bool) -> int:
    """Serve until Ctrl-C; the first port that is free from `port` on."""
    live = Live(project, year)
    live.look()
    server = _listening(live, year, port)
    address = f"http://{HOST}:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pause = threading.Event()
    try:
        echo(address)
        say(f"正在预览 {year} 年的报告，改了文件页面会跟着变；按 Ctrl-C 结束。")
        if show:
            browse(address)
        while not pause.wait(PAUSE):
            live.look()
    except KeyboardInterrupt:
        say("预览结束")
        return INTERRUPTED
    finally:
        server.shutdown()
        server.server_close()
    return OK


def _listening(live: Live, year: int, port: int) -> Server:
    nonce = secrets.token_urlsafe(16)
    for number in range(port, port + PORTS):
        try:
            return Server(number, answers(live, year, nonce), _POLICY.format(nonce))
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            say(f"{number} 端口有别的程序在用，换下一个。")
    raise failed(f"{port} 到 {port + PORTS - 1} 端口都有程序在用；用 --port 换一个。")
