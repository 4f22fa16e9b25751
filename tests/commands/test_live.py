"""The preview's state, made anew when a file changes, and what the server answers a browser."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from support.catalogue import BEFORE, SOUND
from support.projects import project_of

from ecoreport.cli.live import HOST, Live, State, handler, made_anew

WRONG = SOUND + "没有的键: 1\n"
LAST = State(7, "上一页", "上次的对照")


def test_a_sound_year_is_a_page_and_nothing_to_say(tmp_path: Path) -> None:
    """The version is not its own to count; without a year before the comparison stays."""
    made = made_anew(project_of(tmp_path), 2024, LAST)
    assert made == replace(LAST, page=made.page, summary="没有发现问题")
    assert "规范决策。" in made.page


def test_errors_stand_above_the_last_good_page(tmp_path: Path) -> None:
    """With their snippets, and that the page is an old one."""
    made = made_anew(project_of(tmp_path, WRONG), 2024, LAST)
    assert made.problems.startswith("错误[E201]: 没有“没有的键”这一项\n  --> data/2024.yaml:12:1\n")
    assert made == replace(LAST, problems=made.problems, summary="1处错误；下面是上一次能生成的样子")


def test_open_places_and_warnings_are_notes(tmp_path: Path) -> None:
    """The page is made all the same, with its gaps."""
    made = made_anew(project_of(tmp_path, SOUND + "figures: {立案: 待填}\nlead: 今年，立案{{ 立案 }}。\n"), 2024, LAST)
    assert (made.problems, made.summary) == ("", "1处待填、待改，1处警告")
    assert "W515" in made.notes
    assert "还要填、还要改的有1处" in made.notes
    assert "【待填】" in made.page


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """Whatever was wrong before is not said again."""
    project = project_of(tmp_path)
    project.year_file(2024).unlink()
    made = made_anew(project, 2024, replace(LAST, problems="旧", notes="旧"))
    told = f"“{project.year_file(2024)}”无法读写：没有这个文件或文件夹"
    assert made == replace(LAST, problems=told, summary="读不了文件")


def test_the_year_before_is_compared_with_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    """Else the last comparison stays."""
    project = project_of(tmp_path, SOUND, BEFORE)
    compared = made_anew(project, 2024, LAST).diff
    assert "2023年 → 2024年" in compared
    project.year_file(2023).write_text("year：2023\n", "utf-8")
    assert made_anew(project, 2024, LAST).diff == "上次的对照"


def test_a_look_makes_anew_only_what_changed(tmp_path: Path) -> None:
    """The year, the one before, settings, templates and layouts; the version counts the changes."""
    project = project_of(tmp_path)
    live = Live(project, 2024)
    assert live.state == State()
    versions = []
    for name in ("", "data/2023.yaml", "ecoreport.yaml", "templates/x.j2", "layouts/x.yaml", "reports/x.md", ""):
        if name:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("", "utf-8")
        live.look()
        versions.append(live.state.version)
    assert versions == [1, 2, 3, 4, 5, 5, 5]
    assert live.after(4) is live.state


def test_who_waits_gets_the_next_state(tmp_path: Path) -> None:
    """As soon as it is made."""
    live = Live(project_of(tmp_path), 2024)
    found: list[State] = []
    waiting = threading.Thread(target=lambda: found.append(live.after(0)))
    waiting.start()
    live.look()
    waiting.join(timeout=10)
    assert [one.version for one in found] == [1]


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """That of a server of a state with odd signs in it."""
    live = Live(project_of(tmp_path), 2024)
    live.state = State(3, "<p>页</p>", "<p>对照</p>", "错", "注", "1处\ud800错误")
    server = ThreadingHTTPServer((HOST, 0), handler(live, 2024, frozenset({"localhost:1", "127.0.0.1:1"})))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def _get(port: int, path: str, host: str = "localhost:1") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(HOST, port, timeout=10)
    connection.request("GET", path, headers={"Host": host})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


@pytest.mark.parametrize(
    ("path", "host", "status", "kind", "text"),
    [
        ("/page", "localhost:1", 200, "text/html", "<p>页</p>"),
        ("/diff?x=1", "127.0.0.1:1", 200, "text/html", "<p>对照</p>"),
        ("/nothing", "localhost:1", 404, "text/plain", "没有这一页"),
        ("/page", "example.org", 403, "text/plain", "只在本机预览"),
        ("/state", "", 403, "text/plain", "只在本机预览"),
    ],
)
def test_what_is_answered(port: int, path: str, host: str, status: int, kind: str, text: str) -> None:  # noqa: PLR0913, PLR0917
    """Only on this machine: a web page elsewhere must not read the drafts."""
    answer, found = _get(port, path, host)
    assert (answer.status, answer.getheader("Content-Type"), found) == (status, f"{kind}; charset=utf-8", text)
    assert answer.getheader("Cache-Control") == "no-store"


@pytest.mark.parametrize("query", ["", "?after=2", "?after=-1", "?after=x", "?after="])
def test_the_state_is_given_as_json(port: int, query: str) -> None:
    """At once where the browser knows another one, or none that could be; a lone surrogate ends nothing."""
    answer, text = _get(port, f"/state{query}")
    assert (answer.status, answer.getheader("Content-Type")) == (200, "application/json; charset=utf-8")
    assert json.loads(text) == {"version": 3, "problems": "错", "notes": "注", "summary": "1处?错误"}


def test_only_the_pages_own_script_runs(port: int) -> None:
    """By a word that is made anew for each server and stands in the shell and in its policy."""
    answer, shell = _get(port, "/")
    policy = answer.getheader("Content-Security-Policy") or ""
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert policy.startswith("default-src 'none'; script-src 'nonce-")
    assert len(nonce) >= 20
    assert f'nonce="{nonce}"' in shell
    assert "2024" in shell
