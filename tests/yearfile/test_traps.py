"""What YAML makes of a value that may not have been meant: each warning at its place, and what is meant is let pass."""

import pytest

from ecoreport.yearfile._traps import traps
from ecoreport.yearfile._tree import Source, compose


def _traps(text: str) -> list[tuple[str, int, str, str, str]]:
    """Code, line, the very characters that are meant, message and mend of each."""
    document = compose(Source("data/2024.yaml", text))
    lines = document.source.lines
    return [
        (one.code, one.line, lines[one.line - 1][one.column - 1 : one.end_column - 1], one.message, one.help)
        for one in traps(document)
    ]


COMMENT = "“#1 文件”被当成了注释，不会印出来", "给整个值加上引号；真是注释，就写成“# 注释”"
QUOTES = "中文引号会照原样印出来", "不要引号就去掉；想用 YAML 的引号就打英文引号"
LINES = "这里的空行不会分段，几段会连成一段", "要分段就写在“|”下面"
HASH = "全角“＃”不是注释，这一行会印出来", "注释用半角“#”，写在这一段的外面"


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("lead: 甲。 #1 文件", ("W127", 1, "#1 文件"), COMMENT),
        ("title: “甲”", ("W128", 1, "“甲”"), QUOTES),
        ("lead: 甲。\n\n  乙。", ("W136", 1, "甲。"), LINES),
        ("lead: |\n  甲。\n  ＃乙", ("W130", 3, "＃"), HASH),
    ],
)
def test_a_value_that_came_out_otherwise_than_meant_is_told(
    text: str, place: tuple[str, int, str], told: tuple[str, str]
) -> None:
    """Once, at the characters that are wrong."""
    assert _traps(text) == [(*place, *told)]


@pytest.mark.parametrize(
    "text",
    [
        "lead: 甲。 # 注释",
        "lead: 甲#1文件",
        "lead: '甲' #1",
        "title: “甲”和“乙”",
        "title: '“甲”'",
        "lead: |\n  甲。\n\n  #1 乙：丙，－丁",
        "lead:",
    ],
)
def test_the_same_signs_are_let_pass_where_they_are_meant(text: str) -> None:
    """In quotes, in texts; a blank behind # shows a comment that is meant."""
    assert _traps(text) == []
