"""The preview's server: what is no request is refused, who is slow or comes in crowds too, and nothing is said."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from ecoreport.cli import server
from ecoreport.cli.server import HOST, Answer, BadRequestError, Gone, Server

OWN = b"Host: localhost:%d\r\n"


def _answers(path: str, query: dict[str, str], gone: Gone) -> Answer | None:
    if path == "/wait":
        threading.Event().wait(0.05 if gone() else 0.1)
    if path == "/fault":
        raise ZeroDivisionError
    if path == "/bad":
        raise BadRequestError
    return Answer("text/plain", f"页\ud800{sorted(query.items())}") if path in ("/", "/wait") else None


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Server]:
    """A server that is looked at a hundred times a second, and says nothing."""
    monkeypatch.setattr(server, "MOST", 3)
    running = Server(0, _answers, "default-src 'none'")
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join(10)
    assert capfd.readouterr() == ("", "")


def _connected(served: Server) -> socket.socket:
    return socket.create_connection((HOST, served.server_port), timeout=10)


def _all(connection: socket.socket) -> bytes:
    found = b""
    with suppress(ConnectionError):
        while piece := connection.recv(65536):
            found += piece
    return found


def _answer(served: Server, sent: bytes) -> tuple[int, bytes, str]:
    """Status, headers and text."""
    with _connected(served) as connection:
        with suppress(ConnectionError):  # refused before all was sent
            connection.sendall(sent)
        head, _, body = _all(connection).partition(b"\r\n\r\n")
    return int(head.split()[1]), head, body.decode()


def _request(served: Server, line: bytes, more: bytes = b"") -> tuple[int, bytes, str]:
    return _answer(served, line + b"\r\n" + OWN % served.server_port + more + b"\r\n")


@pytest.mark.parametrize(
    ("line", "status", "text"),
    [
        (b"GET /?a=1&a=2&b=3 HTTP/1.1", 200, "页?[('a', '1'), ('b', '3')]"),
        (b"GET http://localhost/?a=1 HTTP/1.1", 200, "页?[('a', '1')]"),
        (b"GET /nothing HTTP/1.1", 404, "没有这一页"),
        (b"GET /bad HTTP/1.1", 400, "看不懂这个请求"),
        (b"GET http://[::1 HTTP/1.1", 400, "看不懂这个请求"),
        (b"GET /?" + b"a=1&" * 100 + b" HTTP/1.1", 400, "看不懂这个请求"),
        (b"GET / HTTP/x.y", 400, "看不懂这个请求"),
        (b"GET / HTTP/1." + b"1" * 5000, 400, "看不懂这个请求"),
        (b"\xff\xfe \x00 HTTP/1.0", 501, "只能看，不能改"),
        (b"POST / HTTP/1.1", 405, "只能看，不能改"),
        (b"DELETE / HTTP/1.1", 405, "只能看，不能改"),
        (b"OPTIONS * HTTP/1.1", 405, "只能看，不能改"),
        (b"HEAD / HTTP/1.1", 405, ""),
        (b"TRACE / HTTP/1.1", 501, "只能看，不能改"),
    ],
)
def test_what_is_answered(served: Server, line: bytes, status: int, text: str) -> None:
    """In a word; a lone surrogate ends nothing."""
    found, _, body = _request(served, line)
    assert (found, body) == (status, text)


@pytest.mark.parametrize(
    ("line", "more", "status"),
    [
        (b"GET /" + b"x" * 70_000 + b" HTTP/1.1", b"", 414),
        (b"GET / HTTP/1.1", b"X: " + b"x" * 70_000 + b"\r\n", 431),
        (b"GET / HTTP/1.1", b"X: x\r\n" * 200, 431),
    ],
)
def test_what_is_too_long_is_refused(served: Server, line: bytes, more: bytes, status: int) -> None:
    """A line, a header, the number of headers; some of it may be unread, so that the answer may get lost."""
    with _connected(served) as connection:
        with suppress(ConnectionError):
            connection.sendall(line + b"\r\n" + OWN % served.server_port + more + b"\r\n")
        found = _all(connection)
    assert not found or int(found.split()[1]) == status
    assert _request(served, b"GET / HTTP/1.1")[0] == 200


@pytest.mark.parametrize("host", [b"", b"Host: example.org\r\n", b"Host: localhost:1\r\n", b"Host: localhost\r\n"])
def test_for_another_host_there_is_nothing(served: Server, host: bytes) -> None:
    """A page of another site that has its name point to this machine must not read the drafts."""
    status, _, text = _answer(served, b"GET / HTTP/1.1\r\n" + host + b"\r\n")
    assert (status, text) == (403, "只在本机预览")


@pytest.mark.parametrize("line", [b"GET / HTTP/1.1", b"GET /nothing HTTP/1.1", b"POST / HTTP/1.1"])
def test_every_answer_says_what_others_may_not_do(served: Server, line: bytes) -> None:
    """Nor does it tell what it runs on."""
    _, head, _ = _request(served, line)
    lines = head.decode().split("\r\n")
    for name in (
        "Cache-Control: no-store", "Content-Security-Policy: default-src 'none'", "Referrer-Policy: no-referrer",
        "Cross-Origin-Resource-Policy: same-origin", "X-Content-Type-Options: nosniff",
    ):  # fmt: skip
        assert name in lines
    assert "Python" not in head.decode()


def test_a_browser_that_goes_away_is_nothing_to_speak_of(served: Server) -> None:
    """By a reset, before, in and after its request."""
    for sent in (b"", b"GET /", b"GET /wait HTTP/1.1\r\n" + OWN % served.server_port + b"\r\n"):
        connection = _connected(served)
        connection.sendall(sent)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    _until_free(served)
    assert _request(served, b"GET / HTTP/1.1")[0] == 200


def _until_free(served: Server) -> None:
    for _ in range(1000):
        if not served._open:
            return
        threading.Event().wait(0.01)
    raise AssertionError(served._open)


def test_who_comes_when_too_many_are_there_is_sent_away(served: Server) -> None:
    """At once; who is there is served, and there is room again when they have gone."""
    there = [_connected(served) for _ in range(3)]
    for connection in there:
        connection.sendall(b"GET ")
    with _connected(served) as one_more:
        assert _all(one_more) == b""
    for connection in there:
        connection.sendall(b"/ HTTP/1.1\r\n" + OWN % served.server_port + b"\r\n")
        assert b" 200 " in _all(connection)
        connection.close()
    _until_free(served)
    assert _request(served, b"GET / HTTP/1.1")[0] == 200


def test_who_says_nothing_is_cut_off(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while."""
    monkeypatch.setattr(server._Handler, "timeout", 0.05)
    with _connected(served) as connection:
        assert _all(connection) == b""
    _until_free(served)


def test_who_says_a_byte_now_and_then_is_cut_off_too(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a longer while, however well it keeps talking."""
    monkeypatch.setattr(server, "LONGEST", 0.1)
    with _connected(served) as connection:
        connection.settimeout(0.01)
        for _ in range(1000):
            try:
                connection.sendall(b"x")
                if connection.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        else:
            raise AssertionError
    _until_free(served)


def test_a_fault_of_our_own_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    """And one answer; the next is given."""
    running = Server(0, _answers, "")
    threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
    assert _request(running, b"GET /fault HTTP/1.1")[0] == 500
    assert _request(running, b"GET / HTTP/1.1")[0] == 200
    running.shutdown()
    running.server_close()
    said = capfd.readouterr().err
    assert said.startswith("错误：程序自身出了问题（ZeroDivisionError: ")
    assert said.count("\n") == 1
