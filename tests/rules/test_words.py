"""The bureau's own words, out of its settings."""

from pathlib import Path

import pytest
from support import Run
from support.catalogue import SOUND
from support.contexts import context

from ecoreport.rules._reading import Reading
from ecoreport.rules._words import own_words
from ecoreport.yearfile.model import Word


def told(text: str, word: Word) -> list[tuple[str, str, str]]:
    """What is told of a lead of that text: the characters, the message, the help."""
    reading = Reading(context(f"lead: {text}\n"), (word,))
    return [(text[slice(*(one.span or (0, 0)))], one.message, one.help) for one in own_words(reading)]


WORD = Word(avoid=("环保局",), use="生态环保局", reason="2019年已改名")


def test_a_word_is_told_with_its_reason_and_its_replacement() -> None:
    """At each place, and not inside the set form, nor in a title."""
    found = ("环保局", "本单位不写“环保局”：2019年已改名", "写成“生态环保局”")
    assert told("环保局会同市环保局，生态环保局，《环保局工作规则》，“环保局”。", WORD) == [found, found]


def test_a_word_without_a_replacement_has_no_mend() -> None:
    """Whoever reads it decides."""
    [(_, _, help_)] = told("进行了走访。", Word(avoid=("进行了",), reason="文字要简洁"))
    assert help_ == "换个写法"


@pytest.mark.parametrize("extra", [[], ["--select", "W533"], ["--select", "W5,E"]])
def test_words_of_the_settings_are_checked(project: Path, run: Run, extra: list[str]) -> None:
    """By `check`; the words of a text are not mended unasked."""
    (project / "ecoreport.yaml").write_text("words:\n  - {avoid: 逐卷核对, use: 逐卷复核, reason: 局里统一}\n", "utf-8")
    (project / "data" / "2024.yaml").write_text(SOUND, "utf-8")
    outcome = run(project, "check", "2024", *extra)
    assert "警告[W533]: 本单位不写“逐卷核对”：局里统一" in outcome.out
    assert "= 帮助: 写成“逐卷复核”" in outcome.out


def test_a_word_in_the_settings_needs_its_reason(project: Path, run: Run) -> None:
    """A faulty setting is told in its file."""
    (project / "ecoreport.yaml").write_text("words:\n  - {avoid: 逐卷核对}\n", "utf-8")
    (project / "data" / "2024.yaml").write_text(SOUND, "utf-8")
    outcome = run(project, "check", "2024", "--select", "H")
    assert outcome.code == 1
    assert "ecoreport.yaml:2" in outcome.out
