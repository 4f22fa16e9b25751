"""Lines that are no `key: value`: what they lack, and how they should read."""

import pytest

from ecoreport.yearfile._keyless import Stray, comment, item_without_key, nameless, no_colon, short


@pytest.mark.parametrize(
    ("content", "message", "mend"),
    [
        ("{value: 3起}", "这一行少了指标的名称", "写成 指标名称: {value: 3起}"),
        (": {value: 3起}", "这一行少了指标的名称", "写成 指标名称: {value: 3起}"),
        ("[甲, 乙]  # 说明", "这一行少了键", "写成 键: [甲, 乙]"),
        (": 甲", "这一行少了键", "在冒号前面写上键，例如 title:"),
    ],
)
def test_a_value_without_its_key_is_told_by_its_shape(content: str, message: str, mend: str) -> None:
    """In a list it lacks its dash instead."""
    assert nameless(3, 2, content, in_list=False) == Stray("E137", message, 3, (2, 3), mend)
    assert nameless(3, 2, content, in_list=True).message == "这一行前面少了“- ”"


@pytest.mark.parametrize(
    ("content", "message", "mend"),
    [
        ("issuer 示例县教育局", "“issuer”后面少了冒号", "写成 issuer: 示例县教育局"),
        ("measures", "“measures”后面少了冒号", "写成 measures:"),
        ("行政处罚 5起", "“行政处罚”后面少了冒号", "写成 行政处罚: 5起"),
        ("深入学习", "这一行不是“键: 值”，也不是说明", "是说明，就在前面加上“# ”：写成 # 深入学习"),
    ],
)
def test_a_line_without_a_colon_lacks_it_or_the_mark_of_a_comment(content: str, message: str, mend: str) -> None:
    """A word of letters, or a figure's name before its number, is a key."""
    assert no_colon(3, 2, content) == Stray("E137", message, 3, (2, 2 + len(content)), mend)


@pytest.mark.parametrize("content", ["'甲'", "[甲]", "--- 甲", "甲: 乙"])
def test_what_has_another_fault_is_left_to_it(content: str) -> None:
    """Quotes, brackets, a second document, a colon."""
    assert no_colon(3, 2, content) is None


@pytest.mark.parametrize(
    ("rest", "message", "mend"),
    [
        ("study", "“- ”后面少了键", "写成 - id: study"),
        (": study", "“- ”后面少了键", "写成 - id: study"),
        ("坚持依法行政", "“- ”后面少了键", "写成 - title: 坚持依法行政"),
        ("|", "“- ”后面少了键", "写成 - text: |"),
        ("id study", "“id”后面少了冒号", "写成 - id: study"),
    ],
)
def test_an_item_that_goes_on_with_keys_begins_with_one(rest: str, message: str, mend: str) -> None:
    """Which, its words show; a line that is not beside it says nothing of it."""
    assert item_without_key(3, 4, rest, "    text: 甲") == Stray("E137", message, 3, (4, 4 + len(rest)), mend)
    assert item_without_key(3, 4, "id: study", "    text: 甲") is None
    assert item_without_key(3, 4, "study", "  - text: 甲") is None


def test_a_mend_repeats_sixty_characters() -> None:
    """Without the comment."""
    assert (short("甲" * 60 + " # 乙"), short("甲" * 61)) == ("甲" * 60, "甲" * 60 + "……")
    assert comment(0, 0, "甲 # 乙").help == "是说明，就在前面加上“# ”：写成 # 甲"
