"""A running preview, spoken to as a browser does."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from typing import Any


class Preview:
    """A running preview of the example's last year, spoken to as a browser does."""

    def __init__(self, project: Path, *arguments: str) -> None:
        """Start it and wait for its address."""
        command = [sys.executable, "-m", "ecoreport", "preview", "2024", "--no-open", *arguments]
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(command, cwd=project, encoding="utf-8", env=environment, **pipes)
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        match = re.fullmatch(r"http://127\.0\.0\.1:([0-9]+)/", self.address)
        assert match, self.process.stderr and self.process.stderr.read()
        self.port = int(match[1])

    def get(self, path: str, host: str = "") -> tuple[int, str]:
        """Status and text of a page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{self.port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def state(self, after: int) -> dict[str, Any]:
        """The next state."""
        return json.loads(self.get(f"/state?after={after}")[1])  # type: ignore[no-any-return]

    def stop(self) -> tuple[int, str]:
        """Ctrl-C; exit code and what was said."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


def free_port() -> int:
    """One that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def saved(path: Path, text: str) -> None:
    """As editors save: another file, put in its place."""
    other = path.with_suffix(".new")
    other.write_text(text, "utf-8")
    other.replace(path)
