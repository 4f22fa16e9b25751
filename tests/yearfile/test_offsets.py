"""From a word of a value back to the file: in every style of YAML scalar."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.yearfile._offsets import offsets
from ecoreport.yearfile._tree import Document, Source, compose

STYLES = [
    "a: 立案{{ 甲 }}件\n",
    "a: '立案''{{ 甲 }}''件'\n",
    'a: "立案\\n\\"{{ 甲 }}\\u4ef6"\n',
    "a: |\n  第一行\n\n  立案{{ 甲 }}件\nb: 1\n",
    "a: >-\n  第一行\n  折叠{{ 甲 }}件\n\n    更深的\n\n  行\n# 注释\nb: 1\n",
    "a: |2-\n    缩进\n  {{ 甲 }}\n",
    "a: 第一行\n  第二行{{ 甲 }}\n\n  第三段\n",
    'a: "第一行\n  第二行\\\n    {{ 甲 }}\n\n  第三段"\n',
    "- a: |\r\n    第一行\r\n    {{ 甲 }}\r\n",
]


@pytest.mark.parametrize("text", STYLES)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    """The offset of `{{` in the value leads to `{{` in the file."""
    node = _scalar(compose(Source("x", text)) if text[0] == "a" else None, text)
    start, end = node.start_mark.index, node.end_mark.index
    places = offsets(text[start:end], node.value, node.style)
    at = places[node.value.index("{{")]
    assert text[start:end][at : at + 6] == "{{ 甲 }"
    assert len(places) == len(node.value) + 1


plain = st.text(st.sampled_from("甲乙丙 ab\n\"'\\:{}#"), min_size=1, max_size=40)


@given(plain, st.sampled_from(["|", ">", '"', "'", ""]), st.integers(20, 80))
def test_every_character_leads_to_itself(value: str, style: str, width: int) -> None:
    """For any value in any style, each character that is no line break or fold is found in the file."""
    text = yaml.dump({"a": value}, allow_unicode=True, default_style=style, width=width)
    node = _scalar(None, text)
    start, end = node.start_mark.index, node.end_mark.index
    raw = text[start:end]
    places = offsets(raw, node.value, node.style)
    assert len(places) == len(node.value) + 1
    assert places == sorted(places)
    for character, place in zip(node.value, places, strict=False):
        if character not in "\n \\\"'":
            assert raw[place] == character


LINES = st.lists(st.sampled_from(["", "甲乙", "  丙", "丁 {{ 戊 }}", "# 己", "\t庚"]), min_size=1, max_size=6)


@given(LINES, st.sampled_from(["", "-", "+"]), st.sampled_from(["\n", "\r\n"]), st.integers(0, 3), st.booleans())
def test_every_break_of_a_literal_text_is_its_lines(
    lines: list[str],
    chomping: str,
    ends: str,
    empty: int,
    followed: bool,  # noqa: FBT001 - hypothesis names it
) -> None:
    """The last one too, where empty lines follow: as many lines lie before it in the file as in the value."""
    rows = ["  甲", *(f"  {line}" if line else "" for line in lines), *[""] * empty]
    text = ends.join(("a: |" + chomping, *rows, "b: 1" if followed else "", ""))
    node = _scalar(None, text)
    raw = text[node.start_mark.index : node.end_mark.index]
    places = offsets(raw, node.value, node.style)
    body = raw.index(ends) + len(ends)
    for at, character in enumerate(node.value):
        assert raw[places[at]] == (ends[0] if character == "\n" else character)
        assert raw.count(ends, body, places[at]) == node.value.count("\n", 0, at)


def _scalar(document: Document | None, text: str) -> yaml.ScalarNode:
    """The first value of the text, with marks that know their index."""
    assert document is None or document.root
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    while not isinstance(root, yaml.ScalarNode):
        root = root.value[0][1] if isinstance(root, yaml.MappingNode) else root.value[0]
    return root
