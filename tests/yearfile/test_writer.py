"""Values to YAML: read back the same whatever they are, and written as a careful person would."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.data import data_of

from ecoreport.yearfile.reader import parse
from ecoreport.yearfile.writer import BLOCKS, Value, Verbatim, block, document, listed, mapping, scalar

VALUES: dict[str, Value] = {
    "#1": "示例区生态环境局2024年法治政府建设情况报告",
    "year": 2024,
    "issuer": "示例区生态环境局",
    "seal": True,
    "title": "依法行政：守法",
    "cc": ["区委", "区政府，区人大"],
    " ": "",
    "lead": "第一句。第二句！\n第三行\n\n第二段。",
    "figures": {"立案": "3起", Verbatim("#结案"): {"value": "2起", "source": "法制科"}},
    "attachments": [
        {"title": "清单", "table": {"header": ["项目", "数量"], "rows": [["甲", "1"], ["乙", ""]]}},
        "名册",
    ],
    "ignore": [{"code": "W515", "at": "study", "reason": "甲，乙"}],
    "sections": [],
}
WRITTEN = """\
# 示例区生态环境局2024年法治政府建设情况报告
year: 2024
issuer: 示例区生态环境局
seal: true
title: 依法行政：守法
cc: [区委, "区政府，区人大"]

lead: |
  第一句。
  第二句！
  第三行

  第二段。
figures:
  立案: 3起
  "#结案":
    value: 2起
    source: 法制科
attachments:
  - title: 清单
    table:
      header: [项目, 数量]
      rows:
        - [甲, "1"]
        - [乙, ""]
  - 名册
ignore:
  - {code: W515, at: study, reason: "甲，乙"}
sections: []
"""


def test_a_file_is_written_as_a_careful_person_would() -> None:
    """Texts in blocks with a sentence a line, short lists and reasons on one line, quotes where they are needed."""
    assert document(VALUES) == WRITTEN


def test_what_is_written_is_a_sound_file() -> None:
    """Nothing that the checks would tell of, and the very values."""
    file = parse(WRITTEN.encode(), "data/2024.yaml")
    assert file.warnings == ()
    report = file.report
    assert (report.cc, report.lead) == (("区委", "区政府，区人大"), "第一句。\n第二句！\n第三行\n\n第二段。\n")
    assert {name: str(figure) for name, figure in report.figures.items()} == {"立案": "3起", "#结案": "2起"}
    assert [one.title for one in report.attachments] == ["清单", "名册"]


def test_a_mapping_and_a_list_begin_at_their_column() -> None:
    """The keys of an item stand below the one behind its dash."""
    assert list(mapping({"id": "a", "text": "甲。"}, 4)) == ["    id: a", "    text: |", "      甲。"]
    assert list(listed([{"id": "a", "seal": False}, 5, ["甲"]], 2)) == [
        "  - id: a",
        "    seal: false",
        "  - 5",
        "  - [甲]",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("甲", ["  甲"]),
        ("甲。乙？丙！丁", ["  甲。", "  乙？", "  丙！", "  丁"]),
        ("他说：“好。”又说：“行。”）", ["  他说：“好。”", "  又说：“行。”）"]),
        ("（甲。）乙", ["  （甲。）", "  乙"]),
        ("  甲  \n\n\n乙\n", ["  甲", "", "  乙"]),
        (Verbatim("甲。乙。\n\n\n  丙\n\n"), ["  甲。乙。", "", "", "  丙"]),
        (Verbatim(""), [""]),
    ],
)
def test_a_text_has_a_sentence_a_line(text: str, lines: list[str]) -> None:
    """What closes a quotation stays with its sentence; a text that is to stay as it is keeps its lines."""
    assert list(block(text, "  ")) == lines


@pytest.mark.parametrize(
    ("text", "alone", "in_brackets"),
    [
        ("甲", "甲", "甲"),
        ("", '""', '""'),
        ("true", '"true"', '"true"'),
        ("~", '"~"', '"~"'),
        ("010", '"010"', '"010"'),
        ("1,480", '"1,480"', '"1,480"'),
        ("12:30", '"12:30"', '"12:30"'),
        ("2024-01-20", "2024-01-20", "2024-01-20"),
        ("3起", "3起", "3起"),
        ("１２", "１２", "１２"),
        ("甲 #1", '"甲 #1"', '"甲 #1"'),
        ("甲#1", "甲#1", "甲#1"),
        ("甲: 乙", '"甲: 乙"', '"甲: 乙"'),
        ("甲：乙", "甲：乙", "甲：乙"),
        ("甲，乙", "甲，乙", '"甲，乙"'),
        ("甲[乙]", "甲[乙]", '"甲[乙]"'),
        ("{{ 甲 }}", '"{{ 甲 }}"', '"{{ 甲 }}"'),
        ("“甲”乙", '"“甲”乙"', '"“甲”乙"'),
        ("－甲", '"－甲"', '"－甲"'),
        ("甲 ", '"甲 "', '"甲 "'),
        ('甲\n"乙"\\', r'"甲\n\"乙\"\\"', r'"甲\n\"乙\"\\"'),
        ("甲\u200b\u202e", r'"甲\u200b\u202e"', r'"甲\u200b\u202e"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, alone: str, in_brackets: str) -> None:
    """For YAML, for other readers of it, and for the checks, which tell of what looks like a slip."""
    assert (scalar(text), scalar(text, flow=True)) == (alone, in_brackets)


# Signs of YAML and of a Chinese keyboard, and any character that UTF-8 can hold.
SIGNS = st.sampled_from(
    "甲乙a1０ \u3000\t\n\"'\\:：,，、。！#＃{}[]（）()|｜>-－—*&!%@`?~=<“”【】\u200b\u202e\x85\x7f\ufeff"
)
TEXTS = st.text(SIGNS | st.characters(codec="utf-8"), max_size=12)


@given(TEXTS)
@example("\r")
@example("- 甲")
@example("? 甲")
def test_a_text_on_one_line_is_read_back_wherever_it_stands(text: str) -> None:
    """As a key, behind one, behind a dash, in brackets and in braces."""
    alone, inside = scalar(text), scalar(text, flow=True)
    written = f"{alone}: {alone}\nb:\n  - {alone}\n  - [{inside}, {inside}]\n  - {{at: {inside}, code: {inside}}}\n"
    assert data_of(written) == {text: text, "b": [text, [text, text], {"at": text, "code": text}]}


NAMES = st.sampled_from(["甲", "乙丙", "items", *sorted(BLOCKS)])
LEAVES = st.booleans() | st.integers(-(10**17), 10**17) | TEXTS.filter(lambda text: "\r" not in text)
TREES = st.recursive(
    LEAVES | st.lists(TEXTS, max_size=3),
    lambda below: (
        st.dictionaries(NAMES, below, min_size=1, max_size=2)
        | st.lists(st.dictionaries(NAMES, below, min_size=1, max_size=2), max_size=2)
    ),
    max_leaves=4,
)


@given(st.dictionaries(NAMES, TREES, min_size=1, max_size=3))
def test_what_is_written_is_read_back_as_the_same_values(values: dict[str, Any]) -> None:
    """A text below `|` keeps all but its blanks; every other value is what it was, of the type that it was."""
    assert _told(data_of(document(values))) == _told(values)


def _told(value: object, key: str = "") -> object:
    """The value, whose texts below `|` are without blanks, where a truth is no number."""
    if isinstance(value, dict):
        return {key: _told(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_told(one) for one in value]
    if isinstance(value, str) and (key in BLOCKS or "\n" in value):
        return "".join(value.split())
    return type(value), value


LINES = st.lists(st.text("甲a。！# :|-“”", max_size=6).map(str.strip), min_size=1, max_size=5).map("\n".join)


@given(LINES.map(lambda text: text.strip("\n")))
def test_a_text_that_is_to_stay_as_it_is_keeps_its_lines(text: str) -> None:
    """And what stands behind it is still there."""
    assert data_of(document({"lead": Verbatim(text), "year": 1})) == {"lead": text and f"{text}\n", "year": 1}
