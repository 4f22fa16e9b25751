"""What is still open is told of once each: figures, texts and lines to fill in, last year's words to rewrite."""

import pytest
from support.contexts import Found, found, reading

from ecoreport.rules import _unfinished

FIGURE = "填上数和单位；没有发生填 0 加单位，没有这项职责填 不适用"


def test_a_figure_to_fill_in_is_found_with_last_years_value() -> None:
    """不适用 and nothing are filled in; last year's value is said where there is one."""
    keys, before = (
        "figures: {立案: 待填, 听证: 0起, 许可: 不适用, 信访: '【待填】'}",
        "figures: {立案: 80起, 听证: 3起}",
    )
    assert found(_unfinished.figures_to_fill, keys, before) == [
        Found("E217", "figures.立案.value", help=FIGURE),
        Found("E217", "figures.信访.value", help=FIGURE),
    ]
    messages = [one.message for one in _unfinished.figures_to_fill(reading(keys, before))]
    assert messages == ["指标“立案”待填，上年80起", "指标“信访”待填"]


def test_a_text_to_fill_in_is_found_once_and_called_by_its_place() -> None:
    """At its first mark, with the brackets; what is to be rewritten is another matter."""
    keys = """\
lead: 【待改】甲。
measures:
  - {id: law, title: 待填, text: 【待填】和待填。}
  - {text: 【待改】乙待填。}
shortcomings: [{problem: 甲, cause: 待填}]
"""
    assert found(_unfinished.texts_to_fill, keys) == [
        Found("E217", "measures.items[1].text", "【待填】"),
        Found("E217", "measures.items[1].title", "待填"),
        Found("E217", "measures.items[2].text", "待填"),
        Found("E217", "shortcomings.items[1].cause", "待填"),
    ]
    messages = [one.message for one in _unfinished.texts_to_fill(reading(keys))]
    assert messages == ["举措“law”的正文待填", "举措“law”的标题待填", "举措第2条的正文待填", "不足第1条的原因待填"]


DAY = "填上日期，如 2025-01-20"


@pytest.mark.parametrize(
    ("keys", "path", "help_", "message"),
    [
        ("number: 待填", "number", "", "发文字号待填"),
        ("signer: '【待填】'", "signer", "", "签发人待填"),
        ("signer: [张三, 待填]", "signer", "", "签发人待填"),
        ("copy_number: 待填", "copy_number", "", "份号待填"),
        ("secrecy: 待填", "secrecy", "", "密级和保密期限待填"),
        ("red_head: 待填", "red_head", "", "发文机关标志待填"),
        ("printer: 待填", "printer", "", "印发机关待填"),
        ("addressees: [区委, 待填]", "addressees", "", "主送机关待填"),
        ("cc: 待填", "cc", "", "抄送机关待填"),
        ("date: 待填", "date", DAY, "成文日期待填"),
        ("print_date: 待填", "print_date", DAY, "印发日期待填"),
        ("issuer: 待填", "issuer", "", "发文机关待填"),
        ("issuer: 待填\ntitle: 甲报告", "issuer", "", "发文机关待填"),
        ("issuer: 待填\nsigned: false", "issuer", "", "发文机关待填"),
    ],
)
def test_a_line_to_fill_in_is_found(keys: str, path: str, help_: str, message: str) -> None:
    """The issuer where it is printed: under the text, or in the title that the program writes."""
    assert found(_unfinished.texts_to_fill, keys) == [Found("E217", path, help=help_)]
    assert [one.message for one in _unfinished.texts_to_fill(reading(keys))] == [message]


@pytest.mark.parametrize(
    "keys",
    [
        "lead: 甲。",
        "number: 示环〔2025〕1号\ncc: [区委]\ndate: 2025-01-20",
        "red_head: false",
        "issuer: 待填\nsigned: false\ntitle: 甲报告",
    ],
)
def test_what_is_filled_in_or_not_printed_is_silent(keys: str) -> None:
    """A key that is not written is no open place."""
    assert found(_unfinished.texts_to_fill, keys) == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("issuer: 待填\nsigned: false\ntitle: 甲报告", 1),
        ("issuer: 待填\nsigned: false", 0),
        ("issuer: 待填\ntitle: 甲报告", 0),
        ("signed: false\ntitle: 甲报告", 0),
    ],
)
def test_a_writer_who_is_not_printed_is_to_be_named(keys: str, told: int) -> None:
    """Where the issuer is printed, its line is told of as open."""
    help_ = "写上是哪个单位的报告；报告里不印，台账和比较要用"
    assert found(_unfinished.writer_to_name, keys) == [Found("W633", "issuer", help=help_)] * told


def test_last_years_words_are_to_be_rewritten() -> None:
    """The mark itself is pointed at, its first in each text."""
    keys = "lead: 【待改】甲。\nmeasures: [{id: law, text: 乙。【待改】丙【待改】。}, {text: 待填}]"
    help_ = "改写成今年的，再删去“【待改】”"
    assert found(_unfinished.texts_to_rewrite, keys) == [
        Found("E218", "lead", "【待改】", help_),
        Found("E218", "measures.items[1].text", "【待改】", help_),
    ]
    messages = [one.message for one in _unfinished.texts_to_rewrite(reading(keys))]
    assert messages == ["导语还要改写", "举措“law”的正文还要改写"]
