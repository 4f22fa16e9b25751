"""A small client of yaml-language-server over stdio: diagnostics, completion, hover."""

import contextlib
import itertools
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

AT_ONCE = 16  # more could fill both pipes, and each side would wait for the other
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}


class Server:
    """One running server; each file is opened once."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        """Say hello."""
        self._process = process
        self._numbers = itertools.count(1)
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": SETTINGS}})

    def diagnose(self, path: Path, text: str) -> list[str]:
        """What the server finds in the file of that text at that path."""
        return self.diagnose_all({path: text})[path]

    def diagnose_all(self, texts: dict[Path, str]) -> dict[Path, list[str]]:
        """What the server finds in each file of that text at that path, some at a time: it waits before each."""
        found = {}
        paths = list(texts)
        for at in range(0, len(paths), AT_ONCE):
            some = paths[at : at + AT_ONCE]
            for path in some:
                document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": texts[path]}
                self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
            for path in some:
                while path.as_uri() not in self._diagnostics:
                    self._receive()
                found[path] = [entry["message"] for entry in self._diagnostics.pop(path.as_uri())]
        return found

    def ask(self, method: str, params: dict[str, Any]) -> Any:  # noqa: ANN401 - the protocol's answers are of any shape
        """The server's answer to a request."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while (answer := self._receive()).get("id") != number or "method" in answer:
            pass
        return answer["result"]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; requests of the server's own are answered."""
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline()) != b"\r\n":
            assert line, "the server has gone"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            items = message["params"].get("items", [])
            result = [SETTINGS.get(item.get("section"), {}) for item in items]
            self._send({"id": message["id"], "result": result})
        return message


@contextlib.contextmanager
def running(program: Path) -> Iterator[Server]:
    """A server that ends with the block."""
    process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield Server(process)
    finally:
        process.kill()
        process.communicate()
