"""A plain, quiet web server for this machine alone: few connections, none for long, no word on the terminal."""

import os
import select
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from ecoreport.cli.console import own_fault, say

HOST = "127.0.0.1"
MOST = 32  # connections at once; a browser opens six
SILENCE = 5.0  # seconds that a browser may say nothing, or not listen
LONGEST = 30.0  # seconds that a connection lives
_REFUSED = {404: "没有这一页", 405: "只能看，不能改", 414: "地址太长", 431: "请求头太长", 501: "只能看，不能改"}
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class BadRequestError(Exception):
    """A request that no page of ours makes."""


class Answer(NamedTuple):
    """A text and what kind it is of, without the encoding."""

    kind: str
    text: str


Gone = Callable[[], bool]
# The answer to a path and its query, None where there is none; it may take its time as long as nobody has gone.
Answers = Callable[[str, dict[str, str], Gone], Answer | None]


class Server(ThreadingHTTPServer):
    """Answers on one port of this machine; OSError where that is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port

    def __init__(self, port: int, answers: Answers, policy: str, names: tuple[str, ...] = (HOST, "localhost")) -> None:
        """Listen; every page has the `policy`, and is for who calls this machine by one of its `names`."""
        self.answers, self.policy = answers, policy
        self._open: dict[Any, float] = {}
        super().__init__((HOST, port), _Handler)
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in names)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the library's own
        """Answer in a thread, unless too many are being answered."""
        if len(self._open) >= MOST:
            self.shutdown_request(request)
            return
        self._open[request] = time.monotonic()
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        """The connection is done with."""
        self._open.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Cut off, twice a second, who sends or reads a byte now and then."""
        latest = time.monotonic() - LONGEST
        for request in [one for one, since in self._open.copy().items() if since < latest]:
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, *_: object) -> None:
        """A browser that goes away is none: nothing is said. What gets here otherwise has no place on a terminal."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request; one for another host is refused, for a web page must not read the drafts."""

    server: Server
    timeout = SILENCE
    server_version, sys_version = "ecoreport", ""
    default_request_version = "HTTP/1.0"  # a request that is none is answered with a status too

    def do_GET(self) -> None:
        """Answer with a page, or with why there is none."""
        if self.headers.get("Host", "") not in self.server.hosts:
            self._answer(403, Answer("text/plain", "只在本机预览"))
            return
        try:
            answer = self.server.answers(*_asked(self.path), self._is_gone)
        except BadRequestError:
            self.send_error(400)
        except Exception as error:  # noqa: BLE001 - one answer that fails ends no preview
            say(f"错误：{own_fault(error)}")
            self.send_error(500)
        else:
            self._answer(200, answer) if answer else self.send_error(404)

    def _refuse(self) -> None:
        self.send_error(405)

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815 - the library's names

    def send_error(self, code: int, *_: object) -> None:
        """Refuse, in a word; the library's own page quotes the request."""
        self._answer(code, Answer("text/plain", _REFUSED.get(code, "看不懂这个请求")))

    def _is_gone(self) -> bool:
        """Whether the browser has hung up, or says more than it should."""
        return bool(select.select([self.connection], [], [], 0)[0])

    def _answer(self, status: int, answer: Answer) -> None:
        data = answer.text.encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", f"{answer.kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", self.server.policy)
        if status == 405:  # noqa: PLR2004 - it is the status's own duty
            self.send_header("Allow", "GET")
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is the clerk's."""


def _asked(target: str) -> tuple[str, dict[str, str]]:
    """The path and the query, of each name its first value."""
    try:
        url = urlsplit(target)
        return url.path, {name: values[0] for name, values in parse_qs(url.query, max_num_fields=8).items()}
    except ValueError:
        raise BadRequestError from None
