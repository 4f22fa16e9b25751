"""The preview's state, made anew when a file changes, and what a browser is answered."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from support.catalogue import BEFORE, SOUND
from support.projects import project_of

from ecoreport.cli.live import Live, State, answers, made_anew
from ecoreport.cli.server import Answers, BadRequestError

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


@pytest.mark.parametrize("harm", ["broken", "deleted", "renamed", "a folder", "no data", "no bytes"])
def test_whatever_becomes_of_the_file_the_page_stays(tmp_path: Path, harm: str) -> None:
    """What is wrong stands above it, and once the file is there again nothing does."""
    project = project_of(tmp_path)
    path = project.year_file(2024)
    live = Live(project, 2024)
    live.look()
    good = live.state
    if harm == "renamed":
        path.rename(path.with_name("2024年.yaml"))
    elif harm == "no data":
        path.parent.rename(tmp_path / "资料")
        path.parent.write_text("", "utf-8")
    else:
        path.unlink()
    if harm == "a folder":
        path.mkdir()
    elif harm in ("broken", "no bytes"):
        path.write_bytes(b"year: [" if harm == "broken" else b"")
    live.look()
    assert live.state.page == good.page
    assert live.state.problems
    assert live.state.summary
    for one in (path, path.parent):
        if one.is_dir() and not any(one.iterdir()):
            one.rmdir()
        elif one.is_file():
            one.unlink()
    path.parent.mkdir(exist_ok=True)
    path.write_text(SOUND, "utf-8")
    live.look()
    assert (live.state.problems, live.state.version) == ("", 3)


def test_a_fault_of_our_own_is_told_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on; in the maintainers' mode it ends."""
    live = Live(project_of(tmp_path), 2024)
    monkeypatch.setattr("ecoreport.cli.live.build_year", lambda *_, **__: {}["x"])
    live.look()
    assert live.state.problems.startswith("程序自身出了问题（KeyError: 'x'）")
    monkeypatch.setenv("ECOREPORT_DEBUG", "1")
    live = Live(project_of(tmp_path), 2024)
    with pytest.raises(KeyError):
        live.look()


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also while it is looked at for changes."""
    project = project_of(tmp_path)
    (tmp_path / "templates").mkdir()

    def gone(*_: object) -> None:
        raise FileNotFoundError(2, "gone", "templates")

    monkeypatch.setattr(Path, "rglob", gone)
    live = Live(project, 2024)
    live.look()
    assert live.state.problems == "“templates”无法读写：没有这个文件或文件夹"


def test_who_has_gone_is_waited_for_no_longer(tmp_path: Path) -> None:
    """Its thread is free again."""
    live = Live(project_of(tmp_path), 2024)
    assert live.after(0, lambda: True) is live.state


SHOWN = State(3, "<p>页</p>", "<p>对照</p>", "错", "注", "1处错误")


def _answers(tmp_path: Path) -> Answers:
    live = Live(project_of(tmp_path), 2024)
    live.state = SHOWN
    return answers(live, 2024, "一次性")


def test_the_pages_and_the_shell_around_them(tmp_path: Path) -> None:
    """Only the shell's own script runs, by a word that is made anew for each server."""
    answer = _answers(tmp_path)
    assert answer("/page", {}, bool) == ("text/html", "<p>页</p>")
    assert answer("/diff", {"x": "1"}, bool) == ("text/html", "<p>对照</p>")
    assert answer("/../data/2024.yaml", {}, bool) is None
    shell = answer("/", {}, bool)
    assert shell
    assert 'nonce="一次性"' in shell.text
    assert "2024" in shell.text


@pytest.mark.parametrize("query", [{}, {"after": "2"}, {"after": "-1"}])
def test_the_state_is_given_as_json(tmp_path: Path, query: dict[str, str]) -> None:
    """At once where the browser knows another one, or none that could be."""
    answer = _answers(tmp_path)("/state", query, bool)
    assert answer
    assert answer.kind == "application/json"
    assert json.loads(answer.text) == {"version": 3, "problems": "错", "notes": "注", "summary": "1处错误"}


@pytest.mark.parametrize("after", ["--5", "x", "", "5" * 5000, "²", "٣", " 3", "3\n", "1e3", "-"])
def test_a_state_that_cannot_be_is_a_bad_request(tmp_path: Path, after: str) -> None:
    """No page of ours asks for it."""
    with pytest.raises(BadRequestError):
        _answers(tmp_path)("/state", {"after": after}, bool)
