"""What is said on the terminal: lines of talk, how far the work is, why a file could not be used, and colours."""

import errno
import io
import sys

import pytest

from ecoreport.cli.console import counted, echo, gentle_streams, reason, say, wants_color


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOENT, "gone", "a.md"), "“a.md”无法读写：没有这个文件或文件夹"),
        (OSError(errno.ENOSPC, "full", "a.md"), "“a.md”无法读写：磁盘满了"),
        (OSError(errno.EISDIR, "folder", "a"), "“a”无法读写：这是文件夹，不是文件"),
        (OSError(errno.EACCES, "no", "a.md"),
         "“a.md”无法读写：没有权限。文件只读就改属性，正开着就先关掉 Word/WPS，或用 -o 另存"),
        (OSError(errno.EPERM, "no"), "文件无法读写：没有权限。文件只读就改属性，正开着就先关掉 Word/WPS，或用 -o 另存"),
        (OSError(errno.EPIPE, "Broken pipe"), "文件无法读写：Broken pipe"),
        (OSError("odd"), "文件无法读写：odd"),
    ],
    ids=["gone", "full", "a folder", "no permission", "not permitted", "a number without a word", "no number"],
)  # fmt: skip
def test_trouble_with_a_file_is_one_line(error: OSError, said: str) -> None:
    """With its name where the system gives one, in Chinese as far as we have words for it."""
    assert reason(error) == said


@pytest.mark.parametrize("number", [32, 33])
def test_a_file_that_word_has_open_is_told_so(number: int) -> None:
    """Windows says it by numbers of its own, whatever the errno."""
    error = OSError(errno.EACCES, "locked", "a.docx")
    error.winerror = number  # type: ignore[attr-defined]
    assert reason(error) == "“a.docx”正被别的程序打开：请先关闭 Word/WPS 里的这个文件，或用 -o 另存"


@pytest.mark.parametrize(
    ("chosen", "environment", "wanted"),
    [
        (None, {}, None),
        (None, {"NO_COLOR": "1"}, False),
        (None, {"FORCE_COLOR": "1"}, True),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (None, {"NO_COLOR": ""}, None),
        (True, {"NO_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_who_decides_about_colours(
    monkeypatch: pytest.MonkeyPatch, *, chosen: bool | None, environment: dict[str, str], wanted: bool | None
) -> None:
    """What was typed, then the environment, an empty variable being none; else the terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_color(chosen) is wanted


def test_talk_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output is for the product."""
    say("已生成")
    assert capsys.readouterr() == ("", "已生成\n")


@pytest.mark.parametrize(
    ("items", "said"),
    [([2023, 2024], "\r生成 1/2\r生成 2/2\r" + " " * 12 + "\r"), ([2024], ""), ([], "")],
)
def test_on_a_terminal_one_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch, items: list[int], said: str) -> None:
    """Of several things; the line is wiped off at the end, han being two columns wide."""
    monkeypatch.setattr(sys, "stderr", _Terminal())
    assert list(counted(items, len(items), "生成")) == items
    assert sys.stderr.getvalue() == said  # type: ignore[attr-defined]


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_in_a_pipe_nothing_is_counted(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None) -> None:
    """Nor in a program that has no stderr, as one without a console."""
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(counted([1, 2], 2, "生成")) == [1, 2]
    assert stream is None or stream.getvalue() == ""


def test_a_console_of_another_encoding_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A GBK pipe must not end the program for one sign; a stream that cannot be told is left alone."""
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="gbk")
    monkeypatch.setattr(sys, "stdout", pipe)
    monkeypatch.setattr(sys, "stderr", None)
    gentle_streams()
    pipe.write("报告✓")
    pipe.flush()
    assert pipe.buffer.getvalue() == "报告".encode("gbk") + b"\\u2713"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("依法行政，\t𠮷\n", "依法行政，\t𠮷\n"),
        ("\x1b[31m删\x1b[0m", "\x1b[31m删\x1b[0m"),
        ("a\r\nb\rc", "a\r\nb\\u000dc"),
        ("\x1b]0;x\x07\x1b[2J\x9b1A\x1b[8m", "\\u001b]0;x\\u0007\\u001b[2J\\u009b1A\\u001b[8m"),
        ("甲\u202e乙\u200b\udcff", "甲\\u202e乙\\u200b\\udcff"),
        ("::error::x\n  ::stop-commands::y", "\\u003a\\u003aerror::x\n  \\u003a\\u003astop-commands::y"),
        ("##[error]x，比重::y", "\\u0023\\u0023[error]x，比重::y"),
    ],
    ids=["text", "our colours", "ends of lines", "of a terminal", "unseen", "GitHub", "Azure"],
)
def test_foreign_text_steers_nothing(text: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a terminal nor the CI that keeps the log; our own colours do."""
    echo(text, nl=False, err=True)
    found = capsys.readouterr().err
    assert found in (printed, printed.replace("\x1b[31m", "").replace("\x1b[0m", ""))
