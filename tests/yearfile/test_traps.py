"""What YAML accepts in silence: each trap at its place, and what only looks like one is let pass."""

import pytest

from ecoreport.yearfile._traps import key_trap, traps
from ecoreport.yearfile._tree import Source, compose

KEYS = frozenset({"title", "text", "lead", "figures", "value", "source", "note", "addressees"})
BLANKS = "缩进里有全角空格或不间断空格，YAML 只认半角空格"
ITEM = "列表项要用半角减号加一个空格开头", "每一行写成“- 内容”"


def _traps(text: str) -> list[tuple[str, int, str, str, str]]:
    """Code, line, the very characters that are meant, message and mend of each."""
    document = compose(Source("data/2024.yaml", text))
    lines = document.source.lines
    return [
        (one.code, one.line, lines[one.line - 1][one.column - 1 : one.end_column - 1], one.message, one.help)
        for one in traps(document, KEYS)
    ]


@pytest.mark.parametrize(
    ("key", "code", "message", "mend"),
    [
        ("\u3000立案", "E123", BLANKS, "换成半角空格"),
        ("\u00a0立案", "E123", BLANKS, "换成半角空格"),
        ("＃说明", "E133", "全角“＃”不是注释", "注释用半角“#”"),
        ("•id", "E126", ITEM[0], "把“•”换成“-”，后面留一个空格"),
        ("① title", "E126", ITEM[0], "把“①”换成“-”，后面留一个空格"),
        ("*id", "E126", ITEM[0], "把“*”换成“-”，后面留一个空格"),
        ("<<", "E113", "“<<”是 YAML 的合并键，不支持", "把要用的键都写出来"),
    ],
)
def test_a_key_that_only_looks_like_one_is_told(key: str, code: str, message: str, mend: str) -> None:
    """Its blanks, its mark of a comment or its bullet are no YAML."""
    assert key_trap(key) == (code, message, mend)


@pytest.mark.parametrize("key", ["立案", "id", "立案 件数", "•立案", "PM2.5", ""])
def test_a_sound_key_is_none(key: str) -> None:
    """A bullet before han may be part of a figure's name."""
    assert key_trap(key) is None


COMMENT = "“#1 文件”被当成了注释，不会印出来", "给整个值加上引号；真是注释，就写成“# 注释”"
QUOTES = "中文引号会照原样印出来", "不要引号就去掉；想用 YAML 的引号就打英文引号"
COMMA = "方括号里用了全角逗号“，”，几项成了一项", "用半角逗号加空格分开"
BAR = "值以全角竖线“｜”开头", "写多行正文用半角“|”"
LINES = "这里的空行不会分段，几段会连成一段", "要分段就写在“|”下面"
HASH = "全角“＃”不是注释，这一行会印出来", "注释用半角“#”，写在这一段的外面"
ALIGNED = "写成半角冒号加空格，并与上面的键对齐"
CUT = "花括号里的半角逗号把“乙, 丙”分成了2项", "文字里的逗号用全角“，”或“、”，写成 甲: {note: 乙，丙}"
BRACES = "指标的数和来源外面是“[”", "要用半角花括号“{”“}”，写成 甲: {value: 3次}"
NUMBER = "花括号里的半角逗号把“1,480件”分成了2项", "数里不写千位逗号，写成 甲: {value: 1480件}"


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("lead: 甲。 #1 文件", ("W127", 1, "#1 文件"), COMMENT),
        ("title: “甲”", ("W128", 1, "“甲”"), QUOTES),
        ("addressees: －区委", ("E126", 1, "－区委"), ITEM),
        ("addressees: -区委", ("E126", 1, "-区委"), ITEM),
        ("addressees: 【区委】", ("E131", 1, "【区委】"), ("“【】”不是列表的方括号", "写成 [甲, 乙]")),
        ("addressees: [区委，人大]", ("E131", 1, "区委，人大"), COMMA),
        ("lead: ｜\n  甲。", ("E125", 1, "｜"), BAR),
        ("lead: ｜ 甲。", ("E125", 1, "｜ 甲。"), (BAR[0], f"{BAR[1]}，后面的字移到下一行，比这个键多缩进两个空格")),
        ("figures: {甲：3起}", ("E120", 1, "甲：3起"), ("“甲”后面是全角冒号", "写成 甲: 3起")),
        ("figures: {甲:3起}", ("E121", 1, "甲:3起"), ("“甲:”后面要有一个空格", "写成 甲: 3起")),
        ("甲: {value；3起}", ("E120", 1, "value；3起"), ("“value”后面是“；”", "写成 value: 3起")),
        ("甲: {3起, note: 乙}", ("E137", 1, "3起"), ("“3起”前面少了“value: ”", "写成 value: 3起")),
        ("甲: [value: 3次]", ("E138", 1, "["), BRACES),
        ("甲: {note: 乙, 丙}", ("E131", 1, "乙, 丙"), CUT),
        ("甲: {value: 1,480件}", ("E131", 1, "1,480件"), NUMBER),
        ("lead: 甲\n  text：乙", ("E120", 2, "："), ("“text”后面是全角冒号", ALIGNED)),
        ("lead: 甲\n  text:乙", ("E121", 2, ":"), ("“text:”后面要有一个空格", ALIGNED)),
        ("lead: 甲。\n\n  乙。", ("W136", 1, "甲。"), LINES),
        ("lead: |\n  甲。\n  ＃乙", ("W130", 3, "＃"), HASH),
    ],
)
def test_a_value_that_came_out_otherwise_than_meant_is_told(
    text: str, place: tuple[str, int, str], told: tuple[str, str]
) -> None:
    """Once, at the characters that are wrong, with the line as it should be where that is known."""
    assert _traps(text) == [(*place, *told)]


@pytest.mark.parametrize(
    "text",
    [
        "lead: 甲。 # 注释",
        "lead: 甲#1文件",
        "lead: '甲' #1",
        "title: “甲”和“乙”",
        "title: '“甲”'",
        "number: -5",
        "lead: ——甲",
        "addressees: ['区委，人大']",
        "addressees: [区委，人大, 政协]",
        "lead: 主题：甲",
        "lead: 主题\n  内容：甲",
        "lead: |\n  甲。\n\n  #1 乙：丙，－丁",
        "甲: {value: 3起, note: }",
        "甲: {value: '1,480件'}",
        "lead:",
    ],
)
def test_the_same_signs_are_let_pass_where_they_are_meant(text: str) -> None:
    """In quotes, in texts, behind words that are no keys; a blank behind # shows a comment that is meant."""
    assert _traps(text) == []


def test_forty_characters_of_a_value_are_repeated() -> None:
    """On one line, wherever its comma stands."""
    for typed, shown in (
        ("乙" * 36 + ", 丙丁", "乙" * 36 + ", 丙丁"),
        ("乙" * 36 + ", 丙丁戊", "乙" * 36 + ", 丙丁……"),
    ):
        [(code, _, _, message, _)] = _traps(f"甲: {{note: {typed}}}")
        assert (code, message) == ("E131", f"花括号里的半角逗号把“{shown}”分成了2项")
