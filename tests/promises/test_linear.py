"""Work grows no faster than what is read: tokens, lines and entries repeated n, 2n and 4n times, at every stage.

ECOREPORT_EXAMPLES=N takes N tokens at every stage, 1000 all of them.
"""

import gc
import io
import json
import random
import time
from collections.abc import Callable, Mapping
from functools import partial

import docx
import pytest
from docx.document import Document
from support import how_many
from support.catalogue import BEFORE, SOUND, merged
from support.editing import edited
from support.made_years import long
from support.retyped import saved

from ecoreport.build import build_year
from ecoreport.check import check_year
from ecoreport.importing import convert, documents
from ecoreport.importing.bring_back import bring_back, read_edited
from ecoreport.problems.diagnostic import Refused, Unreadable
from ecoreport.project import Inputs
from ecoreport.report import markdown
from ecoreport.report.inputs import Years, given
from ecoreport.years.compare.compare import compare

pytestmark = pytest.mark.soak

MOST_GROWTH = 2.6  # of the time when the input doubles
FLOOR = 0.15  # seconds under which no time is judged
SIZE = 8_000  # characters; a quarter and a half of them as well
PARAGRAPH = 5000  # characters that rules read at once
HEAD = "某某局2024年法治政府建设情况报告\n"
# What opens the rules' gates, so that each looks into the paragraph.
GATES = "，左右，约1余，由，占，率，个百分点，较比年，1月1日，号，法制，截，第一责任人，百，千，%，/，《报告》，审议，“”，12月31日。"
TOKENS = (
    *"1.%（【《“‘〈([{｛<|`*_#-—~、，。；：,;:!?'\"\\/&=+@ \t\u3000\u00a0axAX○×字万余约近百因与受占率第今号附一是的局年月日",
    "{{", "{{ ", "}}", "<br>", "1.1.", "12,", "1万", "1余", "约1", "1百", "10-", "2023—", "1月", "2024年", "2024年1月1日", "去年", "其中，",
    "由1%提高到", "由1%提高到2%，提高1个百分点", "由1下降", "1件，", "1件占", "1件，较上年的", "1%，较上年的", "1/2率", "上年1件", "自2015年",
    "其中1件、", "1件占立案的1%，", "由1件", "一百件、", "共1件，", "同比增加1件，", "（1件",
    "审结1件，率1%", "审议《", "审议《2024年报告", "主要原因是", "法制", "第一责任人", "〔2024〕", "（2024）", "《字》", "“字”", "(字)", "字 ", "字,",
    "待填", "{{ 甲 }}", "{{ 甲", "{甲}", "{{ 上年.甲 }}", "{{ 甲 | 同比 }}", "{{ 乙 }}", "[a, ", "{a: ", "&a ", "\u200b", "\ufeff", "e\u0301", "🙂",
)  # fmt: skip
LINES = (
    "a", "字", "字。", "", " ", "\u3000", "一、a", "（一）a", "一、字。字", "（一）字。字", "1.a", "一是a", "①a", "附件", "附件1", "附件：1.a", "表1 a", "某局",
    "某局：", "2024年1月1日", "签发人：张三", "来源：a", "第一部分a", "由于a，导致b。", "# 字", "| 字 |", "|---|", "- a", "* a", "> a", "```", "a  ",
)  # fmt: skip
TAGS = (
    "<a ", "<!--", "<b>", "</b>", "<div>", "</div>", "<p>", "<li>", "<ol>", "<table>", "<td>", "<tr>", "<td rowspan=999>", '<a b="', "<a b='",
    "&#", "<script>", "<style>{", "<?", "</", "<select>", "<sup>1", "<ul><li>",
)  # fmt: skip
EVERY = (*TOKENS, *TAGS, *(f"{line}\n" for line in LINES), *(f"{line}\n\n" for line in LINES))


def _repeated(token: str, size: int) -> str:
    return (token * (size // len(token) + 1))[:size]


def _counted(entry: str, size: int) -> str:
    """Entries with one number after another in place of their 0."""
    return "".join(entry.replace("0", str(at)) for at in range(100, 100 + size // len(entry)))


def _inputs(new: str, old: str = BEFORE) -> Inputs:
    texts = {2023: old, 2024: new}
    return Inputs(Years({year: given(text.encode(), f"data/{year}.yaml", year) for year, text in texts.items()}))


def _item(text: str, count: int) -> str:
    return f"figures: {{甲: {count}件}}\nmeasures:\n  - {{title: 依法决策, text: {json.dumps(text, ensure_ascii=False)}}}\n"


def _check(new: str, old: str = BEFORE) -> None:
    inputs = _inputs(new, old)
    check_year(inputs, inputs.years.files[2024])


def _pieces(text: str) -> str:
    return "\n\n".join(text[at : at + PARAGRAPH // 2] for at in range(0, len(text), PARAGRAPH // 2))


def _one_paragraph(text: str) -> None:
    """A quarter, a half and all of the longest paragraph that rules read, many times over so that it can be timed."""
    one = f"{text[: len(text) * (PARAGRAPH - len(GATES)) // SIZE]}{GATES}"
    _check(merged(SOUND, _item("\n\n".join([one] * 5), 3)), merged(BEFORE, _item(one, 4)))


def _many_paragraphs(text: str) -> None:
    _check(merged(SOUND, _item(_pieces(text), 3)), merged(BEFORE, _item(_pieces(text), 4)))


def _built(text: str) -> None:
    inputs = _inputs(merged(SOUND, _item(text, 3)))
    build_year(inputs, inputs.years.files[2024], ("md",), draft=True)


def _compared(text: str) -> None:
    inputs = _inputs(merged(SOUND, _item(f"{text}别", 3)), merged(BEFORE, _item(text, 4)))
    try:
        old, new = (inputs.years.context(inputs.years.files[year]) for year in (2023, 2024))
    except Refused:
        return
    compare(old, new, ("2023", "2024"))


def _imported(data: bytes, name: str) -> None:
    try:
        convert.convert(documents.read(data, name), 2024, name, _inputs(SOUND), figures=True)
    except Unreadable:
        return


def _page(text: str) -> None:
    try:
        documents.read(text.encode(errors="ignore"), "a.html")
    except Unreadable:
        return


def _word_file(text: str) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    for line in (HEAD + text).split("\n"):
        document.add_paragraph("".join(one for one in line if one.isprintable()))
    document.save(stream)
    return stream.getvalue()


def _read(text: str) -> None:
    try:
        markdown.read(text)
    except markdown.MarkdownError:
        return


STAGES: Mapping[str, Callable[[str], None]] = {
    "one paragraph": _one_paragraph,
    "many paragraphs": _many_paragraphs,
    "braces": lambda text: _check(merged(SOUND, _item(f"{{{{ {text} }}}}", 3))),
    "reader": lambda text: _check(f"{SOUND}lead: |\n  {text.replace(chr(10), chr(10) + '  ')}\n"),
    "build": _built,
    "Markdown": _read,
    "comparison": _compared,
    "import of text": lambda text: _imported(f"{HEAD}一、工作\n{text}".encode(errors="ignore"), "a.txt"),
    "import of Markdown": lambda text: _imported(f"# {HEAD}\n{text}".encode(errors="ignore"), "a.md"),
    "reading of a page": lambda text: _page(f"<html><p>{HEAD}{text * 8}"),
}
ENTRIES: Mapping[str, Callable[[int], str]] = {
    "figures": lambda size: merged(SOUND, "figures:\n" + _counted("  甲0: 3件\n", size)),
    "figures used": lambda size: merged(
        SOUND, "figures:\n" + _counted("  甲0: 3件\n", size // 2) + _item(_counted("{{ 甲0 | 增减 }}。", size // 2), 3)[14:]
    ),
    "unknown figures": lambda size: merged(SOUND, _item(_counted("{{ 乙0 }}。", size), 3)),
    "assertions": lambda size: merged(SOUND, "figures: {甲: 3件}\nassertions:\n" + _counted("  - 甲 < 0\n", size)),
    "visits": lambda size: merged(
        SOUND, "figures:\n" + _counted("  甲0: 3家次\n", size // 2) + _counted("  乙0: 6人次\n", size // 2)
    ),
    "items": lambda size: merged(SOUND, "measures:\n" + _counted("  - {title: 字0, text: 做了。}\n", size)),
    "same items": lambda size: merged(SOUND, "measures:\n" + _counted("  - {title: 字, text: 做了。}\n", size)),
    "sections": lambda size: merged(SOUND, "sections:\n" + _counted("  - {kind: other, title: 字0, text: 做了。}\n", size)),
    "shortcomings": lambda size: merged(SOUND, "shortcomings:\n" + _counted("  - {id: a0, problem: 归档不规范0。}\n", size)),
    "answers": lambda size: merged(SOUND, _plans("answers: [b0]", size)),
    "ids": lambda size: merged(SOUND, _plans("id: b0", size)),
    "switches": lambda size: SOUND + "ignore:\n" + _counted("  - {code: W604, at: a0, reason: 有意}\n", size),
    "cells": lambda size: merged(
        SOUND, "measures:\n  - title: 字\n    table: {header: [甲], rows: [" + _counted("[字0], ", size) + "[1]]}\n"
    ),
    "attachments": lambda size: SOUND + "attachments:\n" + _counted("  - {title: 表0, text: 做了。}\n", size),
    "addressees": lambda size: SOUND + "addressees:\n" + _counted("  - 甲0局\n", size),
}  # fmt: skip


def _plans(more: str, size: int) -> str:
    return "next_year_plan:\n" + _counted(f"  - {{title: 字0, text: 做。, {more}}}\n", size)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def _grows(work: Callable[[int], Callable[[], object]]) -> str:
    """Why the work on n, 2n and 4n characters is more than linear; empty where it is not, at the third look at least."""
    told = ""
    for _ in range(3):
        whole = _seconds(work(SIZE))
        if whole < FLOOR:
            return ""
        half, quarter = _seconds(work(SIZE // 2)), _seconds(work(SIZE // 4))
        if whole < quarter * MOST_GROWTH**2:  # over both doublings: one alone is at the mercy of the machine
            return ""
        told = f"{quarter:.2f}, {half:.2f}, {whole:.2f} s"
    return told


def _of_token(stage: str, token: str) -> str:
    def work(size: int) -> Callable[[], object]:
        text = _repeated(token, size)
        return lambda: STAGES[stage](text)

    return _grows(work)


@pytest.mark.parametrize("stage", STAGES)
def test_a_token_repeated_takes_no_more_than_its_share(stage: str) -> None:
    """Some of all tokens and lines, the same at every run."""
    chance = random.Random(stage)  # noqa: S311 - repeatable
    some = chance.sample(EVERY, min(how_many(4), len(EVERY)))
    slow = {token: told for token in some if (told := _of_token(stage, token))}
    assert not slow


@pytest.mark.parametrize(
    ("stage", "token"),
    [
        ("one paragraph", "1"), ("one paragraph", "1."), ("one paragraph", "{"), ("one paragraph", "{{"), ("one paragraph", "｛"),
        ("one paragraph", "1件，"), ("one paragraph", "审议《2024年报告"), ("many paragraphs", "字"), ("many paragraphs", "{{ 甲 }}"),
        ("build", "{{ 上年.甲 }}\n\n"), ("comparison", "字\n\n"), ("comparison", "字"), ("import of text", "一、a\n"),
        ("import of text", "（一）a\n"), ("import of text", "1.a\n"), ("import of text", "1件，"), ("import of text", "｛"),
        ("import of text", "由1%提高到2%，提高1个百分点"),
        ("import of text", "…"), ("import of text", "字……1\n"),
    ],
)  # fmt: skip
def test_what_was_once_quadratic(stage: str, token: str) -> None:
    """Each took seconds where it takes a tenth of one now."""
    assert not _of_token(stage, token)


@pytest.mark.parametrize("entry", ENTRIES)
def test_entries_of_a_year_file_take_no_more_than_their_share(entry: str) -> None:
    """Thousands of figures, items, ids and switches, checked and compared with as many of the year before."""

    def work(size: int) -> Callable[[], object]:
        text = ENTRIES[entry](size)
        inputs = _inputs(text, text.replace("2024", "2023", 1))
        return lambda: _checked_and_compared(inputs)

    assert not _grows(work)


def _checked_and_compared(inputs: Inputs) -> None:
    checked = [check_year(inputs, inputs.years.files[year]) for year in (2023, 2024)]
    contexts = [one.context for one in checked if one.context]
    if len(contexts) == len(checked):
        compare(*contexts, ("2023", "2024"))


@pytest.mark.parametrize("words", ["规范行政执法检查整改", "规范"], ids=["a trade's", "two"])
def test_items_that_all_changed_are_compared_with_a_few_each(words: str) -> None:
    """Neither titles nor ids nor whole texts help; every item has the words of every other."""

    def work(size: int) -> Callable[[], object]:
        chance = random.Random(size)  # noqa: S311 - repeatable
        years = (
            merged(
                year,
                "measures:\n"
                + "".join(f"  - {{text: {''.join(chance.choices(words, k=60))}。}}\n" for _ in range(size // 30)),
            )
            for year in (SOUND, BEFORE)
        )
        inputs = _inputs(*years)
        contexts = [inputs.years.context(inputs.years.files[year]) for year in (2023, 2024)]
        return lambda: compare(contexts[0], contexts[1], ("2023", "2024"))

    assert not _grows(work)


def test_two_long_years_are_compared_as_fast_as_they_are_checked() -> None:
    """Forty pages each, nearly every item changed: half as long again at most, reading included."""
    pair = long(40 * 22 * 28)
    texts = merged(SOUND, pair.new), merged(BEFORE, pair.old)

    def checked() -> None:
        inputs = _inputs(*texts)
        assert all(check_year(inputs, inputs.years.files[year]).context for year in (2023, 2024))

    def compared() -> None:
        inputs = _inputs(*texts)
        old, new = (inputs.years.context(inputs.years.files[year]) for year in (2023, 2024))
        assert len(compare(old, new, ("2023", "2024")).contents) > 100

    ratios = [_seconds(compared) / _seconds(checked) for _ in range(3)]
    assert min(ratios) <= 1.5


def test_a_long_report_comes_back_in_five_builds() -> None:
    """Of forty pages, a few edits or one in every paragraph; in the same process."""
    text = merged(SOUND, long(40 * 22 * 28).new)
    inputs = _inputs(text)
    built = build_year(inputs, inputs.years.files[2024], ("md", "docx")).outputs["docx"]

    def build() -> None:
        again = _inputs(text)
        build_year(again, again.years.files[2024], ("md", "docx"))

    def bring(data: bytes, least: int) -> None:
        again = _inputs(text)
        assert len(bring_back(again, again.years.files[2024], read_edited(data, "a.docx")).made) >= least

    few, all_ = edited(built, 1, 10)[0], saved(built, _retyped)
    ratios = [[_seconds(partial(bring, *each)) / _seconds(build) for each in ((few, 4), (all_, 250))] for _ in range(3)]
    assert all(min(each) <= 5 for each in zip(*ratios, strict=True))


def _retyped(document: Document) -> None:
    """A word more before the last character of every paragraph."""
    for run in (one.runs[-1] for one in document.paragraphs if len(one.text) > 12 and one.runs):
        run.text = f"{run.text[:-1]}进一步{run.text[-1:]}"


def test_figures_of_an_import_are_numbered_in_one_go() -> None:
    """办案1件，办案2件: the same words, another number each."""
    assert not _grows(lambda size: lambda: STAGES["import of text"](_counted("，办案0件", size)))


def test_keys_that_are_none_are_told_in_one_go() -> None:
    """Some sixty thousand of them took a quarter of a minute."""
    assert not _grows(lambda size: lambda: _check(SOUND + _counted("k0: v\n", size * 4)))


@pytest.mark.parametrize("line", ["一、a\n", "（一）a\n", "a\n"])
def test_a_word_file_takes_no_more_than_its_share(line: str) -> None:
    """The paragraphs of a Word file."""

    def work(size: int) -> Callable[[], object]:
        data = _word_file(_repeated(line, size // 2))
        return lambda: _imported(data, "a.docx")

    assert not _grows(work)
