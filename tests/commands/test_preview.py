"""`preview`: the page follows the file, errors stand above the last good page, and nobody else may look."""

import re
import socket
import struct
import subprocess
import time
from pathlib import Path

from support import needs
from support.previewing import Preview, saved

from ecoreport.cli.preview import preview as preview_command
from ecoreport.cli.server import HOST


def test_the_page_follows_the_file_and_keeps_the_last_good_one(shili: Path, preview: Preview) -> None:
    """Edit: soon. Break: the place is told, the page stays. Mend: nothing is told any more."""
    path = shili / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    first = preview.state(-1)
    assert first["problems"] == ""
    assert "53起" in preview.get("/page")[1]
    started = time.monotonic()
    saved(path, text.replace("立案: {value: 53起", "立案: {value: 54起"))
    edited = preview.state(first["version"])
    assert time.monotonic() - started < 20
    assert "54起" in preview.get("/page")[1]
    assert "54起" in preview.get("/diff")[1]
    saved(path, text.replace("{{ 立案 }}", "{{ 立安 }}", 1))
    broken = preview.state(edited["version"])
    assert re.search(r"错误\[E204\].*\n *--> data/2024\.yaml:[0-9]+:", broken["problems"])
    assert "54起" in preview.get("/page")[1]
    saved(path, text)
    mended = preview.state(broken["version"])
    assert mended["problems"] == ""
    assert "53起" in preview.get("/page")[1]


def test_warnings_hints_and_open_places_are_listed_apart(shili: Path, preview: Preview) -> None:
    """As `check` shows them, each with its place; errors stay with the errors."""
    path = shili / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    first = preview.state(-1)
    assert re.search(r"警告\[W612\].*\n *--> data/2024\.yaml:[0-9]+:", first["notes"])
    told = first["notes"].count("警告[W"), first["notes"].count("提示[H")
    assert first["summary"] == f"{told[0]}处警告，{told[1]}处提示"
    saved(path, text.replace("立案: {value: 53起", "立案: {value: 待填").replace("{{ 信访投诉 }}", "{{ 信访投素 }}", 1))
    opened = preview.state(first["version"])
    assert re.search(r"□ data/2024\.yaml:[0-9]+:[0-9]+ +.*待填", opened["notes"])
    assert re.findall(r"(?:错误|警告|提示)\[....\]", opened["problems"]) == ["错误[E204]"]
    assert "错误[" not in opened["notes"]


def test_a_file_that_goes_and_one_that_is_no_yaml(shili: Path, preview: Preview) -> None:
    """Told, and the page stays."""
    path = shili / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    version = preview.state(-1)["version"]
    path.unlink()
    gone = preview.state(version)
    assert "没有这个文件" in gone["problems"]
    path.write_bytes(text.encode()[:200] + b"\xff\xfe\x00")
    wrong = preview.state(gone["version"])
    assert "错误[E" in wrong["problems"]
    assert "53起" in preview.get("/page")[1]


def test_a_template_of_the_project_is_watched(shili: Path, preview: Preview) -> None:
    """A new one is taken up; a wrong one is told of."""
    version = preview.state(-1)["version"]
    (shili / "templates").mkdir()
    (shili / "templates" / "report.md.j2").write_text("# 只有标题\n", "utf-8")
    after = preview.state(version)
    assert "53起" not in preview.get("/page")[1]
    (shili / "templates" / "report.md.j2").write_text("{{ 没有 }}\n", "utf-8")
    assert "E301" in preview.state(after["version"])["problems"]


def test_only_this_machine_may_look(preview: Preview) -> None:
    """A page of another site that guesses the port gets nothing; neither does a path that is none."""
    assert preview.get("/page", host="example.org")[0] == 403
    assert preview.get("/page", host=f"localhost:{preview.port}")[0] == 200
    assert preview.get("/../data/2024.yaml")[0] == 404
    assert preview.get("/state?after=x")[0] == 400


def test_a_busy_port_is_said_and_the_next_one_taken(shili: Path) -> None:
    """And Ctrl-C ends it as it ends every command."""
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        running = Preview(shili, "--port", str(port))
        assert running.port > port
        code, said = running.stop()
    assert code == 130
    assert f"{port} 端口有别的程序在用" in said
    assert said.endswith("预览结束\n")


def test_nothing_that_is_sent_is_heard_of_on_the_terminal(shili: Path) -> None:
    """Requests that are none, and browsers that go away in the middle; it goes on, on this machine alone."""
    running = Preview(shili)
    sent = (b"GET /state?after=--5 HTTP/1.0\r\nHost: localhost:%d\r\n\r\n" % running.port, b"\x16\x03\x01", b"GET http")
    for what in (*sent, b"GET / HTTP/1.0\r\nHost: 127.0.0.1:%d\r\n\r\n" % running.port):
        with socket.create_connection(("127.0.0.1", running.port), timeout=10) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # ends with a reset
            connection.sendall(what)
    assert running.get("/page")[0] == 200
    assert running.get("/state?after=" + "5" * 5000)[0] == 400
    code, said = running.stop()
    assert code == 130
    assert said.splitlines() == ["正在预览 2024 年的报告，改了文件页面会跟着变；按 Ctrl-C 结束。", "预览结束"]


def test_there_is_no_way_to_show_it_to_others() -> None:
    """No option for the address."""
    assert "host" not in {one.name for one in preview_command.params}
    assert HOST == "127.0.0.1"


def test_the_browser_shows_the_page_and_what_is_wrong(shili: Path, preview: Preview, tmp_path: Path) -> None:
    """The script runs under its own policy: Chromium's window says what the state is."""
    needs("chromium", "no Chromium")
    path = shili / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("{{ 立案 }}", "{{ 立安 }}", 1), "utf-8")
    assert "E204" in preview.state(1)["problems"]
    switches = ("headless", "no-sandbox", "disable-gpu", "timeout=4000", "dump-dom")
    command = ["chromium", *(f"--{one}" for one in switches), f"--user-data-dir={tmp_path / 'profile'}"]
    told = subprocess.run([*command, preview.address], capture_output=True, check=True, encoding="utf-8", timeout=60)
    [panel] = re.findall('<pre id="problems"[^>]*>(.*?)</pre>', told.stdout, re.DOTALL)
    assert "data/2024.yaml:" in panel
    assert "下面是上一次能生成的样子" in told.stdout
